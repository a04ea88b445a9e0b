#include "core/span.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

TEST(TextPosTest, CountsFromZeroAndSteps) {
  EXPECT_EQ(TextPos().value(), 0U);
  EXPECT_EQ(TextPos(3) + 2, TextPos(5));
  EXPECT_EQ(TextPos(3) - 2, TextPos(1));
  EXPECT_EQ(TextPos(7) - TextPos(3), 4U);
  EXPECT_LT(TextPos(3), TextPos(4));
}

TEST(SpanTest, LengthIsEndMinusStart) {
  const auto text = marked("🚀 {화웨이}가");
  EXPECT_EQ(text.spans[0], Span(2, 5));
  EXPECT_EQ(text.spans[0].length(), 3U);
  EXPECT_FALSE(text.spans[0].empty());
  EXPECT_TRUE(Span(4, 4).empty());
  EXPECT_TRUE(Span().empty());
}

TEST(SpanTest, ContainsItsStartButNotItsEnd) {
  const Span span(2, 5);
  EXPECT_FALSE(span.contains(TextPos(1)));
  EXPECT_TRUE(span.contains(TextPos(2)));
  EXPECT_TRUE(span.contains(TextPos(4)));
  EXPECT_FALSE(span.contains(TextPos(5)));
  EXPECT_FALSE(Span(2, 2).contains(TextPos(2)));
}

TEST(SpanTest, ContainsItselfAndWhatLiesInside) {
  const auto text = marked("🚀 {{화웨이}가 칩을}");
  EXPECT_TRUE(text.spans[0].contains(text.spans[1]));
  EXPECT_FALSE(text.spans[1].contains(text.spans[0]));
  EXPECT_TRUE(text.spans[0].contains(text.spans[0]));
  EXPECT_TRUE(Span(2, 5).contains(Span(5, 5)));
  EXPECT_FALSE(Span(2, 5).contains(Span(4, 6)));
}

TEST(SpanTest, AdjacentSpansDoNotOverlap) {
  const auto text = marked("🚀 {화웨이}{가} 칩을");
  EXPECT_FALSE(text.spans[0].overlaps(text.spans[1]));
  EXPECT_FALSE(text.spans[1].overlaps(text.spans[0]));
}

TEST(SpanTest, SpansThatShareOneCharacterOverlap) {
  EXPECT_TRUE(Span(2, 5).overlaps(Span(4, 9)));
  EXPECT_TRUE(Span(4, 9).overlaps(Span(2, 5)));
  EXPECT_TRUE(Span(2, 9).overlaps(Span(4, 5)));
  EXPECT_TRUE(Span(2, 5).overlaps(Span(2, 5)));
}

TEST(SpanTest, EmptySpanOverlapsNothing) {
  EXPECT_FALSE(Span(3, 3).overlaps(Span(2, 5)));
  EXPECT_FALSE(Span(2, 5).overlaps(Span(3, 3)));
  EXPECT_FALSE(Span(3, 3).overlaps(Span(3, 3)));
}

TEST(SpanTest, CrossingSpansOverlapWithoutNesting) {
  EXPECT_TRUE(Span(2, 5).crosses(Span(4, 9)));
  EXPECT_TRUE(Span(4, 9).crosses(Span(2, 5)));
  EXPECT_FALSE(Span(2, 9).crosses(Span(4, 5)));
  EXPECT_FALSE(Span(4, 5).crosses(Span(2, 9)));
  EXPECT_FALSE(Span(2, 5).crosses(Span(2, 5)));
  EXPECT_FALSE(Span(2, 5).crosses(Span(2, 9)));
  EXPECT_FALSE(Span(2, 5).crosses(Span(5, 9)));
}

TEST(SpansTest, OneSpanIsContinuous) {
  const Spans spans(Span(2, 5));
  EXPECT_FALSE(spans.discontinuous());
  EXPECT_THAT(spans.segments(), ElementsAre(Span(2, 5)));
  EXPECT_EQ(spans.hull(), Span(2, 5));
}

