#include "ui/export_labels_page.h"

#include "ui/wrapped_text.h"

namespace mitjul {

ExportLabelsPage::ExportLabelsPage(wxWindow* parent, const Schema& schema, const std::function<void()>& changed)
    : ExportPage(parent),
      labels_(new TickList(this, _("Labels to export"), label_rows(schema), changed)),
      pseudonymised_(new TickList(this, _("Words to replace"), span_label_rows(schema), changed)) {
  const int gap = FromDIP(12);
  labels_->tick_all(true);
  auto* const explained =
      new WrappedText(this, _("What has a ticked label is replaced by a pseudonym, the same one in every export. "
                              "The key to the pseudonyms never leaves the project."));
  auto* const right = new wxBoxSizer(wxVERTICAL);
  right->Add(pseudonymised_, wxSizerFlags(1).Expand());
  right->Add(explained, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
  auto* const columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(labels_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  columns->Add(right, wxSizerFlags(1).Expand().Border(wxTOP | wxRIGHT | wxBOTTOM, gap));
  SetSizer(columns);
}

void ExportLabelsPage::show(const ExportProfile& profile) {
  profile.choice.labels.empty() ? labels_->tick_all(true) : labels_->tick_only(profile.choice.labels);
  pseudonymised_->tick_only(profile.pseudonymise);
}

void ExportLabelsPage::put_into(ExportProfile& profile) const {
  profile.choice.labels = labels_->ticks().all() ? std::set<std::string>() : labels_->ticks().topmost();
  profile.pseudonymise = pseudonymised_->ticks().topmost();
}

wxString ExportLabelsPage::objection() const {
  const Ticks& labels = labels_->ticks();
  return !labels.rows().empty() && labels.none() ? _("Tick at least one label.") : wxString();
}

}  // namespace mitjul
