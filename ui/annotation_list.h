#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ui/annotation_order.h"
#include "ui/attempt.h"
#include "ui/theme.h"

namespace mitjul {

class AnnotationFilterBar;

/// The annotations of the shown document that the filter above them lets through, in listing order or by a column; also
/// the way to them for who does not see the text.
class AnnotationList : public wxPanel {
 public:
  /// `edit` is called when an annotation was chosen to be edited.
  AnnotationList(wxWindow* parent, Editor& editor, Attempt attempt, std::function<void()> edit);

  void set_theme(const Theme& theme);
  void update(const EditorEvent& event);
  void take_focus();
  void take_focus_to_filter();
  /// Whether a window is the table of annotations.
  bool is_table(wxWindow* window) const;

 private:
  class Table;

  void fill();
  void draw_swatches();
  void show_selected();
  wxString author_of(const Annotation& annotation) const;
  long row_of_selected() const;
  void resize_columns();
  void on_header(int column);
  void sort_by(AnnotationOrder order, bool descending);
  void show_menu();
  /// Those that the table shows, in its order. Pointers hold until the next change.
  const std::vector<const Annotation*>& rows() const;

  Editor& editor_;
  Attempt attempt_;
  const Theme* theme_;
  wxStaticText* title_;
  AnnotationFilterBar* filter_;
  Table* table_;
  wxImageList swatches_;
  std::map<std::string, int> swatch_of_;
  AnnotationOrder order_ = AnnotationOrder::Place;
  bool descending_ = false;
  std::vector<const Annotation*> sorted_;  ///< `rows()` where the order is not that of the text
  long selected_row_ = -1;                 ///< in the table, which would look for it in all rows
  bool others_ = false;                    ///< whether annotations of others are listed
  bool selecting_ = false;                 ///< the row is being selected by us
};

}  // namespace mitjul
