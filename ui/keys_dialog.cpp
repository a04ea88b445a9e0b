#include "ui/keys_dialog.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ui/key_change_dialog.h"
#include "ui/key_words.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

enum Column { kName, kKeys };

/// What an action has now, where that was changed by a change of another one; empty otherwise.
wxString loss(const KeyMap& before, const KeyMap& after, Action changed) {
  wxString sentences;
  for (const ActionInfo& action : actions()) {
    const std::vector<KeyPress>& now = after.keys(action.action);
    if (action.action == changed || now.size() >= before.keys(action.action).size()) continue;
    sentences += " " + (now.empty() ? wxString::Format(_("\"%s\" has no key now."), action_words(action))
                                    : wxString::Format(_("\"%s\" has %s now."), action_words(action), key_words(now)));
  }
  return sentences;
}

}  // namespace

KeysDialog::KeysDialog(wxWindow* parent, KeyMap keys, const Schema* schema, Changed changed)
    : wxDialog(parent, wxID_ANY, _("Keys"), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      keys_(std::move(keys)),
      schema_(schema),
      changed_(std::move(changed)),
      filter_(new wxTextCtrl(this, wxID_ANY)),
      table_(new wxListView(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL)),
      said_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                             wxST_NO_AUTORESIZE | wxST_ELLIPSIZE_END)),
      change_(new wxButton(this, wxID_ANY, _("C&hange..."))),
      standard_(new wxButton(this, wxID_ANY, _("Back to the &Standard"))),
      all_standard_(new wxButton(this, wxID_ANY, _("&All Back to the Standard"))) {
  build();
  bind();
  fill();
  update_buttons();
  filter_->SetFocus();
  CentreOnParent();
}

void KeysDialog::build() {
  const int gap = FromDIP(8);
  auto* const hint = new wxStaticText(this, wxID_ANY, _("&Filter by name, initials or key:"));
  hint->MoveBeforeInTabOrder(filter_);  // whose label it is
  filter_->SetName(_("Filter keys"));
  fit_height(*filter_);
  table_->SetName(_("Keys"));
  table_->AppendColumn(_("What it does"));
  table_->AppendColumn(_("Key"));
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(change_);
  buttons->Add(standard_, wxSizerFlags().Border(wxLEFT, gap));
  buttons->Add(all_standard_, wxSizerFlags().Border(wxLEFT, gap));
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(this, wxID_CANCEL, _("&Close")), wxSizerFlags().Border(wxLEFT, 3 * gap));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(hint, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(filter_, wxSizerFlags().Expand().Border(wxALL, gap));
  sizer->Add(table_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
  sizer->Add(said_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  table_->SetMinSize(FromDIP(wxSize(560, 200)));
  SetSizerAndFit(sizer);
  SetMinSize(GetSize());
  const wxSize room = wxGetClientDisplayRect().GetSize();
  SetSize(std::max(GetSize().x, FromDIP(760)), std::min(FromDIP(640), room.y - FromDIP(60)));
}

void KeysDialog::bind() {
  filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    fill();
    update_buttons();
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const KeyPress key = KeyPress::from(event);
    if (!filter_->HasFocus() || key.ctrl || key.shift) return event.Skip();
    if (key.key == WXK_ESCAPE && !filter_->IsEmpty()) {
      filter_->Clear();
    } else if (key.key == WXK_DOWN || key.key == WXK_RETURN) {
      if (selected() == nullptr) select_first();
      table_->SetFocus();
    } else {
      event.Skip();
    }
  });
  table_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) { update_buttons(); });
  table_->Bind(wxEVT_LIST_ITEM_DESELECTED, [this](wxListEvent&) { update_buttons(); });
  // Later: the table is still at it.
  table_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) { CallAfter([this] { change_selected(); }); });
  table_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    resize_columns();
  });
  change_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { change_selected(); });
  standard_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    KeyMap keys = keys_;
    keys.reset(*selected()->action);
    take(std::move(keys));
  });
  all_standard_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take(KeyMap()); });
}

