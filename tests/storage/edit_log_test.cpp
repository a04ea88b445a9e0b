#include "storage/edit_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/raw_sql.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class EditLogTest : public testing::Test {
 protected:
  /// The file once more, for functions of the log themselves.
  Database& database() {
    if (!database_) database_ = std::make_unique<Database>(project.path);
    return *database_;
  }

  Project project;

 private:
  std::unique_ptr<Database> database_;
};

TEST_F(EditLogTest, AnEditIsReadBackAsItWasMade) {
  project.annotate_article();
  const std::vector<Outcome> outcomes{
      project.perform(
          {project.made("PRODUCT", Spans({Span(2, 3), Span(7, 8)})), project.made("TOPIC", WholeDocument{}, -2)}),
      project.perform({project.edited(1,
                                      [](Annotation& claim) {
                                        claim.attributes = {{"type", {"fact"}}};
                                      })},
                      "🚀 이름"),
      project.perform({project.deleted(4), project.deleted(2)}),
      project.perform({SetStateChange{project.set(), SetState::InProgress, SetState::Finished}}),
      project.perform({project.schema_changed([](Schema& schema) { schema.labels[0].name = "새 이름"; })}),
      project.perform({project.described([](DocumentInfo& info) {
                         info.zones = {{ZoneKind::Title, Span(0, 2)}};
                       }),
                       project.made("ORG", span(kOrg))})};
  for (const Outcome& outcome : outcomes) {
    ASSERT_TRUE(outcome.done()) << in_words(*outcome.refused);
    const Edit read = read_edit(database(), outcome.number);
    EXPECT_EQ(read.name, outcome.edit.name);
    EXPECT_EQ(read.changes, outcome.edit.changes);
  }
  EXPECT_THAT(damaged_edits(database()), IsEmpty());
}

TEST_F(EditLogTest, TheLogNamesAnnotatorTimeKindAndDocuments) {
  const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  project.perform({SetStateChange{{second, project.workspace().annotator(), false}, SetState::New, SetState::Skipped},
                   project.made("ORG", span(kOrg)), project.made("CUE", span(kCue), -2)},
                  "annotate");
  project.perform({project.schema_changed([](Schema& schema) { schema.labels[0].name = "새 이름"; })}, "schema");
  const std::vector<LoggedEdit> log = project.file().log();
  ASSERT_EQ(log.size(), 4U);
  EXPECT_EQ(log[0].header.kind, EditKind::Import);
  EXPECT_EQ(log[2].number, 3);
  EXPECT_EQ(log[2].header.name, "annotate");
  EXPECT_EQ(log[2].header.annotator, project.workspace().annotator());
  EXPECT_EQ(to_string(log[2].header.time), "2026-11-21T00:00:02Z");
  EXPECT_EQ(log[2].header.kind, EditKind::Do);
  EXPECT_EQ(log[2].header.target, 0);
  EXPECT_THAT(log[2].documents, ElementsAre("기사.txt", "둘.txt"));
  EXPECT_THAT(log[3].documents, IsEmpty());
}

TEST_F(EditLogTest, OneLineOfTheLog) {
  project.annotate_article();
  project.workspace().undo();
  const auto logged = project.file().logged(2);
  ASSERT_TRUE(logged);
  EXPECT_EQ(logged->number, 2);
  EXPECT_THAT(logged->documents, ElementsAre("기사.txt"));
  EXPECT_EQ(project.file().logged(3)->header.target, 2);
  EXPECT_FALSE(project.file().logged(4));
  EXPECT_FALSE(project.file().logged(0));
}

TEST_F(EditLogTest, KindsHaveTheNamesOfTheDocumentation) {
  EXPECT_EQ(to_string(EditKind::Do), "do");
  EXPECT_EQ(to_string(EditKind::Undo), "undo");
  EXPECT_EQ(to_string(EditKind::Redo), "redo");
  EXPECT_EQ(to_string(EditKind::Import), "import");
  EXPECT_EQ(to_string(EditKind::Purge), "purge");
}

