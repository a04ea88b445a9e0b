#include "ui/tour.h"

#include <algorithm>
#include <map>
#include <utility>

namespace mitjul {

const std::vector<Tour::Task>& tasks_of(Tour::Step step) {
  using Step = Tour::Step;
  using Task = Tour::Task;
  static const std::map<Step, std::vector<Task>> kTasks{
      {Step::Select, {Task::Select}},
      {Step::Label, {Task::Label}},
      {Step::Occurrences, {Task::Occurrences}},
      {Step::Claim, {Task::Claim}},
      {Step::TakeBack, {Task::Undo, Task::Redo, Task::Find}},
      {Step::Export, {Task::Finish, Task::Export}},
      {Step::End, {}},
  };
  return kTasks.at(step);
}

bool Tour::is_done(Step step) const {
  const auto& tasks = tasks_of(step);
  return std::all_of(tasks.begin(), tasks.end(), [this](Task task) { return is_done(task); });
}

void Tour::begin(Step step) {
  progress_.step = step;
  for (const Task task : tasks_of(step)) progress_.done.erase(task);
  changed_();
}

void Tour::resume(Progress progress) {
  progress_ = std::move(progress);
  changed_();
}

void Tour::go(bool forward) {
  if (step() == (forward ? Step::End : Step::Select)) return;
  progress_.step = static_cast<Step>(static_cast<int>(step()) + (forward ? 1 : -1));
  changed_();
}

/// What belongs to another step is no answer to this one.
void Tour::note(Task task) {
  const auto& tasks = tasks_of(step());
  if (std::find(tasks.begin(), tasks.end(), task) == tasks.end()) return;
  progress_.done.insert(task);
  if (is_done(step())) return go(true);
  changed_();
}

void Tour::take_in(const EditorEvent& event) {
  if (event.selection && !editor_.selection().empty()) note(Task::Select);
}

void Tour::take_in(const Outcome& outcome) {
  if (outcome.kind == EditKind::Undo) return note(Task::Undo);
  if (outcome.kind == EditKind::Redo) return note(Task::Redo);
  const std::string& name = outcome.edit.name;
  if (name == "annotate" || name == "relabel") return note(Task::Label);
  if (name == "annotate-all" || name == "accept") return note(Task::Occurrences);
  if (name == "claim") return note(Task::Claim);
  const auto finishes = [](const Change& change) {
    const auto* const state = std::get_if<SetStateChange>(&change);
    return state != nullptr && state->after == SetState::Finished;
  };
  if (std::any_of(outcome.edit.changes.begin(), outcome.edit.changes.end(), finishes)) note(Task::Finish);
}

}  // namespace mitjul
