// What a text canvas makes of the keyboard: focus, caret, and keys of labels and actions.

#include <algorithm>

#include "korean/unit.h"
#include "ui/text_canvas.h"

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace mitjul {
namespace {

constexpr int kBlinkMilliseconds = 530;

}  // namespace

// --- Focus and caret ---

void TextCanvas::on_focus(wxFocusEvent& event) {
  caret_shown_ = true;
  card_->dismiss();
  if (event.GetEventType() == wxEVT_SET_FOCUS) {
    blink_.Start(kBlinkMilliseconds);
    // wx gives the focus to the input method after this event: once more behind it.
    release_input_method();
    CallAfter([this] { release_input_method(); });
  } else {
    blink_.Stop();
  }
  repaint();
  event.Skip();
}

/// In Hangul mode an input method takes letters for itself, and the labels' keys with them; the text takes none.
void TextCanvas::release_input_method() {
#ifdef __WXGTK__
  if (m_imContext != nullptr) gtk_im_context_focus_out(m_imContext);
#endif
}

void TextCanvas::on_blink(wxTimerEvent& /*event*/) {
  if (!viewport_) return;
  caret_shown_ = !caret_shown_;
  if (const auto caret = viewport_->caret(caret_place())) {
    RefreshRect(wxRect(static_cast<int>(caret->x) - 2, caret->y, 5, caret->height), false);
  }
}

// --- Keys ---

void TextCanvas::show_refusal(const Editor::Refusal& refusal) {
  if (refusal) callbacks_.refused(refusal);
}

void TextCanvas::place_caret(CaretPlace place, bool extend) {
  note_line_end(place);
  const Selection& now = editor_.selection();
  editor_.select(extend ? Selection(now.anchor, place.pos) : Selection(place.pos));
  viewport_->reveal(place);
  update_scroll_bar();
  repaint();
}

void TextCanvas::note_line_end(CaretPlace place) {
  line_end_caret_.reset();
  if (place.at_line_end) line_end_caret_ = place.pos;
}

/// Arrow keys and their kin; false where the key is none of them.
bool TextCanvas::move_caret(const KeyPress& key) {
  if (key.alt) return false;
  const Text& text = page_->text();
  const CaretPlace caret = caret_place();
  const Selection& selection = editor_.selection();
  const bool collapses = !selection.empty() && !key.shift && !key.ctrl;
  const auto vertically = [&](int lines) {
    if (!goal_x_) goal_x_ = page_->x_of(caret);
    const float x = *goal_x_;
    place_caret(viewport_->moved(caret, lines, x), key.shift);
    goal_x_ = x;
  };
  switch (key.key) {
    case WXK_UP:
      if (!key.ctrl) {
        vertically(-1);
        return true;
      } else {
        const auto unit = previous_unit(editor_.units(), caret.pos);
        place_caret({unit ? unit->start : TextPos(0)}, key.shift);
        break;
      }
    case WXK_DOWN:
      if (!key.ctrl) {
        vertically(1);
        return true;
      } else {
        // Extending goes to the end of the sentence: what is selected is the sentence, not the blank behind it.
        auto unit = key.shift ? unit_at(editor_.units(), caret.pos) : std::nullopt;
        if (!unit || unit->end <= caret.pos) unit = next_unit(editor_.units(), caret.pos);
        place_caret({!unit ? text.end() : key.shift ? unit->end : unit->start}, key.shift);
        break;
      }
    case WXK_PAGEUP: vertically(-viewport_->lines_on_screen()); return true;
    case WXK_PAGEDOWN: vertically(viewport_->lines_on_screen()); return true;
    case WXK_LEFT:
      if (collapses) {
        place_caret({selection.span().start}, false);
      } else {
        place_caret({key.ctrl ? previous_eojeol(text, caret.pos) : text.previous_grapheme(caret.pos)}, key.shift);
      }
      break;
    case WXK_RIGHT:
      if (collapses) {
        place_caret({selection.span().end}, false);
      } else {
        place_caret({key.ctrl ? next_eojeol(text, caret.pos) : text.next_grapheme(caret.pos)}, key.shift);
      }
      break;
    case WXK_HOME: place_caret(key.ctrl ? CaretPlace{} : page_->line_start(page_->line_of(caret)), key.shift); break;
    case WXK_END:
      place_caret(key.ctrl ? CaretPlace{text.end()} : page_->line_end(page_->line_of(caret)), key.shift);
      break;
    default: return false;
  }
  goal_x_.reset();
  return true;
}

bool TextCanvas::use_label_key(const KeyPress& key) {
  const auto bound =
      std::find_if(label_keys_.begin(), label_keys_.end(), [&](const LabelKey& each) { return each.key == key; });
  if (bound == label_keys_.end()) return false;
  callbacks_.apply_label(bound->label);
  return true;
}

void TextCanvas::on_key(wxKeyEvent& event) {
  card_->dismiss();
  const KeyPress key = KeyPress::from(event);
  if (!page_ || key.key == 0) return event.Skip();
  // Ctrl+PageUp and its kin may be keys of an action.
  if (!take_key(key) && !move_caret(key)) event.Skip();
}

bool TextCanvas::take_key(const KeyPress& key) {
  if (!page_) return false;
  const ActionInfo* const action = keys_.action_for(key);
  if (action == nullptr || !action->in_text_only()) {
    return (callbacks_.attribute_key && callbacks_.attribute_key(key)) || use_label_key(key);
  }
  callbacks_.act(meant(action->action));
  return true;
}

/// What a key does to a suggestion that is selected.
Action TextCanvas::meant(Action action) const {
  if (editor_.selected_suggestion() == nullptr) return action;
  if (action == Action::EditAttributes && !editor_.relation_draft()) return Action::AcceptSuggestion;
  return action == Action::Delete ? Action::RefuseSuggestion : action;
}

}  // namespace mitjul
