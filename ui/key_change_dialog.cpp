#include "ui/key_change_dialog.h"

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/key_words.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

bool is_modifier(int key) {
  return key == WXK_SHIFT || key == WXK_CONTROL || key == WXK_ALT || key == WXK_RAW_CONTROL || key == WXK_CAPITAL;
}

wxString sentence_of(KeyObjection objection, const KeyPress& key) {
  switch (objection) {
    case KeyObjection::NoKey: return _("This key cannot be used.");
    case KeyObjection::OfLabels: return _("Digits and letters are for the labels. Try them with Ctrl or Shift.");
    case KeyObjection::OfCaret: return wxString::Format(_("%s moves the caret."), key_words(key));
    case KeyObjection::OfMenus:
      return wxString::Format(_("%s and keys with Alt open the menus."), key_words(KeyPress{WXK_F10}));
    case KeyObjection::LetsGo:
      return wxString::Format(_("%s lets go of what was begun, everywhere."), key_words(KeyPress{WXK_ESCAPE}));
    case KeyObjection::Types:
      return wxString::Format(_("The key %s is needed for typing into fields. Take it with Ctrl, or a function key."),
                              key_words(key));
  }
  return {};
}

/// The label that a key belongs to; nullptr where none has it.
const Label* label_with(const Schema* schema, const KeyPress& key) {
  if (schema == nullptr) return nullptr;
  const auto found = std::find_if(schema->labels.begin(), schema->labels.end(),
                                  [&](const Label& label) { return KeyPress::parse(label.key) == key; });
  return found == schema->labels.end() ? nullptr : &*found;
}

}  // namespace

KeyChangeDialog::KeyChangeDialog(wxWindow* parent, const KeyMap& keys, const Schema* schema, Action action)
    : wxDialog(parent, wxID_ANY, _("Change the Key")),
      keys_(keys),
      schema_(schema),
      action_(action),
      field_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_READONLY | wxTE_CENTRE)),
      said_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE)),
      keep_(new wxCheckBox(this, wxID_ANY,
                           wxString::Format(_("&Keep the present key as well (%s)"), key_words(keys.keys(action))))),
      use_(new wxButton(this, wxID_OK, _("&Use the Key"))) {
  build();
  use_->Disable();
  use_->SetDefault();
  keep_->Show(!keys.keys(action).empty());
  Fit();
  Bind(wxEVT_CHAR_HOOK, &KeyChangeDialog::on_key, this);
  field_->SetFocus();
  CentreOnParent();
}

void KeyChangeDialog::build() {
  const int gap = FromDIP(8);
  auto* const title = new wxStaticText(this, wxID_ANY, wxControl::EscapeMnemonics(action_words(info(action_))));
  title->SetFont(title->GetFont().Bold());
  auto* const hint = new wxStaticText(this, wxID_ANY, _("Press the new key:"));
  field_->SetName(_("New key"));
  field_->SetFont(field_->GetFont().Scaled(1.3F));
  fit_height(*field_);
  // Two lines, so that nothing moves while keys are tried.
  said_->SetMinSize({FromDIP(440), 2 * GetCharHeight() + FromDIP(4)});
  auto* const none = new wxButton(this, wxID_ANY, _("&No Key"));
  none->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    pressed_.clear();
    keep_->SetValue(false);
    EndModal(wxID_OK);
  });
  none->Enable(!keys_.keys(action_).empty());

  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(none);
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(this, wxID_CANCEL, _("Cancel")), wxSizerFlags().Border(wxLEFT, 3 * gap));
  buttons->Add(use_, wxSizerFlags().Border(wxLEFT, gap));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(title);
  sizer->Add(hint, wxSizerFlags().Border(wxTOP, gap));
  sizer->Add(field_, wxSizerFlags().Expand().Border(wxTOP, gap / 2));
  sizer->Add(said_, wxSizerFlags().Expand().Border(wxTOP, gap));
  sizer->Add(keep_, wxSizerFlags().Expand().Border(wxTOP, gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, 2 * gap));
  auto* const all = new wxBoxSizer(wxVERTICAL);
  all->Add(sizer, wxSizerFlags(1).Expand().Border(wxALL, 2 * gap));
  SetSizer(all);
  use_->MoveAfterInTabOrder(keep_);
}

/// While the field has the focus, every key is the new one: but Escape, which only `Let Go` may have, and keys that
/// lead to the buttons, where the action could not have them anyway.
void KeyChangeDialog::on_key(wxKeyEvent& event) {
  const KeyPress key = KeyPress::from(event);
  if (!field_->HasFocus() || is_modifier(event.GetKeyCode())) return event.Skip();
  const bool leads_away = key.key == WXK_ESCAPE || key.key == WXK_TAB;
  if (leads_away && objection(action_, key)) return event.Skip();
  take(key);
}

/// Empty where the action may have the key, and nobody else has it.
wxString KeyChangeDialog::judge(const KeyPress& key) const {
  if (const Label* const label = label_with(schema_, key)) {
    return wxString::Format(_("%s is the key of the label \"%s\"."), key_words(key), label_name(*schema_, label->id));
  }
  const auto against = objection(action_, key);
  return against ? sentence_of(*against, key) : wxString();
}

void KeyChangeDialog::take(const KeyPress& key) {
  const wxString words = key_words(key);
  field_->ChangeValue(words);
  field_->SetInsertionPointEnd();
  pressed_.clear();
  wxString said = judge(key);
  if (said.empty()) {
    const ActionInfo* const owner = keys_.action_for(key);
    if (owner != nullptr && owner->action == action_) {
      said = wxString::Format(_("%s is its key already."), words);
    } else {
      pressed_ = {key};
      said = owner == nullptr
                 ? wxString::Format(_("%s is free."), words)
                 : wxString::Format(_("%s now does \"%s\". Take it from there?"), words, action_words(*owner));
      use_->SetLabel(wxControl::EscapeMnemonics(
          wxString::Format(owner == nullptr ? _("Use %s") : _("Take %s From There"), words)));
    }
  }
  said_->SetLabel(wxControl::EscapeMnemonics(said));
  said_->Wrap(said_->GetSize().x);
  use_->Enable(!pressed_.empty());
  Layout();
  // Enter takes the key now, instead of being the next one.
  if (!pressed_.empty()) use_->SetFocus();
}

std::vector<KeyPress> KeyChangeDialog::chosen() const {
  std::vector<KeyPress> keys;
  if (keep_->IsChecked()) keys = keys_.keys(action_);
  keys.insert(keys.end(), pressed_.begin(), pressed_.end());
  return keys;
}

}  // namespace mitjul
