#include "import/quote_places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mitjul {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const Text& example() {
  static const Text text("🚀 화웨이가 칩을 확보했다.");
  return text;
}

TEST(QuotePlacesTest, PositionsAreReadInTheirUnit) {
  EXPECT_EQ(span_in(example(), {2, 5}, OffsetUnit::CodePoints), Span(2, 5));
  EXPECT_EQ(span_in(example(), {3, 6}, OffsetUnit::Utf16), Span(2, 5));
  EXPECT_EQ(span_in(example(), {5, 14}, OffsetUnit::Bytes), Span(2, 5));
}

TEST(QuotePlacesTest, WhatIsNoSpanOfTheTextIsNone) {
  EXPECT_EQ(span_in(example(), {5, 5}, OffsetUnit::CodePoints), std::nullopt);
  EXPECT_EQ(span_in(example(), {5, 2}, OffsetUnit::CodePoints), std::nullopt);
  EXPECT_EQ(span_in(example(), {0, 16}, OffsetUnit::CodePoints), std::nullopt);
  EXPECT_EQ(span_in(example(), {0, UINT64_MAX}, OffsetUnit::Utf16), std::nullopt);
  EXPECT_EQ(span_in(example(), {1, 6}, OffsetUnit::Utf16), std::nullopt) << "inside a surrogate pair";
  EXPECT_EQ(span_in(example(), {6, 14}, OffsetUnit::Bytes), std::nullopt) << "inside a character";
}

TEST(QuotePlacesTest, TheUnitIsTheOneInWhichTheQuotesAreRight) {
  const std::vector<StatedSpan> utf16{{3, 6, "화웨이"}, {8, 10, "칩을"}};
  EXPECT_EQ(unit_of(example(), utf16, OffsetUnit::CodePoints), OffsetUnit::Utf16);
  const std::vector<StatedSpan> bytes{{5, 14, "화웨이"}};
  EXPECT_EQ(unit_of(example(), bytes, OffsetUnit::CodePoints), OffsetUnit::Bytes);
  const std::vector<StatedSpan> unknown{{3, 6}};
  EXPECT_EQ(unit_of(example(), unknown, OffsetUnit::CodePoints), OffsetUnit::CodePoints);
}

TEST(QuotePlacesTest, AQuoteThatStandsThereStaysThere) {
  std::vector<Problem> problems;
  EXPECT_EQ(place_quote(example(), {2, 5, "화웨이"}, OffsetUnit::CodePoints, problems), Span(2, 5));
  EXPECT_EQ(place_quote(example(), {2, 5}, OffsetUnit::CodePoints, problems), Span(2, 5));
  EXPECT_THAT(problems, IsEmpty());
}

TEST(QuotePlacesTest, AQuoteIsMovedToTheOnePlaceWhereItStands) {
  std::vector<Problem> problems;
  EXPECT_EQ(place_quote(example(), {3, 6, "화웨이"}, OffsetUnit::CodePoints, problems), Span(2, 5));
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0], make_problem(ProblemCode::QuoteMoved, {"화웨이", "3", "2"}));
  EXPECT_EQ(place_quote(example(), {900, 903, "칩을"}, OffsetUnit::CodePoints, problems), Span(7, 9));
}

TEST(QuotePlacesTest, AQuoteThatStandsInSeveralPlacesIsMovedToTheOneNearby) {
  std::string far = "🚀 칩";
  for (std::uint32_t i = 0; i < kNearby * 2; ++i) far += "가";
  const Text text(far + "칩 끝");
  std::vector<Problem> problems;
  EXPECT_EQ(place_quote(text, {0, 1, "칩"}, OffsetUnit::CodePoints, problems), Span(2, 3));
  EXPECT_EQ(place_quote(Text("🚀 칩 칩"), {0, 1, "칩"}, OffsetUnit::CodePoints, problems), std::nullopt);
  EXPECT_EQ(problems.back().code, ProblemCode::QuoteDiffers);
}

TEST(QuotePlacesTest, AQuoteThatStandsNowhereIsSaid) {
  std::vector<Problem> problems;
  EXPECT_EQ(place_quote(example(), {2, 5, "삼성"}, OffsetUnit::CodePoints, problems), std::nullopt);
  EXPECT_EQ(place_quote(example(), {2, 99, ""}, OffsetUnit::CodePoints, problems), std::nullopt);
  ASSERT_THAT(problems, SizeIs(2));
  EXPECT_EQ(problems[0].code, ProblemCode::QuoteDiffers);
  EXPECT_EQ(problems[1].code, ProblemCode::SpanOutsideText);
}

}  // namespace
}  // namespace mitjul
