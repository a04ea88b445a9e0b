#include "ui/color_palette.h"

#include <wx/dcclient.h>

#include <algorithm>

#include "ui/accessible_names.h"
#include "ui/attribute_words.h"
#include "ui/filled_in.h"
#include "ui/key_press.h"
#include "ui/label_colors.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kColumns = 12;
constexpr int kCell = 26;

}  // namespace

/// The offered colours in rows; the arrow keys go through them, Enter and Space choose.
class ColorPalette::Swatches : public wxWindow {
 public:
  explicit Swatches(ColorPalette& palette) : palette_(palette) {
    const int rows = (static_cast<int>(offered_colors().size()) + kColumns - 1) / kColumns;
    Create(&palette, wxID_ANY, wxDefaultPosition, palette.FromDIP(wxSize(kColumns * kCell, rows * kCell)),
           wxBORDER_NONE | wxWANTS_CHARS);
    SetMinSize(GetSize());
    SetName(_("Colors"));
    Bind(wxEVT_PAINT, &Swatches::paint, this);
    Bind(wxEVT_KEY_DOWN, &Swatches::on_key, this);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
      SetFocus();
      if (const auto hit = cell_at(event.GetPosition())) {
        current_ = *hit;
        palette_.take(offered_colors()[current_]);
      }
    });
    Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
      const auto hit = cell_at(event.GetPosition());
      SetToolTip(hit ? words_of(*hit) : wxString());
    });
    const auto refresh = [this](wxFocusEvent& event) {
      event.Skip();
      Refresh();
    };
    Bind(wxEVT_SET_FOCUS, refresh);
    Bind(wxEVT_KILL_FOCUS, refresh);
  }

  void show() {
    const auto& colors = offered_colors();
    const auto place = std::find(colors.begin(), colors.end(), palette_.color_);
    if (place != colors.end()) current_ = static_cast<std::size_t>(place - colors.begin());
    tell_current();
    Refresh();
  }

 private:
  static std::optional<std::size_t> cell_at(const wxPoint& point, const wxWindow& window) {
    const int size = window.FromDIP(kCell);
    if (point.x < 0 || point.y < 0 || point.x >= kColumns * size) return std::nullopt;
    const auto cell = static_cast<std::size_t>(point.y / size * kColumns + point.x / size);
    return cell < offered_colors().size() ? std::optional(cell) : std::nullopt;
  }
  std::optional<std::size_t> cell_at(const wxPoint& point) const { return cell_at(point, *this); }

  wxString words_of(std::size_t cell) const {
    const wxString color = to_wx(offered_colors()[cell]);
    const wxString& owner = palette_.owners_[cell];
    return owner.empty() ? color : wxString::Format(_("%s, color of \"%s\""), color, owner);
  }

  void tell_current() {
    set_accessible_name(*this, GetName() + ": " + (palette_.owners_.empty() ? wxString() : words_of(current_)));
  }

  void on_key(wxKeyEvent& event) {
    const KeyPress key = KeyPress::from(event);
    const auto last = static_cast<int>(offered_colors().size()) - 1;
    int next = static_cast<int>(current_);
    switch (key.key) {
      case WXK_LEFT: --next; break;
      case WXK_RIGHT: ++next; break;
      case WXK_UP: next -= kColumns; break;
      case WXK_DOWN: next += kColumns; break;
      case WXK_RETURN:
      case WXK_SPACE: return palette_.take(offered_colors()[current_]);
      case WXK_TAB: Navigate(key.shift ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward); return;
      default: return event.Skip();
    }
    if (next >= 0 && next <= last) current_ = static_cast<std::size_t>(next);
    tell_current();
    Refresh();
  }

  void paint(wxPaintEvent& /*event*/) {
    wxPaintDC dc(this);
    const wxColour ink = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
    const int size = FromDIP(kCell);
    for (std::size_t i = 0; i < offered_colors().size(); ++i) {
      const auto at = static_cast<int>(i);
      wxRect cell(at % kColumns * size, at / kColumns * size, size, size);
      if (offered_colors()[i] == palette_.color_ || (i == current_ && HasFocus())) {
        dc.SetPen(wxPen(ink, FromDIP(2), i == current_ && HasFocus() ? wxPENSTYLE_SHORT_DASH : wxPENSTYLE_SOLID));
        dc.SetBrush(*wxTRANSPARENT_BRUSH);
        dc.DrawRoundedRectangle(wxRect(cell).Deflate(FromDIP(1)), FromDIP(5));
      }
      cell.Deflate(FromDIP(4));
      const wxColour color(offered_colors()[i]);
      dc.SetPen(*wxTRANSPARENT_PEN);
      dc.SetBrush(wxBrush(color));
      dc.DrawRoundedRectangle(cell, FromDIP(3));
      if (i < palette_.owners_.size() && !palette_.owners_[i].empty()) {
        dc.SetBrush(color.GetLuminance() > 0.55 ? *wxBLACK_BRUSH : *wxWHITE_BRUSH);
        dc.DrawCircle(cell.x + cell.width / 2, cell.y + cell.height / 2, FromDIP(3));
      }
    }
  }

  ColorPalette& palette_;
  std::size_t current_ = 0;
};

ColorPalette::ColorPalette(wxWindow* parent, std::function<void(const std::string&)> choose)
    : wxPanel(parent),
      choose_(std::move(choose)),
      owners_(offered_colors().size()),
      swatches_(new Swatches(*this)),
      typed_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER)) {
  typed_->SetName(_("Color as #RRGGBB"));
  typed_->SetHint("#RRGGBB");
  typed_->SetMinSize({12 * GetCharWidth(), -1});
  fit_height(*typed_);
  auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(swatches_);
  sizer->Add(typed_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(10)));
  SetSizer(sizer);
  typed_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { flush(); });
  typed_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    CallAfter([this] { flush(); });
  });
}

void ColorPalette::show(const Schema& schema, const std::string& label, const std::string& color) {
  color_ = color;
  const auto& colors = offered_colors();
  std::fill(owners_.begin(), owners_.end(), wxString());
  for (const Label& each : schema.labels) {
    const auto place = std::find(colors.begin(), colors.end(), parse_color(each.color).value_or(""));
    if (place == colors.end() || each.id == label) continue;
    owners_[static_cast<std::size_t>(place - colors.begin())] = name_or_id(each.name, each.id);
  }
  typed_->ChangeValue(to_wx(color));
  if (note_ != nullptr) note_->say("");
  swatches_->show();
}

void ColorPalette::flush() {
  const std::string typed = to_utf8(typed_->GetValue());
  if (typed == color_) return;
  const auto color = parse_color(typed);
  if (typed.empty()) {
    take("");
  } else if (color) {
    take(*color);
  } else if (note_ != nullptr) {
    note_->say(filled_in(_("\"%s\" is no color: type one as #1B9E77."), {to_wx(typed)}));
  }
}

void ColorPalette::take(const std::string& color) {
  typed_->ChangeValue(to_wx(color));
  if (note_ != nullptr) note_->say("");
  if (color == color_) return;
  color_ = color;
  swatches_->show();
  choose_(color);
}

}  // namespace mitjul
