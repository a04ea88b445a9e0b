#include "ui/hover_card.h"

#include <wx/dcbuffer.h>
#include <wx/dcclient.h>
#include <wx/display.h>
#include <wx/textwrapper.h>

#include <algorithm>

namespace mitjul {
namespace {

constexpr int kRestMilliseconds = 500;
constexpr int kWidest = 380;
constexpr int kPadding = 10;
constexpr int kSwatch = 9;
// Below the pointer, so that it hides nothing.
constexpr int kBelow = 22;

/// Puts line ends where a text is wider than there is room.
class Wrapped : public wxTextWrapper {
 public:
  Wrapped(wxWindow* window, const wxString& text, int width) { Wrap(window, text, width); }
  const wxString& text() const { return text_; }

 private:
  void OnOutputLine(const wxString& line) override { text_ += line; }
  void OnNewLine() override { text_ += '\n'; }

  wxString text_;
};

}  // namespace

HoverCard::HoverCard(wxWindow* parent, const Schema& schema, Tell tell)
    : wxPopupWindow(parent, wxBORDER_NONE), schema_(schema), tell_(std::move(tell)), timer_(this) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Bind(wxEVT_PAINT, &HoverCard::on_paint, this);
  Bind(
      wxEVT_TIMER, [this](wxTimerEvent&) { show_now(); }, timer_.GetId());
}

void HoverCard::follow(const std::vector<AnnotationId>& annotations, wxPoint pointer) {
  const bool same = annotations == annotations_;
  if (same && (IsShown() || annotations.empty())) return;
  if (!same) dismiss();
  annotations_ = annotations;
  pointer_ = pointer;
  if (!annotations.empty()) timer_.StartOnce(kRestMilliseconds);
}

void HoverCard::dismiss() {
  timer_.Stop();
  annotations_.clear();
  if (IsShown()) Hide();
}

void HoverCard::show_now() {
  lines_ = tell_(annotations_);
  if (lines_.empty()) return;
  lay_out();
  Move(place_beside(pointer_));
  Show();
  Refresh();
}

wxFont HoverCard::font_of(CardLine::Kind kind) const {
  const wxFont font = GetParent()->GetFont();
  switch (kind) {
    case CardLine::Kind::Title: return font.Bold();
    case CardLine::Kind::Faint: return font.Smaller();
    default: return font;
  }
}

void HoverCard::lay_out() {
  rows_.clear();
  const int padding = FromDIP(kPadding);
  const int widest = FromDIP(kWidest);
  int y = padding;
  int width = 0;
  for (const CardLine& line : lines_) {
    const bool title = line.kind == CardLine::Kind::Title;
    if (title && !rows_.empty()) y += padding;
    SetFont(font_of(line.kind));
    const int indent = title ? FromDIP(kSwatch) + padding / 2 : 0;
    const wxString words = line.name.empty() ? line.text : line.name + ": " + line.text;
    wxClientDC dc(this);
    dc.SetFont(GetFont());
    Row row{&line, Wrapped(this, words, widest - indent).text(), padding + indent, y, 0};
    const wxSize extent = dc.GetMultiLineTextExtent(row.words);
    row.height = extent.y;
    width = std::max(width, indent + std::min(extent.x, widest));
    y += extent.y + FromDIP(2);
    rows_.push_back(row);
  }
  SetClientSize({width + 2 * padding, y - FromDIP(2) + padding});
}

/// Below the pointer; above it, or further to the left, where the screen ends.
wxPoint HoverCard::place_beside(wxPoint pointer) const {
  const int below = FromDIP(kBelow);
  const int number = wxDisplay::GetFromPoint(pointer);
  const wxRect screen = wxDisplay(number == wxNOT_FOUND ? 0U : static_cast<unsigned>(number)).GetClientArea();
  const wxSize size = GetSize();
  wxPoint place(pointer.x, pointer.y + below);
  if (place.y + size.y > screen.GetBottom()) place.y = pointer.y - below / 2 - size.y;
  place.x = std::clamp(place.x, screen.x, std::max(screen.x, screen.GetRight() - size.x));
  place.y = std::max(place.y, screen.y);
  return place;
}

void HoverCard::on_paint(wxPaintEvent& /*event*/) {
  wxAutoBufferedPaintDC dc(this);
  const wxSize size = GetClientSize();
  dc.SetBrush(wxBrush(theme_->dark ? blend(theme_->background, theme_->text, 0.08) : theme_->background));
  dc.SetPen(wxPen(blend(theme_->background, theme_->text, 0.3)));
  dc.DrawRectangle(wxPoint(0, 0), size);
  for (const Row& row : rows_) {
    dc.SetFont(font_of(row.line->kind));
    dc.SetTextForeground(row.line->kind == CardLine::Kind::Faint ? theme_->faint : theme_->text);
    if (row.line->kind == CardLine::Kind::Title) {
      const int swatch = FromDIP(kSwatch);
      dc.SetPen(*wxTRANSPARENT_PEN);
      dc.SetBrush(wxBrush(label_colours(schema_, row.line->label, *theme_).bar));
      dc.DrawRoundedRectangle(FromDIP(kPadding), row.y + (row.height - swatch) / 2, swatch, swatch, 2);
    }
    dc.DrawLabel(row.words, wxRect(row.x, row.y, size.x - row.x - FromDIP(kPadding) / 2, row.height));
  }
}

}  // namespace mitjul
