#include "ui/trash_dialog.h"

#include <algorithm>
#include <set>

#include "core/document_edits.h"
#include "korean/collation.h"
#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/failure.h"
#include "ui/filled_in.h"
#include "ui/key_press.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostNamed = 5;

/// Of all annotators.
std::uint64_t annotations_in(const DocumentSummary& document) {
  std::int64_t count = 0;
  for (const SetSummary& set : document.sets) count += set.annotations;
  return static_cast<std::uint64_t>(count);
}

void sort_by_name(std::vector<DocumentSummary>& documents) {
  const Collation collation;
  std::vector<std::pair<std::string, DocumentSummary>> keyed;
  keyed.reserve(documents.size());
  for (DocumentSummary& document : documents) {
    std::string key = collation.sort_key(document.name);
    keyed.emplace_back(std::move(key), std::move(document));
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::transform(keyed.begin(), keyed.end(), documents.begin(), [](auto& each) { return std::move(each.second); });
}

/// What goes with the text of documents.
wxString words_of_loss(const std::vector<DocumentSummary>& documents) {
  std::uint64_t annotations = 0;
  std::set<AnnotatorKey> annotators;
  for (const DocumentSummary& document : documents) {
    annotations += annotations_in(document);
    for (const SetSummary& set : document.sets) {
      if (set.annotations > 0) annotators.insert(set.key.annotator);
    }
  }
  if (annotations == 0) return _("The text goes, and relations in other documents that point into it.");
  const wxString by =
      wxString::Format(wxPLURAL("by %s annotator", "by %s annotators", static_cast<unsigned>(annotators.size())),
                       grouped(annotators.size()));
  return wxString::Format(_("The text goes, and with it %s (%s), and relations in other documents that point into it."),
                          count_of_annotations(annotations), by);
}

/// On a line each, as many as can be taken in.
wxString names_of(const std::vector<DocumentSummary>& documents) {
  wxString names;
  for (std::size_t i = 0; i < std::min(documents.size(), kMostNamed); ++i) names += to_wx(documents[i].name) + "\n";
  if (documents.size() > kMostNamed) {
    names += wxString::Format(_("And %s more."), grouped(documents.size() - kMostNamed)) + "\n";
  }
  return names;
}

}  // namespace

TrashDialog::TrashDialog(wxWindow* parent, Editor& editor, std::function<void(const DocumentKey&)> purged)
    : wxDialog(parent, wxID_ANY, _("Trash"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      editor_(editor),
      purged_(std::move(purged)),
      list_(new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(480, 280)), 0, nullptr, wxLB_EXTENDED)),
      said_(new wxStaticText(this, wxID_ANY, "")),
      restore_(new wxButton(this, wxID_ANY, _("&Restore"))),
      purge_(new wxButton(this, wxID_ANY, _("&Delete for Good..."))) {
  build();
  bind();
  guarded([this] { fill(); });
  list_->SetFocus();
  CentreOnParent();
}

void TrashDialog::build() {
  const int gap = FromDIP(8);
  list_->SetName(_("Trash"));
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(purge_);
  buttons->AddStretchSpacer();
  buttons->Add(restore_, wxSizerFlags().Border(wxLEFT, gap));
  buttons->Add(new wxButton(this, wxID_CANCEL, _("&Close")), wxSizerFlags().Border(wxLEFT, gap));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  sizer->Add(said_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  SetSizerAndFit(sizer);
}

void TrashDialog::bind() {
  restore_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded([this] { restore(); }); });
  purge_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded([this] { purge(); }); });
  list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { update_buttons(); });
  list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { guarded([this] { restore(); }); });
  list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (KeyPress::from(event) != KeyPress{WXK_DELETE}) return event.Skip();
    guarded([this] { purge(); });
  });
}

void TrashDialog::guarded(const std::function<void()>& call) {
  try {
    call();
  } catch (...) {
    say(failure_sentence());
  }
}

void TrashDialog::say(const wxString& sentence) {
  said_->SetLabel(wxControl::EscapeMnemonics(sentence));
  said_->Wrap(GetClientSize().x - FromDIP(16));
  Layout();
}

