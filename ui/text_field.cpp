#include "ui/text_field.h"

#include "ui/key_press.h"
#include "ui/wx_text.h"

namespace mitjul {

TextField::TextField(wxWindow* parent, Lines lines, StoreValue store)
    : wxTextCtrl(parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                 lines == Lines::Several ? wxTE_MULTILINE | wxTE_WORDWRAP : wxTE_PROCESS_ENTER),
      store_(std::move(store)) {
  Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    // Later: the input method delivers the syllable that was being composed after this.
    CallAfter([this] { flush(); });
  });
  Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    if (!HasFocus()) CallAfter([this] { flush(); });
  });
  if (lines == Lines::One) Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { flush(); });
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

void TextField::set_stored(const std::string& value) {
  if (value == stored_) return;
  const bool typed = pending() || refused_;
  stored_ = value;
  if (!typed) ChangeValue(to_wx(value));
}

bool TextField::pending() const {
  const std::string value = to_utf8(GetValue());
  return value != stored_ && value != refused_;
}

void TextField::flush() {
  if (!pending()) {
    if (to_utf8(GetValue()) == stored_) refused_.reset();
    return;
  }
  const std::string value = to_utf8(GetValue());
  if (store_(value)) {
    stored_ = value;
    refused_.reset();
  } else {
    refused_ = value;
  }
}

}  // namespace mitjul
