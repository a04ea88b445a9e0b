#include "korean/search_text.h"

#include <gtest/gtest.h>

#include <random>

#include "core/utf8.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

/// The original characters of the first place in the folded text where `part` stands.
std::string original_of(const std::string& text, std::string_view part) {
  const SearchText folded{Text(text)};
  const std::size_t at = folded.folded().find(part);
  if (at == std::string_view::npos) return "not found";
  return std::string(folded.text().slice(OriginalPlaces(folded).span_of(at, at + part.size())));
}

TEST(SearchTextTest, CaseAndWidthAreFoldedAway) {
  EXPECT_EQ(SearchText(Text("🚀 DeepSeek Ｈ１００ Straße")).folded(), "🚀 deepseek h100 strasse");
  EXPECT_EQ(folded_for_search("㎞ ① ﬁ …"), "km 1 fi ...");
}

TEST(SearchTextTest, DecomposedHangulIsComposed) {
  EXPECT_EQ(SearchText(Text("🚀 \u1112\u116A\u110B\u1170\u110B\u1175")).folded(), "🚀 화웨이");
  EXPECT_EQ(SearchText(Text("🚀 하\u11AB")).folded(), "🚀 한");
}

TEST(SearchTextTest, JamoThatStandAloneAreCompatibilityJamo) {
  EXPECT_EQ(SearchText(Text("🚀 ㅎㅏㅎ \u1112 \uFFBE\uFFC2 ㄳ ㅋ")).folded(), "🚀 ㅎㅏㅎ ㅎ ㅎㅏ ㄳ ㅋ");
}

TEST(SearchTextTest, WhatShowsNothingIsLeftOut) {
  EXPECT_EQ(SearchText(Text("🚀 화\u200B웨\u00AD이")).folded(), "🚀 화웨이");
  EXPECT_EQ(original_of("🚀 화\u200B웨\u00AD이\u200B", "화웨이"), "화\u200B웨\u00AD이");
  EXPECT_EQ(original_of("🚀 \u200B화웨이", "화웨이"), "화웨이");
}

TEST(SearchTextTest, ATextThatFoldingDoesNotChangeIsNotCopied) {
  const SearchText text(Text("🚀 화웨이가 칩을 확보했다. 3.5%"));
  EXPECT_EQ(text.folded().data(), text.text().utf8().data());
  EXPECT_LT(text.memory(), 32U);
}

TEST(SearchTextTest, TakesAboutAsMuchMemoryAsTheText) {
  std::string prose;
  std::string decomposed;
  for (int i = 0; i < 10'000; ++i) {
    prose += "미국의 AI 기업은 3㎞… ";
    decomposed += "\u1112\u116A\u11AB";
  }
  EXPECT_LT(SearchText(Text(prose)).memory(), prose.size() * 5 / 4);
  EXPECT_LT(SearchText(Text(decomposed)).memory(), decomposed.size() * 5 / 4);
}

TEST(SearchTextTest, APlaceBehindAnExpansionIsThatOfTheOriginal) {
  const MarkedText text = marked("🚀 ①㎞…ﬁ \u1112\u116A {화웨이}가 ㎏ {칩}");
  const SearchText folded(text.text);
  OriginalPlaces places(folded);
  const std::size_t first = folded.folded().find("화웨이");
  EXPECT_EQ(places.span_of(first, first + 9), text.spans[0]);
  const std::size_t second = folded.folded().find("칩");
  EXPECT_EQ(places.span_of(second, second + 3), text.spans[1]);
}

TEST(SearchTextTest, APartOfAnExpansionIsTheWholeCharacter) {
  EXPECT_EQ(original_of("🚀 3㎞를", "m"), "㎞");
  EXPECT_EQ(original_of("🚀 3㎞를", "k"), "㎞");
  EXPECT_EQ(original_of("🚀 3㎞를", "3k"), "3㎞");
  EXPECT_EQ(original_of("🚀 3㎞를", "m를"), "㎞를");
  EXPECT_EQ(original_of("🚀 oﬃce", "fi"), "ﬃ");
}

TEST(SearchTextTest, GraphemeClustersStayWhole) {
  EXPECT_EQ(original_of("🚀 1️⃣ 첫째", "1"), "1️⃣");
  EXPECT_EQ(original_of("🚀 🇰🇷 한국", "🇰"), "🇰🇷");
  EXPECT_EQ(original_of("🚀 👨‍👩‍👧 가족", "👩"), "👨‍👩‍👧");
  EXPECT_EQ(original_of("🚀 가\uFE0F나", "가"), "가\uFE0F");
  EXPECT_EQ(original_of("🚀 x\u0301y", "x"), "x\u0301");
}

TEST(SearchTextTest, AnEmptyTextIsEmpty) { EXPECT_EQ(SearchText().folded(), ""); }

TEST(SearchTextTest, AMarkAtTheVeryStartIsKept) {
  EXPECT_EQ(SearchText(Text("\u0301가")).folded(), "\u0301가");
  EXPECT_EQ(SearchText(Text("\u1161나")).folded(), "ㅏ나");
}

// Every character that stands for itself is found where it is, whatever surrounds it.
TEST(SearchTextTest, EveryPlaceOfRandomTextsIsFoundAgain) {
  static const std::vector<std::string> kPieces = {"가",
                                                   "힣",
                                                   "A",
                                                   "z",
                                                   " ",
                                                   "\n",
                                                   "①",
                                                   "㎞",
                                                   "ﬁ",
                                                   "…",
                                                   "\u1112\u116A\u11AB",
                                                   "🚀",
                                                   "1️⃣",
                                                   "🇰🇷",
                                                   "Ａ",
                                                   "\u200B",
                                                   "x\u0301",
                                                   "ㅎ",
                                                   "\u1112 ",
                                                   "\uFFBE",
                                                   "👨‍👩‍👧",
                                                   "㈜",
                                                   "İ",
                                                   "é",
                                                   "北",
                                                   "㍿",
                                                   "\u3000",
                                                   "－",
                                                   "“",
                                                   "\u1161\u11A8",
                                                   "ß",
                                                   "\u00AD",
                                                   "ㄳ"};
  std::mt19937 random(7);  // NOLINT: the same texts every time
  for (int round = 0; round < 300; ++round) {
    std::string source;
    for (std::size_t pieces = random() % 30; pieces > 0; --pieces) source += kPieces[random() % kPieces.size()];
    const Text text(source);
    const SearchText folded(text);
    const std::string_view utf8 = folded.folded();
    ASSERT_TRUE(is_valid_utf8(utf8)) << source;
    // Folding what is folded changes nothing.
    EXPECT_EQ(folded_for_search(utf8), utf8) << source;
    OriginalPlaces places(folded);
    TextPos last;
    for (std::size_t at = 0; at < utf8.size();) {
      const std::size_t start = at;
      next_code_point(utf8, at);
      const Span span = places.span_of(start, at);
      ASSERT_TRUE(text.holds(span)) << source;
      ASSERT_FALSE(span.empty()) << source;
      EXPECT_EQ(text.snap_to_graphemes(span), span) << source;
      EXPECT_LE(last, span.start) << source;
      // What was highlighted holds what was found.
      const std::string again = folded_for_search(text.slice(span));
      EXPECT_NE(again.find(utf8.substr(start, at - start)), std::string::npos) << source << " at " << start;
      last = span.start;
    }
  }
}

}  // namespace
}  // namespace mitjul