void KeysDialog::resize_columns() {
  const int width = table_->GetClientSize().x;
  const int keys = std::max(width * 36 / 100, FromDIP(160));
  table_->SetColumnWidth(kName, std::max(width - keys, FromDIP(200)));
  table_->SetColumnWidth(kKeys, keys);
}

void KeysDialog::fill() {
  rows_ = key_rows(keys_, schema_, NameFilter(to_utf8(filter_->GetValue())));
  const wxFont bold = table_->GetFont().Bold();
  const wxColour changed = wxSystemSettings::GetColour(wxSYS_COLOUR_HOTLIGHT);
  table_->Freeze();
  table_->DeleteAllItems();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const KeyRow& row = rows_[i];
    const auto line = static_cast<long>(i);
    // What belongs to a group stands a little to the right of its head.
    table_->InsertItem(line, row.heading ? row.name : "    " + row.name);
    wxString keys = row.keys;
    if (row.changed) keys = wxString::Format(_("%s  (changed)"), keys.empty() ? _("none") : keys);
    table_->SetItem(line, kKeys, keys);
    if (row.heading || row.changed) table_->SetItemFont(line, bold);
    if (row.changed) table_->SetItemTextColour(line, changed);
  }
  table_->Thaw();
}

const KeyRow* KeysDialog::selected() const {
  const long line = table_->GetFirstSelected();
  return line < 0 || static_cast<std::size_t>(line) >= rows_.size() ? nullptr : &rows_[static_cast<std::size_t>(line)];
}

bool KeysDialog::select(Action action) {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const KeyRow& row) { return row.action == action; });
  if (found == rows_.end()) return false;
  const long line = static_cast<long>(found - rows_.begin());
  table_->Select(line);
  table_->Focus(line);
  table_->EnsureVisible(line);
  return true;
}

void KeysDialog::select_first() {
  const auto first = std::find_if(rows_.begin(), rows_.end(), [](const KeyRow& row) { return row.action.has_value(); });
  if (first != rows_.end()) select(*first->action);
}

void KeysDialog::update_buttons() {
  const KeyRow* const row = selected();
  const bool action = row != nullptr && row->action;
  change_->Enable(action);
  standard_->Enable(action && row->changed);
  all_standard_->Enable(!keys_.changes().empty());
  wxString said;
  if (action && row->changed) {
    const auto standard = parse_keys(info(*row->action).keys);
    said = wxString::Format(_("Standard: %s"), standard.empty() ? _("none") : key_words(standard));
  } else if (row != nullptr && !action && !row->heading) {
    said = _("This cannot be changed here.");
  }
  said_->SetLabel(wxControl::EscapeMnemonics(said));
}

void KeysDialog::change_selected() {
  const KeyRow* const row = selected();
  if (row == nullptr || !row->action) return;
  const Action action = *row->action;
  KeyChangeDialog dialog(this, keys_, schema_, action);
  if (dialog.ShowModal() != wxID_OK) return;
  KeyMap keys = keys_;
  keys.set(action, dialog.chosen());
  take(std::move(keys));
}

void KeysDialog::take(KeyMap keys) {
  const KeyRow* const row = selected();
  const std::optional<Action> action = row == nullptr ? std::nullopt : row->action;
  const KeyMap before = std::exchange(keys_, std::move(keys));
  changed_(keys_);
  fill();
  // What is filtered by its key may be gone from the list with it.
  if (action && !select(*action)) {
    filter_->Clear();
    select(*action);
  }
  update_buttons();
  // A button that has nothing more to do gives the focus to the list.
  table_->SetFocus();
  const wxString lost = action ? loss(before, keys_, *action) : wxString();
  if (!lost.empty()) said_->SetLabel(wxControl::EscapeMnemonics(said_->GetLabelText() + lost));
}

}  // namespace mitjul
