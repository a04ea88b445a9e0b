#include "ui/new_project_dialog.h"

#include <wx/dirdlg.h>
#include <wx/stdpaths.h>

#include "core/file_io.h"
#include "core/time.h"
#include "messages/language.h"
#include "storage/project_file.h"
#include "ui/annotation_words.h"
#include "ui/failure.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kTextWidth = 440;

wxString documents_folder() {
  const wxString folder = wxStandardPaths::Get().GetDocumentsDir();
  return wxDirExists(folder) ? folder : wxGetHomeDir();
}

}  // namespace

NewProjectDialog::NewProjectDialog(wxWindow* parent)
    : wxDialog(parent, wxID_ANY, _("New Project"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      name_(new wxTextCtrl(this, wxID_ANY, _("project"))),
      folder_(new wxTextCtrl(this, wxID_ANY, documents_folder())),
      preset_(new wxChoice(this, wxID_ANY)),
      description_(new wxStaticText(this, wxID_ANY, "")),
      trouble_(new wxStaticText(this, wxID_ANY, "")) {
  const int gap = FromDIP(8);
  name_->SetName(_("Name"));
  fit_height(*name_);
  folder_->SetName(_("Folder"));
  folder_->SetMinSize({FromDIP(320), -1});
  fit_height(*folder_);
  preset_->SetName(_("Labels"));
  for (const Preset& each : presets()) preset_->Append(to_wx(tr({each.english_name, each.name})));
  preset_->SetSelection(0);
  description_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  trouble_->Hide();

  auto* const browse = new wxButton(this, wxID_ANY, _("&Browse..."));
  auto* const folder_row = new wxBoxSizer(wxHORIZONTAL);
  folder_row->Add(folder_, wxSizerFlags(1).CenterVertical());
  folder_row->Add(browse, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));

  auto* const grid = new wxFlexGridSizer(2, {2 * gap, gap});
  grid->AddGrowableCol(1);
  const auto row = [&](const wxString& title, auto* control) {
    grid->Add(new wxStaticText(this, wxID_ANY, title), wxSizerFlags().CenterVertical());
    grid->Add(control, wxSizerFlags().Expand());
  };
  row(_("Name"), name_);
  row(_("Folder"), folder_row);
  row(_("Labels"), preset_);
  grid->AddSpacer(0);
  grid->Add(description_, wxSizerFlags().Expand());

  auto* const buttons = new wxStdDialogButtonSizer;
  auto* const create_button = new wxButton(this, wxID_OK, _("C&reate"));
  buttons->AddButton(create_button);
  buttons->AddButton(new wxButton(this, wxID_CANCEL, _("Cancel")));
  buttons->Realize();
  create_button->SetDefault();

  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, 2 * gap));
  sizer->Add(trouble_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 2 * gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  SetSizer(sizer);

  browse->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    wxDirDialog dialog(this, _("Folder of the project"), folder_->GetValue());
    if (dialog.ShowModal() == wxID_OK) folder_->SetValue(dialog.GetPath());
  });
  preset_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { describe(); });
  create_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { create(); });
  describe();
  name_->SelectAll();
  name_->SetFocus();
  CentreOnParent();
}

const Preset& NewProjectDialog::chosen() const { return presets()[static_cast<std::size_t>(preset_->GetSelection())]; }

void NewProjectDialog::describe() {
  wxString names;
  for (const Label& label : chosen().schema.labels) {
    if (!names.empty()) names += ", ";
    names += label_name(chosen().schema, label.id);
  }
  const wxString description = to_wx(tr({chosen().english_description, chosen().description}));
  description_->SetLabelText(names.empty() ? description : description + "\n\n" + names);
  description_->Wrap(FromDIP(kTextWidth));
  GetSizer()->SetSizeHints(this);
}

std::filesystem::path NewProjectDialog::place() const {
  std::string name = to_utf8(name_->GetValue());
  constexpr std::string_view kExtension = ".mitjul";
  if (!name.ends_with(kExtension)) name += kExtension;
  return path_from_utf8(to_utf8(folder_->GetValue())) / path_from_utf8(name);
}

void NewProjectDialog::create() {
  try {
    if (name_->GetValue().Trim().Trim(false).empty()) {
      name_->SetFocus();
      return;
    }
    ProjectFile::create(place(), chosen().schema, now());
    project_ = place();
    EndModal(wxID_OK);
  } catch (...) {
    trouble_->SetLabelText(failure_sentence());
    trouble_->Wrap(FromDIP(kTextWidth + 80));
    trouble_->Show();
    GetSizer()->SetSizeHints(this);
    Layout();
  }
}

}  // namespace mitjul
