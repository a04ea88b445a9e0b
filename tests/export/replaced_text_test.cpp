#include "export/replaced_text.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

// "ab" and "f" are replaced, with a sign before the first and behind the last.
const ReplacedText& example() {
  static const ReplacedText kText("XabYcdfZ", {{1, 3, "1234", "_", ""}, {6, 7, "5", "", "-"}});
  return kText;
}

TEST(ReplacedTextTest, HoldsTheReplacementsAndWhatIsBetweenThem) { EXPECT_EQ(example().utf8(), "X_1234Ycd5-Z"); }

TEST(ReplacedTextTest, WhatStoodAtAStretchStandsAtItsReplacement) {
  EXPECT_EQ(example().start_at(1), 2U);
  EXPECT_EQ(example().end_at(3), 6U);
  EXPECT_EQ(example().start_at(6), 9U);
  EXPECT_EQ(example().end_at(7), 10U);
}

TEST(ReplacedTextTest, WhatBeginsOrEndsInsideAStretchIsWidened) {
  EXPECT_EQ(example().start_at(2), 2U);
  EXPECT_EQ(example().end_at(2), 6U);
}

TEST(ReplacedTextTest, WhatIsBesideAStretchStaysThere) {
  EXPECT_EQ(example().end_at(1), 1U);
  EXPECT_EQ(example().start_at(3), 6U);
  EXPECT_EQ(example().end_at(6), 9U);
  EXPECT_EQ(example().start_at(7), 11U);
  EXPECT_EQ(example().start_at(0), 0U);
  EXPECT_EQ(example().end_at(0), 0U);
  EXPECT_EQ(example().start_at(8), 12U);
  EXPECT_EQ(example().end_at(8), 12U);
}

TEST(ReplacedTextTest, KnowsWhichBytesWereReplaced) {
  EXPECT_FALSE(example().replaces(0));
  EXPECT_TRUE(example().replaces(1));
  EXPECT_TRUE(example().replaces(2));
  EXPECT_FALSE(example().replaces(3));
  EXPECT_FALSE(example().replaces(8));
}

TEST(ReplacedTextTest, ATextWithoutStretchesIsTheSame) {
  const ReplacedText text("🚀", {});
  EXPECT_EQ(text.utf8(), "🚀");
  EXPECT_EQ(text.start_at(4), 4U);
  EXPECT_EQ(text.end_at(4), 4U);
}

}  // namespace
}  // namespace mitjul
