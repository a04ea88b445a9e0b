#pragma once

#include <functional>
#include <set>
#include <vector>

#include "core/workspace.h"
#include "ui/editor.h"

namespace mitjul {

/// The first minutes with the program as six steps, each with tasks to be done in it. It notices what was really done,
/// and goes on when all tasks of a step are; the user may go on and back at any time. No window itself.
class Tour {
 public:
  enum class Step { Select, Label, Occurrences, Claim, TakeBack, Export, End };
  enum class Task { Select, Label, Occurrences, Claim, Undo, Redo, Find, Finish, Export };
  static constexpr int kSteps = 6;  ///< before `End`

  /// `changed` is told of every task that is done and of every step. The editor outlives it.
  Tour(Editor& editor, std::function<void()> changed) : editor_(editor), changed_(std::move(changed)) {}

  /// How far one has come in it.
  struct Progress {
    Step step = Step::Select;
    std::set<Task> done;
  };

  Step step() const { return progress_.step; }
  const Progress& progress() const { return progress_; }
  bool is_done(Task task) const { return progress_.done.count(task) != 0; }
  bool is_done(Step step) const;

  /// From here on, with nothing done in it yet.
  void begin(Step step);
  /// As it was left.
  void resume(Progress progress);
  /// To the next step or the one before; nowhere at either end.
  void go(bool forward);

  void take_in(const EditorEvent& event);
  void take_in(const Outcome& outcome);
  /// The panel for finding was opened.
  void take_in_find() { note(Task::Find); }
  /// Something was exported and verified.
  void take_in_export() { note(Task::Export); }

 private:
  void note(Task task);

  Editor& editor_;
  std::function<void()> changed_;
  Progress progress_;
};

/// What is to be done in a step.
const std::vector<Tour::Task>& tasks_of(Tour::Step step);

}  // namespace mitjul
