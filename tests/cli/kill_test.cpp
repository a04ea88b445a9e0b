// A program that ends in the middle of its work leaves whole files.

#include <chrono>
#include <thread>

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using Clock = std::chrono::steady_clock;

/// A project whose export takes long enough to be interrupted.
class KillTest : public testing::Test {
 protected:
  KillTest() {
    for (const std::string name : {"가.txt", "나.txt", "다.txt"}) {
      std::string text = "🚀 " + name + "\n";
      while (text.size() < 4'000'000)
        text +=
            "🚀 화웨이가 <칩>을 & 확보했다. \"따옴표\" 👩‍💻 3️⃣ 그리고 더 긴 글이 "
            "이어진다.\n";
      project_.import(name, text);
    }
    out_ = project_ / "내보냄.xml";
  }

  std::vector<std::string> export_command() const {
    return {MITJUL_CLI, "export",    project_.path(),       "--format", "mitjul-xml", "--out",
            out_,       "--created", "2026-11-21T00:00:00Z"};
  }

  CliProject project_;
  std::string out_;
};

TEST_F(KillTest, AKilledExportLeavesTheOldFileOrAllOfTheNew) {
  ASSERT_EQ(run_program(export_command()).exit_code, 0);  // the first takes longer than those behind it
  const auto start = Clock::now();
  ASSERT_EQ(run_program(export_command()).exit_code, 0);
  const auto whole = Clock::now() - start;
  const std::string exported = bytes_of(out_);
  const std::string project = project_.bytes();
  constexpr int kTries = 8;
  int killed = 0;
  for (int i = 0; i < kTries; ++i) {
    project_.write("내보냄.xml", "🚀 예전 것");
    BackgroundProgram program(export_command(), project_ / "stdout");
    std::this_thread::sleep_for(whole * (2 * i + 1) / (2 * kTries));
    program.kill();
    killed += program.wait() == 128 + 9 ? 1 : 0;
    const std::string left = bytes_of(out_);
    EXPECT_TRUE(left == "🚀 예전 것" || left == exported) << "half a file of " << left.size() << " bytes";
  }
  EXPECT_GE(killed, kTries / 2) << "most of the exports had ended before they were killed";
  EXPECT_EQ(project_.bytes(), project);
  EXPECT_EQ(run_program(export_command()).exit_code, 0);
  EXPECT_EQ(bytes_of(out_), exported);
  for (const auto& entry : std::filesystem::directory_iterator(project_.folder().path()))
    EXPECT_NE(entry.path().extension(), ".part") << "left by one that was killed";
}

TEST_F(KillTest, AnExportThatIsKilledBeforeThereWasAFileLeavesNone) {
  BackgroundProgram program(export_command(), project_ / "stdout");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  program.kill();
  const bool was_killed = program.wait() == 128 + 9;
  EXPECT_NE(was_killed, std::filesystem::exists(out_));
}

TEST_F(KillTest, AKilledImportLeavesAProjectWithoutIt) {
  std::string text = "🚀 새 글\n";
  while (text.size() < 20'000'000) text += "🚀 화웨이가 칩을 확보했다.\n";
  const std::string article = project_.write("새 글.txt", text);
  const Rows before = project_.rows("documents");
  for (int i = 0; i < 4; ++i) {
    BackgroundProgram program({MITJUL_CLI, "import", project_.path(), article}, project_ / "stdout");
    std::this_thread::sleep_for(std::chrono::milliseconds(60 + 60 * i));
    program.kill();
    const bool was_killed = program.wait() == 128 + 9;
    const Rows after = project_.rows("documents");
    EXPECT_TRUE(after == before || after.size() == before.size() + 1);
    EXPECT_EQ(project_.run("verify").exit_code, 0);
    if (!was_killed || after != before) break;
  }
}

}  // namespace
}  // namespace mitjul
