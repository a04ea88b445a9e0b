// A program that is killed while it writes: whatever it has confirmed is in the project, and the project is whole.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <random>

#include "tests/storage/annotate_loops.h"

namespace mitjul {
namespace {

using namespace std::chrono_literals;
using Milliseconds = std::chrono::milliseconds;

/// Waits until the program has printed something, or for `most` where that is shorter.
void wait_for_output(const std::filesystem::path& out, Milliseconds most) {
  const auto end = std::chrono::steady_clock::now() + most;
  std::error_code not_there_yet;
  while (std::chrono::steady_clock::now() < end) {
    const auto size = std::filesystem::file_size(out, not_there_yet);
    if (!not_there_yet && size > 0) return;
    ::usleep(500);
  }
}

TEST(KillTest, WhatWasConfirmedSurvivesTheKillOfTheProgram) {
  constexpr int kKills = 200;
  constexpr int kKillsOfOneProject = 20;  // loading stays quick
  std::mt19937 random(20261121);          // NOLINT(cert-msc32-c,cert-msc51-cpp): the same delays in every run
  std::size_t confirmed = 0;
  int killed_at_once = 0;
  for (int project_number = 0; project_number < kKills / kKillsOfOneProject; ++project_number) {
    const Project project;
    ProjectFile file(project.path);
    const AnnotatorKey annotator = file.annotators()[0].key;
    std::set<AnnotationId> all;
    for (int kill = 0; kill < kKillsOfOneProject; ++kill) {
      SCOPED_TRACE(testing::Message() << "project " << project_number << " kill " << kill);
      const std::filesystem::path out = project.folder / ("out" + std::to_string(kill));
      const bool at_once = random() % 8 == 0;
      const Milliseconds delay(1 + random() % 60);
      {
        BackgroundProgram program(annotate_loop(project, "30", annotator), out);
        if (!at_once) wait_for_output(out, 20s);
        ::usleep(static_cast<useconds_t>(std::chrono::microseconds(delay).count()));
        program.kill();
        EXPECT_EQ(program.wait(), 128 + SIGKILL);
      }
      const std::vector<AnnotationId> ids = printed_ids(out);
      EXPECT_TRUE(at_once || !ids.empty());
      killed_at_once += at_once ? 1 : 0;
      confirmed += ids.size();
      const AnnotatedDocument document = file.load(project.document);
      for (const AnnotationId& id : ids) {
        EXPECT_NE(document.find(id), nullptr) << to_string(id);
        EXPECT_TRUE(all.insert(id).second) << to_string(id) << " was given twice";
      }
      // What was stored and not yet confirmed may be there, too: one annotation a kill.
      if (!document.sets.empty()) {
        EXPECT_LE(document.sets.begin()->second.size(), all.size() + static_cast<std::size_t>(kill) + 1);
      }
      ASSERT_THAT(in_words(file.check_file()), testing::IsEmpty());
    }
  }
  EXPECT_GT(confirmed, static_cast<std::size_t>(kKills) / 2);  // each that was not killed at once confirmed something
  EXPECT_GT(killed_at_once, 0);
}

}  // namespace
}  // namespace mitjul
