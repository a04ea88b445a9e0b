#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// 0🚀 1␣ 2화웨이가5 6␣ 7국가들은,11 12␣ 13리헤인(Chris…)
const std::string kArticle = "🚀 화웨이가 국가들은, 리헤인(Chris Lehane)을 만났다.\n\n둘째 문단이다. 끝이다.\n";

TEST(SelectTest, AWordIsSelectedWithoutItsParticle) {
  const CliProject project;
  project.import("가.txt", kArticle);
  EXPECT_THAT(project.rows("select", {"가.txt", "2", "5", "7"}),
              ElementsAre(ElementsAre("2", "2", "5", "화웨이"), ElementsAre("5", "2", "5", "화웨이"),
                          ElementsAre("7", "7", "10", "국가들")));
}

TEST(SelectTest, WithParticlesInsideAWordIsSelectedAsADoubleClickDoes) {
  const CliProject project;
  project.import("가.txt", kArticle);
  project.out("settings", {"--set", "particle=inside"});
  EXPECT_THAT(project.rows("select", {"가.txt", "2", "7", "0", "11"}),
              ElementsAre(ElementsAre("2", "2", "6", "화웨이가"), ElementsAre("7", "7", "11", "국가들은"),
                          ElementsAre("0", "0", "0", ""), ElementsAre("11", "11", "11", "")));
  EXPECT_EQ(project.rows("select", {"가.txt", "--level", "stem", "7"}).at(0).at(3), "국가");
}

TEST(SelectTest, NothingIsSelectedOnBlanksAndPunctuation) {
  const CliProject project;
  project.import("가.txt", kArticle);
  EXPECT_THAT(project.rows("select", {"가.txt", "0", "1", "11", "6"}),
              ElementsAre(ElementsAre("0", "0", "0", ""), ElementsAre("1", "1", "1", ""),
                          ElementsAre("11", "11", "11", ""), ElementsAre("6", "6", "6", "")));
}

TEST(SelectTest, TheLevelsGoFromTheStemToTheParagraph) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const auto selected = [&](const std::string& level, const std::string& offset) {
    return project.rows("select", {"가.txt", "--level", level, offset}).at(0).at(3);
  };
  EXPECT_EQ(selected("word", "8"), "국가들");
  EXPECT_EQ(selected("stem", "8"), "국가");
  EXPECT_EQ(selected("eojeol", "8"), "국가들은,");
  EXPECT_EQ(selected("gloss", "13"), "리헤인(Chris Lehane)");
  EXPECT_EQ(selected("gloss", "8"), "국가들") << "no brackets behind it";
  EXPECT_EQ(selected("unit", "8"), "화웨이가 국가들은, 리헤인(Chris Lehane)을 만났다.");
  EXPECT_EQ(selected("paragraph", "45"), "둘째 문단이다. 끝이다.");
  EXPECT_EQ(selected("unit", "45"), "둘째 문단이다.");
  EXPECT_EQ(selected("unit", "0"), "") << "an emoji before a unit is none of it";
}

TEST(SelectTest, WithoutOffsetsEveryPlaceIsTold) {
  const CliProject project;
  project.import("가.txt", "🚀 화웨이가");
  const Rows rows = project.rows("select", {"가.txt"});
  ASSERT_THAT(rows, SizeIs(6));
  EXPECT_THAT(rows.at(0), ElementsAre("0", "0", "0", ""));
  EXPECT_THAT(rows.at(5), ElementsAre("5", "2", "5", "화웨이"));
  project.import("빈.txt", "");
  EXPECT_THAT(project.rows("select", {"빈.txt"}), IsEmpty());
}

TEST(SelectTest, OffsetsComeFromStandardInputToo) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const Rows rows = project.rows("select", {"가.txt", "-"}, {"2\n7 13\n", {}, false});
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows.at(2).at(3), "리헤인");
}

TEST(SelectTest, ThePlaceBehindTheLastCharacterIsInTheText) {
  const CliProject project;
  project.import("가.txt", "🚀 화웨이");
  EXPECT_THAT(project.rows("select", {"가.txt", "5"}), ElementsAre(ElementsAre("5", "5", "5", "")));
  expect_refusal(project.run("select", {"가.txt", "6"}), 1, "6");
  expect_refusal(project.run("select", {"가.txt", "99999999999999999999"}), 1);
}

