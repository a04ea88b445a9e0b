// `recover`: a new project of what a damaged one still holds.

#include <chrono>
#include <fstream>
#include <thread>

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

class RecoverTest : public testing::Test {
 protected:
  RecoverTest() {
    project_.import("가.txt", "🚀 화웨이가 칩을 확보했다.\n");
    project_.import("나.txt", "🚀 둘째 글: 칩이 모자란다.\n");
    for (const char* const document : {"가.txt", "나.txt"}) {
      project_.annotate(document,
                        "{\"start\":0,\"end\":10,\"label\":\"CLAIM\",\"note\":\"쪽지\",\"id\":\"c\"}\n"
                        "{\"start\":2,\"end\":5,\"label\":\"ORG\",\"id\":\"o\"}\n"
                        "{\"args\":{\"claim\":\"c\",\"target\":\"o\"},\"label\":\"about\"}\n");
    }
  }

  ProgramResult recover(const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments{"recover", project_.path(), fresh_};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run_cli(arguments);
  }

  /// Damages the project by writing over every place where these bytes stand.
  void write_over(const std::string& bytes) {
    std::string all = project_.bytes();
    std::size_t places = 0;
    for (std::size_t at = all.find(bytes); at != std::string::npos; at = all.find(bytes, at + 1)) {
      all[at] = '!';
      ++places;
    }
    EXPECT_GT(places, 0U);
    std::ofstream(project_.path(), std::ios::binary) << all;
  }

  std::vector<std::string> hidden_files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(project_.folder().path())) {
      if (entry.path().filename().string().front() == '.') names.push_back(entry.path().filename().string());
    }
    return names;
  }

  CliProject project_;
  const std::string fresh_ = project_ / "새 과제.mitjul";
};

TEST_F(RecoverTest, AWholeProjectComesOutAsItWentIn) {
  const std::string before = bytes_of(project_.export_xml("가.xml"));
  const std::string damaged = project_.bytes();
  const ProgramResult result = recover();
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(rows_of(result.out), Contains(ElementsAre("documents", "2", "2", "0")));
  EXPECT_THAT(rows_of(result.out), Contains(ElementsAre("annotations", "6", "6", "0")));
  EXPECT_TRUE(project_.bytes() == damaged);
  const std::string xml = project_ / "나.xml";
  EXPECT_EQ(run_cli({"export", fresh_, "--format", "mitjul-xml", "--out", xml, "--created", "2026-11-21T00:00:00Z"})
                .exit_code,
            0);
  EXPECT_EQ(bytes_of(xml), before);
  EXPECT_EQ(run_cli({"history", fresh_}).out, project_.out("history"));
  EXPECT_EQ(run_cli({"undo", fresh_}).exit_code, 0) << "what could be undone still can";
}

TEST_F(RecoverTest, WhatIsNotSavedIsNamedWithItsQuoteAndTheRestIsSound) {
  write_over("🚀 둘째 글: 칩이");
  const ProgramResult result = recover();
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("Not everything"));
  EXPECT_THAT(rows_of(result.out), Contains(ElementsAre("documents", "2", "1", "1")));
  EXPECT_THAT(rows_of(result.out), Contains(ElementsAre("document", "lost", "나.txt", "", "", "", "")));
  EXPECT_THAT(result.out, HasSubstr("\tORG\t둘째 \t"));
  EXPECT_THAT(result.out, HasSubstr("쪽지"));
  EXPECT_EQ(rows_of(run_cli({"annotations", fresh_}).out).size(), 2U);
  EXPECT_EQ(rows_of(run_cli({"history", fresh_}).out).back().at(3), "recover");
  for (const auto& row : rows_of(run_cli({"verify", fresh_}).out)) EXPECT_NE(row.back(), "error");
}

TEST_F(RecoverTest, JsonSaysTheSame) {
  write_over("🚀 둘째 글: 칩이");
  const std::string out = recover({"--json", "--quiet"}).out;
  EXPECT_THAT(out, HasSubstr(R"({"kind":"documents","known":2,"saved":1,"lost":1})"));
  EXPECT_THAT(out, HasSubstr(R"({"kind":"document","state":"lost","document":"나.txt")"));
}

TEST_F(RecoverTest, RefusesToReplaceAndWhatIsNoProject) {
  expect_refusal(run_cli({"recover", project_.path(), project_.path()}), 3);
  expect_refusal(run_cli({"recover", project_.write("글.txt", "🚀 글"), fresh_}), 3);
  expect_refusal(run_cli({"recover", project_ / "없음.mitjul", fresh_}), 3);
  EXPECT_FALSE(std::filesystem::exists(fresh_));
  EXPECT_EQ(run_cli({"recover", project_.path()}).exit_code, 2);
}

TEST_F(RecoverTest, KilledItLeavesNoProjectOrAWholeOne) {
  write_over("🚀 둘째 글: 칩이");
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  EXPECT_EQ(recover().exit_code, 1);
  const auto whole = Clock::now() - start;
  constexpr int kTries = 8;
  int killed = 0;
  for (int i = 0; i < kTries; ++i) {
    std::filesystem::remove(fresh_);
    BackgroundProgram program({MITJUL_CLI, "recover", project_.path(), fresh_}, project_ / "stdout");
    std::this_thread::sleep_for(whole * (2 * i + 1) / (2 * kTries));
    program.kill();
    killed += program.wait() == 128 + 9 ? 1 : 0;
    if (std::filesystem::exists(fresh_)) {
      EXPECT_EQ(run_cli({"verify", fresh_}).exit_code, 0);
    }
  }
  EXPECT_GE(killed, kTries / 4) << "most had ended before they were killed";
  std::filesystem::remove(fresh_);
  EXPECT_EQ(recover().exit_code, 1);
  EXPECT_THAT(hidden_files(), testing::IsEmpty()) << "left by one that was killed";
}

TEST_F(RecoverTest, AFullDiskIsSaidOfTheNewProjectAndLeavesNothing) {
  const ProgramResult result = run_program({"/bin/sh", "-c", "trap '' XFSZ; ulimit -f 20; exec \"$0\" \"$@\"",
                                            MITJUL_CLI, "recover", project_.path(), fresh_});
  expect_refusal(result, 3, "새 과제.mitjul");
  EXPECT_FALSE(std::filesystem::exists(fresh_));
  EXPECT_THAT(hidden_files(), testing::IsEmpty());
}

TEST_F(RecoverTest, WhoeverMeetsDamageIsToldOfIt) {
  write_over("🚀 둘째 글: 칩이");
  const ProgramResult result = project_.run("text", {"나.txt"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("mitjul-cli recover"));
}

}  // namespace
}  // namespace mitjul
