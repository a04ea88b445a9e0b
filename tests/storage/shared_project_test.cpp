// Two programs on one project, as two connections of this one: what the one writes, the other sees.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/raw_sql.h"
#include "tests/storage/support.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class SharedProjectTest : public testing::Test {
 protected:
  Project here;
  Workspace there{std::make_unique<ProjectFile>(here.path), ticking_clock()};

  /// Annotates as the other program.
  Outcome annotate_there(const std::string& label, ArticleSpan which) {
    return there.perform({"annotate", {here.made(label, span(which))}});
  }
};

TEST_F(SharedProjectTest, AnEditOfTheOtherProgramIsSeenByRefresh) {
  std::vector<WorkspaceEvent> events;
  here.opened();
  here.workspace().listen([&](const WorkspaceEvent& event) { events.push_back(event); });
  ASSERT_TRUE(annotate_there("ORG", kOrg).done());
  EXPECT_EQ(here.opened().find(here.id(1)), nullptr);
  here.workspace().refresh();
  EXPECT_NE(here.opened().find(here.id(1)), nullptr);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_TRUE(events[0].from_outside);
  EXPECT_FALSE(events[0].schema_changed);
  EXPECT_THAT(events[0].documents, ElementsAre(here.document));

  here.workspace().refresh();
  EXPECT_EQ(events.size(), 1U) << "nothing new";
}

TEST_F(SharedProjectTest, OnesOwnEditIsNothingFromOutside) {
  std::vector<WorkspaceEvent> events;
  here.workspace().listen([&](const WorkspaceEvent& event) { events.push_back(event); });
  here.annotate_article();
  here.workspace().refresh();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_FALSE(events[0].from_outside);
}

TEST_F(SharedProjectTest, AnEditIsMadeOnTheLatestState) {
  here.annotate_article();
  const Outcome outcome = annotate_there("PRODUCT", kProduct);
  EXPECT_EQ(std::get<AnnotationChange>(outcome.edit.changes[0]).after->id, here.id(5));
  ASSERT_TRUE(here.perform({here.made("PRODUCT", span(kProduct))}).done());
  EXPECT_NE(here.opened().find(here.id(5)), nullptr);
  EXPECT_NE(here.opened().find(here.id(6)), nullptr);
  EXPECT_EQ(in_words(here.opened()), in_words(here.file().load(here.document)));
}

TEST_F(SharedProjectTest, AnEditOfWhatTheOtherProgramHasChangedIsRefused) {
  here.annotate_article();
  const AnnotationChange change = here.edited(3, [](Annotation& cue) { cue.note = "hier"; });
  AnnotationChange earlier = change;
  earlier.after->note = "dort";
  ASSERT_TRUE(there.perform({"note", {earlier}}).done());
  const Outcome outcome = here.perform({change});
  ASSERT_FALSE(outcome.done());
  EXPECT_EQ(outcome.refused->code, ProblemCode::ChangedMeanwhile);
  EXPECT_EQ(here.opened().find(here.id(3))->note, "dort");
}

TEST_F(SharedProjectTest, SchemaAndAnnotatorsComeWithARefresh) {
  bool schema_changed = false;
  here.workspace().listen([&](const WorkspaceEvent& event) { schema_changed = event.schema_changed; });
  ASSERT_TRUE(
      there.perform({"schema", {here.schema_changed([](Schema& schema) { schema.labels[0].name = "새 이름"; })}})
          .done());
  static_cast<ProjectFile&>(there.store()).add_annotator("주석자 둘");
  here.workspace().refresh();
  EXPECT_TRUE(schema_changed);
  EXPECT_EQ(here.workspace().schema().labels[0].name, "새 이름");
  EXPECT_EQ(here.workspace().annotators().back().name, "주석자 둘");
}

TEST_F(SharedProjectTest, EitherProgramUndoesTheLastEditOfTheAnnotator) {
  here.perform({here.made("ORG", span(kOrg))});
  annotate_there("CUE", kCue);
  ASSERT_TRUE(here.workspace().undo().done());
  EXPECT_EQ(here.opened().find(here.id(2)), nullptr);
  EXPECT_NE(here.opened().find(here.id(1)), nullptr);
  ASSERT_TRUE(there.undo().done());
  EXPECT_EQ(there.open(here.document).find(here.id(1)), nullptr);
}

