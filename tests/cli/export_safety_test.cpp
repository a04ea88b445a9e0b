// Whatever happens to an export, in whatever format: what stood in its place is untouched, nothing half is under its
// name, and the next one clears up.

#include <chrono>
#include <filesystem>
#include <map>
#include <thread>

#include "export/formats.h"
#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char* kOld = "🚀 예전 것";

/// The bytes of a file, or of all files below a folder; nothing where there is nothing.
std::map<std::string, std::string> bytes_at(const fs::path& path) {
  if (fs::is_regular_file(path)) return {{"", bytes_of(path)}};
  std::map<std::string, std::string> files;
  if (!fs::exists(path)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), path).string()] = bytes_of(entry.path());
  }
  return files;
}

/// An export to a folder of its own, in which a file of that name stands, or for folders nothing.
class ExportSafetyTest : public testing::TestWithParam<const ExportFormat*> {
 protected:
  static void SetUpTestSuite() {
    project_ = std::make_unique<CliProject>();
    std::string text;
    std::string annotations;
    std::size_t length = 0;
    for (int i = 0; i < 150; ++i) {
      text += "🚀 화웨이가 <칩>을 & 확보했다고 \"관계자\"가 밝혔다. 그리고 더 긴 글이 그 뒤에 이어진다 " +
              std::to_string(1000 + i) + ".\n";
      const std::string line = std::to_string(i);
      annotations += R"({"start":)" + std::to_string(length + 2) + R"(,"end":)" + std::to_string(length + 5) +
                     R"(,"label":"ORG","id":"o)" + line + "\"}\n" + R"({"start":)" + std::to_string(length + 2) +
                     R"(,"end":)" + std::to_string(length + 18) + R"(,"label":"CLAIM","id":"c)" + line + "\"}\n" +
                     R"({"args":{"claim":"c)" + line + R"(","target":"o)" + line + R"("},"label":"about"})" + "\n";
      length += kLineLength;
    }
    for (int i = 0; i < 12; ++i) {
      const std::string name = "기사 " + std::to_string(i) + ".txt";
      project_->import(name, text + name);
      project_->annotate(name, annotations);
    }
  }
  static void TearDownTestSuite() { project_.reset(); }

  void SetUp() override { start_again(); }

  static const ExportFormat& format() { return *GetParam(); }
  static bool is_file() { return format().container != Container::Folder; }

  void start_again() const {
    fs::remove_all(place_.parent_path());
    fs::create_directories(place_.parent_path());
    if (is_file()) project_->write("나감/결과", kOld);
  }

  std::vector<std::string> command() const {
    return {MITJUL_CLI, "export",    project_->path(),      "--format", std::string(format().id), "--out",
            place_,     "--created", "2026-11-21T00:00:00Z"};
  }

  std::map<std::string, std::string> untouched() const {
    if (!is_file()) return {};
    return {{"", kOld}};
  }

  /// What lies beside the place, and is not it.
  std::vector<std::string> left_beside() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(place_.parent_path())) {
      if (entry.path() != place_) names.push_back(entry.path().filename());
    }
    return names;
  }

  /// What an export that nothing comes between writes.
  std::map<std::string, std::string> whole() const {
    const ProgramResult result = run_program(command());
    EXPECT_EQ(result.exit_code, 0) << result.err;
    const auto bytes = bytes_at(place_);
    start_again();
    return bytes;
  }

  static constexpr std::size_t kLineLength = 59;
  static inline std::unique_ptr<CliProject> project_;
  const fs::path place_ = *project_ / "나감/결과";
};

TEST_P(ExportSafetyTest, AFileThatCannotGrowLeavesWhatWasThere) {
  const auto all = whole();
  const std::string project = project_->bytes();
  bool failed = false;
  // Of 512 bytes; one is enough for what the program says.
  for (const int blocks : {1, 4, 16, 64, 256, 1024}) {
    SCOPED_TRACE(blocks);
    std::vector<std::string> limited{"/bin/sh", "-c",
                                     "trap '' XFSZ; ulimit -f " + std::to_string(blocks) + "; exec \"$0\" \"$@\""};
    for (const std::string& word : command()) limited.push_back(word);
    const ProgramResult result = run_program(limited, {"", {"LC_ALL=C.UTF-8"}, false});
    if (result.exit_code == 0) {
      EXPECT_EQ(bytes_at(place_), all);
      EXPECT_TRUE(failed) << "the limit did not come into force";
      break;
    }
    failed = true;
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_EQ(result.out, "");
    EXPECT_FALSE(result.err.empty());
    EXPECT_EQ(bytes_at(place_), untouched());
    EXPECT_EQ(fs::exists(place_), is_file());
    EXPECT_TRUE(left_beside().empty());
  }
  EXPECT_EQ(project_->bytes(), project);
}

