#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

constexpr char kArticle[] = "🚀 수온 이야기\n\n통계청에 따르면 수온이 2도 올랐다. 비는 줄었다.\n";

TEST(ClaimCommandTest, TheClaimAtAPlaceComesWithItsSourcesBestFirst) {
  const CliProject project;
  project.import("바다.txt", kArticle);
  const Rows rows = project.rows("claim", {"바다.txt", "15"});
  ASSERT_EQ(rows.size(), 2U);
  ASSERT_EQ(rows[0].size(), 9U);
  EXPECT_THAT(rows[0], ElementsAre("15", "10", "30", "fact", "explicit", "1", "10", "13", "통계청"));
  EXPECT_EQ(rows[1][5], "2");
  EXPECT_THAT((std::vector<std::string>{rows[1][6], rows[1][7], rows[1][8]}), ElementsAre("", "", ""));
}

TEST(ClaimCommandTest, WithoutPlacesEveryUnitIsProposed) {
  const CliProject project;
  project.import("바다.txt", kArticle);
  std::vector<std::string> offsets;
  for (const auto& row : project.rows("claim", {"바다.txt"})) {
    if (row.at(5) == "1") offsets.push_back(row.at(0));
  }
  EXPECT_THAT(offsets, ElementsAre("2", "10", "31"));
}

TEST(ClaimCommandTest, PlacesComeFromStandardInputToo) {
  const CliProject project;
  project.import("바다.txt", kArticle);
  const Rows rows = project.rows("claim", {"바다.txt", "-"}, {"15\n31\n", {}, false});
  ASSERT_GE(rows.size(), 3U);
  EXPECT_EQ(rows.front()[0], "15");
  EXPECT_EQ(rows.back()[0], "31");
}

TEST(ClaimCommandTest, BetweenUnitsNothingIsSaid) {
  const CliProject project;
  project.import("바다.txt", kArticle);
  EXPECT_EQ(project.out("claim", {"바다.txt", "0"}), "");
}

TEST(ClaimCommandTest, APlaceOutsideTheTextIsRefused) {
  const CliProject project;
  project.import("바다.txt", kArticle);
  expect_refusal(project.run("claim", {"바다.txt", "9999"}), 1, "9999");
  expect_refusal(project.run("claim", {"바다.txt", "가"}), 2, "가");
  expect_refusal(project.run("claim", {"산.txt"}), 1, "산.txt");
}

TEST(ClaimCommandTest, WordsThatWereAnnotatedElsewhereAreKnown) {
  const CliProject project;
  project.import("불.txt", "🚀 가나다만은 “곧 비가 온다”고 말했다.\n");
  project.import("물.txt", "🚀 가나다만.\n");
  EXPECT_EQ(project.rows("claim", {"불.txt", "5"}).at(0).at(8), "가나다");
  project.annotate("물.txt", R"({"start":2,"end":6,"label":"PERSON"})");
  EXPECT_EQ(project.rows("claim", {"불.txt", "5"}).at(0).at(8), "가나다만");
}

TEST(ClaimCommandTest, WhatIsAnnotatedIsProposedFirst) {
  const CliProject project;
  project.import("별.txt", "🚀 새벽 물결은 “곧 비가 온다”고 말했다.\n");
  EXPECT_NE(project.rows("claim", {"별.txt", "5"}).at(0).at(8), "새벽 물결");
  project.annotate("별.txt", R"({"start":2,"end":7,"label":"PERSON"})");
  EXPECT_EQ(project.rows("claim", {"별.txt", "5"}).at(0).at(8), "새벽 물결");
}

TEST(ClaimCommandTest, JsonHasTheCuesAsWell) {
  const CliProject project;
  project.import("바다.txt", kArticle);
  const auto objects = objects_of(project.out("claim", {"바다.txt", "15", "--json"}));
  ASSERT_EQ(objects.size(), 2U);
  EXPECT_EQ(objects[0]["source"], "통계청");
  EXPECT_EQ(objects[0]["cues"][0]["cue"], "따르면");
}

}  // namespace
}  // namespace mitjul
