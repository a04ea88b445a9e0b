#include "ui/annotator_dialog.h"

#include <algorithm>
#include <map>

#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/failure.h"
#include "ui/key_press.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kNameWidth = 20;  // letters

}  // namespace

AnnotatorDialog::AnnotatorDialog(wxWindow* parent, Editor& editor)
    : wxDialog(parent, wxID_ANY, _("Annotator"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      editor_(editor),
      list_(new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(420, 160)))),
      name_(new wxTextCtrl(this, wxID_ANY)),
      said_(new wxStaticText(this, wxID_ANY, "")) {
  const int gap = FromDIP(8);
  auto* const about = new wxStaticText(this, wxID_ANY,
                                       _("Each annotator has annotations of their own in every document: who works "
                                         "under another name begins with none and changes nothing of the others. "
                                         "Undo takes back one's own edits only."));
  about->Wrap(FromDIP(420));
  list_->SetName(_("Annotators of the project"));
  name_->SetName(_("Name of the annotator"));
  name_->SetMinSize({kNameWidth * GetCharWidth(), -1});
  fit_height(*name_);
  auto* const add_button = new wxButton(this, wxID_ANY, _("&Add"));
  add_button->SetToolTip(_("Makes a new annotator of this name"));
  auto* const rename_button = new wxButton(this, wxID_ANY, _("&Rename"));
  rename_button->SetToolTip(_("Gives the chosen annotator this name; can be undone"));

  auto* const naming = new wxBoxSizer(wxHORIZONTAL);
  naming->Add(new wxStaticText(this, wxID_ANY, _("Name")), wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
  naming->Add(name_, wxSizerFlags(1).CenterVertical());
  naming->Add(add_button, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  naming->Add(rename_button, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  auto* const work_button = new wxButton(this, wxID_OK, _("&Work as This Annotator"));
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(this, wxID_CANCEL, _("&Close")), wxSizerFlags().Border(wxRIGHT, gap));
  buttons->Add(work_button);
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(about, wxSizerFlags().Expand().Border(wxALL, gap));
  sizer->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
  sizer->Add(naming, wxSizerFlags().Expand().Border(wxALL, gap));
  sizer->Add(said_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizerAndFit(sizer);
  work_button->SetDefault();

  list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { show_name(); });
  list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { work_as_chosen(); });
  // Enter in the list chooses; GTK keeps it to itself.
  list_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (KeyPress::from(event).key != WXK_RETURN) return event.Skip();
    work_as_chosen();
  });
  work_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { work_as_chosen(); });
  add_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { add(); });
  rename_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { rename(); });
  fill(editor_.workspace().annotator());
  list_->SetFocus();
  CentreOnParent();
}

void AnnotatorDialog::fill(const AnnotatorKey& selected) {
  std::map<AnnotatorKey, std::int64_t> counts;
  for (const DocumentSummary& document : editor_.documents()) {
    for (const SetSummary& set : document.sets) counts[set.key.annotator] += set.annotations;
  }
  keys_.clear();
  wxArrayString lines;
  for (const Annotator& annotator : editor_.workspace().annotators()) {
    keys_.push_back(annotator.key);
    const auto count = static_cast<std::uint64_t>(counts[annotator.key]);
    wxString line = to_wx(annotator.name) + "   " + count_of_annotations(count);
    if (annotator.imported) line += wxString::FromUTF8(" · ") + _("imported");
    if (annotator.key == editor_.workspace().annotator()) line += wxString::FromUTF8(" · ") + _("working now");
    lines.Add(line);
  }
  list_->Set(lines);
  const auto found = std::find(keys_.begin(), keys_.end(), selected);
  if (found != keys_.end()) list_->SetSelection(static_cast<int>(found - keys_.begin()));
  show_name();
}

void AnnotatorDialog::show_name() {
  const int row = list_->GetSelection();
  if (row == wxNOT_FOUND) return;
  name_->ChangeValue(to_wx(editor_.workspace().annotators()[static_cast<std::size_t>(row)].name));
}

std::string AnnotatorDialog::typed() const {
  wxString name = name_->GetValue();
  return to_utf8(name.Trim(true).Trim(false));
}

void AnnotatorDialog::add() {
  carry_out([this] { return editor_.workspace().add_annotator(typed()); });
  const auto& annotators = editor_.workspace().annotators();
  const auto added = std::find_if(annotators.begin(), annotators.end(),
                                  [this](const Annotator& annotator) { return annotator.name == typed(); });
  if (added != annotators.end()) fill(added->key);
}

void AnnotatorDialog::rename() {
  if (list_->GetSelection() == wxNOT_FOUND) return;
  const AnnotatorKey key = chosen();
  const auto& annotators = editor_.workspace().annotators();
  const std::string before = annotators[static_cast<std::size_t>(list_->GetSelection())].name;
  carry_out([&] { return editor_.perform({"rename-annotator", {AnnotatorNameChange{key, before, typed()}}}); });
  fill(key);
}

void AnnotatorDialog::work_as_chosen() {
  if (list_->GetSelection() != wxNOT_FOUND) EndModal(wxID_OK);
}

void AnnotatorDialog::carry_out(const std::function<Editor::Refusal()>& call) {
  say({});
  try {
    if (const Editor::Refusal refusal = call()) say(to_wx(sentence(*refusal)));
  } catch (...) {
    say(failure_sentence());
  }
}

void AnnotatorDialog::say(const wxString& sentence) {
  said_->SetLabel(wxControl::EscapeMnemonics(sentence));
  said_->Wrap(GetClientSize().x - FromDIP(16));
  Layout();
}

}  // namespace mitjul
