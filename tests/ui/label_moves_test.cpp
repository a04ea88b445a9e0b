#include "ui/label_moves.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

Label made(std::string id, std::string parent = "", LabelKind kind = LabelKind::Span) {
  Label label;
  label.id = std::move(id);
  label.name = "🏷 " + label.id;
  label.parent = std::move(parent);
  label.kind = kind;
  return label;
}

class LabelMovesTest : public testing::Test {
 protected:
  LabelMovesTest() {
    schema_.name = "test";
    schema_.labels = {made("A"), made("A1", "A"), made("A2", "A"), made("R", "", LabelKind::Relation),
                      made("B"), made("C")};
    schema_.labels[3].roles = {{"from", "from", {}}, {"to", "to", {}}};
  }

  /// The tree after a move, `A(A1 A2) B C`; `-` where there is none.
  std::string after(const std::optional<MoveLabel>& move) const {
    if (!move) return "-";
    const SchemaAfter result = schema_after(schema_, *move);
    EXPECT_TRUE(result.problems.empty());
    return tree(result.schema, "");
  }
  static std::string tree(const Schema& schema, const std::string& parent) {
    std::string words;
    for (const Label& label : schema.labels) {
      if (label.parent != parent || label.kind != LabelKind::Span) continue;
      words += (words.empty() ? "" : " ") + label.id;
      const std::string below = tree(schema, label.id);
      if (!below.empty()) words += "(" + below + ")";
    }
    return words;
  }

  Schema schema_;
};

TEST_F(LabelMovesTest, UpAndDownGoAmongTheSiblings) {
  EXPECT_EQ(after(label_step(schema_, "B", MoveStep::Up)), "B A(A1 A2) C");
  EXPECT_EQ(after(label_step(schema_, "B", MoveStep::Down)), "A(A1 A2) C B");
  EXPECT_EQ(after(label_step(schema_, "A1", MoveStep::Down)), "A(A2 A1) B C");
}

TEST_F(LabelMovesTest, TheFirstAndTheLastStayWhereTheyAre) {
  EXPECT_EQ(after(label_step(schema_, "A", MoveStep::Up)), "-");
  EXPECT_EQ(after(label_step(schema_, "C", MoveStep::Down)), "-");
  EXPECT_EQ(after(label_step(schema_, "A2", MoveStep::Down)), "-") << "never out of its parent";
  EXPECT_EQ(after(label_step(schema_, "nobody", MoveStep::Down)), "-");
}

TEST_F(LabelMovesTest, InGoesBelowTheSiblingAboveAndOutBehindTheParent) {
  EXPECT_EQ(after(label_step(schema_, "B", MoveStep::In)), "A(A1 A2 B) C");
  EXPECT_EQ(after(label_step(schema_, "A", MoveStep::In)), "-");
  EXPECT_EQ(after(label_step(schema_, "A1", MoveStep::Out)), "A(A2) A1 B C");
  EXPECT_EQ(after(label_step(schema_, "B", MoveStep::Out)), "-");
}

TEST_F(LabelMovesTest, ADropGoesBeforeIntoOrBehind) {
  EXPECT_EQ(after(label_drop(schema_, "C", "A1", DropPlace::Before)), "A(C A1 A2) B");
  EXPECT_EQ(after(label_drop(schema_, "C", "A1", DropPlace::Into)), "A(A1(C) A2) B");
  EXPECT_EQ(after(label_drop(schema_, "C", "A", DropPlace::Behind)), "A(A1 A2) C B");
  EXPECT_EQ(after(label_drop(schema_, "A", "C", DropPlace::Into)), "B C(A(A1 A2))") << "with what is below it";
}

TEST_F(LabelMovesTest, NothingGoesBelowItselfOrToAnotherKind) {
  EXPECT_EQ(after(label_drop(schema_, "A", "A", DropPlace::Into)), "-");
  EXPECT_EQ(after(label_drop(schema_, "A", "A2", DropPlace::Into)), "-");
  EXPECT_EQ(after(label_drop(schema_, "A", "A2", DropPlace::Behind)), "-");
  EXPECT_EQ(after(label_drop(schema_, "A", "R", DropPlace::Before)), "-");
}

TEST_F(LabelMovesTest, ADropWhereTheLabelStandsIsNone) {
  EXPECT_EQ(after(label_drop(schema_, "B", "C", DropPlace::Before)), "-");
  EXPECT_EQ(after(label_drop(schema_, "B", "A", DropPlace::Behind)), "-");
  EXPECT_EQ(after(label_drop(schema_, "A2", "A", DropPlace::Into)), "-");
  EXPECT_EQ(after(label_drop(schema_, "C", "B", DropPlace::Behind)), "-");
}

}  // namespace
}  // namespace mitjul
