#include "ui/overview_strip.h"

#include <wx/dcbuffer.h>
#include <wx/intl.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "ui/annotation_words.h"

namespace mitjul {
namespace {

constexpr int kColumn = 5;
constexpr int kGap = 1;
constexpr int kMostColumns = 3;
// How far above and below the pointer something is meant.
constexpr int kReach = 3;
constexpr std::size_t kMostNames = 4;
constexpr int kFitMilliseconds = 80;

wxColour with_alpha(const wxColour& colour, unsigned char alpha) {
  return {colour.Red(), colour.Green(), colour.Blue(), alpha};
}

/// Calls `draw` with the first row, and one behind the last, of every stretch of the same value.
template <class Rows, class Draw>
void for_each_stretch(const Rows& rows, Draw draw) {
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t last = first + 1;
    while (last < rows.size() && rows[last] == rows[first]) ++last;
    draw(static_cast<int>(first), static_cast<int>(last), rows[first]);
    first = last;
  }
}

}  // namespace

OverviewStrip::OverviewStrip(wxWindow* parent, TextCanvas& text, Editor& editor)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxNO_BORDER), text_(text), editor_(editor) {
  SetName(_("Overview"));
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  // Columns of labels, and one of hits.
  SetMinSize({FromDIP((kMostColumns + 1) * (kColumn + kGap) + kGap), -1});
  Bind(wxEVT_PAINT, &OverviewStrip::on_paint, this);
  Bind(wxEVT_LEFT_DOWN, &OverviewStrip::on_left_down, this);
  Bind(wxEVT_LEFT_DCLICK, &OverviewStrip::on_left_down, this);
  Bind(wxEVT_LEFT_UP, &OverviewStrip::on_left_up, this);
  Bind(wxEVT_MOTION, &OverviewStrip::on_motion, this);
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [](wxMouseCaptureLostEvent&) {});
  Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) { text_.ProcessWindowEvent(event); });
  fit_later_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { Refresh(false); });
  update({.document = true});
}

void OverviewStrip::set_theme(const Theme& theme) {
  theme_ = &theme;
  update({.schema = true});
}

void OverviewStrip::update(const EditorEvent& event) {
  const Page* const page = text_.page();
  const bool was_filtered = std::exchange(filtered_, editor_.is_text_filtered());
  const bool others_shown = event.filter && (filtered_ || was_filtered);
  // What is selected is shown although the filter leaves it out, and what was selected is so no longer.
  const bool one_shown = event.selection && filtered_;
  const std::optional<AnnotationId> was_selected = std::exchange(selected_, editor_.selected_annotation());
  if (page == nullptr) {
    overview_ = {};
  } else if (event.document || event.schema || others_shown || (event.annotations && event.changed.empty())) {
    colours_.clear();
    for (const PageLabel& label : page->labels()) {
      colours_.push_back(label_colours(editor_.schema(), label.id, *theme_).bar);
    }
    overview_.take_all(*page, overview_columns(editor_.schema(), page->labels()));
  } else {
    for (const AnnotationId& id : event.changed) overview_.take(*page, id);
    for (const auto& id : {was_selected, selected_}) {
      if (one_shown && id) overview_.take(*page, *id);
    }
  }
  if (event.document || event.schema || others_shown) {
    Refresh(false);
  } else if (event.annotations || one_shown) {
    fit_later();
  }
}

void OverviewStrip::set_hits(std::vector<Span> hits) {
  overview_.set_hits(std::move(hits));
  Refresh(false);
}

void OverviewStrip::follow_text() {
  const Viewport* const viewport = text_.viewport();
  if (viewport == nullptr) return;
  if (viewport->scrolled() != drawn_top_) Refresh(false);
  if (viewport->page_height() != drawn_height_) fit_later();
}

void OverviewStrip::fit_later() {
  if (!fit_later_.IsRunning()) fit_later_.StartOnce(kFitMilliseconds);
}

void OverviewStrip::fit() {
  if (text_.page() != nullptr) overview_.fit(*text_.page(), GetClientSize().y, text_.GetClientSize().y);
}

const Overview& OverviewStrip::overview() {
  fit();
  return overview_;
}

wxRect OverviewStrip::visible_part() {
  if (text_.viewport() == nullptr) return {};
  fit();
  return part_in_sight();
}

