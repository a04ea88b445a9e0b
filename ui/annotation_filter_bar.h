#pragma once

#include <wx/timer.h>
#include <wx/wx.h>

#include <functional>
#include <string>
#include <vector>

#include "ui/attempt.h"

namespace mitjul {

/// What the annotations of the list are filtered by: words or initials, label, how they came to be, and, where others
/// have annotated the document, whose they are; and whether the text shows only those, too.
class AnnotationFilterBar : public wxPanel {
 public:
  /// `go_on` is called when the filter is as it shall be, to go to what it left.
  AnnotationFilterBar(wxWindow* parent, Editor& editor, Attempt attempt, std::function<void()> go_on);

  void update(const EditorEvent& event);
  void take_focus();

 private:
  void collect_labels();
  void collect_sets();
  void show_filter();
  void set_filter();

  Editor& editor_;
  Attempt attempt_;
  std::vector<std::string> labels_;  ///< ids of the choice; the first is empty: any
  std::vector<ShownSets> sets_;      ///< of the choice
  wxTextCtrl* words_;
  wxChoice* label_;
  wxChoice* method_;
  wxChoice* whose_;
  wxCheckBox* in_text_;
  wxTimer later_;  ///< until a pause in typing
};

}  // namespace mitjul