TEST(SpansTest, SegmentsAreSorted) {
  const auto text = marked("🚀 {이슬} 칩의 {D2}");
  const Spans spans({text.spans[1], text.spans[0]});
  EXPECT_TRUE(spans.discontinuous());
  EXPECT_THAT(spans.segments(), ElementsAre(text.spans[0], text.spans[1]));
  EXPECT_EQ(spans.start(), TextPos(2));
  EXPECT_EQ(spans.end(), TextPos(10));
  EXPECT_EQ(spans.hull(), Span(2, 10));
}

TEST(SpansTest, TouchingSegmentsAreJoined) {
  EXPECT_THAT(Spans({Span(5, 7), Span(2, 5)}).segments(), ElementsAre(Span(2, 7)));
}

TEST(SpansTest, OverlappingSegmentsAreJoined) {
  EXPECT_THAT(Spans({Span(2, 6), Span(5, 7)}).segments(), ElementsAre(Span(2, 7)));
  EXPECT_THAT(Spans({Span(2, 9), Span(5, 7)}).segments(), ElementsAre(Span(2, 9)));
  EXPECT_THAT(Spans({Span(2, 5), Span(2, 5)}).segments(), ElementsAre(Span(2, 5)));
}

TEST(SpansTest, OneSegmentCanCloseTheGapBetweenTwo) {
  EXPECT_THAT(Spans({Span(2, 4), Span(8, 9), Span(6, 7), Span(4, 6)}).segments(), ElementsAre(Span(2, 7), Span(8, 9)));
}

TEST(SpansTest, EqualWhateverTheOrderTheyWereMadeIn) {
  EXPECT_EQ(Spans({Span(2, 3), Span(5, 7)}), Spans({Span(5, 6), Span(6, 7), Span(2, 3)}));
  EXPECT_NE(Spans({Span(2, 3), Span(5, 7)}), Spans(Span(2, 7)));
}

TEST(SpansTest, ASpanInTheGapDoesNotOverlap) {
  const Spans apart({Span(2, 4), Span(8, 10)});
  EXPECT_FALSE(apart.overlaps(Span(4, 8)));
  EXPECT_FALSE(Spans(Span(4, 8)).overlaps(apart));
  EXPECT_FALSE(apart.overlaps(Span(0, 2)));
  EXPECT_FALSE(apart.overlaps(Span(10, 12)));
}

TEST(SpansTest, OneSharedCharacterInAnySegmentIsAnOverlap) {
  const Spans apart({Span(2, 4), Span(8, 10)});
  EXPECT_TRUE(apart.overlaps(Span(3, 5)));
  EXPECT_TRUE(apart.overlaps(Span(9, 12)));
  EXPECT_TRUE(apart.overlaps(Spans({Span(0, 1), Span(5, 6), Span(9, 10)})));
  EXPECT_FALSE(apart.overlaps(Spans({Span(0, 2), Span(5, 6), Span(10, 11)})));
}

TEST(ReadingOrderTest, EarlierStartComesFirst) {
  EXPECT_TRUE(in_reading_order(Span(2, 3), Span(3, 9)));
  EXPECT_FALSE(in_reading_order(Span(3, 9), Span(2, 3)));
}

TEST(ReadingOrderTest, OfTwoThatStartTogetherTheLongerComesFirst) {
  EXPECT_TRUE(in_reading_order(Span(2, 9), Span(2, 5)));
  EXPECT_FALSE(in_reading_order(Span(2, 5), Span(2, 9)));
}

TEST(ReadingOrderTest, IdenticalSpansHaveNoOrder) {
  EXPECT_FALSE(in_reading_order(Span(2, 5), Span(2, 5)));
  // Gaps do not count: both reach from 2 to 9.
  EXPECT_FALSE(in_reading_order(Spans({Span(2, 3), Span(8, 9)}), Span(2, 9)));
  EXPECT_FALSE(in_reading_order(Span(2, 9), Spans({Span(2, 3), Span(8, 9)})));
}

}  // namespace
}  // namespace mitjul
