#include "ui/rules_form.h"

namespace mitjul {

RulesForm::RulesForm(wxWindow* parent, const SchemaAccess& access)
    : LabelPage(parent, access),
      overlap_(new wxChoice(this, wxID_ANY)),
      discontinuous_(rule(_("May consist of &several pieces"), &Label::may_be_discontinuous)),
      crosses_(rule(_("May go beyond the &end of a sentence"), &Label::may_cross_units)),
      needs_relation_(rule(_("&Needs a relation: without one it is listed as a problem"), &Label::needs_relation)),
      none_(new wxStaticText(this, wxID_ANY, _("There are rules for labels of text only."))),
      overlap_row_(new wxBoxSizer(wxHORIZONTAL)),
      note_(new FieldNote(this)) {
  const int gap = FromDIP(10);
  // In the order of `OverlapRule`.
  overlap_->Append(_("any other span"));
  overlap_->Append(_("spans of other labels only"));
  overlap_->Append(_("no other span"));
  overlap_->SetName(_("May overlap"));
  overlap_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    const auto chosen = static_cast<OverlapRule>(overlap_->GetSelection());
    change([&](Label& label) { label.overlap = chosen; }, note_);
  });
  overlap_row_->Add(new wxStaticText(this, wxID_ANY, _("May overlap")), wxSizerFlags().CenterVertical());
  overlap_row_->Add(overlap_, wxSizerFlags().Border(wxLEFT, gap));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(none_, wxSizerFlags().Border(wxALL, gap));
  sizer->Add(overlap_row_, wxSizerFlags().Border(wxALL, gap));
  for (wxCheckBox* const box : {discontinuous_, crosses_, needs_relation_}) {
    sizer->Add(box, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  }
  sizer->Add(note_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  SetSizer(sizer);
}

wxCheckBox* RulesForm::rule(const wxString& words, bool Label::*member) {
  auto* const box = new wxCheckBox(this, wxID_ANY, words);
  box->Bind(wxEVT_CHECKBOX, [this, member](wxCommandEvent& event) {
    const bool ticked = event.IsChecked();
    change([&](Label& label) { label.*member = ticked; }, note_);
  });
  return box;
}

void RulesForm::fill(const Label& label, bool /*anew*/) {
  const bool of_text = label.kind == LabelKind::Span;
  overlap_->SetSelection(static_cast<int>(label.overlap));
  discontinuous_->SetValue(label.may_be_discontinuous);
  crosses_->SetValue(label.may_cross_units);
  needs_relation_->SetValue(label.needs_relation);
  GetSizer()->Show(overlap_row_, of_text);
  for (wxCheckBox* const box : {discontinuous_, crosses_, needs_relation_}) box->Show(of_text);
  none_->Show(!of_text);
  note_->say("");
  Layout();
}

}  // namespace mitjul
