#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// The places of 화웨이: 2, 12 (with a particle), 20 (in another word), 28.
const std::string kArticle = "🚀 화웨이 칩이다. 화웨이가 만든다. 탈화웨이 바람. 화웨이폰\n";

TEST(OccurrencesTest, WordsAreFoundWithParticlesAndInOtherWords) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const Rows rows = project.rows("occurrences", {"가.txt", "2", "5"});
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_THAT(rows.at(0), ElementsAre("가.txt", "2", "5", "certain", "🚀 ", "화웨이",
                                      " 칩이다. 화웨이가 만든다. 탈화웨이 바람. 화웨이폰\\n"));
  EXPECT_EQ(rows.at(1).at(1), "11");
  EXPECT_EQ(rows.at(1).at(3), "certain");
  EXPECT_EQ(rows.at(2).at(3), "uncertain");
  EXPECT_EQ(rows.at(2).at(5), "화웨이");
  EXPECT_EQ(rows.at(3).at(3), "uncertain");
}

TEST(OccurrencesTest, WithParticlesInsideOtherParticlesAreFoundToo) {
  const CliProject project;
  project.import("가.txt", kArticle);
  project.out("settings", {"--set", "particle=inside"});
  const Rows rows = project.rows("occurrences", {"가.txt", "11", "15"});
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_EQ(rows.at(0).at(5), "화웨이");
  EXPECT_EQ(rows.at(1).at(5), "화웨이가");
  EXPECT_EQ(rows.at(3).at(5), "화웨이폰");
  EXPECT_EQ(rows.at(3).at(3), "uncertain");
}

TEST(OccurrencesTest, TheContextHasThirtyCodePointsAtMost) {
  const CliProject project;
  const std::string long_text =
      "🚀 가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나 화웨이 "
      "가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라";
  project.import("가.txt", long_text);
  const Rows rows = project.rows("occurrences", {"가.txt", "33", "36"});
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows.at(0).at(4), "나다라마바사아자차카타파하가나다라마바사아자차카타파하가나 ");
  EXPECT_EQ(rows.at(0).at(6), " 가나다라마바사아자차카타파하가나다라마바사아자차카타파하가");
}

TEST(OccurrencesTest, AllDocumentsAreSearchedWhereThatIsAsked) {
  const CliProject project;
  project.import("나.txt", "🚀 가온은 가온의 것.");
  project.import("가.txt", "🚀 가온이 왔다.");
  project.import("다.txt", "🚀 가온에서.");
  project.out("delete", {"다.txt"});
  EXPECT_THAT(project.rows("occurrences", {"나.txt", "2", "4"}), SizeIs(2));
  const Rows rows = project.rows("occurrences", {"나.txt", "2", "4", "--all-documents"});
  ASSERT_THAT(rows, SizeIs(3)) << "not those in the trash";
  EXPECT_EQ(rows.at(0).at(0), "가.txt");
  EXPECT_EQ(rows.at(1).at(0), "나.txt");
}

TEST(OccurrencesTest, WhatHasAnotherLabelIsUncertain) {
  const CliProject project;
  project.import("가.txt", "🚀 가온은 가온의 것. 가온이 좋다.");
  project.annotate("가.txt",
                   "{\"start\":2,\"end\":4,\"label\":\"ORG\"}\n{\"start\":6,\"end\":8,\"label\":\"PERSON\"}\n");
  const Rows rows = project.rows("occurrences", {"가.txt", "2", "4"});
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows.at(0).at(3), "certain");
  EXPECT_EQ(rows.at(1).at(3), "uncertain");
  EXPECT_EQ(rows.at(2).at(3), "certain");
}

TEST(OccurrencesTest, ASpanMustHoldSomethingAndLieInTheText) {
  const CliProject project;
  project.import("가.txt", "🚀 화웨이");
  expect_refusal(project.run("occurrences", {"가.txt", "2", "6"}), 1, "6");
  expect_refusal(project.run("occurrences", {"가.txt", "4", "2"}), 1);
  expect_refusal(project.run("occurrences", {"가.txt", "2", "2"}), 1);
  expect_refusal(project.run("occurrences", {"나.txt", "2", "5"}), 1, "나.txt");
  EXPECT_EQ(project.run("occurrences", {"가.txt", "둘", "5"}).exit_code, 2);
  EXPECT_THAT(project.rows("occurrences", {"가.txt", "1", "2"}), IsEmpty()) << "a blank is no word";
}

TEST(OccurrencesTest, FieldsAreEscapedAndJsonHasTheSameNames) {
  const CliProject project;
  project.import("가.txt", "🚀\t화웨이\n화웨이");
  const Rows rows = project.rows("occurrences", {"가.txt", "2", "5"});
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows.at(0).at(4), "🚀\\t");
  EXPECT_EQ(rows.at(0).at(6), "\\n화웨이");
  const auto objects = objects_of(project.out("occurrences", {"가.txt", "2", "5", "--json"}));
  EXPECT_EQ(objects.at(1)["start"], 6);
  EXPECT_EQ(objects.at(1)["left"], "🚀\t화웨이\n");
}

}  // namespace
}  // namespace mitjul
