// A schema that one annotator owns: nobody else changes it, in whatever way.

#include <gmock/gmock.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

class SchemaLockTest : public testing::Test {
 protected:
  SchemaLockTest() {
    second = project.file().add_annotator("둘째 🚀").key;
    project.reopen();
    first = project.workspace().annotator();
  }

  Workspace& workspace() { return project.workspace(); }

  Outcome set_owner(const AnnotatorKey& owner) {
    ProjectSettings after = workspace().settings();
    after.schema_owner = owner;
    return project.perform({SettingsChange{workspace().settings(), after}});
  }

  void lock() { ASSERT_TRUE(set_owner(first).done()); }

  static void expect_locked(const Outcome& outcome, const std::string& owner = "annotator01") {
    ASSERT_TRUE(outcome.refused);
    EXPECT_EQ(in_words(*outcome.refused), "schema-locked: " + owner);
  }

  Project project;
  AnnotatorKey first;
  AnnotatorKey second;
};

TEST_F(SchemaLockTest, EverybodyChangesASchemaThatIsNotLocked) {
  workspace().work_as(second);
  EXPECT_TRUE(workspace().change_schema(DeleteLabel{"MISC"}).done());
}

TEST_F(SchemaLockTest, OnlyTheOwnerChangesALockedSchema) {
  lock();
  const Schema before = workspace().schema();
  workspace().work_as(second);
  expect_locked(workspace().change_schema(DeleteLabel{"MISC"}));
  expect_locked(project.perform({project.schema_changed([](Schema& schema) { schema.labels[0].name = "🚀"; })}));
  EXPECT_EQ(workspace().schema(), before);
  workspace().work_as(first);
  EXPECT_TRUE(workspace().change_schema(DeleteLabel{"MISC"}).done());
  workspace().work_as(second);
  expect_locked(workspace().publish_schema());
}

TEST_F(SchemaLockTest, AnnotatingAndOtherSettingsAreEverybodys) {
  lock();
  workspace().work_as(second);
  EXPECT_TRUE(project.perform({project.made("ORG", span(kOrg))}).done());
  ProjectSettings after = workspace().settings();
  after.suggestions = false;
  EXPECT_TRUE(project.perform({SettingsChange{workspace().settings(), after}}).done());
}

TEST_F(SchemaLockTest, WhatSomebodyDidBeforeItWasLockedTheyCannotUndoOrRedo) {
  workspace().work_as(second);
  ASSERT_TRUE(workspace().change_schema(DeleteLabel{"MISC"}).done());
  workspace().work_as(first);
  lock();
  workspace().work_as(second);
  expect_locked(workspace().undo());
  workspace().work_as(first);
  ASSERT_TRUE(set_owner({}).done());
  workspace().work_as(second);
  ASSERT_TRUE(workspace().undo().done());
  workspace().work_as(first);
  lock();
  workspace().work_as(second);
  expect_locked(workspace().redo());
}

TEST_F(SchemaLockTest, TheOwnerUnlocksAndHandsOver) {
  lock();
  workspace().work_as(second);
  expect_locked(set_owner({}));
  expect_locked(set_owner(second));
  workspace().work_as(first);
  ASSERT_TRUE(set_owner(second).done());
  expect_locked(workspace().undo(), "둘째 🚀");
  expect_locked(workspace().change_schema(DeleteLabel{"MISC"}), "둘째 🚀");
  workspace().work_as(second);
  ASSERT_TRUE(set_owner({}).done());
  ASSERT_TRUE(workspace().undo().done());
  ASSERT_TRUE(workspace().redo().done());
  workspace().work_as(first);
  EXPECT_TRUE(workspace().change_schema(DeleteLabel{"MISC"}).done());
}

TEST_F(SchemaLockTest, TheOwnerIsAnAnnotatorOfTheProject) {
  const Outcome outcome = set_owner(annotator_key("abcdef"));
  ASSERT_TRUE(outcome.refused);
  EXPECT_EQ(in_words(*outcome.refused), "unknown-annotator: abcdef");
}

TEST_F(SchemaLockTest, AnImportBringsNothingNewIntoIt) {
  lock();
  workspace().work_as(second);
  {
    ImportEdit edit(workspace());
    EXPECT_THAT(in_words(edit.add_schema(schema_of({label("EVENT")}))),
                testing::ElementsAre("schema-locked: annotator01"));
    EXPECT_EQ(edit.schema(), workspace().schema());
    EXPECT_THAT(edit.add_schema(workspace().schema()), testing::IsEmpty()) << "what is there is nothing new";
  }
  workspace().work_as(first);
  ImportEdit edit(workspace());
  EXPECT_THAT(edit.add_schema(schema_of({label("EVENT")})), testing::IsEmpty());
}

TEST_F(SchemaLockTest, ALockOfTheOtherProgramHoldsAtOnce) {
  Workspace there(std::make_unique<ProjectFile>(project.path), ticking_clock());
  there.work_as(second);
  lock();
  expect_locked(there.change_schema(DeleteLabel{"MISC"}));
  EXPECT_EQ(there.settings().schema_owner, first);
}

TEST_F(SchemaLockTest, TheLockIsStored) {
  lock();
  project.reopen();
  EXPECT_EQ(workspace().settings().schema_owner, first);
  EXPECT_THAT(in_words(project.file().check_file()), testing::IsEmpty());
}

}  // namespace
}  // namespace mitjul
