#include "ui/form_rows.h"

#include <wx/settings.h>

namespace mitjul {

FieldNote::FieldNote(wxWindow* parent)
    : wxStaticText(parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE) {
  // Light on dark windows.
  const bool dark = wxSystemSettings::GetAppearance().IsUsingDarkBackground();
  SetForegroundColour(dark ? wxColour("#FFB4A8") : wxColour("#B3261E"));
  Hide();
}

void FieldNote::say(const wxString& sentence) {
  if (sentence.empty() && !IsShown()) return;
  SetLabel(wxControl::EscapeMnemonics(sentence));
  Show(!sentence.empty());
  if (!sentence.empty()) Wrap(std::max(GetParent()->GetClientSize().x - GetPosition().x - FromDIP(8), FromDIP(240)));
  GetParent()->Layout();
}

FormRows::FormRows(wxWindow* parent) : parent_(parent), sizer_(new wxFlexGridSizer(2, parent->FromDIP(wxSize(10, 8)))) {
  sizer_->AddGrowableCol(1);
}

FieldNote* FormRows::add(const wxString& name, wxWindow* field, Height height) {
  field->SetName(name);
  return add_row(
      name, [&](wxSizer& column) { column.Add(field, wxSizerFlags(height == Height::Grows ? 1 : 0).Expand()); },
      height);
}

FieldNote* FormRows::add(const wxString& name, wxSizer* fields) {
  return add_row(
      name, [&](wxSizer& column) { column.Add(fields, wxSizerFlags().Expand()); }, Height::Own);
}

FieldNote* FormRows::add_row(const wxString& name, const std::function<void(wxSizer&)>& put, Height height) {
  auto* const column = new wxBoxSizer(wxVERTICAL);
  put(*column);
  auto* const note = new FieldNote(parent_);
  column->Add(note, wxSizerFlags().Expand().Border(wxTOP, parent_->FromDIP(2)));
  auto* const words = new wxStaticText(parent_, wxID_ANY, name);
  sizer_->Add(words, wxSizerFlags().Right().Border(wxTOP, parent_->FromDIP(6)));
  sizer_->Add(column, wxSizerFlags(1).Expand());
  if (height == Height::Grows) sizer_->AddGrowableRow(sizer_->GetItemCount() / 2 - 1);
  return note;
}

}  // namespace mitjul
