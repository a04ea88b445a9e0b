#include "ui/publish_dialog.h"

#include <algorithm>
#include <iterator>

#include "core/schema_operation.h"
#include "ui/annotation_words.h"
#include "ui/meaning_pair.h"
#include "ui/publish_words.h"
#include "ui/revision_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kLinesOfText = 4;

wxString count_words(std::size_t count) {
  const auto number = static_cast<unsigned>(count);
  return wxString::Format(wxPLURAL("%s annotation is to be reviewed", "%s annotations are to be reviewed", number),
                          grouped(count));
}

}  // namespace

PublishDialog::PublishDialog(wxWindow* parent, Workspace& workspace, const Theme& theme)
    : wxDialog(parent, wxID_ANY, _("Publish the Schema"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace),
      theme_(theme),
      before_(workspace.store().last_published()),
      tags_(tags_revised_in_draft(workspace.schema())),
      changes_(new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(640, 380)),
                                    wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_THEME)),
      sum_(new wxStaticText(this, wxID_ANY, "")) {
  const int gap = FromDIP(8);
  auto* const title = new wxStaticText(this, wxID_ANY,
                                       wxString::Format(_("What has changed since version %d. It becomes version %d."),
                                                        before_.version, next_version(workspace_.schema())));
  changes_->SetName(_("Changes"));
  changes_->SetScrollRate(0, FromDIP(16));
  changes_->SetSizer(new wxBoxSizer(wxVERTICAL));
  read_work();
  add_changes();

  auto* const publish = new wxButton(this, wxID_OK, _("&Publish"));
  auto* const cancel = new wxButton(this, wxID_CANCEL, _("Cancel"));
  publish->MoveAfterInTabOrder(cancel);
  publish->SetDefault();
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(sum_, wxSizerFlags(1).CenterVertical());
  buttons->Add(cancel, wxSizerFlags().CenterVertical());
  buttons->Add(publish, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(title, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, gap * 3 / 2));
  sizer->Add(changes_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  SetSizerAndFit(sizer);
  SetMinSize(FromDIP(wxSize(480, 320)));
  Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { show_sum(); });
  show_sum();
  CentreOnParent();
  publish->SetFocus();
}

void PublishDialog::read_work() {
  for (const Annotator& annotator : workspace_.annotators()) {
    ReviewWork work = workspace_.store().review_work(tags_, annotator.key);
    std::move(work.waiting.begin(), work.waiting.end(), std::back_inserter(concerned_));
  }
}

void PublishDialog::add_changes() {
  std::vector<SchemaDifference> all = differences(before_, workspace_.schema());
  for (auto first = all.begin(); first != all.end();) {
    const auto end =
        std::find_if(first, all.end(), [&](const SchemaDifference& each) { return each.label != first->label; });
    add_label(first->label, {first, end});
    first = end;
  }
  changes_->GetSizer()->AddSpacer(FromDIP(8));
  changes_->FitInside();
}

void PublishDialog::add_label(const std::string& label, const std::vector<SchemaDifference>& changes) {
  const Schema& schema = workspace_.schema();
  if (label.empty()) {
    add_heading(_("The whole schema"));
  } else {
    add_heading(label_name(schema.find(label) != nullptr ? schema : before_, label));
  }
  for (const SchemaDifference& change : changes) add_change(change);
  for (std::size_t tag = 0; tag < tags_.size(); ++tag) {
    if (tags_[tag].owner == label) add_tick(tag);
  }
}

void PublishDialog::add_heading(const wxString& words) {
  auto* const heading = new wxStaticText(changes_, wxID_ANY, wxControl::EscapeMnemonics(words));
  heading->SetFont(heading->GetFont().Bold());
  changes_->GetSizer()->Add(heading, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
}

void PublishDialog::add_change(const SchemaDifference& change) {
  auto* const line = new wxStaticText(
      changes_, wxID_ANY,
      wxString::FromUTF8("· ") + wxControl::EscapeMnemonics(difference_words(change, before_, workspace_.schema())));
  line->Wrap(FromDIP(580));
  changes_->GetSizer()->Add(line, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
  if (is_of_texts(change)) add_texts(change);
}

void PublishDialog::add_texts(const SchemaDifference& change) {
  auto* const texts = new MeaningPair(changes_, kLinesOfText);
  texts->set_theme(theme_);
  texts->show(to_wx(change.before), to_wx(change.after));
  changes_->GetSizer()->Add(texts, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
}

void PublishDialog::add_tick(std::size_t tag) {
  const auto count = static_cast<std::size_t>(
      std::count_if(concerned_.begin(), concerned_.end(), [tag](const WaitingAnnotation& each) {
        return std::find(each.reasons.begin(), each.reasons.end(), tag) != each.reasons.end();
      }));
  const wxString name = tags_[tag].attribute.empty() ? wxString() : tag_name(tags_[tag], workspace_.schema()) + ": ";
  auto* const box = new wxCheckBox(
      changes_, wxID_ANY,
      wxControl::EscapeMnemonics(name + wxString::Format(_("the meaning has changed: %s"), count_words(count))));
  box->SetValue(true);
  box->SetToolTip(_("Untick where only the wording was corrected."));
  changes_->GetSizer()->Add(box, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
  ticks_.push_back({tags_[tag], box});
}

std::set<std::string> PublishDialog::unchanged() const {
  std::set<std::string> ids;
  for (const Tick& tick : ticks_) {
    if (!tick.box->GetValue()) ids.insert(tick.tag.id());
  }
  return ids;
}

void PublishDialog::show_sum() {
  const std::set<std::string> spared = unchanged();
  const auto waits = [&](const WaitingAnnotation& each) {
    return std::any_of(each.reasons.begin(), each.reasons.end(),
                       [&](std::size_t tag) { return spared.count(tags_[tag].id()) == 0; });
  };
  sum_->SetLabel(count_words(static_cast<std::size_t>(std::count_if(concerned_.begin(), concerned_.end(), waits))));
  Layout();
}

}  // namespace mitjul
