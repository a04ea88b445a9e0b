#include "ui/schema_proposing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

using Kind = SchemaStep::Kind;

class SchemaProposingTest : public testing::Test {
 protected:
  SchemaProposingTest() {
    project_.close();
    second_ = ProjectFile(project_.path).add_annotator("둘째 🚀").key;
    open({});
  }

  /// As this annotator, or the first.
  void open(const AnnotatorKey& annotator) {
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path), annotator);
  }
  Workspace& workspace() { return editor_->workspace(); }
  void lock() { ASSERT_FALSE(editor_->perform(lock_edit(workspace()))); }

  SchemaStep ask_for(const SchemaOperation& operation, const std::optional<std::string>& why = "까닭 🚀") {
    return change_or_propose(*editor_, operation, [&](const SchemaOperation&) {
      ++asked_;
      return why;
    });
  }

  Project project_;
  AnnotatorKey second_;
  std::unique_ptr<Editor> editor_;
  int asked_ = 0;
};

TEST_F(SchemaProposingTest, WhoMayChangeTheSchemaIsNotAsked) {
  EXPECT_EQ(ask_for(DeleteLabel{"MISC"}).kind, Kind::Performed);
  lock();
  EXPECT_FALSE(only_proposes(workspace()));
  EXPECT_EQ(ask_for(DeleteLabel{"ORG"}).kind, Kind::Performed);
  EXPECT_EQ(asked_, 0);
  EXPECT_EQ(workspace().schema().find("ORG"), nullptr);
}

TEST_F(SchemaProposingTest, WhereAnotherOwnsItTheChangeIsProposed) {
  lock();
  open(second_);
  EXPECT_TRUE(only_proposes(workspace()));
  EXPECT_EQ(ask_for(DeleteLabel{"MISC"}).kind, Kind::Proposed);
  EXPECT_EQ(asked_, 1);
  EXPECT_NE(workspace().schema().find("MISC"), nullptr);
  ASSERT_EQ(workspace().proposals().size(), 1U);
  EXPECT_EQ(workspace().proposals().front().comment, "까닭 🚀");
  EXPECT_EQ(proposals_to_decide(workspace()), 0U) << "of others";
  open({});
  EXPECT_EQ(proposals_to_decide(workspace()), 1U);
}

TEST_F(SchemaProposingTest, NothingIsStoredWhereTheUserLetsGoOrItCannotBe) {
  lock();
  open(second_);
  EXPECT_EQ(ask_for(DeleteLabel{"MISC"}, std::nullopt).kind, Kind::LetGo);
  const SchemaStep refused = ask_for(DeleteLabel{"NONE"});
  EXPECT_EQ(refused.kind, Kind::Refused);
  EXPECT_EQ(refused.refused->code, ProblemCode::UnknownLabel);
  EXPECT_EQ(asked_, 1) << "nobody is asked why for what cannot be";
  EXPECT_TRUE(workspace().proposals().empty());
}

TEST_F(SchemaProposingTest, TheSameActionLocksAndUnlocks) {
  lock();
  EXPECT_EQ(workspace().settings().schema_owner, workspace().annotator());
  EXPECT_EQ(lock_edit(workspace()).name, "unlock-schema");
  open(second_);
  EXPECT_EQ(editor_->perform(lock_edit(workspace()))->code, ProblemCode::SchemaLocked);
  open({});
  lock();
  EXPECT_TRUE(workspace().settings().schema_owner.empty());
}

TEST_F(SchemaProposingTest, WhoHandsTheSchemaOverProposesFromThenOn) {
  lock();
  const Edit over = owner_edit(workspace(), second_);
  EXPECT_EQ(over.name, "hand-over-schema");
  ASSERT_FALSE(editor_->perform(over));
  EXPECT_TRUE(only_proposes(workspace()));
  EXPECT_EQ(editor_->perform(owner_edit(workspace(), workspace().annotator()))->code, ProblemCode::SchemaLocked);
  open(second_);
  EXPECT_FALSE(only_proposes(workspace()));
  EXPECT_FALSE(editor_->perform(owner_edit(workspace(), {})));
  EXPECT_TRUE(workspace().settings().schema_owner.empty());
}

TEST_F(SchemaProposingTest, ASchemaWithAnotherNameIsADraftUntilThatIsTakenBack) {
  const Schema before = workspace().schema();
  ASSERT_FALSE(editor_->perform(rename_edit(workspace(), "주장 🚀")));
  EXPECT_EQ(workspace().schema().name, "주장 🚀");
  EXPECT_TRUE(workspace().schema().draft);
  EXPECT_EQ(editor_->perform(rename_edit(workspace(), ""))->code, ProblemCode::MissingSchemaName);
  ASSERT_FALSE(editor_->undo());
  EXPECT_EQ(workspace().schema(), before);
}

}  // namespace
}  // namespace mitjul
