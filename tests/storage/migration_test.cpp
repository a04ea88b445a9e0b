// A project of an earlier version that is opened: it becomes one of the present version and loses nothing, whatever
// happens.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "storage/edit_log.h"
#include "storage/tables.h"
#include "tests/storage/as_nobody.h"
#include "tests/storage/fault_vfs.h"
#include "tests/storage/raw_sql.h"
#include "tests/storage/support.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

/// What a project says: documents, settings, words and log.
std::string told_by(const fs::path& path) {
  ProjectFile file(path);
  std::string words = to_string(file.created()) + in_words(file);
  for (const LoggedEdit& edit : file.log()) {
    words += std::to_string(edit.number) + " " + edit.header.name + " " + edit.header.annotator.str() + " " +
             to_string(edit.header.time) + " " + std::string(to_string(edit.header.kind)) + "\n";
  }
  return words;
}

int version_of(const fs::path& path) { return static_cast<int>(Database(path).integer("PRAGMA user_version")); }

class MigrationTest : public testing::TestWithParam<int> {
 protected:
  MigrationTest() { start_again(); }

  static std::string version() { return std::to_string(GetParam()); }
  /// How many the file of that version has.
  static std::size_t proposals() { return GetParam() == 3 ? 1 : 0; }

  /// The file of the earlier version, alone in its folder.
  void start_again() {
    fs::remove_all(path_.parent_path());
    fs::create_directory(path_.parent_path());
    fs::copy_file(fixture_, path_);
  }

  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path_.parent_path())) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  std::string exported() const {
    const fs::path xml = folder_ / "내보냄.xml";
    const ProgramResult result = run_cli({"export", path_.string(), "--format", "mitjul-xml", "--created",
                                          "2026-11-22T00:00:00Z", "--out", xml.string()});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return bytes_of(xml);
  }

  void expect_whole_after_opening() {
    EXPECT_EQ(told_by(path_), expected());
    EXPECT_THAT(problems_in(path_), IsEmpty());
    EXPECT_EQ(version_of(path_), kFileVersion);
    EXPECT_TRUE(bytes_of(copy_) == bytes_of(fixture_));
    EXPECT_THAT(files(), testing::ElementsAre("사업.mitjul", "사업.mitjul.v" + version() + "-backup"));
  }

  /// What a migration that nothing came between leaves.
  const std::string& expected() {
    if (expected_.empty()) {
      const fs::path other = folder_ / "다른.mitjul";
      fs::copy_file(fixture_, other);
      expected_ = told_by(other);
    }
    return expected_;
  }

  const fs::path fixture_ = fs::path(MITJUL_FIXTURES) / "project-file" / ("version-" + version() + ".mitjul");
  const FastFolder folder_;
  const fs::path path_ = folder_ / "과제" / "사업.mitjul";
  const fs::path copy_ = folder_ / "과제" / ("사업.mitjul.v" + version() + "-backup");
  std::string expected_;
};

TEST_P(MigrationTest, TheFixtureIsOfItsVersion) {
  EXPECT_EQ(version_of(path_), GetParam());
  EXPECT_EQ(raw_sql(path_, "UPDATE annotation SET note = note"), GetParam() == 1 ? 5 : 4);
}

TEST_P(MigrationTest, OpeningMakesACopyAndTheNewTables) {
  { const ProjectFile file(path_); }
  expect_whole_after_opening();
  ProjectFile file(path_);
  EXPECT_THAT(file.proposals(), testing::SizeIs(proposals()));
  EXPECT_THAT(file.export_profiles(), IsEmpty());
  EXPECT_EQ(file.pseudonyms(), PseudonymTable());
  if (GetParam() == 1) {
    EXPECT_EQ(file.settings(), ProjectSettings());
    EXPECT_THAT(file.gazetteer(), IsEmpty());
    for (const DocumentSummary& document : file.documents()) EXPECT_THAT(file.load(document.key).refusals, IsEmpty());
  } else {
    EXPECT_EQ(file.settings(), (ProjectSettings{true, true}));
    EXPECT_EQ(file.gazetteer(), (GazetteerEntries{{"🍎", ""}, {"군청", "ORG"}, {"한빛시", "LOCATION"}}));
    EXPECT_THAT(file.load(file.documents().front().key).refusals, testing::SizeIs(1));
  }
}

TEST_P(MigrationTest, TheExportIsTheSameToTheByte) {
  EXPECT_TRUE(exported() == bytes_of(fs::path(fixture_).replace_extension(".xml")));
  EXPECT_TRUE(exported() == bytes_of(fs::path(fixture_).replace_extension(".xml"))) << "and the second time";
}

