#pragma once

#include <optional>
#include <vector>

#include "korean/project_words.h"
#include "ui/editor.h"

namespace mitjul {

/// Selects words without their particles, and what is around them: what double clicks, drags and the key `W` do. No
/// window itself.
class WordSelector {
 public:
  /// Both outlive it. `words` may change at any time.
  WordSelector(Editor& editor, const ProjectWords& words) : editor_(editor), words_(words) {}

  /// Selects the word at a place; where `before`, what was selected when the place was chosen, is a step of the cycle
  /// there, the next one: also without 들, the cell of a glued table row, eojeol, with gloss, unit, paragraph, and the
  /// word again. Returns what is selected then; empty where there is no word.
  Span select_at(TextPos pos, const Selection& before);
  /// The same at the caret, or at the start of what is selected. `forward` false: the step before.
  void step(bool forward);

  /// What a drag from one place to another selects, by eojeol but for the particle of the last one; the caret is where
  /// the drag went.
  Selection dragged(TextPos from, TextPos to) const;

 private:
  std::vector<Span> steps_at(TextPos pos) const;
  bool goes_on(Span selected) const;
  void begin(std::vector<Span> steps);
  void select(std::size_t index);

  Editor& editor_;
  const ProjectWords& words_;
  // The cycle that is under way: it goes on as long as what it selected is selected.
  DocumentKey document_;
  std::vector<Span> steps_;
  std::size_t index_ = 0;
};

}  // namespace mitjul
