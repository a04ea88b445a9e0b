#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "korean/claim_units.h"
#include "ui/editor.h"
#include "ui/guideline_html.h"
#include "ui/project_reader.h"

namespace mitjul {

/// What the claim guideline says of a unit of a text.
struct JudgedUnit {
  Span unit;
  ClaimJudgement judgement;
};

/// The heading of a rule (1 to 12) of the claim guideline of the presets among those of a project's guideline; nullptr
/// where that has none that says the same: then it has rules of its own, whose numbers mean something else.
const GuidelineHeading* heading_of_rule(const std::vector<GuidelineHeading>& headings, int rule);

/// Which rule of the claim guideline decides about the units of the shown document; found behind the window's back when
/// it is first asked for.
class UnitRules {
 public:
  /// Both outlive it. `known` is called when more can be told than before.
  UnitRules(Editor& editor, ProjectReader& reader, std::function<void()> known);

  /// Of the unit that the selected annotation begins in, or else the caret stands in, behind, or before on the same
  /// line; nothing where there is none, or not yet.
  std::optional<JudgedUnit> at_caret();

 private:
  void ask();

  Editor& editor_;
  ProjectReader& reader_;
  std::function<void()> known_;
  DocumentKey document_;  // that `units_` are of
  std::vector<Span> units_;
  std::vector<ClaimJudgement> judgements_;  // of each of them
  bool asked_ = false;
};

}  // namespace mitjul
