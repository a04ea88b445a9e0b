#include "ui/list_dialog.h"

namespace mitjul {

void show_list(wxWindow* parent, const wxString& title, const wxArrayString& sentences) {
  wxDialog dialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  const int gap = dialog.FromDIP(8);
  wxString all;
  for (const wxString& sentence : sentences) all += sentence + "\n";
  auto* const text = new wxTextCtrl(&dialog, wxID_ANY, all, wxDefaultPosition, dialog.FromDIP(wxSize(560, 320)),
                                    wxTE_MULTILINE | wxTE_READONLY | wxTE_WORDWRAP);
  text->SetName(title);
  text->SetInsertionPoint(0);
  auto* const close = new wxButton(&dialog, wxID_CANCEL, _("&Close"));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(text, wxSizerFlags(1).Expand().Border(wxALL, gap));
  sizer->Add(close, wxSizerFlags().Right().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  dialog.SetSizerAndFit(sizer);
  close->SetFocus();
  dialog.CentreOnParent();
  dialog.ShowModal();
}

}  // namespace mitjul
