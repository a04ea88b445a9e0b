#include "ui/new_project_dialog.h"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <utility>

#include "core/file_io.h"
#include "core/time.h"
#include "core/tta.h"
#include "import/schema_formats.h"
#include "messages/language.h"
#include "messages/schema_words.h"
#include "messages/sentences.h"
#include "storage/project_file.h"
#include "ui/annotation_words.h"
#include "ui/failure.h"
#include "ui/preset_example.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kTextWidth = 600;
constexpr int kListWidth = 210;
constexpr int kExampleHeight = 300;
constexpr std::size_t kMostNames = 30;          // of labels
constexpr const char* kWithFineLabels = "tta";  // the preset

wxString documents_folder() {
  const wxString folder = wxStandardPaths::Get().GetDocumentsDir();
  return wxDirExists(folder) ? folder : wxGetHomeDir();
}

}  // namespace

NewProjectDialog::NewProjectDialog(wxWindow* parent, const Theme& theme)
    : wxDialog(parent, wxID_ANY, _("New Project"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      offered_(presets()) {
  const int gap = FromDIP(8);
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(make_place(gap), wxSizerFlags().Expand().Border(wxALL, 2 * gap));
  sizer->Add(make_labels(gap, theme), wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 2 * gap));
  trouble_ = new wxStaticText(this, wxID_ANY, "");
  trouble_->Hide();
  sizer->Add(trouble_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, 2 * gap));

  auto* const buttons = new wxStdDialogButtonSizer;
  auto* const create_button = new wxButton(this, wxID_OK, _("C&reate"));
  buttons->AddButton(create_button);
  buttons->AddButton(new wxButton(this, wxID_CANCEL, _("Cancel")));
  buttons->Realize();
  create_button->SetDefault();
  create_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { create(); });
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(sizer);

  // Whatever is chosen, the dialog stays as it is.
  wxSize most;
  for (unsigned i = list_->GetCount(); i-- > 0;) {
    list_->SetSelection(static_cast<int>(i));
    describe();
    most.IncTo(sizer->CalcMin());
  }
  SetMinClientSize(most);
  SetClientSize(most);
  name_->SelectAll();
  name_->SetFocus();
  CentreOnParent();
}

wxSizer* NewProjectDialog::make_place(int gap) {
  name_ = new wxTextCtrl(this, wxID_ANY, _("project"));
  name_->SetName(_("Name"));
  fit_height(*name_);
  folder_ = new wxTextCtrl(this, wxID_ANY, documents_folder());
  folder_->SetName(_("Folder"));
  folder_->SetMinSize({FromDIP(320), -1});
  fit_height(*folder_);
  auto* const browse = new wxButton(this, wxID_ANY, _("&Browse..."));
  browse->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    wxDirDialog dialog(this, _("Folder of the project"), folder_->GetValue());
    if (dialog.ShowModal() == wxID_OK) folder_->SetValue(dialog.GetPath());
  });
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
  return grid;
}

/// The list on the left, what is said of the chosen labels beside it.
wxSizer* NewProjectDialog::make_labels(int gap, const Theme& theme) {
  auto* const left = new wxBoxSizer(wxVERTICAL);
  left->Add(new wxStaticText(this, wxID_ANY, _("Labels")), wxSizerFlags().Border(wxBOTTOM, gap / 2));
  list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(kListWidth, 200)));
  list_->SetName(_("Labels"));
  for (const Preset& each : offered_) list_->Append(to_wx(tr({each.english_name, each.name})));
  list_->SetSelection(0);
  list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { describe(); });
  left->Add(list_, wxSizerFlags(1).Expand());
  auto* const file = new wxButton(this, wxID_ANY, _("From a &Schema File..."));
  file->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { add_file(); });
  left->Add(file, wxSizerFlags().Expand().Border(wxTOP, gap));

  auto* const right = new wxBoxSizer(wxVERTICAL);
  description_ = new wxStaticText(this, wxID_ANY, "");
  labels_ = new wxStaticText(this, wxID_ANY, "");
  labels_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  fine_ = new wxCheckBox(this, wxID_ANY,
                         wxString::Format(_("Add the %s fine labels below them"), grouped(tta_fine_labels().size())));
  fine_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { describe(); });
  example_title_ = new wxStaticText(this, wxID_ANY, _("Example"));
  example_ = new PresetExample(this, theme);
  example_->SetName(_("Example"));
  example_->SetMinSize(FromDIP(wxSize(kTextWidth, kExampleHeight)));
  const wxSizerFlags row = wxSizerFlags().Expand().Border(wxBOTTOM, gap);
  right->Add(description_, row);
  right->Add(labels_, row);
  right->Add(fine_, row);
  right->Add(example_title_, wxSizerFlags().Border(wxBOTTOM, gap / 2));
  right->Add(example_, wxSizerFlags(1).Expand());

  auto* const columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(left, wxSizerFlags().Expand());
  columns->Add(right, wxSizerFlags(1).Expand().Border(wxLEFT, 2 * gap));
  return columns;
}

