#include "import/normalise.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"

namespace mitjul {
namespace {

using Substitution = NormalisedText::Substitution;
using Substitutions = std::vector<Substitution>;

Decoded text(std::u32string characters) {
  Decoded decoded;
  decoded.text = std::move(characters);
  decoded.encoding = "UTF-8";
  return decoded;
}

TEST(NormaliseTest, EmptyTextStaysEmpty) {
  const NormalisedText result = normalise(text(U""));
  EXPECT_EQ(result.utf8, "");
  EXPECT_EQ(result.newlines, NewlineStyle::None);
  EXPECT_TRUE(result.substitutions.empty());
}

TEST(NormaliseTest, LineEndsBecomeLineFeeds) {
  EXPECT_EQ(normalise(text(U"😀가\r\n나\r\n")).utf8, "😀가\n나\n");
  EXPECT_EQ(normalise(text(U"😀가\r나\r")).utf8, "😀가\n나\n");
  EXPECT_EQ(normalise(text(U"😀가\n나\n")).utf8, "😀가\n나\n");
  EXPECT_EQ(normalise(text(U"😀가\r\r\n\n\r나")).utf8, "😀가\n\n\n\n나");
}

TEST(NormaliseTest, NamesTheNewlineStyle) {
  EXPECT_EQ(normalise(text(U"😀 한 줄")).newlines, NewlineStyle::None);
  EXPECT_EQ(normalise(text(U"😀\n두\n줄")).newlines, NewlineStyle::Lf);
  EXPECT_EQ(normalise(text(U"😀\r\n두\r\n줄")).newlines, NewlineStyle::CrLf);
  EXPECT_EQ(normalise(text(U"😀\r두\r줄")).newlines, NewlineStyle::Cr);
  EXPECT_EQ(normalise(text(U"😀\r\n두\n줄")).newlines, NewlineStyle::Mixed);
  EXPECT_EQ(normalise(text(U"😀\r두\n줄")).newlines, NewlineStyle::Mixed);
  EXPECT_EQ(normalise(text(U"😀\r\r\n")).newlines, NewlineStyle::Mixed);
  EXPECT_EQ(normalise(text(U"\r")).newlines, NewlineStyle::Cr);
}

TEST(NormaliseTest, WhatXmlForbidsIsReplacedOneForOneAndListed) {
  const NormalisedText result = normalise(text(std::u32string(U"😀\0나\x1B[\uFFFE\uFFFF", 7)));
  EXPECT_EQ(result.utf8, "😀\uFFFD나\uFFFD[\uFFFD\uFFFD");
  EXPECT_EQ(result.substitutions, (Substitutions{{1, "0000"}, {3, "001B"}, {5, "FFFE"}, {6, "FFFF"}}));
}

TEST(NormaliseTest, EveryControlCharacterButTabAndLineEndsIsReplaced) {
  for (char32_t c = 0; c < 0x20; ++c) {
    const NormalisedText result = normalise(text(std::u32string{U'😀', c, U'다'}));
    if (c == U'\t' || c == U'\n' || c == U'\r') {
      EXPECT_TRUE(result.substitutions.empty()) << static_cast<unsigned>(c);
    } else {
      EXPECT_EQ(result.utf8, "😀\uFFFD다");
      ASSERT_EQ(result.substitutions.size(), 1u) << static_cast<unsigned>(c);
      EXPECT_EQ(result.substitutions[0].offset, 1u);
    }
  }
}

TEST(NormaliseTest, ValuesThatAreNoCharactersAreReplaced) {
  const NormalisedText result = normalise(text(std::u32string{U'😀', char32_t{0xD800}, char32_t{0x110000}, U'끝'}));
  EXPECT_EQ(result.utf8, "😀\uFFFD\uFFFD끝");
  EXPECT_EQ(result.substitutions, (Substitutions{{1, "D800"}, {2, "110000"}}));
}

TEST(NormaliseTest, OffsetsCountCharactersAfterLineEndsWereJoined) {
  const NormalisedText result = normalise(text(std::u32string(U"😀\r\n\r\n\0가", 7)));
  EXPECT_EQ(result.utf8, "😀\n\n\uFFFD가");
  EXPECT_EQ(result.substitutions, (Substitutions{{3, "0000"}}));
}

TEST(NormaliseTest, UndecodableBytesKeepTheirPlaceInTheList) {
  Decoded decoded = text(std::u32string(U"😀\r\n\uFFFD\0\uFFFD", 6));
  decoded.replaced = {{3, "B0"}, {5, "D800"}};
  const NormalisedText result = normalise(decoded);
  EXPECT_EQ(result.utf8, "😀\n\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(result.substitutions, (Substitutions{{2, "B0"}, {3, "0000"}, {4, "D800"}}));
}

TEST(NormaliseTest, AReplacementCharacterOfTheSourceIsNotListed) {
  Decoded decoded = text(U"😀\uFFFD가\uFFFD\uFFFD");
  decoded.replaced = {{3, "FF"}};
  const NormalisedText result = normalise(decoded);
  EXPECT_EQ(result.utf8, "😀\uFFFD가\uFFFD\uFFFD");
  EXPECT_EQ(result.substitutions, (Substitutions{{3, "FF"}}));
}

TEST(NormaliseTest, NothingElseChanges) {
  const std::u32string kept =
      U"😀\t\u00A0\u0085\u2028\u2029\uFEFF\u200B\u00AD\u200D"  // blanks, NEL, separators, invisible characters
      U"1\uFE0F\u20E3🇰🇷👩\u200D👩\u200D👧"                       // keycap, flag, family
      U"\u1112\u1161\u11AB 한 ﬁ ① Å \u212B \uE000 \U0010FFFF \x7F \u009F";
  const NormalisedText result = normalise(text(kept));
  std::string expected;
  for (const char32_t c : kept) append_utf8(expected, c);
  EXPECT_EQ(result.utf8, expected);
  EXPECT_TRUE(result.substitutions.empty());
  EXPECT_EQ(result.newlines, NewlineStyle::None);
}

TEST(NormaliseTest, FileWithMarkNulAndBrokenByteIsListedInOrder) {
  using namespace std::string_view_literals;
  const NormalisedText result = normalise(decode("\xEF\xBB\xBF😀 가나다\r\n\xFF\0라\uFEFF마"sv));
  EXPECT_EQ(result.utf8, "😀 가나다\n\uFFFD\uFFFD라\uFEFF마");
  EXPECT_EQ(result.newlines, NewlineStyle::CrLf);
  EXPECT_EQ(result.substitutions, (Substitutions{{6, "FF"}, {7, "0000"}}));
}

TEST(NormaliseTest, ALoneSurrogateOfUtf16IsListedByItsCode) {
  using namespace std::string_view_literals;
  const NormalisedText result = normalise(decode("\xFF\xFE\x3D\xD8\x00\xDE\x0D\x00\x0A\x00\x00\xD8\x00\xAC"sv));
  EXPECT_EQ(result.utf8, "😀\n\uFFFD가");
  EXPECT_EQ(result.substitutions, (Substitutions{{2, "D800"}}));
}

}  // namespace
}  // namespace mitjul
