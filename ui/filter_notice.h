#pragma once

#include <wx/wx.h>

#include <functional>

#include "ui/editor.h"
#include "ui/key_map.h"
#include "ui/theme.h"

namespace mitjul {

/// Stands over the text while it shows only some of the annotations, or those of others: says how many, or whose, and
/// takes it all back.
class FilterNotice : public wxPanel {
 public:
  /// Editor and keys outlive it. `clear` takes the filter away.
  FilterNotice(wxWindow* parent, Editor& editor, const KeyMap& keys, std::function<void()> clear);

  void update(const EditorEvent& event);
  /// Names the keys as they are now.
  void show_keys();
  void set_theme(const Theme& theme);

 private:
  wxString sentence() const;

  Editor& editor_;
  const KeyMap& keys_;
  wxStaticText* words_;
  wxButton* button_ = nullptr;
};

}  // namespace mitjul
