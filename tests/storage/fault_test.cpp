// A disk that is full, or broken, at every write that an operation makes: the operation fails as a whole, and says so.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/storage/fault_vfs.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

struct FaultCase {
  std::string name;
  FaultVfs::Fault fault;
  bool for_good;
  ErrorKind error;
};

class FaultTest : public testing::TestWithParam<FaultCase> {
 protected:
  // No operation here writes more often; the loop would not end otherwise.
  static constexpr int kMostWrites = 5000;

  FaultTest() {
    Project project;
    project.annotate_article();
    const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
    const SetKey set{second, project.workspace().annotator(), false};
    const Relation about{{{"claim", {{}, project.id(-1)}}, {"target", {project.document, project.id(2)}}}};
    project.perform(
        {AnnotationChange{set, std::nullopt, Annotation{project.id(-1), "CLAIM", Spans(Span(2, 6)), {}, "", {}}},
         AnnotationChange{set, std::nullopt, Annotation{project.id(-2), "about", about, {}, "", {}}}});
    project.perform({project.made("PRODUCT", span(kProduct))});
    document_ = project.document;
    bytes_ = bytes_of(project.path);
    before_ = in_words(project.file());
  }

  /// A fresh copy of the project.
  fs::path copy() {
    const fs::path path = folder_ / "시험.mitjul";
    fs::remove(folder_ / "시험.mitjul-journal");
    std::ofstream(path, std::ios::binary).write(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    return path;
  }

  static std::string memory_of(Workspace& workspace, const DocumentKey& document) {
    const GazetteerEntries& gazetteer = workspace.gazetteer();
    std::string words = to_json(workspace.schema()) + to_json(workspace.settings()) +
                        to_json(std::vector(gazetteer.begin(), gazetteer.end())) + in_words(workspace.open(document));
    for (const Annotator& annotator : workspace.annotators()) words += annotator.key.str();
    return words;
  }

  /// Lets the operation fail at its first write, its second, its third … until none fails.
  void expect_all_or_nothing(const std::function<void(Workspace&)>& operation) {
    int n = 1;
    for (; n < kMostWrites; ++n) {
      SCOPED_TRACE(n);
      const fs::path path = copy();
      {
        Workspace workspace(std::make_unique<ProjectFile>(path, vfs_.name()), ticking_clock());
        const std::string memory = memory_of(workspace, document_);
        int told = 0;
        workspace.listen([&](const WorkspaceEvent&) { ++told; });
        vfs_.fail(GetParam().fault, n, GetParam().for_good);
        const auto error = error_of([&] { operation(workspace); });
        const bool failed = vfs_.failed();
        if (!GetParam().for_good) vfs_.heal();
        if (!failed) {
          EXPECT_EQ(error, std::nullopt);
          EXPECT_EQ(told, 1);
          break;
        }
        ASSERT_EQ(error, GetParam().error);
        ASSERT_EQ(told, 0);
        ASSERT_EQ(memory_of(workspace, document_), memory);
      }
      vfs_.heal();
      ASSERT_EQ(in_words(path), before_);
      ASSERT_THAT(problems_in(path), IsEmpty());
    }
    EXPECT_GT(n, 2);
    EXPECT_LT(n, kMostWrites);
    vfs_.heal();
    const fs::path path = folder_ / "시험.mitjul";
    EXPECT_NE(in_words(path), before_);
    EXPECT_THAT(problems_in(path), IsEmpty());
    Workspace usable(std::make_unique<ProjectFile>(path), ticking_clock());
    EXPECT_TRUE(usable.perform({"edit", {annotation_change(usable)}}).done());
  }

  AnnotationChange annotation_change(Workspace& workspace) const {
    const Annotation made{{workspace.annotator(), -1}, "ORG", span(kOrg), {}, "", {}};
    return {{document_, workspace.annotator(), false}, std::nullopt, made};
  }

  FaultVfs vfs_;
  FastFolder folder_;
  DocumentKey document_;
  std::string bytes_;
  std::string before_;
};

TEST_P(FaultTest, AnEditIsDoneOrNot) {
  expect_all_or_nothing([&](Workspace& workspace) {
    EXPECT_TRUE(workspace.perform({"edit", {annotation_change(workspace)}}).done());
  });
}

TEST_P(FaultTest, AnEditOfWordsSettingsAndRefusalsIsDoneOrNot) {
  expect_all_or_nothing([&](Workspace& workspace) {
    GazetteerChange words;
    for (int i = 0; i < 200; ++i) words.added.push_back({"🚀 낱말 " + std::to_string(i), i % 2 == 0 ? "ORG" : ""});
    const RefusedSuggestion refused{workspace.annotator(), span(kOrg).hull(), "PERSON"};
    const Edit edit{"edit",
                    {words, SettingsChange{workspace.settings(), {false, true}}, RefusalChange{document_, refused}}};
    EXPECT_TRUE(workspace.perform(edit).done());
  });
}

TEST_P(FaultTest, AnUndoIsDoneOrNot) {
  expect_all_or_nothing([](Workspace& workspace) { EXPECT_TRUE(workspace.undo().done()); });
}

TEST_P(FaultTest, AnImportIsDoneOrNot) {
  expect_all_or_nothing([](Workspace& workspace) {
    ImportEdit edit(workspace);
    edit.add_annotator({annotator_key("abcdef"), "다른 사람", false});
    edit.add_schema(schema_of({label("EVENT")}));
    for (const std::string name : {"하나.txt", "두울.txt", "셋.txt"}) {
      AnnotatedDocument document = without_sets(name, Text("🚀 " + name + std::string(5000, 'x')));
      AnnotationSet& set = document.set({document.document.info.key, annotator_key("abcdef"), false});
      for (std::int64_t number = 1; number <= 50; ++number) set.put(annotation(number, "ORG", Spans(Span(2, 4))));
      edit.add_keyed(document);
    }
    edit.commit();
  });
}

TEST_P(FaultTest, AnEditAfterAFailedOneIsDone) {
  for (int n = 1; n < kMostWrites; ++n) {
    SCOPED_TRACE(n);
    const fs::path path = copy();
    Workspace workspace(std::make_unique<ProjectFile>(path, vfs_.name()), ticking_clock());
    vfs_.fail(GetParam().fault, n, GetParam().for_good);
    error_of([&] { workspace.perform({"edit", {annotation_change(workspace)}}); });
    vfs_.heal();
    if (!vfs_.failed()) break;
    const Outcome outcome = workspace.perform({"edit", {annotation_change(workspace)}});
    ASSERT_TRUE(outcome.done());
    // Numbers of what did not happen are free.
    ASSERT_EQ(std::get<AnnotationChange>(outcome.edit.changes[0]).after->id.number, 6);
    ASSERT_EQ(in_words(workspace.open(document_)), in_words(ProjectFile(path).load(document_)));
    ASSERT_THAT(problems_in(path), IsEmpty());
  }
}

TEST_P(FaultTest, AProjectIsMadeOrNot) {
  const TempFolder folder;
  int n = 1;
  for (; n < kMostWrites; ++n) {
    SCOPED_TRACE(n);
    vfs_.fail(GetParam().fault, n, GetParam().for_good);
    const auto error = error_of([&] {
      ProjectFile::create(folder / "새.mitjul", preset("claims-entities").value(), time_at("2026-11-21T00:00:00Z"),
                          vfs_.name());
    });
    vfs_.heal();
    if (!vfs_.failed()) {
      EXPECT_EQ(error, std::nullopt);
      break;
    }
    ASSERT_EQ(error, GetParam().error);
    ASSERT_TRUE(fs::is_empty(folder.path()));
  }
  EXPECT_GT(n, 2);
  EXPECT_THAT(problems_in(folder / "새.mitjul"), IsEmpty());
}

TEST_P(FaultTest, APurgeIsDoneOrNot) {
  // Once the document is gone, a file that could not be made smaller is no reason to say that nothing happened.
  int not_compacted = 0;
  int n = 1;
  for (; n < kMostWrites; ++n) {
    SCOPED_TRACE(n);
    const fs::path path = copy();
    PurgeReport report;
    std::optional<ErrorKind> error;
    {
      Workspace workspace(std::make_unique<ProjectFile>(path, vfs_.name()), ticking_clock());
      const std::string memory = memory_of(workspace, document_);
      vfs_.fail(GetParam().fault, n, GetParam().for_good);
      error = error_of([&] { report = workspace.purge({document_}); });
      if (!GetParam().for_good) vfs_.heal();
      if (error) {
        ASSERT_EQ(error, GetParam().error);
        ASSERT_EQ(memory_of(workspace, document_), memory);
      }
    }
    vfs_.heal();
    ASSERT_THAT(problems_in(path), IsEmpty());
    if (error) {
      // A disk that takes nothing more does not let the program see what became of the purge.
      const bool may_be_gone = GetParam().for_good && !ProjectFile(path).has(document_);
      ASSERT_TRUE(may_be_gone || in_words(path) == before_);
      continue;
    }
    ASSERT_EQ(report.compacted, !vfs_.failed());
    ASSERT_EQ(report.relations_elsewhere, 1);
    ProjectFile file(path);
    ASSERT_FALSE(file.has(document_));
    ASSERT_EQ(file.documents().size(), 1U);
    ASSERT_EQ(bytes_of(path).find(article().text.utf8()), std::string::npos);
    ASSERT_EQ(bytes_of(path).find(document_.str()), std::string::npos);
    if (report.compacted) break;
    ++not_compacted;
  }
  EXPECT_GT(n, 2);
  EXPECT_LT(n, kMostWrites);
  EXPECT_GT(not_compacted, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Faults, FaultTest,
    testing::Values(FaultCase{"FullOnce", FaultVfs::Fault::DiskFull, false, ErrorKind::DiskFull},
                    FaultCase{"FullForGood", FaultVfs::Fault::DiskFull, true, ErrorKind::DiskFull},
                    FaultCase{"WriteError", FaultVfs::Fault::WriteError, false, ErrorKind::InputOutput},
                    FaultCase{"WriteErrorForGood", FaultVfs::Fault::WriteError, true, ErrorKind::InputOutput},
                    FaultCase{"SyncError", FaultVfs::Fault::SyncError, false, ErrorKind::InputOutput}),
    [](const testing::TestParamInfo<FaultCase>& parameter) { return parameter.param.name; });

}  // namespace
}  // namespace mitjul
