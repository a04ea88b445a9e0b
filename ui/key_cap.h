#pragma once

#include <wx/wx.h>

#include "ui/theme.h"

namespace mitjul {

/// A key as it looks on a keyboard, among words: `Ctrl+Enter` in a frame. Takes no focus.
class KeyCap : public wxPanel {
 public:
  KeyCap(wxWindow* parent, const wxString& key, const Theme& theme);

  bool AcceptsFocus() const override { return false; }
  bool AcceptsFocusFromKeyboard() const override { return false; }
};

}  // namespace mitjul
