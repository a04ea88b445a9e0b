#include "ui/keys_dialog.h"

#include <wx/listctrl.h>

#include <string>

#include "ui/action.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

void add_row(wxListView& list, const wxString& key, const wxString& name) {
  const long row = list.InsertItem(list.GetItemCount(), key);
  list.SetItem(row, 1, name);
}

/// What a menu says, without the letter that chooses it: `Undo`, and `실행 취소` of `실행 취소(&U)…`.
wxString plain(wxString text) {
  const std::size_t at = text.find("(&");
  if (at != wxString::npos && text.length() > at + 3 && text[at + 3] == ')') text.erase(at, 4);
  return wxStripMenuCodes(text);
}

}  // namespace

wxString key_text(std::string_view keys) { return to_wx(keys.substr(0, keys.find(' '))); }

void show_keys(wxWindow* parent) {
  wxDialog dialog(parent, wxID_ANY, _("Keys"), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  const int gap = dialog.FromDIP(8);
  auto* const list = new wxListView(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(720, 520)),
                                    wxLC_REPORT | wxLC_SINGLE_SEL);
  list->SetName(_("Keys"));
  list->AppendColumn(_("Key"), wxLIST_FORMAT_LEFT, dialog.FromDIP(180));
  list->AppendColumn(_("What it does"), wxLIST_FORMAT_LEFT, dialog.FromDIP(510));

  add_row(*list, _("1-9, letters"), _("Annotates the selected text with the label of that key"));
  add_row(*list, _("1-9, letters"), _("With an annotation selected: gives it that label"));
  add_row(*list, _("1-9, letters"), _("With nothing selected: makes the label the pen, until Escape"));
  add_row(*list, _("1-9, letters"), _("With a suggestion selected: annotates its words with that label"));
  add_row(*list, "Enter", _("With a suggestion selected: accepts it"));
  add_row(*list, "Delete", _("With a suggestion selected: refuses it"));
  add_row(*list, _("Double click"), _("Selects a word without its particle; again, more and more"));
  add_row(*list, _("Drag"), _("Selects whole words"));
  add_row(*list, _("Alt+drag"), _("Selects by character"));
  add_row(*list, _("Ctrl+drag"), _("Keeps what is selected and selects another segment"));
  add_row(*list, _("Ctrl+wheel"), _("Text size"));
  add_row(*list, _("Arrow keys"), _("Move the caret; with Ctrl by eojeol and sentence, with Shift they select"));
  add_row(*list, _("Ctrl+Down, Ctrl+Up"), _("In the list of documents: next or previous unfinished document"));
  add_row(*list, _("Hits"),
          _("Enter goes to the hit. D, L, H and R sort by place, by what stands before, by the hit, by what stands "
            "behind."));
  for (const ActionInfo& action : actions()) {
    if (action.keys.empty()) continue;
    add_row(*list, key_text(action.keys), plain(wxGetTranslation(action.name)));
  }

  auto* const close = new wxButton(&dialog, wxID_CANCEL, _("&Close"));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(list, wxSizerFlags(1).Expand().Border(wxALL, gap));
  sizer->Add(close, wxSizerFlags().Right().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  dialog.SetSizerAndFit(sizer);
  dialog.CentreOnParent();
  dialog.ShowModal();
}

}  // namespace mitjul
