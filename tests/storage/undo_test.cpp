// Undo and redo: an edit that takes an edit back, for each annotator, over documents and restarts.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

/// What an outcome was refused with; empty where it was not.
std::string refusal_of(const Outcome& outcome) { return outcome.done() ? "" : in_words(*outcome.refused); }

std::string state_of(Project& project) {
  const std::string words = in_words(project.file());
  EXPECT_EQ(in_words(project.opened()), in_words(project.file().load(project.document)));
  return words;
}

TEST(UndoTest, NothingToUndoOrRedoAtTheStart) {
  Project project;
  EXPECT_EQ(refusal_of(project.workspace().undo()), "nothing-to-undo");
  EXPECT_EQ(refusal_of(project.workspace().redo()), "nothing-to-redo");
}

TEST(UndoTest, TakesBackEditByEditAndDoesThemAgain) {
  Project project;
  std::vector<std::string> states{state_of(project)};
  const auto keep = [&](const Outcome& outcome) {
    ASSERT_TRUE(outcome.done()) << in_words(*outcome.refused);
    states.push_back(state_of(project));
  };
  project.annotate_article();
  states.push_back(state_of(project));
  keep(project.perform({project.edited(1, [](Annotation& claim) { claim.attributes = {{"type", {"fact"}}}; })}));
  keep(project.perform({project.deleted(4), project.deleted(2)}));
  keep(project.perform({SetStateChange{project.set(), SetState::InProgress, SetState::Finished}}));
  keep(project.perform({project.schema_changed([](Schema& schema) { schema.labels[0].name = "다른 이름"; })}));
  keep(project.perform({project.described([](DocumentInfo& info) { info.title = "제목"; })}));
  keep(project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })}));
  for (std::size_t i = states.size() - 1; i > 0; --i) {
    ASSERT_EQ(refusal_of(project.workspace().undo()), "");
    EXPECT_EQ(state_of(project), states[i - 1]) << i;
  }
  EXPECT_EQ(refusal_of(project.workspace().undo()), "nothing-to-undo");
  for (std::size_t i = 1; i < states.size(); ++i) {
    ASSERT_EQ(refusal_of(project.workspace().redo()), "");
    EXPECT_EQ(state_of(project), states[i]) << i;
  }
  EXPECT_EQ(refusal_of(project.workspace().redo()), "nothing-to-redo");
}

TEST(UndoTest, SaysWhatItTookBackAndWhere) {
  Project project;
  const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  const SetKey set{second, project.workspace().annotator(), false};
  project.perform({project.made("ORG", span(kOrg))});
  const Outcome made = project.perform(
      {AnnotationChange{set, std::nullopt, Annotation{project.id(-1), "ORG", Spans(Span(2, 4)), {}, "", {}}}});
  const Outcome undone = project.workspace().undo();
  EXPECT_EQ(undone.kind, EditKind::Undo);
  EXPECT_EQ(undone.target, made.number);
  EXPECT_EQ(undone.number, made.number + 1);
  EXPECT_EQ(undone.edit.changes, inverse(made.edit).changes);
  EXPECT_EQ(document_of(undone.edit.changes.front()), second);
  EXPECT_EQ(project.workspace().undo().target, made.number - 1);

  const Outcome redone = project.workspace().redo();
  EXPECT_EQ(redone.kind, EditKind::Redo);
  EXPECT_EQ(redone.target, made.number - 1);
}

TEST(UndoTest, GoesOnAfterARestart) {
  Project project;
  const std::string before = state_of(project);
  project.annotate_article();
  const std::string annotated = state_of(project);
  project.perform({project.deleted(4)});
  project.reopen();
  ASSERT_EQ(refusal_of(project.workspace().undo()), "");
  EXPECT_EQ(state_of(project), annotated);
  project.reopen();
  ASSERT_EQ(refusal_of(project.workspace().undo()), "");
  EXPECT_EQ(state_of(project), before);
  project.reopen();
  ASSERT_EQ(refusal_of(project.workspace().redo()), "");
  EXPECT_EQ(state_of(project), annotated);
}

TEST(UndoTest, IsForEachAnnotatorAlone) {
  Project project;
  const AnnotatorKey first = project.workspace().annotator();
  const AnnotatorKey second = project.file().add_annotator("주석자 둘").key;
  project.reopen();
  project.perform({project.made("ORG", span(kOrg))});
  project.workspace().work_as(second);
  project.perform({project.made("CUE", span(kCue))});

  project.workspace().work_as(first);
  ASSERT_EQ(refusal_of(project.workspace().undo()), "");
  EXPECT_EQ(project.opened().find({first, 1}), nullptr);
  EXPECT_NE(project.opened().find({second, 1}), nullptr);
  EXPECT_EQ(refusal_of(project.workspace().undo()), "nothing-to-undo");
  project.workspace().work_as(second);
  EXPECT_EQ(refusal_of(project.workspace().redo()), "nothing-to-redo");
  ASSERT_EQ(refusal_of(project.workspace().undo()), "");
  EXPECT_EQ(project.opened().find({second, 1}), nullptr);
}

