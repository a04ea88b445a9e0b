#include "ui/label_form.h"

#include "ui/wx_text.h"

namespace mitjul {

LabelForm::LabelForm(wxWindow* parent, const SchemaAccess& access)
    : LabelPage(parent, access),
      name_(field(
          TextField::Lines::One, [](Label& label, const std::string& value) { label.name = value; }, &name_note_)),
      id_(new wxStaticText(this, wxID_ANY, "")),
      key_(new KeyChoice(
          this, [this](const std::string& key) { change([&](Label& label) { label.key = key; }, key_note_); })),
      color_(new ColorPalette(
          this, [this](const std::string& color) { change([&](Label& label) { label.color = color; }, color_note_); })),
      description_(field(
          TextField::Lines::One, [](Label& label, const std::string& value) { label.description = value; },
          &description_note_)),
      guideline_(field(
          TextField::Lines::Several, [](Label& label, const std::string& value) { label.guideline = value; },
          &guideline_note_)) {
  const int gap = FromDIP(10);
  id_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  id_->SetToolTip(_("The id stands in exports and never changes"));
  name_->SetName(_("Name"));
  auto* const naming = new wxBoxSizer(wxHORIZONTAL);
  naming->Add(name_, wxSizerFlags(1));
  naming->Add(id_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  FormRows rows(this);
  name_note_ = rows.add(_("Name"), naming);
  auto* const keys = new wxBoxSizer(wxHORIZONTAL);
  keys->Add(key_);
  key_note_ = rows.add(_("Key"), keys);
  key_->set_note(key_note_);
  auto* const colors = new wxBoxSizer(wxHORIZONTAL);
  colors->Add(color_);
  color_note_ = rows.add(_("Color"), colors);
  color_->set_note(color_note_);
  description_note_ = rows.add(_("Description"), description_);
  guideline_->SetToolTip(_("When to use it, and when not. Markdown."));
  guideline_->SetMinSize(FromDIP(wxSize(120, 60)));
  guideline_note_ = rows.add(_("Guideline"), guideline_, FormRows::Height::Grows);
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(rows.sizer(), wxSizerFlags(1).Expand().Border(wxALL, gap));
  SetSizer(sizer);
}

bool LabelForm::flush() {
  color_->flush();
  bool stored = true;
  for (TextField* const field : {name_, description_, guideline_}) stored = field->flush() && stored;
  return stored;
}

void LabelForm::take_focus() {
  name_->SetFocus();
  name_->SelectAll();
}

void LabelForm::fill(const Label& label, bool anew) {
  show_stored(*name_, label.name, anew);
  show_stored(*description_, label.description, anew);
  show_stored(*guideline_, label.guideline, anew);
  id_->SetLabel(to_wx(label.id));
  key_->show(schema(), {label.id, {}}, label.key);
  color_->show(schema(), label.id, label.color);
  if (anew) {
    for (FieldNote* const note : {name_note_, description_note_, guideline_note_}) note->say("");
  }
  Layout();
}

}  // namespace mitjul
