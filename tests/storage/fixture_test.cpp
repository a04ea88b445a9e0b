// Projects that earlier versions have left: they are opened, hold what they held, and can be worked on.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/native_xml.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

/// What the XML beside a project says that it holds.
struct Expected {
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
};

class FixtureTest : public testing::TestWithParam<std::string> {
 protected:
  FixtureTest() {
    const fs::path fixture = fs::path(MITJUL_FIXTURES) / (GetParam() + ".mitjul");
    fs::copy_file(fixture, path_);
    const std::vector<Problem> problems = read_native_xml(
        fs::path(fixture).replace_extension(".xml"), [&](StreamHeader header) { expected_.header = std::move(header); },
        [&](AnnotatedDocument document) { expected_.documents.push_back(std::move(document)); });
    EXPECT_THAT(in_words(problems), IsEmpty());
  }

  const TempFolder folder_;
  const fs::path path_ = folder_ / "사업.mitjul";
  Expected expected_;
};

TEST_P(FixtureTest, HoldsWhatItHeld) {
  ProjectFile file(path_);
  EXPECT_THAT(in_words(file.check_file()), IsEmpty());
  EXPECT_EQ(file.schema(), expected_.header.schema);
  for (const Annotator& annotator : expected_.header.annotators) {
    bool found = false;
    for (const Annotator& present : file.annotators()) {
      found = found || (present.key == annotator.key && present.name == annotator.name);
    }
    EXPECT_TRUE(found) << annotator.name;
  }
  ASSERT_THAT(expected_.documents, testing::Not(IsEmpty()));
  for (AnnotatedDocument& expected : expected_.documents) {
    const AnnotatedDocument loaded = file.load(expected.document.info.key);
    // Which the XML does not tell.
    expected.document.info.origin = loaded.document.info.origin;
    expected.refusals = loaded.refusals;
    EXPECT_EQ(in_words(loaded), in_words(expected));
  }
}

TEST_P(FixtureTest, EveryDocumentCanBeReadThoseInTheTrashToo) {
  ProjectFile file(path_);
  std::size_t outside_the_trash = 0;
  for (const DocumentSummary& document : file.documents()) {
    const AnnotatedDocument loaded = file.load(document.key);
    EXPECT_EQ(loaded.document.info.name, document.name);
    EXPECT_EQ(loaded.document.text, file.text(document.key));
    outside_the_trash += document.in_trash ? 0U : 1U;
  }
  EXPECT_EQ(outside_the_trash, expected_.documents.size());
}

TEST_P(FixtureTest, OpeningASecondTimeChangesNothing) {
  in_words(path_);
  const std::string bytes = bytes_of(path_);
  in_words(path_);
  EXPECT_TRUE(bytes_of(path_) == bytes);
}

TEST_P(FixtureTest, TheLastEditCanBeUndoneAndDoneAgain) {
  const std::string before = in_words(path_);
  Workspace workspace(std::make_unique<ProjectFile>(path_), ticking_clock());
  ASSERT_TRUE(workspace.undo().done());
  EXPECT_NE(in_words(path_), before);
  ASSERT_TRUE(workspace.redo().done());
  EXPECT_EQ(in_words(path_), before);
  EXPECT_THAT(problems_in(path_), IsEmpty());
}

TEST_P(FixtureTest, CanBeAnnotated) {
  Workspace workspace(std::make_unique<ProjectFile>(path_), ticking_clock());
  const AnnotatedDocument& document = workspace.open(expected_.documents[0].document.info.key);
  const SetKey set{document.document.info.key, workspace.annotator(), false};
  std::int64_t highest = 0;
  if (const AnnotationSet* const present = document.find_set(set)) {
    for (const auto& [id, annotation] : present->annotations()) highest = std::max(highest, id.number);
  }
  const Annotation made{{workspace.annotator(), -1}, "CLAIM", Spans(Span(0, 2)), {}, "🚀", {}};
  const Outcome outcome = workspace.perform({"annotate", {AnnotationChange{set, std::nullopt, made}}});
  ASSERT_TRUE(outcome.done()) << in_words(*outcome.refused);
  EXPECT_GT(std::get<AnnotationChange>(outcome.edit.changes[0]).after->id.number, highest);
  EXPECT_EQ(in_words(document), in_words(ProjectFile(path_).load(set.document)));
  EXPECT_THAT(problems_in(path_), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Versions, FixtureTest,
                         testing::Values("project/v1/samples", "project/v1/everything", "project-file/version-1",
                                         "project-file/version-2", "project-file/version-3"),
                         [](const testing::TestParamInfo<std::string>& parameter) {
                           std::string name = parameter.param;
                           std::replace_if(
                               name.begin(), name.end(), [](char c) { return c == '/' || c == '-'; }, '_');
                           return name;
                         });

TEST(FixtureHistoryTest, TheLogOfTheSamplesIsComplete) {
  const TempFolder folder;
  const fs::path path = folder / "사업.mitjul";
  fs::copy_file(fs::path(MITJUL_FIXTURES) / "project" / "v1" / "samples.mitjul", path);
  std::vector<std::string> lines;
  for (const LoggedEdit& edit : ProjectFile(path).log()) {
    lines.push_back(edit.header.name + " " + std::to_string(edit.header.target) + " " +
                    std::to_string(edit.documents.size()));
  }
  EXPECT_THAT(lines, testing::ElementsAre("import 0 2", "import 0 1", "annotate 0 1", "annotate 0 1", "annotate 0 1",
                                          "undo 5 1", "redo 5 1", "delete-document 0 1", "annotate 0 1", "annotate 0 1",
                                          "undo 10 1"));
}

}  // namespace
}  // namespace mitjul