TEST_F(SharedProjectTest, AnImportOfTheOtherProgramIsThereAtOnce) {
  const DocumentKey second = import_document(there, "둘.txt", Text("🚀 둘째 글"));
  EXPECT_TRUE(here.file().has(second));
  std::vector<DocumentKey> told;
  here.workspace().listen([&](const WorkspaceEvent& event) { told = event.documents; });
  here.workspace().refresh();
  EXPECT_THAT(told, ElementsAre(second));
}

TEST_F(SharedProjectTest, APurgedDocumentIsClosed) {
  here.opened();
  std::vector<DocumentKey> told;
  here.workspace().listen([&](const WorkspaceEvent& event) { told = event.documents; });
  there.purge({here.document});
  here.workspace().refresh();
  EXPECT_THAT(told, Contains(here.document));
  EXPECT_EQ(error_of([&] { here.opened(); }), ErrorKind::Damaged);
}

TEST_F(SharedProjectTest, ARelationThatWentWithAPurgedDocumentIsSeenToBeGone) {
  here.annotate_article();
  const DocumentKey second = import_document(here.workspace(), "둘.txt", Text("🚀 둘째 글"));
  const SetKey set{second, here.workspace().annotator(), false};
  const Annotation claim{here.id(-1), "CLAIM", Spans(Span(2, 6)), {}, "", {}};
  const Relation about{{{"claim", {{}, here.id(-1)}}, {"target", {here.document, here.id(2)}}}};
  ASSERT_TRUE(here.perform({AnnotationChange{set, std::nullopt, claim},
                            AnnotationChange{set, std::nullopt, Annotation{here.id(-2), "about", about, {}, "", {}}}})
                  .done());
  ASSERT_NE(here.workspace().open(second).find(here.id(2)), nullptr);
  there.purge({here.document});
  here.workspace().refresh();
  EXPECT_EQ(here.workspace().open(second).find(here.id(2)), nullptr);
  EXPECT_EQ(in_words(here.workspace().open(second)), in_words(here.file().load(second)));
}

TEST_F(SharedProjectTest, WhatCouldNotBeReadIsReadOnceItCan) {
  here.annotate_article();
  ASSERT_TRUE(annotate_there("PRODUCT", kProduct).done());
  raw_sql(here.path, "UPDATE segment SET quote = 'x' WHERE number = 2");
  EXPECT_EQ(error_of([&] { here.workspace().refresh(); }), ErrorKind::Damaged);
  EXPECT_EQ(error_of([&] { here.perform({here.made("CUE", span(kCue))}); }), ErrorKind::Damaged);
  raw_sql(here.path, "UPDATE segment SET quote = '화웨이' WHERE number = 2");
  here.workspace().refresh();
  EXPECT_NE(here.opened().find(here.id(5)), nullptr);
  EXPECT_EQ(in_words(here.opened()), in_words(here.file().load(here.document)));
}

TEST_F(SharedProjectTest, AProjectThatIsHeldTooLongIsLocked) {
  const auto held = there.store().begin({"held", there.annotator(), time_at("2026-11-22T00:00:00Z"), EditKind::Do, 0});
  const std::string memory = in_words(here.opened());
  EXPECT_EQ(error_of([&] { here.perform({here.made("ORG", span(kOrg))}); }), ErrorKind::Locked);
  EXPECT_EQ(in_words(here.opened()), memory);
}

TEST_F(SharedProjectTest, OpeningAProjectOnceMoreDoesNotUnlockIt) {
  // POSIX locks belong to the process: closing any descriptor of the file gives all of them back.
  // https://www.sqlite.org/howtocorrupt.html section 2.2
  auto held = there.store().begin({"held", there.annotator(), time_at("2026-11-22T00:00:00Z"), EditKind::Do, 0});
  { const ProjectFile once_more(here.path); }
  const ProgramResult other =
      run_program({MITJUL_ANNOTATE_LOOP, here.path.string(), here.document.str(), "ORG", "0.01"});
  EXPECT_EQ(other.exit_code, 3);
  EXPECT_EQ(other.err, "error " + std::to_string(static_cast<int>(ErrorKind::Locked)) + "\n");
  EXPECT_EQ(other.out, "");
  held.reset();
  EXPECT_THAT(problems_in(here.path), IsEmpty());
}

}  // namespace
}  // namespace mitjul
