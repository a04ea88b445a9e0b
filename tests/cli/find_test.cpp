#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kArticle = "🚀 화웨이가 칩을 확보했다.\n칩은 ＡＩ용이다.\n";

TEST(FindTest, ARowHasDocumentPlaceAndWhatStandsAround) {
  const CliProject project;
  project.import("가.txt", kArticle);
  EXPECT_EQ(project.out("find", {"칩"}),
            "가.txt\t7\t8\t🚀 화웨이가 \t칩\t을 확보했다.\\n칩은 ＡＩ용이다.\\n\n"
            "가.txt\t16\t17\t🚀 화웨이가 칩을 확보했다.\\n\t칩\t은 ＡＩ용이다.\\n\n");
}

TEST(FindTest, ThirtyCodePointsStandOnEachSide) {
  const CliProject project;
  const std::string thirty = "🚀가나다라마바사아자 가나다라마바사아자 가나다라마바사아자";
  project.import("가.txt", "버림" + thirty + "화웨이" + thirty + "버림");
  EXPECT_THAT(project.rows("find", {"화웨이"}),
              ElementsAre(ElementsAre("가.txt", "32", "35", thirty, "화웨이", thirty)));
}

TEST(FindTest, RowsAreInTheOrderOfNamesAndPlaces) {
  const CliProject project;
  project.import("나.txt", "🚀 칩");
  project.import("가.txt", "🚀 칩 칩");
  const Rows rows = project.rows("find", {"칩"});
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[0][0] + rows[0][1], "가.txt2");
  EXPECT_EQ(rows[1][0] + rows[1][1], "가.txt4");
  EXPECT_EQ(rows[2][0] + rows[2][1], "나.txt2");
}

TEST(FindTest, JsonHasTheSameNames) {
  const CliProject project;
  project.import("가.txt", "🚀\n칩\n을");
  const auto objects = objects_of(project.out("find", {"칩", "--json"}));
  ASSERT_THAT(objects, SizeIs(1));
  EXPECT_EQ(objects[0].dump(), R"({"document":"가.txt","start":2,"end":3,"left":"🚀\n","hit":"칩","right":"\n을"})");
}

TEST(FindTest, TheUsualModeIsTextOrInitials) {
  const CliProject project;
  project.import("가.txt", "🚀 화웨이 하와이 ㅎㅇㅇ");
  EXPECT_THAT(project.rows("find", {"웨"}), SizeIs(1));
  EXPECT_THAT(project.rows("find", {"ㅎㅇㅇ"}), SizeIs(3));
  EXPECT_THAT(project.rows("find", {"화ㅇㅇ"}), SizeIs(1));
  EXPECT_THAT(project.rows("find", {"ㅎㅇㅇ", "--mode", "text"}), SizeIs(1)) << "asked for as letters";
}

TEST(FindTest, EveryModeFindsWhatItShould) {
  const CliProject project;
  project.import("가.txt", kArticle);
  EXPECT_EQ(project.rows("find", {"화웨이", "--mode", "word"}).at(0).at(4), "화웨이");
  EXPECT_THAT(project.rows("find", {"화웨", "--mode", "word"}), IsEmpty());
  EXPECT_EQ(project.rows("find", {"ai", "--mode", "text"}).at(0).at(4), "ＡＩ");
  EXPECT_EQ(project.rows("find", {"ㅎㅂ", "--mode", "initials"}).at(0).at(4), "확보");
  EXPECT_EQ(project.rows("find", {"^칩.", "--mode", "regex"}).at(0).at(1), "16");
}

TEST(FindTest, OneDocumentCanBeSearchedAlone) {
  const CliProject project;
  const std::string key = project.import("가.txt", "🚀 칩");
  project.import("나.txt", "🌍 칩");
  EXPECT_EQ(project.rows("find", {"칩", "--document", "나.txt"}), (Rows{{"나.txt", "2", "3", "🌍 ", "칩", ""}}));
  EXPECT_EQ(project.rows("find", {"칩", "--document", key}).at(0).at(0), "가.txt");
  expect_refusal(project.run("find", {"칩", "--document", "다.txt"}), 1, "다.txt");
}

TEST(FindTest, TheTrashIsNotSearched) {
  const CliProject project;
  project.import("가.txt", "🚀 칩");
  project.out("delete", {"가.txt"});
  EXPECT_THAT(project.rows("find", {"칩"}), IsEmpty());
  expect_refusal(project.run("find", {"칩", "--document", "가.txt"}), 1, "가.txt");
}

TEST(FindTest, FindingNothingIsNoFailure) {
  const CliProject project;
  project.import("가.txt", kArticle);
  project.import("빈.txt", "");
  for (const std::string query : {"없는말", "", " ", "\n"}) {
    const ProgramResult result = project.run("find", {query});
    EXPECT_EQ(result.exit_code, 0) << query;
    EXPECT_EQ(result.out + result.err, "") << query;
  }
}

TEST(FindTest, AnUnknownModeIsWrongUsage) {
  const CliProject project;
  expect_refusal(project.run("find", {"칩", "--mode", "fuzzy"}), 2, "fuzzy");
  expect_refusal(project.run("find", {"\xFF"}), 2);
  EXPECT_EQ(project.run("find").exit_code, 2);
}

TEST(FindTest, ABadRegularExpressionIsRefusedWithItsPlace) {
  const CliProject project;
  project.import("가.txt", kArticle);
  expect_refusal(project.run("find", {"칩(을", "--mode", "regex"}), 1, "칩(을");
  expect_refusal(project.run("find", {"*칩", "--mode", "regex"}), 1, "character 1");
}

TEST(FindTest, AHostileRegularExpressionEnds) {
  const CliProject project;
  project.import("가.txt", "🚀 " + std::string(500'000, 'a'));
  expect_refusal(project.run("find", {"(a|b)*c", "--mode", "regex"}), 1, "(a|b)*c");
}

TEST(FindTest, SearchingChangesNothing) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string before = project.bytes();
  project.out("find", {"칩"});
  EXPECT_EQ(project.bytes(), before);
}

}  // namespace
}  // namespace mitjul
