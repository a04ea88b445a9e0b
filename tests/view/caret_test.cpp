#include "korean/unit.h"
#include "view/caret.h"

#include <gtest/gtest.h>

#include "tests/view/random_page.h"

namespace mitjul {
namespace {

/// Expects that the eojeol at every place in the marked spans is that span.
void expect_eojeols(std::string_view utf8_with_braces) {
  const MarkedText marks = marked(utf8_with_braces);
  for (const Span& span : marks.spans) {
    for (TextPos pos = span.start; pos <= span.end; pos = pos + 1) {
      EXPECT_EQ(eojeol_at(marks.text, pos), span) << utf8_with_braces << " " << pos.value();
    }
  }
}

TEST(CaretTest, AnEojeolIsWhatStandsBetweenBlanks) {
  expect_eojeols("🚀 {화웨이가} {Mate} {60을,}\n{냈다.}");
  expect_eojeols("{처음부터} 끝까지");
  expect_eojeols("{전부}");
}

TEST(CaretTest, WideAndNonBreakingBlanksAndTabsPartEojeols) {
  expect_eojeols("{가}\u3000{나다}\u00A0{라}\t{마}\u2003{바}\u2028{사}");
  EXPECT_TRUE(is_blank(U'\u3000'));
  EXPECT_TRUE(is_blank(U'\u00A0'));
  EXPECT_TRUE(is_blank(U'\r'));
  EXPECT_FALSE(is_blank(U'\u200B'));
  EXPECT_FALSE(is_blank(U'\0'));
}

TEST(CaretTest, EmojiFlagsKeycapsAndDecomposedHangulAreEojeolsLikeWords) {
  expect_eojeols("{🚀} {👩\u200D💻가}");
  expect_eojeols("{🇰🇷🇺🇸} {1\uFE0F\u20E3번} {\u1112\u1161\u11AB\u1100\u1173\u11AF}");
}

TEST(CaretTest, BetweenBlanksThereIsNoEojeol) {
  const Text text("🚀  가 ");
  EXPECT_EQ(eojeol_at(text, TextPos(2)), Span(2, 2));
  EXPECT_EQ(eojeol_at(text, text.end()), Span(5, 5));
  EXPECT_EQ(eojeol_at(Text(), TextPos(0)), Span(0, 0));
}

TEST(CaretTest, MovesFromEojeolToEojeol) {
  const Text text("🚀 화웨이가\u3000 칩을\n냈다 ");
  EXPECT_EQ(next_eojeol(text, TextPos(0)), TextPos(2));
  EXPECT_EQ(next_eojeol(text, TextPos(3)), TextPos(8));
  EXPECT_EQ(next_eojeol(text, TextPos(6)), TextPos(8));
  EXPECT_EQ(next_eojeol(text, TextPos(11)), text.end());
  EXPECT_EQ(next_eojeol(text, text.end()), text.end());
  EXPECT_EQ(previous_eojeol(text, text.end()), TextPos(11));
  EXPECT_EQ(previous_eojeol(text, TextPos(11)), TextPos(8));
  EXPECT_EQ(previous_eojeol(text, TextPos(4)), TextPos(2));
  EXPECT_EQ(previous_eojeol(text, TextPos(0)), TextPos(0));
  EXPECT_EQ(eojeol_end(text, TextPos(2)), TextPos(6));
  EXPECT_EQ(eojeol_end(text, TextPos(6)), TextPos(10));
  EXPECT_EQ(eojeol_end(text, TextPos(13)), text.end());
}

TEST(CaretTest, TrimsBlanksAtBothEdgesOnly) {
  const auto text = marked("🚀{\u3000 {화웨이가\u00A0칩을}\n\t}{  }");
  EXPECT_EQ(trim_blanks(text.text, text.spans[0]), text.spans[1]);
  EXPECT_EQ(trim_blanks(text.text, text.spans[1]), text.spans[1]);
  EXPECT_TRUE(trim_blanks(text.text, text.spans[2]).empty());
  EXPECT_EQ(trim_blanks(text.text, Span(0, 0)), Span(0, 0));
}

TEST(CaretTest, AParagraphLiesBetweenLineEnds) {
  const auto text = marked("{🚀 첫째}\n{}\n{셋째 🇰🇷}\n{}");
  for (const Span& paragraph : text.spans) {
    EXPECT_EQ(paragraph_at(text.text, paragraph.start), paragraph);
    EXPECT_EQ(paragraph_at(text.text, paragraph.end), paragraph);
  }
  EXPECT_EQ(paragraph_at(Text(), TextPos(0)), Span(0, 0));
}

TEST(CaretTest, ABlankThatCarriesAMarkPartsNothing) { expect_eojeols("🚀 {가 \u0301나} 다"); }

}  // namespace
}  // namespace mitjul
