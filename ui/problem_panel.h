#pragma once

#include <wx/listctrl.h>
#include <wx/timer.h>
#include <wx/wx.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/height_grip.h"
#include "ui/problem_review.h"
#include "ui/task_bar.h"

namespace mitjul {

/// Lists the problems of the annotations in the shown document or in all of them, of one kind or of all; goes to them
/// and mends those that can be mended without a decision.
class ProblemPanel : public wxPanel {
 public:
  struct Host {
    /// Shows the annotation and selects it.
    std::function<void(const ProblemRow&)> go_to;
    /// Goes to the field of an attribute of the selected annotation.
    std::function<void(const std::string& attribute)> fill_in;
    /// Mends them in one edit.
    std::function<void(const std::vector<Finding>&)> mend;
    std::function<void()> go_to_text;
    /// Folds the panel away and goes to the text.
    std::function<void()> close;
  };
  /// Editor and review outlive it.
  ProblemPanel(wxWindow* parent, Editor& editor, ProblemReview& review, Host host);

  /// Goes to the list; of the shown document, or of the whole project, which is looked through then.
  void take_focus();
  void look_at(bool project);
  void update(const EditorEvent& event);
  /// Other problems are known.
  void take_in_problems();

  /// In pixels, as the user made it; 0: the usual height.
  int height() const { return grip_->height(); }
  void set_height(int height) { grip_->set_height(height); }

 private:
  class Table;

  void build(wxSizer& controls);
  void bind_keys();
  void filter();
  void fill_kinds();
  void show_rows();
  void show_state();
  void select(long row);
  void watch();
  std::optional<std::size_t> current() const;
  void go_to_current();
  void fix_current();
  void fix_all();

  Editor& editor_;
  ProblemReview& review_;
  Host host_;
  HeightGrip* grip_;
  wxChoice* kind_ = nullptr;
  wxChoice* where_ = nullptr;
  wxStaticText* state_ = nullptr;
  wxButton* fix_ = nullptr;
  wxButton* fix_all_ = nullptr;
  TaskBar* progress_ = nullptr;
  Table* table_ = nullptr;
  wxTimer show_later_;  // until the arrow keys rest on a problem
  wxTimer slow_;        // until a check is worth being watched
  BackgroundTask* watched_ = nullptr;
  bool filling_ = false;            // a row is being selected by us
  std::vector<ProblemCode> kinds_;  // that can be chosen, in their order
};

}  // namespace mitjul
