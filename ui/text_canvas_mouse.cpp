// What a text canvas makes of the mouse: presses, drags, clicks and what the pointer is on.

#include <wx/settings.h>
#include <wx/utils.h>

#include <algorithm>
#include <cmath>

#include "korean/unit.h"
#include "ui/annotation_words.h"
#include "ui/text_canvas.h"

namespace mitjul {
namespace {

constexpr int kDragScrollMilliseconds = 25;
// Nearer to an end of the selection than this, a press takes hold of the end.
constexpr int kGrip = 5;

}  // namespace

void TextCanvas::press(const wxMouseEvent& event, DragBy by, Clicks clicks) {
  card_->dismiss();
  SetFocus();
  if (!viewport_) return;
  const wxPoint point = event.GetPosition();
  const Hit hit = viewport_->hit(static_cast<float>(point.x), point.y);
  goal_x_.reset();
  const Text& text = page_->text();
  const Selection before = editor_.selection();

  drag_ = {by, hit.place.pos, {hit.place.pos, hit.place.pos}, point, false, event.ControlDown()};
  if (event.AltDown() && by == DragBy::Word) drag_.by = DragBy::Grapheme;

  if (clicks == Clicks::Double) {
    // The character under the pointer, which the nearest caret place may lie behind.
    TextPos at = hit.place.pos;
    if (at > TextPos(0)) {
      const auto caret = viewport_->caret(hit.place);
      const bool before_caret = caret && static_cast<float>(point.x) < caret->x;
      if (before_caret || hit.place.at_line_end) at = text.previous_grapheme(at);
    }
    if (std::exchange(drag_.adds, false)) editor_.keep_segment();
    drag_.first = words_.select_at(at, before_press_);
  } else if (by == DragBy::Paragraph) {
    drag_.first = paragraph_at(text, hit.place.pos);
    editor_.select(Selection(drag_.first.start, drag_.first.end));
  } else if (event.ShiftDown()) {
    drag_.by = event.AltDown() ? DragBy::Grapheme : DragBy::Edge;
    drag_.from = before.anchor;
    drag_.moved = true;
  } else if (!before.empty() && !event.ControlDown()) {
    // An end of the selection can be taken hold of, and moved character by character.
    for (const TextPos end : {before.caret, before.anchor}) {
      const auto caret = caret_rectangle(end);
      if (!caret || point.y < caret->y || point.y > caret->y + caret->height) continue;
      if (std::abs(point.x - caret->x) > kGrip) continue;
      drag_.by = DragBy::Edge;
      drag_.from = end == before.caret ? before.anchor : before.caret;
      break;
    }
  }
  if (!HasCapture()) CaptureMouse();
  if (drag_.moved) drag_to(point);
}

/// Whether a press comes so soon behind an earlier one, at the same place, that they are one gesture.
bool TextCanvas::follows(const wxMouseEvent& event, wxLongLong time, wxPoint place) const {
  const wxPoint way = event.GetPosition() - place;
  return wxGetLocalTimeMillis() - time < wxSystemSettings::GetMetric(wxSYS_DCLICK_MSEC) && std::abs(way.x) < 4 &&
         std::abs(way.y) < 4;
}

void TextCanvas::on_left_down(wxMouseEvent& event) {
  const bool third = follows(event, last_double_click_, last_double_click_at_);
  // Soon behind a double click GTK takes the first press of another one for the third of the first, and does not tell
  // that the second makes it double.
  if (!third && follows(event, last_press_, last_press_at_)) return double_click(event);
  if (!third) before_press_ = editor_.selection();
  last_press_ = wxGetLocalTimeMillis();
  last_press_at_ = event.GetPosition();
  press(event, third ? DragBy::Paragraph : DragBy::Word);
}

void TextCanvas::on_double_click(wxMouseEvent& event) {
  // Where the press itself told it already.
  if (last_press_ == 0 && follows(event, last_double_click_, last_double_click_at_)) return;
  double_click(event);
}

void TextCanvas::double_click(const wxMouseEvent& event) {
  last_double_click_ = wxGetLocalTimeMillis();
  last_double_click_at_ = event.GetPosition();
  last_press_ = 0;
  press(event, DragBy::Word, Clicks::Double);
}

void TextCanvas::drag_to(wxPoint point) {
  const Text& text = page_->text();
  const Hit hit = viewport_->hit(static_cast<float>(point.x), point.y);
  const TextPos to = hit.place.pos;
  note_line_end(hit.place);
  if (std::exchange(drag_.adds, false)) editor_.keep_segment();
  const auto joined = [&](const Selection& dragged) {
    // What the press selected stays selected, whichever way the drag goes.
    if (drag_.first.empty()) return dragged;
    const Span all(std::min(dragged.span().start, drag_.first.start), std::max(dragged.span().end, drag_.first.end));
    return dragged.caret < dragged.anchor ? Selection(all.end, all.start) : Selection(all.start, all.end);
  };
  switch (drag_.by) {
    case DragBy::Word: editor_.select(joined(words_.dragged(drag_.from, to))); break;
    case DragBy::Paragraph: {
      const Span here = paragraph_at(text, to);
      editor_.select(
          joined(to < drag_.from ? Selection(drag_.first.end, here.start) : Selection(drag_.first.start, here.end)));
      break;
    }
    case DragBy::Grapheme:
    case DragBy::Edge: editor_.select(Selection(drag_.from, to)); break;
    case DragBy::Nothing: break;
  }
}

/// Whether the pointer has left the place of the press: hands tremble.
bool TextCanvas::is_far(wxPoint point) const {
  const int threshold = std::max(2, wxSystemSettings::GetMetric(wxSYS_DRAG_X, this) / 2);
  const wxPoint way = point - drag_.pressed;
  return std::abs(way.x) >= threshold || std::abs(way.y) >= threshold;
}

void TextCanvas::on_motion(wxMouseEvent& event) {
  if (!viewport_) return;
  const wxPoint point = event.GetPosition();
  if (drag_.by == DragBy::Nothing || !event.LeftIsDown()) {
    const Hit hit = viewport_->hit(static_cast<float>(point.x), point.y);
    std::optional<AnnotationId> hovered;
    if (!hit.annotations.empty()) hovered = hit.annotations.front();
    if (hovered != hovered_) {
      hovered_ = hovered;
      repaint();
    }
    hover_suggestion(hit);
    card_->follow(hit.annotations, ClientToScreen(point));
    return;
  }
  if (!drag_.moved && !is_far(point)) return;
  drag_.moved = true;
  drag_to(point);
  const bool outside = point.y < 0 || point.y >= GetClientSize().y;
  if (outside && !drag_scroll_.IsRunning()) {
    drag_scroll_.Start(kDragScrollMilliseconds);
  } else if (!outside) {
    drag_scroll_.Stop();
  }
}

void TextCanvas::on_leave(wxMouseEvent& event) {
  hover_suggestion({});
  card_->dismiss();
  if (hovered_) {
    hovered_.reset();
    repaint();
  }
  event.Skip();
}

void TextCanvas::on_drag_scroll(wxTimerEvent& /*event*/) {
  if (drag_.by == DragBy::Nothing || !viewport_) return drag_scroll_.Stop();
  const wxPoint point = ScreenToClient(wxGetMousePosition());
  const int height = GetClientSize().y;
  const int beyond = point.y < 0 ? point.y : std::max(point.y - height, 0);
  if (beyond == 0) return drag_scroll_.Stop();
  scroll_by(beyond / 2 + (beyond > 0 ? 1 : -1));
  drag_to({point.x, std::clamp(point.y, 0, height - 1)});
}

void TextCanvas::release(wxPoint point) {
  drag_scroll_.Stop();
  if (HasCapture()) ReleaseMouse();
  if (drag_.by == DragBy::Nothing || !viewport_) return;
  // The last motion before the release may have been dropped.
  if (!drag_.moved && !drag_.first.empty()) {
    drag_.moved = is_far(point);
  } else if (!drag_.moved && point != drag_.pressed) {
    const Hit from = viewport_->hit(static_cast<float>(drag_.pressed.x), drag_.pressed.y);
    const Hit to = viewport_->hit(static_cast<float>(point.x), point.y);
    drag_.moved = from.place.pos != to.place.pos;
  }
  if (drag_.moved || !drag_.first.empty()) {
    if (drag_.moved) drag_to(point);
    callbacks_.guarded([this] { show_refusal(editor_.use_pen()); });
  } else if (!is_on_chip_of_suggestion(point)) {
    click(viewport_->hit(static_cast<float>(point.x), point.y));
  }
  drag_ = {};
}

/// The innermost suggestion that a hit is on; nullptr where it is on none. Proposals are for the keys.
const Suggestion* TextCanvas::suggestion_at(const Hit& hit) const {
  const auto& suggestions = editor_.suggestions();
  const auto found = std::find_if(hit.suggested.begin(), hit.suggested.end(),
                                  [&](std::size_t index) { return index < suggestions.size(); });
  return found == hit.suggested.end() ? nullptr : suggestions[*found];
}

/// Its number among those of the page; nothing for nullptr.
std::optional<std::size_t> TextCanvas::number_of(const Suggestion* suggestion) const {
  const auto& suggestions = editor_.suggestions();
  const auto found = std::lower_bound(suggestions.begin(), suggestions.end(), suggestion, std::less<>());
  if (found == suggestions.end() || *found != suggestion) return std::nullopt;
  return static_cast<std::size_t>(found - suggestions.begin());
}

/// It lies over text that a click there does not mean.
bool TextCanvas::is_on_chip_of_suggestion(wxPoint point) {
  const auto selected = number_of(editor_.selected_suggestion());
  const std::vector<SuggestedChip> chips = viewport_->suggested_chips(selected);
  return std::any_of(chips.begin(), chips.end(), [&](const SuggestedChip& chip) {
    const ViewRect& place = chip.place;
    return wxRect(static_cast<int>(place.x), place.y, static_cast<int>(place.width), place.height).Contains(point);
  });
}

/// Says what is suggested there, and why; not where an annotation is.
void TextCanvas::hover_suggestion(const Hit& hit) {
  const Suggestion* const suggestion = hit.annotations.empty() ? suggestion_at(hit) : nullptr;
  const std::optional<std::size_t> hovered = number_of(suggestion);
  if (hovered == hovered_suggestion_) return;
  hovered_suggestion_ = hovered;
  if (suggestion == nullptr) {
    UnsetToolTip();
  } else {
    SetToolTip(label_name(editor_.schema(), suggestion->label) + "?\n" + reason_of(*suggestion, editor_.schema()));
  }
  repaint();
}

/// A click on annotations chooses the innermost, and the next one outwards when it is clicked again; a click on plain
/// text puts the caret there, and chooses what is suggested there.
void TextCanvas::click(const Hit& hit) {
  std::optional<AnnotationId> chosen;
  if (!hit.annotations.empty()) {
    const auto at = std::find(hit.annotations.begin(), hit.annotations.end(),
                              editor_.selected_annotation().value_or(AnnotationId()));
    chosen = at == hit.annotations.end() || at + 1 == hit.annotations.end() ? hit.annotations.front() : *(at + 1);
  }
  if (chosen && editor_.relation_draft()) {
    callbacks_.relate_to(*chosen);
    return;
  }
  const Suggestion* const suggestion = suggestion_at(hit);
  // The suggestion is the outermost of a stack.
  const bool past_annotations = !chosen || editor_.selected_annotation() == hit.annotations.back();
  note_line_end(hit.place);
  editor_.select(Selection(hit.place.pos));
  if (suggestion != nullptr && past_annotations && !editor_.relation_draft()) {
    editor_.select_suggestion(suggestion, false);
  } else if (chosen) {
    editor_.select_annotation(chosen, false);
  }
}

void TextCanvas::on_left_up(wxMouseEvent& event) { release(event.GetPosition()); }

void TextCanvas::on_capture_lost(wxMouseCaptureLostEvent& /*event*/) {
  drag_scroll_.Stop();
  drag_ = {};
}

}  // namespace mitjul
