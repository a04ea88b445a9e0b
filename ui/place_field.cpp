#include "ui/place_field.h"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/msgdlg.h>

#include "core/file_io.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {

PlaceField::PlaceField(wxWindow* parent, const wxString& name) : wxPanel(parent) {
  auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
  // Made before the field, which its letter finds by that.
  if (!name.empty()) {
    sizer->Add(new wxStaticText(this, wxID_ANY, name), wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
  }
  text_ = new wxTextCtrl(this, wxID_ANY);
  text_->SetName(_("Place"));
  text_->SetMinSize({FromDIP(360), -1});
  fit_height(*text_);
  auto* const browse_button = new wxButton(this, wxID_ANY, _("&Browse..."));
  browse_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { browse(); });
  sizer->Add(text_, wxSizerFlags(1).CenterVertical());
  sizer->Add(browse_button, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
  SetSizer(sizer);
}

void PlaceField::offer_file(const std::filesystem::path& place, const wxString& filter) {
  folder_ = false;
  filter_ = filter;
  text_->ChangeValue(to_wx(path_to_utf8(place)));
}

void PlaceField::offer_folder(const std::filesystem::path& place) {
  folder_ = true;
  text_->ChangeValue(to_wx(path_to_utf8(place)));
}

std::filesystem::path PlaceField::place() const { return path_from_utf8(to_utf8(text_->GetValue())); }

void PlaceField::browse() {
  const wxFileName place(text_->GetValue());
  if (folder_) {
    wxDirDialog dialog(this, _("Folder to export to"), place.GetPath());
    if (dialog.ShowModal() == wxID_OK) text_->ChangeValue(dialog.GetPath());
    return;
  }
  wxFileDialog dialog(this, _("File to export to"), place.GetPath(), place.GetFullName(), filter_, wxFD_SAVE);
  if (dialog.ShowModal() == wxID_OK) text_->ChangeValue(dialog.GetPath());
}

bool PlaceField::confirm(const wxString& title, const wxString& folder_question) {
  const wxString place = text_->GetValue();
  if (place.empty()) {
    text_->SetFocus();
    return false;
  }
  wxString question;
  if (!folder_ && wxFileExists(place)) {
    question = wxString::Format(_("There is already a file %s. Replace it?"), place);
  } else if (folder_ && !folder_question.empty() && wxDirExists(place)) {
    question = wxString::Format(folder_question, place);
  }
  return question.empty() || confirm_replacing(this, question, title);
}

bool confirm_replacing(wxWindow* parent, const wxString& question, const wxString& title) {
  wxMessageDialog dialog(parent, question, title, wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
  dialog.SetYesNoLabels(_("&Replace"), _("&Cancel"));
  return dialog.ShowModal() == wxID_YES;
}

wxSizer* make_export_buttons(wxDialog* dialog, const std::function<void()>& accept) {
  auto* const buttons = new wxStdDialogButtonSizer;
  auto* const export_button = new wxButton(dialog, wxID_OK, _("&Export"));
  export_button->Bind(wxEVT_BUTTON, [accept](wxCommandEvent&) { accept(); });
  buttons->AddButton(export_button);
  buttons->AddButton(new wxButton(dialog, wxID_CANCEL, _("Cancel")));
  buttons->Realize();
  export_button->SetDefault();
  export_button->SetFocus();
  return buttons;
}

}  // namespace mitjul
