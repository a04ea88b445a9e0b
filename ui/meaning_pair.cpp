#include "ui/meaning_pair.h"

namespace mitjul {

MeaningPair::MeaningPair(wxWindow* parent, int lines) : wxPanel(parent) {
  auto* const columns = new wxBoxSizer(wxHORIZONTAL);
  before_ = add_side(*columns, _("Before the change"), _("Meaning before"), lines);
  columns->AddSpacer(FromDIP(8));
  now_ = add_side(*columns, _("Now"), _("Meaning now"), lines);
  SetSizer(columns);
}

wxTextCtrl* MeaningPair::add_side(wxSizer& columns, const wxString& title, const wxString& name, int lines) {
  auto* const heading = new wxStaticText(this, wxID_ANY, title);
  heading->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  auto* const words = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                                     wxTE_MULTILINE | wxTE_READONLY | wxTE_NO_VSCROLL | wxBORDER_THEME);
  words->SetName(name);
  words->SetMinSize({FromDIP(80), words->GetCharHeight() * lines + FromDIP(12)});
  auto* const side = new wxBoxSizer(wxVERTICAL);
  side->Add(heading, wxSizerFlags().Border(wxBOTTOM, FromDIP(2)));
  side->Add(words, wxSizerFlags(1).Expand());
  columns.Add(side, wxSizerFlags(1).Expand());
  return words;
}

void MeaningPair::show(const wxString& before, const wxString& now) {
  // Setting the same scrolls back to the beginning.
  if (before_->GetValue() != before) before_->ChangeValue(before);
  if (now_->GetValue() != now) now_->ChangeValue(now);
}

void MeaningPair::set_theme(const Theme& theme) {
  before_->SetForegroundColour(blend(theme.background, theme.text, 0.75));
  now_->SetForegroundColour(theme.text);
}

}  // namespace mitjul