wxRect OverviewStrip::part_in_sight() const {
  const std::int64_t top = text_.viewport()->scrolled();
  const int first = overview_.row_of(top);
  const int last = overview_.row_of(top + text_.GetClientSize().y - 1);
  return {0, first, GetClientSize().x, std::max(last - first + 1, FromDIP(4))};
}

void OverviewStrip::on_paint(wxPaintEvent& /*event*/) {
  wxAutoBufferedPaintDC dc(this);
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  if (!context) return;
  const wxSize size = GetClientSize();
  context->SetAntialiasMode(wxANTIALIAS_NONE);
  context->SetPen(*wxTRANSPARENT_PEN);
  context->SetBrush(wxBrush(blend(theme_->background, theme_->text, 0.05)));
  context->DrawRectangle(0, 0, size.x, size.y);
  if (text_.page() == nullptr) return;
  if (!overview_.has_rows() || !fit_later_.IsRunning()) fit();
  const int column = FromDIP(kColumn);
  const int gap = FromDIP(kGap);
  for (std::size_t i = 0; i < overview_.columns(); ++i) {
    const int x = gap + static_cast<int>(i) * (column + gap);
    for_each_stretch(overview_.column(i), [&](int first, int last, std::uint32_t label) {
      if (label == Overview::kNothing) return;
      context->SetBrush(wxBrush(colours_[label]));
      context->DrawRectangle(x, first, column, last - first);
    });
  }
  context->SetBrush(wxBrush(theme_->text));
  for_each_stretch(overview_.hit_rows(), [&](int first, int last, bool hit) {
    if (hit) context->DrawRectangle(size.x - gap - column, first, column, last - first);
  });
  const wxRect part = part_in_sight();
  drawn_top_ = text_.viewport()->scrolled();
  drawn_height_ = text_.viewport()->page_height();
  context->SetBrush(wxBrush(with_alpha(theme_->text, 18)));
  context->SetPen(wxPen(with_alpha(theme_->text, 60), 1));
  context->DrawRectangle(part.x, part.y, part.width - 1, part.height - 1);
}

/// What is there comes to the middle of the text.
void OverviewStrip::go_to(int row) {
  if (text_.viewport() == nullptr) return;
  fit();
  text_.scroll_to(overview_.page_y(row) - text_.GetClientSize().y / 2);
}

void OverviewStrip::on_left_down(wxMouseEvent& event) {
  if (!HasCapture()) CaptureMouse();
  go_to(event.GetY());
}

void OverviewStrip::on_left_up(wxMouseEvent& /*event*/) {
  if (HasCapture()) ReleaseMouse();
}

void OverviewStrip::on_motion(wxMouseEvent& event) {
  if (HasCapture() && event.LeftIsDown()) return go_to(event.GetY());
  explain(event.GetY());
}

void OverviewStrip::explain(int row) {
  if (text_.page() == nullptr) return UnsetToolTip();
  fit();
  const Overview::Counts counts = overview_.counts(row - kReach, row + kReach + 1);
  wxString words;
  const auto hits = static_cast<unsigned>(counts.hits);
  if (counts.annotations > 0) {
    words = count_of_annotations(counts.annotations);
    std::vector<std::size_t> labels;
    for (std::size_t i = 0; i < counts.labels.size(); ++i) {
      if (counts.labels[i] > 0) labels.push_back(i);
    }
    std::stable_sort(labels.begin(), labels.end(),
                     [&](std::size_t a, std::size_t b) { return counts.labels[a] > counts.labels[b]; });
    for (std::size_t i = 0; i < std::min(labels.size(), kMostNames); ++i) {
      words += (i == 0 ? ": " : ", ") + label_name(editor_.schema(), text_.page()->labels()[labels[i]].id) + " " +
               grouped(counts.labels[labels[i]]);
    }
    if (labels.size() > kMostNames) words += wxString::FromUTF8(" …");
  }
  if (hits > 0) {
    if (!words.empty()) words += "\n";
    words += wxString::Format(wxPLURAL("%s hit", "%s hits", hits), grouped(hits));
  }
  if (words == GetToolTipText()) return;
  if (words.empty()) {
    UnsetToolTip();
  } else {
    SetToolTip(words);
  }
}

}  // namespace mitjul
