#include "ui/propose_dialog.h"

#include <wx/wx.h>

#include "ui/history_words.h"
#include "ui/key_press.h"
#include "ui/proposal_words.h"
#include "ui/wx_text.h"

namespace mitjul {

std::optional<std::string> ask_why(wxWindow* parent, const Workspace& workspace, const SchemaOperation& operation) {
  wxDialog dialog(parent, wxID_ANY, _("Propose a Change"), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  const int gap = dialog.FromDIP(8);
  const int width = dialog.FromDIP(420);
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  const auto add_text = [&](const wxString& words) {
    auto* const text = new wxStaticText(&dialog, wxID_ANY, wxControl::EscapeMnemonics(words));
    text->Wrap(width);
    sizer->Add(text, wxSizerFlags().Expand().Border(wxALL, gap));
  };
  add_text(operation_words(operation, part_of(workspace.schema(), operation)));
  add_text(wxString::Format(_("The schema is locked: %s decides whether this is done. Your proposal is stored in "
                              "the project, and the schema stays as it is until then."),
                            annotator_name(workspace.annotators(), workspace.settings().schema_owner)));
  add_text(_("Why?"));
  auto* const why = new wxTextCtrl(&dialog, wxID_ANY, "", wxDefaultPosition, wxSize(width, dialog.FromDIP(90)),
                                   wxTE_MULTILINE | wxTE_WORDWRAP);
  why->SetName(_("Why?"));
  sizer->Add(why, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  auto* const propose = new wxButton(&dialog, wxID_OK, _("&Propose"));
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(&dialog, wxID_CANCEL, _("&Cancel")), wxSizerFlags().Border(wxRIGHT, gap));
  buttons->Add(propose);
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  dialog.SetSizerAndFit(sizer);
  propose->SetDefault();
  // Enter alone begins a line.
  why->Bind(wxEVT_KEY_DOWN, [&](wxKeyEvent& event) {
    const KeyPress key = KeyPress::from(event);
    if (key.key != WXK_RETURN || !key.ctrl) return event.Skip();
    dialog.EndModal(wxID_OK);
  });
  why->SetFocus();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  wxString typed = why->GetValue();
  return to_utf8(typed.Trim(true).Trim(false));
}

}  // namespace mitjul
