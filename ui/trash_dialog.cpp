#include "ui/trash_dialog.h"

#include <algorithm>
#include <set>

#include "core/document_edits.h"
#include "korean/collation.h"
#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/cell_text.h"
#include "ui/failure.h"
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

wxString quoted(const std::string& name) { return wxString::FromUTF8("“") + to_wx(name) + wxString::FromUTF8("”"); }

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

class TrashDialog::Table : public wxListView {
 public:
  Table(TrashDialog& dialog)  // NOLINT(google-explicit-constructor)
      : wxListView(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(480, 280)),
                   wxLC_REPORT | wxLC_VIRTUAL | wxBORDER_THEME),
        dialog_(dialog) {
    SetName(_("Trash"));
    AppendColumn(_("Name"));
    AppendColumn(_("Annotations"), wxLIST_FORMAT_RIGHT);
  }

  wxString OnGetItemText(long row, long column) const override {
    const DocumentSummary& document = dialog_.documents_[static_cast<std::size_t>(row)];
    return column == 0 ? name_in_cell(*this, 0, to_wx(document.name)) : grouped(annotations_in(document));
  }

  void share_width() {
    const int count = GetTextExtent(_("Annotations")).x + FromDIP(24);
    SetColumnWidth(0, std::max(GetClientSize().x - count, FromDIP(120)));
    SetColumnWidth(1, count);
  }

 private:
  TrashDialog& dialog_;
};

TrashDialog::TrashDialog(wxWindow* parent, Editor& editor, std::function<void(const DocumentKey&)> purged)
    : wxDialog(parent, wxID_ANY, _("Trash"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      editor_(editor),
      purged_(std::move(purged)),
      table_(new Table(*this)),
      said_(new wxStaticText(this, wxID_ANY, "")),
      restore_(new wxButton(this, wxID_ANY, _("&Restore"))),
      purge_(new wxButton(this, wxID_ANY, _("&Delete for Good..."))) {
  build();
  bind();
  guarded([this] { fill(); });
  if (!documents_.empty()) table_->Select(0);
  table_->SetFocus();
  CentreOnParent();
}

void TrashDialog::build() {
  const int gap = FromDIP(8);
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(purge_);
  buttons->AddStretchSpacer();
  buttons->Add(restore_, wxSizerFlags().Border(wxLEFT, gap));
  buttons->Add(new wxButton(this, wxID_CANCEL, _("&Close")), wxSizerFlags().Border(wxLEFT, gap));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(table_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  sizer->Add(said_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  SetSizerAndFit(sizer);
}

void TrashDialog::bind() {
  restore_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded([this] { restore(); }); });
  purge_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded([this] { purge(); }); });
  table_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) { guarded([this] { restore(); }); });
  table_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) { update_buttons(); });
  table_->Bind(wxEVT_LIST_ITEM_DESELECTED, [this](wxListEvent&) { update_buttons(); });
  table_->Bind(wxEVT_LIST_KEY_DOWN, [this](wxListEvent& event) {
    if (event.GetKeyCode() != WXK_DELETE) return event.Skip();
    guarded([this] { purge(); });
  });
  table_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    table_->share_width();
    event.Skip();
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
  const Collation collation;
  std::sort(documents_.begin(), documents_.end(), [&](const DocumentSummary& a, const DocumentSummary& b) {
    return collation.sort_key(a.name) < collation.sort_key(b.name);
  });
  // Row numbers mean other documents now.
  table_->SetItemState(-1, 0, wxLIST_STATE_SELECTED);
  table_->SetItemCount(static_cast<long>(documents_.size()));
  table_->Refresh();
  if (documents_.empty()) say(_("The trash is empty."));
  update_buttons();
}

void TrashDialog::update_buttons() {
  const bool any = table_->GetSelectedItemCount() > 0;
  restore_->Enable(any);
  purge_->Enable(any);
}

std::vector<DocumentSummary> TrashDialog::selected() const {
  std::vector<DocumentSummary> documents;
  for (long row = table_->GetFirstSelected(); row >= 0; row = table_->GetNextSelected(row)) {
    documents.push_back(documents_[static_cast<std::size_t>(row)]);
  }
  return documents;
}

void TrashDialog::restore() {
  Workspace& workspace = editor_.workspace();
  std::vector<DocumentInfo> infos;
  for (const DocumentSummary& document : selected()) {
    infos.push_back(workspace.open(document.key).document.info);
    workspace.close(document.key);
  }
  if (infos.empty()) return;
  std::set<std::string> taken;
  for (const DocumentSummary& document : editor_.documents()) taken.insert(document.name);
  const Edit edit = restore_documents(infos, std::move(taken));
  if (const Editor::Refusal refusal = editor_.perform(edit)) return say(to_wx(sentence(*refusal)));
  const auto count = static_cast<unsigned>(infos.size());
  wxString said =
      wxString::Format(wxPLURAL("%s document was restored.", "%s documents were restored.", count), grouped(count));
  for (const Change& change : edit.changes) {
    const auto& restored = std::get<DocumentChange>(change);
    if (restored.after->name == restored.before->name) continue;
    said += "\n" + wxString::Format(_("There is another %s: this one is called %s now."), quoted(restored.before->name),
                                    quoted(restored.after->name));
  }
  fill();
  say(said);
}

bool TrashDialog::may_purge(const std::vector<DocumentSummary>& documents) {
  std::uint64_t annotations = 0;
  std::set<AnnotatorKey> annotators;
  for (const DocumentSummary& document : documents) {
    annotations += annotations_in(document);
    for (const SetSummary& set : document.sets) {
      if (set.annotations > 0) annotators.insert(set.key.annotator);
    }
  }
  const auto count = static_cast<unsigned>(documents.size());
  wxMessageDialog dialog(
      this,
      wxString::Format(wxPLURAL("Delete %s document for good?", "Delete %s documents for good?", count),
                       grouped(count)),
      _("Delete for Good"), wxYES_NO | wxNO_DEFAULT | wxICON_WARNING);
  wxString detail = names_of(documents) + "\n";
  detail += annotations == 0 ? _("The text goes, and relations in other documents that point into it.")
                             : wxString::Format(_("The text goes, and with it all %s annotations by %s annotators, and "
                                                  "relations in other documents that point to them."),
                                                grouped(annotations), grouped(annotators.size()));
  detail += "\n" + _("Nothing brings this back. Copies of the project, exports and backups still hold it.");
  dialog.SetExtendedMessage(detail);
  dialog.SetYesNoLabels(_("&Delete for Good"), _("&Keep"));
  return dialog.ShowModal() == wxID_YES;
}

void TrashDialog::purge() {
  const std::vector<DocumentSummary> documents = selected();
  if (documents.empty() || !may_purge(documents)) return;
  std::int64_t relations = 0;
  // What was done is shown, whatever is thrown on the way.
  wxString said;
  try {
    for (const DocumentSummary& document : documents) {
      relations += editor_.workspace().purge(document.key).relations_elsewhere;
      purged_(document.key);
    }
    const auto count = static_cast<unsigned>(documents.size());
    said = wxString::Format(wxPLURAL("%s document is gone for good.", "%s documents are gone for good.", count),
                            grouped(count));
    if (relations > 0) {
      said += " " + wxString::Format(_("Relations in other documents that went with it: %s."),
                                     grouped(static_cast<std::uint64_t>(relations)));
    }
  } catch (...) {
    said = failure_sentence();
  }
  fill();
  say(said);
}

}  // namespace mitjul
