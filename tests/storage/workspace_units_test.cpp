// The rule that a label stays within a unit, at the door of the workspace.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "korean/unit.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

const MarkedText kTwo = marked("🚀 {{화웨이}가 칩을 확보했다.} {{삼성}은 부인했다.}");
enum Marked { kFirst, kOrg, kSecond, kOther };
Spans at(Marked which) { return kTwo.spans[static_cast<std::size_t>(which)]; }
Span both() { return {at(kFirst).start(), at(kSecond).end()}; }

class WorkspaceUnitsTest : public testing::Test {
 protected:
  WorkspaceUnitsTest() {
    project_.document = import_document(project_.workspace(), "두 문장.txt", kTwo.text);
    project_.close();
    work(units);
  }

  void work(FindUnits find) {
    workspace_ = std::make_unique<Workspace>(std::make_unique<ProjectFile>(project_.path), ticking_clock(),
                                             [this, find](const Text& text) {
                                               ++asked_;
                                               return find(text);
                                             });
  }

  AnnotationChange made(const std::string& label, Anchor anchor) {
    const SetKey set{project_.document, workspace_->annotator(), false};
    return {set, std::nullopt, Annotation{{workspace_->annotator(), -1}, label, std::move(anchor), {}, "", {}}};
  }
  AnnotationChange edited(std::int64_t number, const std::function<void(Annotation&)>& change) {
    const SetKey set{project_.document, workspace_->annotator(), false};
    const Annotation before = *workspace_->open(project_.document).find({workspace_->annotator(), number});
    Annotation after = before;
    change(after);
    return {set, before, after};
  }
  /// Why it is refused; empty where it is done.
  std::string refusal_of(std::vector<Change> changes) {
    const Outcome outcome = workspace_->perform({"edit", std::move(changes)});
    return outcome.done() ? "" : in_words(*outcome.refused);
  }
  SchemaChange claims_within_units() {
    Schema after = workspace_->schema();
    for (Label& label : after.labels) label.may_cross_units = label.id != "CLAIM";
    ++after.version;
    return {workspace_->schema(), after};
  }

  Project project_;
  int asked_ = 0;
  std::unique_ptr<Workspace> workspace_;
};

TEST_F(WorkspaceUnitsTest, NobodyAsksForUnitsWithoutTheRule) {
  EXPECT_EQ(refusal_of({made("CLAIM", both())}), "");
  EXPECT_EQ(asked_, 0);
}

TEST_F(WorkspaceUnitsTest, ASpanThatCrossesUnitsIsRefused) {
  ASSERT_EQ(refusal_of({claims_within_units()}), "");
  EXPECT_EQ(refusal_of({made("CLAIM", both())}), "unit-crossed: CLAIM");
  EXPECT_EQ(refusal_of({made("CLAIM", Spans({at(kOrg).hull(), at(kOther).hull()}))}), "unit-crossed: CLAIM");
  EXPECT_EQ(refusal_of({made("PREMISE", both())}), "") << "another label";
  EXPECT_EQ(refusal_of({made("CLAIM", at(kFirst))}), "");
  EXPECT_EQ(asked_, 1) << "a document's units are found once";
}

TEST_F(WorkspaceUnitsTest, MovedAndRelabelledSpansAreLookedAtToo) {
  ASSERT_EQ(refusal_of({claims_within_units()}), "");
  ASSERT_EQ(refusal_of({made("CLAIM", at(kFirst))}), "");
  ASSERT_EQ(refusal_of({made("PREMISE", both())}), "");
  EXPECT_EQ(refusal_of({edited(1, [](Annotation& claim) { claim.anchor = Spans(both()); })}), "unit-crossed: CLAIM");
  EXPECT_EQ(refusal_of({edited(2, [](Annotation& premise) { premise.label = "CLAIM"; })}), "unit-crossed: CLAIM");
  EXPECT_EQ(refusal_of({edited(1, [](Annotation& claim) { claim.anchor = at(kSecond); })}), "");
}

TEST_F(WorkspaceUnitsTest, TheRuleIsNotMadeAgainstWhatIsThere) {
  ASSERT_EQ(refusal_of({made("CLAIM", both())}), "");
  EXPECT_EQ(refusal_of({claims_within_units()}), "unit-crossed: CLAIM");
}

TEST_F(WorkspaceUnitsTest, WhatStoodThereBeforeCanBeEditedAndPutRight) {
  ASSERT_EQ(refusal_of({claims_within_units()}), "");
  work([](const Text&) { return std::vector<Span>(); });  // a version that found other units
  ASSERT_EQ(refusal_of({made("CLAIM", both())}), "");
  work(units);
  EXPECT_EQ(refusal_of({edited(1, [](Annotation& claim) { claim.note = "두 문장"; })}), "");
  EXPECT_EQ(refusal_of({edited(1, [](Annotation& claim) { claim.anchor = at(kFirst); })}), "");
}

}  // namespace
}  // namespace mitjul