TEST(SelectTest, WhatIsNoOffsetOrLevelIsWrongUsage) {
  const CliProject project;
  project.import("가.txt", kArticle);
  expect_refusal(project.run("select", {"가.txt", "둘"}), 2, "둘");
  expect_refusal(project.run("select", {"가.txt", "--level", "문장", "2"}), 2, "문장");
  expect_refusal(project.run("select", {"나.txt", "2"}), 1, "나.txt");
}

TEST(SelectTest, TheWholeProjectIsTheEvidence) {
  const CliProject project;
  project.import("가.txt", "🚀 가온나라의 일.");
  // 나라 may be a particle behind 가온; elsewhere the word stands with others.
  project.import("나.txt", "🚀 가온나라는 크다. 가온나라를 보았다. 가온나라에서 왔다.");
  EXPECT_EQ(project.rows("select", {"가.txt", "2"}).at(0).at(3), "가온나라");
}

TEST(SelectTest, WhatWasAnnotatedIsSelectedWhole) {
  const CliProject project;
  project.import("가.txt", "🚀 다라마가 왔다.");
  project.import("나.txt", "🚀 다라마가.");
  EXPECT_EQ(project.rows("select", {"가.txt", "2"}).at(0).at(3), "다라마");
  project.annotate("나.txt", R"({"start":2,"end":6,"label":"MISC"})");
  EXPECT_EQ(project.rows("select", {"가.txt", "2"}).at(0).at(3), "다라마가");
  project.out("annotators", {"--add", "김주석"});
  EXPECT_EQ(project.rows("select", {"가.txt", "2", "--annotator", "김주석"}).at(0).at(3), "다라마")
      << "the words of another annotator";
}

TEST(SelectTest, TabsAndLineEndsAreEscaped) {
  const CliProject project;
  project.import("가.txt", "🚀 가나\t다라.");
  EXPECT_EQ(project.out("select", {"가.txt", "--level", "paragraph", "2"}), "2\t0\t8\t🚀 가나\\t다라.\n");
  const auto objects = objects_of(project.out("select", {"가.txt", "--level", "paragraph", "2", "--json"}));
  EXPECT_EQ(objects.at(0)["surface"], "🚀 가나\t다라.");
}

TEST(UnitsTest, TheUnitsAreListedInOrder) {
  const CliProject project;
  project.import("가.txt", "🚀 첫 문장이다. 둘째 문장이다.\n• 항목\n");
  EXPECT_THAT(project.rows("units", {"가.txt"}),
              ElementsAre(ElementsAre("2", "9", "첫 문장이다."), ElementsAre("10", "18", "둘째 문장이다."),
                          ElementsAre("21", "23", "항목")));
  project.import("빈.txt", "");
  EXPECT_THAT(project.rows("units", {"빈.txt"}), IsEmpty());
}

TEST(UnitsTest, GluedCellsComeBehindTheUnitThatHoldsThem) {
  const CliProject project;
  project.import("가.txt", "구분미국 🇺🇸중국 🇨🇳\n전략폐쇄소스 AI공개소스 AI\n");
  project.import("나.txt", "🚀 구분이 있다. 구분은 쉽다. 미국은 미국이다. 전략을 전략으로. 폐쇄소스와 폐쇄소스.\n");
  EXPECT_THAT(project.rows("units", {"가.txt"}).at(0).at(2), "구분미국 🇺🇸중국");
  const Rows rows = project.rows("units", {"가.txt", "--cells"});
  EXPECT_THAT(rows.at(0), ElementsAre("0", "9", "구분미국 🇺🇸중국"));
  EXPECT_THAT(rows.at(1), ElementsAre("0", "2", "구분"));
  EXPECT_THAT(rows.at(2), ElementsAre("2", "7", "미국 🇺🇸"));
}

TEST(UnitsTest, AnUnknownDocumentIsRefused) {
  const CliProject project;
  expect_refusal(project.run("units", {"없다.txt"}), 1, "없다.txt");
}

}  // namespace
}  // namespace mitjul
