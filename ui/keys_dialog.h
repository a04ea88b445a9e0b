#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <functional>
#include <vector>

#include "core/schema.h"
#include "ui/key_map.h"
#include "ui/key_rows.h"

namespace mitjul {

/// All keys and gestures; keys of actions can be changed here, and hold at once.
class KeysDialog : public wxDialog {
 public:
  using Changed = std::function<void(const KeyMap&)>;
  /// `schema`, nullptr where no project is open, knows the keys of labels.
  KeysDialog(wxWindow* parent, KeyMap keys, const Schema* schema, Changed changed);

 private:
  void build();
  void bind();
  void fill();
  void resize_columns();
  const KeyRow* selected() const;
  /// False where it is not in the list.
  bool select(Action action);
  void select_first();
  void update_buttons();
  void change_selected();
  void take(KeyMap keys);

  KeyMap keys_;
  const Schema* schema_;
  Changed changed_;
  std::vector<KeyRow> rows_;
  wxTextCtrl* filter_;
  wxListView* table_;
  wxStaticText* said_;
  wxButton* change_;
  wxButton* standard_;
  wxButton* all_standard_;
};

}  // namespace mitjul
