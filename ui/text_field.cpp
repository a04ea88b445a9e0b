#include "ui/text_field.h"

#include <algorithm>

#include "ui/key_press.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kRestMilliseconds = 2000;

}  // namespace

void fit_height(wxTextCtrl& field) {
  const int height = std::max(field.GetBestSize().y, field.GetCharHeight() + field.FromDIP(10));
  field.SetMinSize({field.GetMinWidth(), height});
}

std::optional<Unstored> TypedValue::unstored(const std::string& typed) const {
  if (typed == stored_) return std::nullopt;
  return Unstored{typed, typed == refused_};
}

void TypedValue::put_back(const Unstored& unstored) {
  refused_ = unstored.refused ? std::optional(unstored.value) : std::nullopt;
}

void TypedValue::offered(const std::string& typed, Storing result) {
  refused_ = result == Storing::Refused ? std::optional(typed) : std::nullopt;
  if (result == Storing::Done) stored_ = typed;
}

TextField::TextField(wxWindow* parent, Lines lines, StoreValue store)
    : wxTextCtrl(parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                 lines == Lines::Several ? wxTE_MULTILINE | wxTE_WORDWRAP : wxTE_PROCESS_ENTER),
      store_(std::move(store)) {
  Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    // Later: the input method delivers the syllable that was being composed after this.
    CallAfter([this] { flush(); });
  });
  Bind(wxEVT_TEXT, [this, lines](wxCommandEvent& event) {
    event.Skip();
    if (!HasFocus()) CallAfter([this] { flush(); });
    if (lines == Lines::Several) rest_.StartOnce(kRestMilliseconds);
  });
  // Who thinks about the next sentence of a note does not lose the last one when the power goes.
  rest_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { flush(); });
  if (lines == Lines::One) {
    fit_height(*this);
    Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { flush(); });
  }
  Bind(wxEVT_KEY_DOWN, [this, lines](wxKeyEvent& event) {
    const KeyPress press = KeyPress::from(event);
    if (press.key == WXK_RETURN && press.ctrl) {
      flush();
    } else if (press.key == WXK_TAB && !press.ctrl && lines == Lines::Several) {
      Navigate(press.shift ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
    } else {
      event.Skip();
    }
  });
}

std::string TextField::typed() const { return to_utf8(GetValue()); }

void TextField::set_stored(const std::string& value) {
  if (value == value_.stored()) return;
  const bool edited = typed() != value_.stored();
  value_.set_stored(value);
  if (!edited) ChangeValue(to_wx(value));
}

bool TextField::pending() const { return value_.pending(typed()); }

bool TextField::flush() {
  const std::string value = typed();
  if (!value_.pending(value)) return true;
  const Storing result = store_(value);
  value_.offered(value, result);
  return result != Storing::Failed;
}

std::optional<Unstored> TextField::unstored() const { return value_.unstored(typed()); }

void TextField::put_back(const Unstored& unstored) {
  ChangeValue(to_wx(unstored.value));
  value_.put_back(unstored);
}

bool TextField::CanUndo() const { return typed() != value_.stored(); }

void TextField::Undo() {
  if (!CanUndo()) return;
  undone_ = typed();
  SetValue(to_wx(value_.stored()));
  SetInsertionPointEnd();
}

bool TextField::CanRedo() const { return undone_ && typed() == value_.stored(); }

void TextField::Redo() {
  if (!CanRedo()) return;
  SetValue(to_wx(*undone_));
  SetInsertionPointEnd();
}

}  // namespace mitjul
