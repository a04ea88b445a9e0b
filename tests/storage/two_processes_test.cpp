// Two programs that annotate the same document as fast as they can.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/annotate_loops.h"

namespace mitjul {
namespace {

void expect_both_to_finish(const Project& project, const AnnotatorKey& first, const AnnotatorKey& second) {
  const std::filesystem::path out1 = project.folder / "out1";
  const std::filesystem::path out2 = project.folder / "out2";
  {
    BackgroundProgram one(annotate_loop(project, "5", first), out1);
    BackgroundProgram two(annotate_loop(project, "5", second), out2);
    EXPECT_EQ(one.wait(), 0);
    EXPECT_EQ(two.wait(), 0);
  }
  const std::vector<AnnotationId> ids1 = printed_ids(out1);
  const std::vector<AnnotationId> ids2 = printed_ids(out2);
  EXPECT_GT(ids1.size(), 10U);
  EXPECT_GT(ids2.size(), 10U);
  std::set<AnnotationId> confirmed(ids1.begin(), ids1.end());
  confirmed.insert(ids2.begin(), ids2.end());
  EXPECT_EQ(confirmed.size(), ids1.size() + ids2.size()) << "an id was given twice";

  ProjectFile file(project.path);
  std::set<AnnotationId> stored;
  std::int64_t counted = 0;
  const AnnotatedDocument document = file.load(project.document);
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      EXPECT_EQ(id.annotator, key.annotator);
      EXPECT_TRUE(stored.insert(id).second);
    }
  }
  const DocumentSummary summary = file.documents().at(0);
  for (const SetSummary& set : summary.sets) counted += set.annotations;
  EXPECT_EQ(stored, confirmed);
  EXPECT_EQ(counted, static_cast<std::int64_t>(confirmed.size()));
  // One line for the import, one for each annotation.
  EXPECT_EQ(file.log().size(), confirmed.size() + 1);
  EXPECT_THAT(in_words(file.check_file()), testing::IsEmpty());
}

TEST(TwoProcessesTest, OneAnnotatorInTwoProgramsLosesNothing) {
  Project project;
  expect_both_to_finish(project, project.workspace().annotator(), project.workspace().annotator());
}

TEST(TwoProcessesTest, TwoAnnotatorsInTwoProgramsLoseNothing) {
  Project project;
  const AnnotatorKey second = project.file().add_annotator("주석자 둘").key;
  expect_both_to_finish(project, project.workspace().annotator(), second);
}

}  // namespace
}  // namespace mitjul
