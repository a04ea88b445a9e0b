#pragma once

#include <wx/wx.h>

#include <functional>

#include "ui/editor.h"

namespace mitjul {

/// Stands over the text while it shows only some of the annotations: says how many, and takes the filter away.
class FilterNotice : public wxPanel {
 public:
  /// `clear` takes the filter away.
  FilterNotice(wxWindow* parent, Editor& editor, std::function<void()> clear);

  void update(const EditorEvent& event);
  void colour(bool dark);

 private:
  Editor& editor_;
  wxStaticText* words_;
};

}  // namespace mitjul