void TrashDialog::fill() {
  documents_ = editor_.workspace().store().documents();
  std::erase_if(documents_, [](const DocumentSummary& document) { return !document.in_trash; });
  sort_by_name(documents_);
  list_->Clear();
  for (const DocumentSummary& document : documents_) {
    list_->Append(to_wx(document.name) + "  (" + count_of_annotations(annotations_in(document)) + ")");
  }
  if (!documents_.empty()) list_->Select(0);
  if (documents_.empty()) say(_("The trash is empty."));
  update_buttons();
}

void TrashDialog::update_buttons() {
  const bool any = !selected().empty();
  restore_->Enable(any);
  purge_->Enable(any);
}

std::vector<DocumentSummary> TrashDialog::selected() const {
  std::vector<DocumentSummary> documents;
  wxArrayInt rows;
  list_->GetSelections(rows);
  for (const int row : rows) documents.push_back(documents_[static_cast<std::size_t>(row)]);
  return documents;
}

void TrashDialog::restore() {
  const std::vector<DocumentSummary> documents = selected();
  if (documents.empty()) return;
  const wxBusyCursor busy;
  Workspace& workspace = editor_.workspace();
  std::vector<DocumentInfo> infos;
  for (const DocumentSummary& document : documents) infos.push_back(workspace.open(document.key).document.info);
  std::set<std::string> taken;
  for (const DocumentSummary& document : editor_.documents()) taken.insert(document.name);
  const Edit edit = restore_documents(infos, std::move(taken));
  if (const Editor::Refusal refusal = editor_.perform(edit)) {
    for (const DocumentInfo& info : infos) workspace.close(info.key);
    return say(to_wx(sentence(*refusal)));
  }
  const auto count = static_cast<unsigned>(infos.size());
  wxString said =
      wxString::Format(wxPLURAL("%s document was restored.", "%s documents were restored.", count), grouped(count));
  for (const Change& change : edit.changes) {
    const auto& restored = std::get<DocumentChange>(change);
    if (restored.after->name == restored.before->name) continue;
    said += "\n" + filled_in(_("There is another %s: this one is called %s now."),
                             {in_quotes(to_wx(restored.before->name)), in_quotes(to_wx(restored.after->name))});
  }
  fill();
  say(said);
}

bool TrashDialog::may_purge(const std::vector<DocumentSummary>& documents) {
  const auto count = static_cast<unsigned>(documents.size());
  wxMessageDialog dialog(
      this,
      wxString::Format(wxPLURAL("Delete %s document for good?", "Delete %s documents for good?", count),
                       grouped(count)),
      _("Delete for Good"), wxYES_NO | wxNO_DEFAULT | wxICON_WARNING);
  wxString detail = names_of(documents) + "\n" + words_of_loss(documents);
  detail += "\n" + _("Nothing brings this back. Copies of the project, exports and backups still hold it.");
  dialog.SetExtendedMessage(detail);
  dialog.SetYesNoLabels(_("&Delete for Good"), _("&Keep"));
  return dialog.ShowModal() == wxID_YES;
}

void TrashDialog::purge() {
  const std::vector<DocumentSummary> documents = selected();
  if (documents.empty() || !may_purge(documents)) return;
  std::vector<DocumentKey> keys;
  for (const DocumentSummary& document : documents) keys.push_back(document.key);
  // What was done is shown, whatever is thrown on the way.
  wxString said;
  try {
    const wxBusyCursor busy;
    const auto relations = static_cast<unsigned>(editor_.workspace().purge(keys).relations_elsewhere);
    for (const DocumentKey& key : keys) purged_(key);
    const auto count = static_cast<unsigned>(documents.size());
    said = wxString::Format(wxPLURAL("%s document is gone for good.", "%s documents are gone for good.", count),
                            grouped(count));
    if (relations > 0) {
      said += " " + wxString::Format(wxPLURAL("%s relation in other documents went, too.",
                                              "%s relations in other documents went, too.", relations),
                                     grouped(relations));
    }
  } catch (...) {
    said = failure_sentence();
  }
  fill();
  say(said);
}

}  // namespace mitjul
