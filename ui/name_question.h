#pragma once

#include <wx/window.h>

#include <optional>

namespace mitjul {

/// Asks for a name, beginning with this one; without blanks around it. Nothing where the user changes their mind.
std::optional<wxString> ask_for_name(wxWindow* parent, const wxString& question, const wxString& title,
                                     const wxString& name);

}  // namespace mitjul
