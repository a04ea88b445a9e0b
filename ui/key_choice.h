#pragma once

#include <wx/wx.h>

#include <functional>
#include <string>

#include "core/schema.h"
#include "ui/form_rows.h"
#include "ui/label_keys.h"

namespace mitjul {

/// The key of a label or an attribute: a button that offers the free ones, and takes a key that is pressed on it. One
/// that is taken is refused, with whose it is.
class KeyChoice : public wxButton {
 public:
  /// `choose` is called with the key, or nothing for none.
  KeyChoice(wxWindow* parent, std::function<void(const std::string&)> choose);

  void show(const Schema& schema, const KeyUser& user, const std::string& key);
  void set_note(FieldNote* note) { note_ = note; }
  const std::string& key() const { return key_; }

 private:
  void on_key(wxKeyEvent& event);
  void offer();
  void take(const std::string& key);
  void show_key();

  std::function<void(const std::string&)> choose_;
  Schema schema_;
  KeyUser user_;
  std::string key_;
  FieldNote* note_ = nullptr;
};

/// Whose a key is, as a sentence.
wxString key_taken_words(const Schema& schema, const std::string& key, const KeyUser& owner);

}  // namespace mitjul