TEST(UndoTest, IsRefusedWhereSomebodyHasChangedItSince) {
  Project project;
  const AnnotatorKey first = project.workspace().annotator();
  const AnnotatorKey second = project.file().add_annotator("주석자 둘").key;
  project.reopen();
  const EditNumber made = project.perform({project.made("ORG", span(kOrg))}).number;
  const AnnotationChange relabelled = project.edited(1, [](Annotation& org) { org.label = "PRODUCT"; });
  project.workspace().work_as(second);
  ASSERT_EQ(refusal_of(project.perform({relabelled})), "");

  project.workspace().work_as(first);
  const std::string bytes = bytes_of(project.path);
  const std::string memory = in_words(project.opened());
  EXPECT_EQ(refusal_of(project.workspace().undo()),
            "changed-since: " + std::to_string(made) + ", " + to_string(AnnotationId{first, 1}));
  EXPECT_TRUE(bytes_of(project.path) == bytes);
  EXPECT_EQ(in_words(project.opened()), memory);

  // Once the other has taken that back, it can be undone.
  project.workspace().work_as(second);
  ASSERT_EQ(refusal_of(project.workspace().undo()), "");
  project.workspace().work_as(first);
  EXPECT_EQ(refusal_of(project.workspace().undo()), "");
}

TEST(UndoTest, IsRefusedWhereARelationOfAnotherHoldsOn) {
  Project project;
  const AnnotatorKey first = project.workspace().annotator();
  const AnnotatorKey second = project.file().add_annotator("주석자 둘").key;
  project.reopen();
  project.perform({project.made("CLAIM", span(kClaim), -1), project.made("CUE", span(kCue), -2)});
  AnnotationChange cue = project.made("cue", Relation{{project.end("claim", 1), project.end("cue", 2)}});
  project.workspace().work_as(second);
  cue.set.annotator = second;
  ASSERT_EQ(refusal_of(project.perform({cue})), "");
  project.workspace().work_as(first);
  EXPECT_THAT(refusal_of(project.workspace().undo()), testing::StartsWith("still-referred-to: "));
}

TEST(UndoTest, IsRefusedInTheTrash) {
  Project project;
  const AnnotatorKey second = project.file().add_annotator("주석자 둘").key;
  project.reopen();
  const AnnotatorKey first = project.workspace().annotator();
  project.perform({project.made("ORG", span(kOrg))});
  project.workspace().work_as(second);
  project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })});
  project.workspace().work_as(first);
  EXPECT_EQ(refusal_of(project.workspace().undo()), "document-in-trash: 기사.txt");
}

TEST(UndoTest, OfALabelThatIsInUseByNowIsRefused) {
  Project project;
  const AnnotatorKey second = project.file().add_annotator("주석자 둘").key;
  project.reopen();
  const AnnotatorKey first = project.workspace().annotator();
  ASSERT_EQ(refusal_of(project.perform(
                {project.schema_changed([](Schema& schema) { schema.labels.push_back(label("EVENT")); })})),
            "");
  project.workspace().work_as(second);
  ASSERT_EQ(refusal_of(project.perform({project.made("EVENT", span(kOrg))})), "");
  project.workspace().work_as(first);
  EXPECT_EQ(refusal_of(project.workspace().undo()), "label-in-use: EVENT, 1");
}

TEST(UndoTest, ANewEditEndsRedo) {
  Project project;
  project.perform({project.made("ORG", span(kOrg))});
  project.perform({project.made("CUE", span(kCue))});
  project.workspace().undo();
  project.perform({project.made("PRODUCT", span(kProduct))});
  EXPECT_EQ(refusal_of(project.workspace().redo()), "nothing-to-redo");
  // What lies below is still there: the new edit, then the first one.
  ASSERT_EQ(refusal_of(project.workspace().undo()), "");
  ASSERT_EQ(refusal_of(project.workspace().undo()), "");
  EXPECT_EQ(refusal_of(project.workspace().undo()), "nothing-to-undo");
}

TEST(UndoTest, AnEditOfAnotherAnnotatorDoesNotEndRedo) {
  Project project;
  const AnnotatorKey first = project.workspace().annotator();
  const AnnotatorKey second = project.file().add_annotator("주석자 둘").key;
  project.reopen();
  project.perform({project.made("ORG", span(kOrg))});
  project.workspace().undo();
  project.workspace().work_as(second);
  project.perform({project.made("CUE", span(kCue))});
  project.workspace().work_as(first);
  EXPECT_EQ(refusal_of(project.workspace().redo()), "");
}

TEST(UndoTest, AnImportIsNotUndoneButEndsRedo) {
  Project project;
  project.perform({project.made("ORG", span(kOrg))});
  project.workspace().undo();
  import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  EXPECT_EQ(refusal_of(project.workspace().redo()), "nothing-to-redo");
  EXPECT_EQ(refusal_of(project.workspace().undo()), "nothing-to-undo");
  EXPECT_EQ(project.file().documents().size(), 2U);
}

TEST(UndoTest, IdsAreNeverUsedAgain) {
  Project project;
  const auto make = [&] {
    const Outcome outcome = project.perform({project.made("ORG", span(kOrg))});
    return std::get<AnnotationChange>(outcome.edit.changes[0]).after->id.number;
  };
  EXPECT_EQ(make(), 1);
  project.workspace().undo();
  EXPECT_EQ(make(), 2);
  project.workspace().undo();
  project.reopen();
  EXPECT_EQ(make(), 3);
  project.perform({project.deleted(3)});
  project.reopen();
  EXPECT_EQ(make(), 4);
}

TEST(UndoTest, TheLogKeepsEverything) {
  Project project;
  project.perform({project.made("ORG", span(kOrg))}, "annotate");
  project.workspace().undo();
  project.workspace().redo();
  std::vector<std::string> lines;
  for (const LoggedEdit& edit : project.file().log()) {
    std::string line = std::to_string(edit.number) + " " + edit.header.name + " " + std::to_string(edit.header.target);
    for (const std::string& name : edit.documents) line += " " + name;
    lines.push_back(line);
  }
  EXPECT_THAT(lines,
              ElementsAre("1 import 0 기사.txt", "2 annotate 0 기사.txt", "3 undo 2 기사.txt", "4 redo 2 기사.txt"));
}

}  // namespace
}  // namespace mitjul
