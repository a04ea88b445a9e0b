#include "ui/export_documents_page.h"

#include <algorithm>
#include <utility>

#include "export/chosen_source.h"
#include "ui/annotation_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// What of a choice says which documents there are.
ExportChoice documents_of(const ExportChoice& choice) {
  ExportChoice documents;
  documents.states = choice.states;
  documents.documents = choice.documents;
  documents.filter = choice.filter;
  return documents;
}

/// Those who have begun something.
std::vector<TickRow> annotator_rows(const std::vector<Annotator>& annotators,
                                    const std::vector<DocumentSummary>& documents) {
  std::set<AnnotatorKey> present;
  for (const DocumentSummary& document : documents) {
    for (const SetSummary& set : document.sets) present.insert(set.key.annotator);
  }
  std::vector<TickRow> rows;
  for (const Annotator& annotator : annotators) {
    if (present.count(annotator.key) != 0) rows.push_back({annotator.key.str(), to_wx(annotator.name)});
  }
  return rows;
}

}  // namespace

ExportDocumentsPage::ExportDocumentsPage(wxWindow* parent, Offer offer, std::function<void()> changed)
    : ExportPage(parent), offer_(std::move(offer)), changed_(std::move(changed)) {
  auto* const columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(make_scopes(), wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
  columns->Add(make_annotators(), wxSizerFlags(1).Expand().Border(wxTOP | wxRIGHT | wxBOTTOM, FromDIP(12)));
  SetSizer(columns);
  choose(0);
}

wxSizer* ExportDocumentsPage::make_scopes() {
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(new wxStaticText(this, wxID_ANY, _("Documents")), wxSizerFlags().Border(wxBOTTOM, FromDIP(4)));
  add_scope(*sizer, _("All documents"), {});
  ExportChoice finished;
  finished.states = {SetState::Finished};
  add_scope(*sizer, _("What is finished"), finished);
  if (!offer_.shown.empty()) {
    ExportChoice shown;
    shown.documents = {offer_.shown};
    add_scope(*sizer, _("The document that is shown"), shown);
  }
  if (!offer_.listed.empty()) {
    ExportChoice listed;
    listed.documents = offer_.listed;
    add_scope(*sizer, _("Those that the filter of the list shows"), listed);
  }
  add_scope(*sizer, {}, {});
  return sizer;
}

wxSizer* ExportDocumentsPage::make_annotators() {
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  annotators_ = new TickList(this, _("Annotators"), annotator_rows(offer_.annotators, offer_.documents), changed_);
  annotators_->tick_all(true);
  sizer->Add(annotators_, wxSizerFlags(1).Expand());
  anonymous_ = new wxCheckBox(this, wxID_ANY, _("Call them annotator01, annotator02 ..."));
  anonymous_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { changed_(); });
  sizer->Add(anonymous_, wxSizerFlags().Border(wxTOP, FromDIP(6)));
  if (!has_curated()) return sizer;
  curated_ = new wxChoice(this, wxID_ANY);
  curated_->SetName(_("Curated annotations"));
  for (const wxString& each :
       {_("With curated annotations"), _("Curated annotations alone"), _("Without curated annotations")}) {
    curated_->Append(each);
  }
  curated_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed_(); });
  sizer->Add(curated_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
  return sizer;
}

void ExportDocumentsPage::add_scope(wxSizer& sizer, const wxString& name, ExportChoice choice) {
  auto* const button = new wxRadioButton(this, wxID_ANY, with_count(name, choice), wxDefaultPosition, wxDefaultSize,
                                         scopes_.empty() ? wxRB_GROUP : 0);
  button->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { changed_(); });
  button->Show(!name.empty());
  sizer.Add(button, wxSizerFlags().Border(wxTOP, FromDIP(4)));
  scopes_.push_back({button, std::move(choice)});
}

std::size_t ExportDocumentsPage::count(const ExportChoice& choice) const {
  return static_cast<std::size_t>(
      std::count_if(offer_.documents.begin(), offer_.documents.end(),
                    [&](const DocumentSummary& document) { return chooses(choice, document); }));
}

wxString ExportDocumentsPage::with_count(const wxString& name, const ExportChoice& choice) const {
  return wxControl::EscapeMnemonics(name) + " (" + grouped(count(choice)) + ")";
}

const ExportDocumentsPage::Scope& ExportDocumentsPage::scope() const {
  const auto found =
      std::find_if(scopes_.begin(), scopes_.end(), [](const Scope& each) { return each.button->GetValue(); });
  return found == scopes_.end() ? scopes_.front() : *found;
}

void ExportDocumentsPage::choose(std::size_t scope) {
  scopes_[scope].button->SetValue(true);
  scopes_.back().button->Show(scope + 1 == scopes_.size());
  Layout();
}

void ExportDocumentsPage::show(const ExportProfile& profile) {
  const ExportChoice documents = documents_of(profile.choice);
  const auto known =
      std::find_if(scopes_.begin(), scopes_.end() - 1, [&](const Scope& each) { return each.choice == documents; });
  if (known == scopes_.end() - 1) {
    scopes_.back().choice = documents;
    // What a text is looked for in is read when it is exported.
    scopes_.back().button->SetLabel(documents.filter.empty() ? with_count(_("Those of the settings above"), documents)
                                                             : _("Those of the settings above"));
  }
  choose(static_cast<std::size_t>(known - scopes_.begin()));
  std::set<std::string> annotators;
  for (const AnnotatorKey& key : profile.choice.annotators) annotators.insert(key.str());
  annotators.empty() ? annotators_->tick_all(true) : annotators_->tick_only(annotators);
  anonymous_->SetValue(profile.choice.anonymous_annotators);
  kept_curated_ = profile.choice.curated;
  if (curated_ != nullptr) curated_->SetSelection(static_cast<int>(profile.choice.curated));
}

void ExportDocumentsPage::put_into(ExportProfile& profile) const {
  const ExportChoice& documents = scope().choice;
  profile.choice.states = documents.states;
  profile.choice.documents = documents.documents;
  profile.choice.filter = documents.filter;
  profile.choice.annotators.clear();
  if (!annotators_->ticks().all()) {
    for (const std::string& key : annotators_->ticks().topmost()) {
      profile.choice.annotators.insert(*AnnotatorKey::parse(key));
    }
  }
  profile.choice.anonymous_annotators = anonymous_->GetValue();
  profile.choice.curated =
      curated_ == nullptr ? kept_curated_ : static_cast<CuratedSets>(std::max(curated_->GetSelection(), 0));
}

wxString ExportDocumentsPage::objection() const {
  const Ticks& annotators = annotators_->ticks();
  return !annotators.rows().empty() && annotators.none() ? _("Tick at least one annotator.") : wxString();
}

void ExportDocumentsPage::go_to_objection() { annotators_->take_focus(); }

bool ExportDocumentsPage::has_curated() const {
  return std::any_of(offer_.documents.begin(), offer_.documents.end(), [](const DocumentSummary& document) {
    return std::any_of(document.sets.begin(), document.sets.end(),
                       [](const SetSummary& set) { return set.key.curated; });
  });
}

}  // namespace mitjul
