#include "korean/concordance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

TEST(ConcordanceTest, AContextHasThirtyCodePointsOnEachSide) {
  const std::string before = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n";  // 29 and a line end
  const std::string behind = "\nyyyyyyyyyyyyyyyyyyyyyyyyyyyyy";
  const MarkedText text = marked("🚀xx" + before + "{화웨이}" + behind + "yy");
  EXPECT_EQ(context_of(text.text, text.spans[0]), (Context{before, "화웨이", behind}));
}

TEST(ConcordanceTest, AContextEndsWithTheText) {
  const MarkedText text = marked("🚀 {화웨이}가");
  EXPECT_EQ(context_of(text.text, text.spans[0]), (Context{"🚀 ", "화웨이", "가"}));
  EXPECT_EQ(context_of(text.text, text.text.all()), (Context{"", "🚀 화웨이가", ""}));
}

TEST(ConcordanceTest, ARowIsOnOneLine) {
  EXPECT_EQ(on_one_line("🚀 가\n나\t다\r라\u2028마"), "🚀 가 나 다 라 마");
  EXPECT_EQ(on_one_line(""), "");
}

std::vector<std::uint32_t> sorted(const std::vector<Context>& rows, ConcordanceOrder order) {
  return sorted_rows(static_cast<std::uint32_t>(rows.size()), order, [&](std::uint32_t row) { return rows[row]; });
}

TEST(ConcordanceTest, SortsByTheNearestWordBeforeTheHitFirst) {
  const std::vector<Context> rows = {
      {"🚀 가장 큰 ", "칩", ""}, {"🚀 나라 가장 ", "칩", ""}, {"🚀 아주 큰 ", "칩", ""}, {"🚀 나라 큰 ", "칩", ""}};
  // 가장 나라, 큰 가장, 큰 나라, 큰 아주
  EXPECT_THAT(sorted(rows, ConcordanceOrder::Left), ElementsAre(1, 0, 3, 2));
}

TEST(ConcordanceTest, AShortWordComesBeforeALongOneThatBeginsAlike) {
  const std::vector<Context> rows = {{"🚀 가 나라 ", "칩", ""}, {"🚀 하 나 ", "칩", ""}};
  EXPECT_THAT(sorted(rows, ConcordanceOrder::Left), ElementsAre(1, 0));
}

TEST(ConcordanceTest, BlanksBetweenWordsDoNotMatterBeforeAHit) {
  const std::vector<Context> rows = {{"🚀 하  나\n\n", "칩", ""}, {"🚀 가 나 ", "칩", ""}, {"🚀 가 다 ", "칩", ""}};
  EXPECT_THAT(sorted(rows, ConcordanceOrder::Left), ElementsAre(1, 0, 2));
}

TEST(ConcordanceTest, SortsByWhatStandsBehind) {
  const std::vector<Context> rows = {
      {"🚀", "칩", "을 샀다"}, {"🚀", "칩", "과 배"}, {"🚀", "칩", " 하나"}, {"🚀", "칩", "Ａ"}};
  // A blank, then Hangul, which Korean puts before Latin.
  EXPECT_THAT(sorted(rows, ConcordanceOrder::Right), ElementsAre(2, 1, 0, 3));
}

TEST(ConcordanceTest, SortsByTheHitAndThenByWhatStandsBehind) {
  const std::vector<Context> rows = {{"🚀", "3억", "을"}, {"🚀", "2억", "을"}, {"🚀", "2억", "과"}};
  EXPECT_THAT(sorted(rows, ConcordanceOrder::Hit), ElementsAre(2, 1, 0));
}

TEST(ConcordanceTest, RowsThatAreAlikeStayInTheOrderOfTheirPlaces) {
  const Context row{"🚀 가 ", "칩", "을"};
  const std::vector<Context> rows(5, row);
  for (const auto order :
       {ConcordanceOrder::Place, ConcordanceOrder::Left, ConcordanceOrder::Hit, ConcordanceOrder::Right}) {
    EXPECT_THAT(sorted(rows, order), ElementsAre(0, 1, 2, 3, 4));
  }
  EXPECT_TRUE(sorted({}, ConcordanceOrder::Left).empty());
}

}  // namespace
}  // namespace mitjul