const Preset& NewProjectDialog::chosen() const { return offered_[static_cast<std::size_t>(list_->GetSelection())]; }

Schema NewProjectDialog::schema() const {
  Schema made = chosen().schema;
  if (chosen().id != kWithFineLabels || !fine_->GetValue()) return made;
  std::vector<std::string> ids;
  for (const TtaFineLabel& each : tta_fine_labels()) ids.push_back(each.id);
  add_tta_fine_labels(made, ids);
  return made;
}

void NewProjectDialog::describe() {
  const Preset& preset = chosen();
  const std::vector<Label>& labels = preset.schema.labels;
  wxString names;
  for (std::size_t i = 0; i < std::min(labels.size(), kMostNames); ++i) {
    names += (names.empty() ? "" : ", ") + label_name(preset.schema, labels[i].id);
  }
  if (labels.size() > kMostNames) names += wxString::FromUTF8(", …");
  const auto say = [this](wxStaticText* text, const wxString& words) {
    text->SetLabelText(words);
    text->Wrap(FromDIP(kTextWidth));
    text->Show(!words.empty());
  };
  say(description_, to_wx(tr({preset.english_description, preset.description})));
  say(labels_, names);
  fine_->Show(preset.id == kWithFineLabels);
  const bool has_example = !preset.example_text.empty();
  example_title_->Show(has_example);
  example_->Show(has_example);
  if (has_example) example_->show(preset);
  trouble_->Hide();
  Layout();
}

/// Another line of the list, which is chosen.
void NewProjectDialog::add_file() {
  wxString patterns;
  for (const SchemaImportFormat& format : schema_import_formats()) {
    for (const std::string_view extension : format.extensions) {
      const wxString pattern = "*." + to_wx(extension);
      if (!patterns.Contains(pattern)) patterns += (patterns.empty() ? "" : ";") + pattern;
    }
  }
  wxFileDialog dialog(this, _("Schema file"), folder_->GetValue(), "",
                      _("Schemas") + " (" + patterns + ")|" + patterns + "|" + _("All files") + "|*", wxFD_OPEN);
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path path = path_from_utf8(to_utf8(dialog.GetPath()));
  try {
    SchemaFile file = read_schema(path);
    if (!file.problems.empty()) return complain(to_wx(sentence(file.problems.front())));
    Preset preset;
    preset.name = to_utf8(dialog.GetFilename());
    preset.english_name = preset.name;
    preset.schema = std::move(file.schema);
    list_->Append(to_wx(preset.name));
    offered_.push_back(std::move(preset));
    list_->SetSelection(static_cast<int>(list_->GetCount()) - 1);
    describe();
    wxString losses;
    for (const SchemaLoss& loss : file.losses) losses += (losses.empty() ? "" : "\n") + to_wx(sentence(loss));
    if (!losses.empty()) complain(losses);
  } catch (...) {
    complain(failure_sentence());
  }
}

void NewProjectDialog::complain(const wxString& sentence) {
  trouble_->SetLabelText(sentence);
  trouble_->Wrap(FromDIP(kTextWidth + kListWidth));
  trouble_->Show();
  GetSizer()->SetSizeHints(this);
  Layout();
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
    ProjectFile::create(place(), schema(), now());
    project_ = place();
    EndModal(wxID_OK);
  } catch (...) {
    complain(failure_sentence());
  }
}

}  // namespace mitjul
