#include "ui/key_choice.h"

#include <wx/menu.h>

#include <algorithm>

#include "ui/accessible_names.h"
#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/key_press.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// The key of a label that was pressed, by its place on the keyboard; empty where it is none.
std::string label_key(const KeyPress& press) {
  if (press.ctrl || press.alt || press.shift || press.key <= 0 || press.key > 'Z') return {};
  const char character = static_cast<char>(press.key >= 'A' ? press.key - 'A' + 'a' : press.key);
  const std::string key(1, character);
  const auto& keys = label_keys();
  return std::find(keys.begin(), keys.end(), key) == keys.end() ? std::string() : key;
}

}  // namespace

wxString key_taken_words(const Schema& schema, const std::string& key, const KeyUser& owner) {
  wxString name = label_name(schema, owner.label);
  if (!owner.attribute.empty()) name += " › " + attribute_name(*schema.find_attribute(owner.label, owner.attribute));
  return wxString::Format(_("%s is the key of \"%s\"."), to_wx(key).Upper(), name);
}

KeyChoice::KeyChoice(wxWindow* parent, std::function<void(const std::string&)> choose)
    : wxButton(parent, wxID_ANY), choose_(std::move(choose)) {
  SetName(_("Key"));
  SetToolTip(_("Press the key here, or click to choose among the free ones; Delete takes it away"));
  SetMinSize({12 * GetCharWidth(), -1});
  Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { offer(); });
  Bind(wxEVT_KEY_DOWN, &KeyChoice::on_key, this);
}

void KeyChoice::show(const Schema& schema, const KeyUser& user, const std::string& key) {
  schema_ = schema;
  user_ = user;
  key_ = key;
  if (note_ != nullptr) note_->say("");
  show_key();
}

void KeyChoice::show_key() {
  const wxString words = key_.empty() ? _("none") : to_wx(key_).Upper();
  SetLabel(words);
  set_accessible_name(*this, GetName() + ": " + words);
}

void KeyChoice::on_key(wxKeyEvent& event) {
  const KeyPress press = KeyPress::from(event);
  if (press == KeyPress{WXK_DELETE} || press == KeyPress{WXK_BACK}) return take("");
  const std::string key = label_key(press);
  if (key.empty()) return event.Skip();
  take(key);
}

void KeyChoice::offer() {
  wxMenu menu;
  const std::vector<std::string> keys = free_keys(schema_, user_);
  constexpr int kNone = 1;
  menu.AppendRadioItem(kNone, _("none"));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const int id = kNone + 1 + static_cast<int>(i);
    menu.AppendRadioItem(id, to_wx(keys[i]).Upper());
    if (keys[i] == key_) menu.Check(id, true);
  }
  const int chosen = GetPopupMenuSelectionFromUser(menu, wxPoint(0, GetSize().y));
  if (chosen == kNone) take("");
  if (chosen > kNone) take(keys[static_cast<std::size_t>(chosen - kNone - 1)]);
}

void KeyChoice::take(const std::string& key) {
  const auto owner = key_owner(schema_, key, user_);
  if (note_ != nullptr) note_->say(owner ? key_taken_words(schema_, key, *owner) : wxString());
  if (owner || key == key_) return;
  key_ = key;
  show_key();
  choose_(key);
}

}  // namespace mitjul