TEST_F(EditLogTest, TheStacksGoByEditsWhateverLiesBetween) {
  const AnnotatorKey annotator = project.workspace().annotator();
  const auto stacks = [&] { return std::pair(undo_top(database(), annotator), redo_target(database(), annotator)); };
  using Stacks = std::pair<EditNumber, EditNumber>;
  EXPECT_EQ(stacks(), Stacks(0, 0));
  project.perform({project.made("ORG", span(kOrg))});  // 2
  project.perform({project.made("CUE", span(kCue))});  // 3
  EXPECT_EQ(stacks(), Stacks(3, 0));
  project.workspace().undo();  // 4
  EXPECT_EQ(stacks(), Stacks(2, 3));
  project.workspace().undo();  // 5
  EXPECT_EQ(stacks(), Stacks(0, 2));
  project.workspace().redo();  // 6
  EXPECT_EQ(stacks(), Stacks(2, 3));
  project.workspace().redo();  // 7
  EXPECT_EQ(stacks(), Stacks(3, 0));
  project.workspace().undo();                                  // 8
  project.perform({project.made("PRODUCT", span(kProduct))});  // 9
  EXPECT_EQ(stacks(), Stacks(9, 0));
  project.workspace().undo();  // 10
  EXPECT_EQ(stacks(), Stacks(2, 9));
  import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));  // 11
  EXPECT_EQ(stacks(), Stacks(2, 0));
  EXPECT_EQ(undo_top(database(), annotator_key("nobody")), 0);
}

TEST_F(EditLogTest, ADamagedEditIsNamedAndNotUndone) {
  project.annotate_article();
  project.perform({SetStateChange{project.set(), SetState::InProgress, SetState::Finished}});
  for (const char* const damage :
       {"UPDATE change SET after = replace(after, 'finished', 'skipped') WHERE edit = 3",
        "UPDATE change SET after = '{\"v\":1,\"state\":5}' WHERE edit = 3",
        "UPDATE change SET after = '' WHERE edit = 3", "UPDATE change SET after = NULL, before = NULL WHERE edit = 3",
        "UPDATE change SET kind = 'what' WHERE edit = 3", "UPDATE change SET kind = 'schema' WHERE edit = 3",
        "UPDATE change SET curated = 1 WHERE edit = 3", "UPDATE change SET annotator = 'zzzzzz' WHERE edit = 3",
        "UPDATE change SET document = NULL WHERE edit = 3", "DELETE FROM change WHERE edit = 3",
        "UPDATE edit SET time = time + 1 WHERE number = 3", "UPDATE edit SET annotator = 'zzzzzz' WHERE number = 3",
        "UPDATE edit SET name = 'undo' WHERE number = 3", "UPDATE edit SET kind = 'what' WHERE number = 3",
        "UPDATE edit SET kind = 'import' WHERE number = 3", "UPDATE edit SET target = 2 WHERE number = 3",
        "UPDATE edit SET undo_below = 1 WHERE number = 3", "UPDATE edit SET redo_below = 1 WHERE number = 3",
        "UPDATE edit SET fingerprint = fingerprint + 1 WHERE number = 3"}) {
    SCOPED_TRACE(damage);
    const std::string bytes = bytes_of(project.path);
    EXPECT_GT(raw_sql(project.path, damage), 0);
    {
      Database damaged(project.path);
      EXPECT_THAT(damaged_edits(damaged), ElementsAre(3));
      EXPECT_EQ(error_of([&] { read_edit(damaged, 3); }), ErrorKind::Damaged);
    }
    EXPECT_THAT(problems_in(project.path), testing::Contains("log-differs: 3"));
    const std::string memory = in_words(project.opened());
    EXPECT_EQ(error_of([&] { project.workspace().undo(); }), ErrorKind::Damaged);
    EXPECT_EQ(in_words(project.opened()), memory);
    std::filesystem::remove(project.path);
    project.folder.write("시험.mitjul", bytes);
    project.reopen();
  }
  EXPECT_TRUE(project.workspace().undo().done());
}

}  // namespace
}  // namespace mitjul
