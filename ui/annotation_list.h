#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <functional>
#include <map>
#include <string>

#include "ui/attempt.h"
#include "ui/theme.h"

namespace mitjul {

/// The annotations of the shown document in listing order; also the way to them for who does not see the text.
class AnnotationList : public wxPanel {
 public:
  /// `edit` is called when an annotation was chosen to be edited.
  AnnotationList(wxWindow* parent, Editor& editor, Attempt attempt, std::function<void()> edit);

  void set_theme(const Theme& theme);
  void update(const EditorEvent& event);
  void take_focus();

 private:
  class Table;

  void fill();
  void draw_swatches();
  void show_selected();
  long row_of_selected() const;
  void resize_columns();

  Editor& editor_;
  Attempt attempt_;
  const Theme* theme_;
  wxStaticText* title_;
  Table* table_;
  wxImageList swatches_;
  std::map<std::string, int> swatch_of_;
  long selected_row_ = -1;  ///< in the table, which would look for it in all rows
  bool selecting_ = false;  ///< the row is being selected by us
};

}  // namespace mitjul
