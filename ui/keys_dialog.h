#pragma once

#include <wx/wx.h>

namespace mitjul {

/// A key as people read it: `Ctrl+Shift+Z`, in the language of the window.
wxString key_text(std::string_view keys);

/// Every key and gesture, from the action table.
void show_keys(wxWindow* parent);

}  // namespace mitjul