TEST_P(MigrationTest, WhatWasUndoneIsRedoneAndAllIsUndone) {
  Workspace workspace(std::make_unique<ProjectFile>(path_), ticking_clock());
  ASSERT_TRUE(workspace.redo().done());
  EXPECT_EQ(workspace.redo().refused->code, ProblemCode::NothingToRedo);
  const std::array<int, 4> edits{0, 3, 6, 7};
  for (int i = 0; i < edits.at(static_cast<std::size_t>(GetParam())); ++i) ASSERT_TRUE(workspace.undo().done()) << i;
  EXPECT_EQ(workspace.undo().refused->code, ProblemCode::NothingToUndo);
  workspace.work_as(workspace.annotators()[1].key);
  ASSERT_TRUE(workspace.undo().done());
  for (const DocumentSummary& document : workspace.store().documents()) {
    for (const auto& [key, set] : workspace.open(document.key).sets) EXPECT_EQ(set.size(), 0U);
  }
  EXPECT_THAT(problems_in(path_), IsEmpty());
}

TEST_P(MigrationTest, WhatIsNewSinceThenCanBeKept) {
  Workspace workspace(std::make_unique<ProjectFile>(path_), ticking_clock());
  const DocumentKey document = workspace.store().documents().back().key;
  const RefusedSuggestion refused{workspace.annotator(), Span(2, 5), "ORG"};
  const ProjectSettings settings{false, true, workspace.annotator()};
  ASSERT_TRUE(workspace
                  .perform({"edit",
                            {SettingsChange{workspace.settings(), settings}, GazetteerChange{{}, {{"🚀", "ORG"}}},
                             RefusalChange{document, refused}}})
                  .done());
  ASSERT_TRUE(workspace.propose(DeleteLabel{"MISC"}, "🚀").done());
  ExportProfile profile;
  profile.name = "🚀 납품";
  profile.format = "mitjul-xml";
  workspace.store().put_export_profile(profile);
  const PseudonymTable pseudonyms({{"🍎 화웨이", "기관", 1}});
  ASSERT_TRUE(workspace.store().change_pseudonyms({}, pseudonyms));
  ProjectFile file(path_);
  EXPECT_THAT(file.export_profiles(), testing::ElementsAre(profile));
  EXPECT_EQ(file.pseudonyms(), pseudonyms);
  EXPECT_EQ(file.settings(), settings);
  EXPECT_EQ(file.gazetteer().count({"🚀", "ORG"}), 1U);
  EXPECT_THAT(file.load(document).refusals, testing::ElementsAre(refused));
  EXPECT_EQ(file.proposals(), workspace.proposals());
  EXPECT_THAT(file.proposals(), testing::SizeIs(proposals() + 1));
}

TEST_P(MigrationTest, ANewProjectHasTheSameTablesAsOneThatWasMigrated) {
  const auto tables = [](const fs::path& path) {
    Database database(path);
    return database.text("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)");
  };
  { const ProjectFile file(path_); }
  const Project made;
  EXPECT_EQ(tables(path_), tables(made.path));
}

TEST_P(MigrationTest, ACopyThatIsThereIsNeverWrittenOver) {
  std::ofstream(copy_) << "🚀 다른 것";
  { const ProjectFile file(path_); }
  EXPECT_EQ(bytes_of(copy_), "🚀 다른 것");
  EXPECT_TRUE(bytes_of(copy_.string() + "-2") == bytes_of(fixture_));
  EXPECT_EQ(told_by(path_), expected());
}