TEST_P(ExportSafetyTest, AKillAtAnyMomentLeavesTheOldOrAllOfTheNewAndTheNextExportClearsUp) {
  const auto all = whole();
  const auto start = Clock::now();
  ASSERT_EQ(run_program(command()).exit_code, 0);
  auto duration = Clock::now() - start;
  const std::string project = project_->bytes();
  constexpr int kKills = 4;
  constexpr int kMostTries = 40;
  int killed = 0;
  start_again();
  for (int tries = 0; killed < kKills && tries < kMostTries; ++tries) {
    SCOPED_TRACE(tries);
    {
      BackgroundProgram program(command(), project_->folder().path() / "stdout");
      std::this_thread::sleep_for(duration * (2 * killed + 1) / (2 * kKills));
      program.kill();
      const bool was_killed = program.wait() == 128 + 9;
      killed += was_killed ? 1 : 0;
      if (!was_killed) duration = duration * 9 / 10;  // the machine has become quicker
    }
    const auto left = bytes_at(place_);
    EXPECT_TRUE(left == untouched() || left == all) << "something half stands there";
    EXPECT_LE(left_beside().size(), 1U) << "of those killed before something is left";
    if (left == all) start_again();
  }
  EXPECT_EQ(killed, kKills) << "the exports had ended before they were killed";
  EXPECT_EQ(project_->bytes(), project);
  const ProgramResult next = run_program(command());
  EXPECT_EQ(next.exit_code, 0) << next.err;
  EXPECT_EQ(bytes_at(place_), all);
  EXPECT_TRUE(left_beside().empty()) << left_beside().front();
}

TEST_P(ExportSafetyTest, AKilledSplitExportLeavesNoHalfPart) {
  std::vector<std::string> split = command();
  for (const char* const word : {"--split", "60:20:20"}) split.emplace_back(word);
  ASSERT_EQ(run_program(split).exit_code, 0);
  const auto start = Clock::now();
  start_again();
  const ProgramResult result = run_program(split);
  const auto duration = Clock::now() - start;
  ASSERT_EQ(result.exit_code, 0) << result.err;
  // Each with its bytes; a folder has its parts in it.
  const auto parts = [this] {
    std::map<std::string, std::map<std::string, std::string>> found;
    for (const char* const part : {"train", "dev", "test"}) {
      const fs::path place = is_file() ? fs::path(place_.string() + "-" + part) : place_ / part;
      if (fs::exists(place)) found[part] = bytes_at(place);
    }
    return found;
  };
  const auto whole = parts();
  EXPECT_EQ(whole.size(), 3U);
  EXPECT_EQ(left_beside().size(), is_file() ? 3U : 0U);
  for (const int tenth : {3, 6, 9}) {
    SCOPED_TRACE(tenth);
    start_again();
    BackgroundProgram program(split, project_->folder().path() / "stdout");
    std::this_thread::sleep_for(duration * tenth / 10);
    program.kill();
    program.wait();
    const auto left = parts();
    for (const auto& [part, bytes] : left) EXPECT_EQ(bytes, whole.at(part)) << "something half stands there";
    if (is_file()) {
      EXPECT_EQ(bytes_at(place_), untouched());
    } else {
      EXPECT_TRUE(left.empty() || left == whole) << "a folder comes there in one step";
    }
  }
}

std::vector<const ExportFormat*> all_formats() {
  std::vector<const ExportFormat*> formats;
  for (const ExportFormat& format : export_formats()) formats.push_back(&format);
  return formats;
}

INSTANTIATE_TEST_SUITE_P(Formats, ExportSafetyTest, testing::ValuesIn(all_formats()), [](const auto& parameter) {
  std::string name(parameter.param->id);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace mitjul
