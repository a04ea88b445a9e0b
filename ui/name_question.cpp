#include "ui/name_question.h"

#include <wx/textdlg.h>

#include <utility>

namespace mitjul {

std::optional<wxString> ask_for_name(wxWindow* parent, const wxString& question, const wxString& title,
                                     const wxString& name) {
  wxTextEntryDialog dialog(parent, question, title, name);
  // wx leaves them to the system, which may speak another language.
  for (const auto& [id, label] : {std::pair(wxID_OK, _("OK")), std::pair(wxID_CANCEL, _("Cancel"))}) {
    if (wxWindow* const button = dialog.FindWindow(id)) button->SetLabel(label);
  }
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return dialog.GetValue().Strip(wxString::both);
}

}  // namespace mitjul
