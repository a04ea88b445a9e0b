#pragma once

#include <wx/wx.h>

namespace mitjul {

/// Sentences that are too many for a notice: to be read, scrolled and copied.
void show_list(wxWindow* parent, const wxString& title, const wxArrayString& sentences);

}  // namespace mitjul
