#include "ui/export_dialog.h"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/msgdlg.h>

#include "core/file_io.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// What a format can hold, in the language of the window; where it has no words yet, in those of the format table.
wxString holds_of(const ExportFormat& format) {
  if (format.id == "mitjul-xml") {
    return _("Everything: texts, labels and rules, annotations, relations, notes and where they come from.");
  }
  return to_wx(format.holds);
}

}  // namespace

ExportDialog::ExportDialog(wxWindow* parent, const std::filesystem::path& project)
    : wxDialog(parent, wxID_ANY, _("Export"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      project_(project),
      formats_(new wxChoice(this, wxID_ANY)),
      holds_(new wxStaticText(this, wxID_ANY, "")),
      place_(new wxTextCtrl(this, wxID_ANY)) {
  const int gap = FromDIP(8);
  formats_->SetName(_("Format"));
  place_->SetName(_("Place"));
  place_->SetMinSize({FromDIP(360), -1});
  for (const ExportFormat& format : export_formats()) formats_->Append(to_wx(format.name));
  formats_->SetSelection(0);
  holds_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));

  auto* const browse_button = new wxButton(this, wxID_ANY, _("&Browse..."));
  auto* const place_row = new wxBoxSizer(wxHORIZONTAL);
  place_row->Add(place_, wxSizerFlags(1).CenterVertical());
  place_row->Add(browse_button, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));

  auto* const grid = new wxFlexGridSizer(2, {2 * gap, gap});
  grid->AddGrowableCol(1);
  grid->Add(new wxStaticText(this, wxID_ANY, _("Format")), wxSizerFlags().CenterVertical());
  grid->Add(formats_, wxSizerFlags().Expand());
  grid->AddSpacer(0);
  grid->Add(holds_, wxSizerFlags().Expand());
  grid->Add(new wxStaticText(this, wxID_ANY, _("Place")), wxSizerFlags().CenterVertical());
  grid->Add(place_row, wxSizerFlags().Expand());

  auto* const buttons = new wxStdDialogButtonSizer;
  auto* const export_button = new wxButton(this, wxID_OK, _("&Export"));
  buttons->AddButton(export_button);
  buttons->AddButton(new wxButton(this, wxID_CANCEL, _("Cancel")));
  buttons->Realize();
  export_button->SetDefault();

  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, 2 * gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  SetSizer(sizer);

  formats_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_format(); });
  browse_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { browse(); });
  export_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); });
  choose_format();
  export_button->SetFocus();
  CentreOnParent();
}

const ExportFormat& ExportDialog::format() const {
  return export_formats()[static_cast<std::size_t>(formats_->GetSelection())];
}

std::filesystem::path ExportDialog::place() const { return path_from_utf8(to_utf8(place_->GetValue())); }

void ExportDialog::choose_format() {
  std::filesystem::path place = project_;
  place.replace_extension(path_from_utf8(format().extension));
  if (format().folder) place += "-" + std::string(format().id);
  place_->ChangeValue(to_wx(path_to_utf8(place)));
  holds_->SetLabelText(holds_of(format()));
  holds_->Wrap(FromDIP(440));
  GetSizer()->SetSizeHints(this);
}

void ExportDialog::browse() {
  const wxFileName place(place_->GetValue());
  if (format().folder) {
    wxDirDialog dialog(this, _("Folder to export to"), place.GetPath());
    if (dialog.ShowModal() == wxID_OK) place_->ChangeValue(dialog.GetPath());
    return;
  }
  const wxString extension = to_wx(format().extension);
  const wxString filter = to_wx(format().name) + " (*." + extension + ")|*." + extension;
  wxFileDialog dialog(this, _("File to export to"), place.GetPath(), place.GetFullName(), filter, wxFD_SAVE);
  if (dialog.ShowModal() == wxID_OK) place_->ChangeValue(dialog.GetPath());
}

void ExportDialog::accept() {
  const wxString place = place_->GetValue();
  if (place.empty()) {
    place_->SetFocus();
    return;
  }
  if (!format().folder && wxFileExists(place)) {
    wxMessageDialog question(this, wxString::Format(_("There is already a file %s. Replace it?"), place), _("Export"),
                             wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    question.SetYesNoLabels(_("&Replace"), _("&Cancel"));
    if (question.ShowModal() != wxID_YES) return;
  }
  EndModal(wxID_OK);
}

}  // namespace mitjul
