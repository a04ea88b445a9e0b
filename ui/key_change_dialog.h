#pragma once

#include <wx/wx.h>

#include <vector>

#include "core/schema.h"
#include "ui/key_map.h"

namespace mitjul {

/// Asks for a new key of an action: takes the next key that is pressed, and says at once who has it, or why the action
/// cannot have it.
class KeyChangeDialog : public wxDialog {
 public:
  /// `schema`, nullptr where no project is open, knows the keys of labels.
  KeyChangeDialog(wxWindow* parent, const KeyMap& keys, const Schema* schema, Action action);

  /// All keys that the action is to have.
  std::vector<KeyPress> chosen() const;

 private:
  void build();
  void on_key(wxKeyEvent& event);
  void take(const KeyPress& key);
  wxString judge(const KeyPress& key) const;

  const KeyMap& keys_;
  const Schema* schema_;
  Action action_;
  std::vector<KeyPress> pressed_;  ///< the new key, or none
  wxTextCtrl* field_;
  wxStaticText* said_;
  wxCheckBox* keep_;
  wxButton* use_;
};

}  // namespace mitjul
