#include "ui/new_label_dialog.h"

#include "ui/label_colors.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

std::vector<std::string> label_ids(const Schema& schema) {
  std::vector<std::string> ids;
  for (const Label& label : schema.labels) ids.push_back(label.id);
  return ids;
}

}  // namespace

Label proposed_label(const Schema& schema, LabelKind kind, const std::string& parent) {
  Label label;
  label.kind = kind;
  label.parent = parent;
  label.color = next_color(schema, kind, parent);
  label.key = suggested_key(schema, {});
  if (kind == LabelKind::Relation) {
    label.roles = {{"from", to_utf8(_("From")), {}}, {"to", to_utf8(_("To")), {}}};
  }
  return label;
}

NewLabelDialog::NewLabelDialog(wxWindow* parent, const Schema& schema, Plan plan,
                               std::function<SchemaAnswer(const Label&)> make)
    : wxDialog(parent, wxID_ANY, plan.title),
      schema_(schema),
      plan_(std::move(plan)),
      make_(std::move(make)),
      rows_(this),
      naming_(this, rows_, label_ids(schema)),
      kind_(new wxChoice(this, wxID_ANY)),
      color_(new ColorPalette(this, [this](const std::string& color) { plan_.label.color = color; })),
      key_(new KeyChoice(this, [this](const std::string& key) { plan_.label.key = key; })),
      note_(new FieldNote(this)) {
  const int gap = FromDIP(12);
  // In the order of `LabelKind`.
  kind_->Append(_("Label of text"));
  kind_->Append(_("Relation"));
  kind_->Append(_("Label of the document"));
  kind_->SetSelection(static_cast<int>(plan_.label.kind));
  kind_->Enable(plan_.any_kind);
  kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_kind(); });
  rows_.add(_("Kind"), kind_);
  auto* const colors = new wxBoxSizer(wxHORIZONTAL);
  colors->Add(color_);
  color_->set_note(rows_.add(_("Color"), colors));
  auto* const keys = new wxBoxSizer(wxHORIZONTAL);
  keys->Add(key_);
  key_->set_note(rows_.add(_("Key"), keys));
  color_->show(schema_, {}, plan_.label.color);
  key_->show(schema_, {}, plan_.label.key);
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  if (!plan_.about.empty()) {
    auto* const about = new wxStaticText(this, wxID_ANY, plan_.about);
    about->Wrap(FromDIP(480));
    sizer->Add(about, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  }
  sizer->Add(rows_.sizer(), wxSizerFlags(1).Expand().Border(wxALL, gap));
  sizer->Add(note_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  sizer->Add(make_buttons(this, _("&Make")), wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizerAndFit(sizer);
  CentreOnParent();
  Bind(
      wxEVT_BUTTON, [this](wxCommandEvent&) { this->make(); }, wxID_OK);
}

void NewLabelDialog::choose_kind() {
  const auto kind = static_cast<LabelKind>(kind_->GetSelection());
  const Label proposed = proposed_label(schema_, kind, {});
  plan_.label.kind = kind;
  plan_.label.parent.clear();
  plan_.label.roles = proposed.roles;
}

Label NewLabelDialog::label() const {
  Label label = plan_.label;
  label.id = naming_.id();
  label.name = naming_.name();
  return label;
}

void NewLabelDialog::make() {
  color_->flush();
  if (naming_.check()) {
    const SchemaAnswer answer = make_(label());
    if (answer.done() || answer.proposed) return EndModal(wxID_OK);
    note_->say(answer.why);
  }
  Fit();
}

}  // namespace mitjul