TEST_P(MigrationTest, TheCopyIsForThoseWhoMayReadTheProject) {
  fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write);
  { const ProjectFile file(path_); }
  EXPECT_EQ(fs::status(copy_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_P(MigrationTest, AKillAtAnyMomentLosesNothing) {
  constexpr int kMostSteps = 5000;
  int n = 1;
  for (; n < kMostSteps; ++n) {
    SCOPED_TRACE(n);
    start_again();
    const pid_t pid = ::fork();
    if (pid == 0) {
      FaultVfs vfs;
      vfs.fail(FaultVfs::Fault::Kill, n, false);
      try {
        const ProjectFile file(path_, vfs.name());
      } catch (const std::exception&) {
        ::_exit(1);
      }
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (WIFEXITED(status)) {
      EXPECT_EQ(WEXITSTATUS(status), 0);
      break;
    }
    ASSERT_EQ(WTERMSIG(status), SIGKILL);
    expect_whole_after_opening();
    if (HasFailure()) break;
  }
  EXPECT_GT(n, 20);
  EXPECT_LT(n, kMostSteps);
  expect_whole_after_opening();
}

TEST_P(MigrationTest, ADiskThatFailsAtAnyMomentLosesNothing) {
  for (const auto fault : {FaultVfs::Fault::DiskFull, FaultVfs::Fault::WriteError, FaultVfs::Fault::SyncError}) {
    int n = 1;
    for (;; ++n) {
      SCOPED_TRACE(n);
      start_again();
      FaultVfs vfs;
      vfs.fail(fault, n, true);
      const auto error = error_of([&] { const ProjectFile file(path_, vfs.name()); });
      if (!vfs.failed()) break;
      ASSERT_EQ(error, fault == FaultVfs::Fault::DiskFull ? ErrorKind::DiskFull : ErrorKind::InputOutput);
      vfs.heal();
      expect_whole_after_opening();
      ASSERT_FALSE(HasFailure());
    }
    EXPECT_GT(n, 2);
  }
}

TEST_P(MigrationTest, TwoProgramsAtTheSameTimeMakeOneCopy) {
  for (int i = 0; i < 20; ++i) {
    start_again();
    BackgroundProgram first({MITJUL_CLI, "settings", path_.string()}, folder_ / "1");
    BackgroundProgram second({MITJUL_CLI, "settings", path_.string()}, folder_ / "2");
    EXPECT_EQ(first.wait(), 0);
    EXPECT_EQ(second.wait(), 0);
    const std::string particle = GetParam() == 1 ? "outside" : "inside";
    const std::string settings = "suggestions\ton\nparticle\t" + particle + "\nschema-owner\tnone\n";
    EXPECT_EQ(bytes_of(folder_ / "1"), settings);
    EXPECT_EQ(bytes_of(folder_ / "2"), settings);
    expect_whole_after_opening();
  }
}

/// Reads a project that cannot be written, and tries to write; 0 where all is as it should be.
int look_and_try_to_write(const fs::path& path, const std::string& expected, std::size_t proposals) {
  if (told_by(path) != expected) return 1;
  Workspace workspace(std::make_unique<ProjectFile>(path), ticking_clock());
  if (!workspace.settings().schema_owner.empty() || workspace.proposals().size() != proposals) return 2;
  if (!workspace.store().export_profiles().empty() || !workspace.store().pseudonyms().entries().empty()) return 5;
  const auto error = error_of([&] { workspace.perform({"words", {GazetteerChange{{}, {{"🚀", ""}}}}}); });
  if (error != ErrorKind::ReadOnly) return 3;
  return workspace.gazetteer().count({"🚀", ""}) == 0 ? 0 : 4;
}

TEST_P(MigrationTest, AFileThatCannotBeWrittenIsReadAsItIs) {
  const std::string words = expected();
  fs::permissions(folder_.path(), fs::perms::all);
  fs::permissions(path_.parent_path(), fs::perms::all);
  fs::permissions(path_, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  EXPECT_EQ(as_nobody([&] { return look_and_try_to_write(path_, words, proposals()); }), 0);
  EXPECT_THAT(files(), testing::ElementsAre("사업.mitjul"));
  EXPECT_TRUE(bytes_of(path_) == bytes_of(fixture_));
}

TEST_P(MigrationTest, AFileInAFolderThatCannotBeWrittenIsReadAsItIs) {
  const std::string words = expected();
  fs::permissions(folder_.path(), fs::perms::all);
  fs::permissions(path_, fs::perms::all);
  fs::permissions(path_.parent_path(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  EXPECT_EQ(as_nobody([&] { return look_and_try_to_write(path_, words, proposals()); }), 0);
  EXPECT_THAT(files(), testing::ElementsAre("사업.mitjul"));
  EXPECT_TRUE(bytes_of(path_) == bytes_of(fixture_));
}

TEST_P(MigrationTest, AProjectThatIsInTheWayOfAnExportIsLeftAlone) {
  EXPECT_EQ(error_of([&] { refuse_to_replace_project(path_); }), ErrorKind::AlreadyExists);
  EXPECT_TRUE(bytes_of(path_) == bytes_of(fixture_));
  EXPECT_THAT(files(), testing::ElementsAre("사업.mitjul"));
}

TEST_P(MigrationTest, ADamagedFileThatSaysItIsOldIsNotChanged) {
  const Project project;
  raw_sql(project.path, "PRAGMA user_version = " + version());
  const std::string bytes = bytes_of(project.path);
  EXPECT_EQ(error_of([&] { const ProjectFile file(project.path); }), ErrorKind::Damaged);
  EXPECT_TRUE(bytes_of(project.path) == bytes);
}

INSTANTIATE_TEST_SUITE_P(Versions, MigrationTest, testing::Values(1, 2, 3), testing::PrintToStringParamName());

}  // namespace
}  // namespace mitjul
