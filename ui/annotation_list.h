#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ui/annotation_order.h"
#include "ui/attempt.h"
#include "ui/problem_review.h"
#include "ui/row_tips.h"
#include "ui/theme.h"

namespace mitjul {

class AnnotationFilterBar;

/// The annotations of the shown document that the filter above them lets through, in listing order or by a column; also
/// the way to them for who does not see the text.
class AnnotationList : public wxPanel {
 public:
  /// `edit` is called when an annotation was chosen to be edited. Editor and problems outlive it.
  AnnotationList(wxWindow* parent, Editor& editor, const ProblemReview& problems, Attempt attempt,
                 std::function<void()> edit);

  void set_theme(const Theme& theme);
  void update(const EditorEvent& event);
  /// Other problems are known.
  void take_in_problems();
  void take_focus();
  void take_focus_to_filter();
  /// Whether a window is the table of annotations.
  bool is_table(wxWindow* window) const;

 private:
  class Table;

  void fill();
  void draw_signs();
  /// Of the annotation in a row, the worst first.
  std::vector<const ProblemRow*> problems_of(const Annotation& annotation) const;
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
  const ProblemReview& problems_;
  Attempt attempt_;
  const Theme* theme_;
  wxStaticText* title_;
  AnnotationFilterBar* filter_;
  Table* table_;
  std::map<std::string, int> swatch_of_;  ///< by label, in the images of the table
  int first_mark_ = 0;                    ///< of the severities, in their order; behind them an empty one
  bool marks_ = false;                    ///< whether something in the document has a problem
  RowTips tips_;
  AnnotationOrder order_ = AnnotationOrder::Place;
  bool descending_ = false;
  std::vector<const Annotation*> sorted_;  ///< `rows()` where the order is not that of the text
  long selected_row_ = -1;                 ///< in the table, which would look for it in all rows
  bool others_ = false;                    ///< whether annotations of others are listed
  bool selecting_ = false;                 ///< the row is being selected by us
};

}  // namespace mitjul
