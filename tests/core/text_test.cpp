#include "core/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

TEST(TextTest, CountsCodePointsBytesAndUtf16Units) {
  const Text text("🚀 화웨이가 칩을 확보했다.");
  EXPECT_EQ(text.length(), 15U);
  EXPECT_EQ(text.utf16_length(), 16U);
  EXPECT_EQ(text.utf8().size(), 38U);
  EXPECT_EQ(text.end(), TextPos(15));
  EXPECT_EQ(text.all(), Span(0, 15));
}

TEST(TextTest, SliceGivesTheCharactersOfASpan) {
  const auto text = marked("🚀 {화웨이}가 {칩}을 확보했다{.}");
  EXPECT_EQ(text.text.slice(text.spans[0]), "화웨이");
  EXPECT_EQ(text.text.slice(text.spans[1]), "칩");
  EXPECT_EQ(text.text.slice(text.spans[2]), ".");
  EXPECT_EQ(text.text.slice(Span(3, 3)), "");
  EXPECT_EQ(text.text.slice(text.text.all()), text.text.utf8());
}

TEST(TextTest, AtGivesTheCodePoint) {
  const Text text("🚀 한e\u0301");
  EXPECT_EQ(text.at(TextPos(0)), U'🚀');
  EXPECT_EQ(text.at(TextPos(1)), U' ');
  EXPECT_EQ(text.at(TextPos(2)), U'한');
  EXPECT_EQ(text.at(TextPos(4)), U'\u0301');
}

TEST(TextTest, EmptyTextHasOnePosition) {
  for (const Text& text : {Text(), Text("")}) {
    EXPECT_EQ(text.length(), 0U);
    EXPECT_EQ(text.utf16_length(), 0U);
    EXPECT_EQ(text.to_byte(TextPos(0)), 0U);
    EXPECT_EQ(text.to_utf16(TextPos(0)), 0U);
    EXPECT_EQ(text.from_byte(0), TextPos(0));
    EXPECT_EQ(text.from_utf16(0), TextPos(0));
    EXPECT_EQ(text.slice(text.all()), "");
    EXPECT_TRUE(text.is_grapheme_boundary(TextPos(0)));
    EXPECT_EQ(text.next_grapheme(TextPos(0)), TextPos(0));
    EXPECT_EQ(text.previous_grapheme(TextPos(0)), TextPos(0));
    EXPECT_EQ(text.snap_to_graphemes(text.all()), Span(0, 0));
    EXPECT_TRUE(text.holds(Span(0, 0)));
    EXPECT_FALSE(text.holds(Span(0, 1)));
  }
}

TEST(TextTest, HoldsSpansUpToItsEnd) {
  const Text text("🚀 칩");
  EXPECT_TRUE(text.holds(Span(0, 3)));
  EXPECT_TRUE(text.holds(Span(3, 3)));
  EXPECT_FALSE(text.holds(Span(2, 4)));
  EXPECT_FALSE(text.holds(Span(2, 1)));
}

TEST(TextTest, AnOffsetInsideACharacterGivesItsStart) {
  const Text text("가🚀나");
  EXPECT_EQ(text.from_byte(3), TextPos(1));
  for (const std::uint32_t inside : {4U, 5U, 6U}) EXPECT_EQ(text.from_byte(inside), TextPos(1));
  EXPECT_EQ(text.from_byte(7), TextPos(2));
  EXPECT_EQ(text.from_utf16(2), TextPos(1));
  EXPECT_EQ(text.from_utf16(3), TextPos(2));
}

TEST(TextTest, CopiesAreEqualAndShareTheirCharacters) {
  const Text text("🚀 화웨이");
  const Text copy = text;  // NOLINT(performance-unnecessary-copy-initialization): the copy is what is tested
  EXPECT_EQ(copy, text);
  EXPECT_EQ(copy.utf8().data(), text.utf8().data());
  EXPECT_EQ(Text("🚀 화웨이"), text);
  EXPECT_FALSE(Text("🚀 화웨") == text);
}

TEST(TextTest, InvalidUtf8IsRefused) {
  for (const char* const bytes :
       {"🚀\xFF", "🚀\xC0\x80", "🚀\xED\xA0\x80", "🚀\xF4\x90\x80\x80", "🚀\xEA\xB0", "\x80", "🚀\xE0\x80\x80"}) {
    EXPECT_THROW(Text{std::string(bytes)}, std::invalid_argument) << bytes;
  }
}

TEST(TextTest, ANulIsACharacterLikeAnyOther) {
  const Text text(std::string("🚀\0나", 8));
  EXPECT_EQ(text.length(), 3U);
  EXPECT_EQ(text.at(TextPos(1)), U'\0');
  EXPECT_EQ(text.slice(Span(2, 3)), "나");
}

/// Every conversion at every position of a text of one character, repeated.
void expect_conversions_of(const std::string& character, std::uint32_t units, std::uint32_t length) {
  std::string utf8;
  for (std::uint32_t i = 0; i < length; ++i) utf8 += character;
  const Text text(utf8);
  const auto bytes = static_cast<std::uint32_t>(character.size());
  ASSERT_EQ(text.length(), length);
  ASSERT_EQ(text.utf16_length(), length * units);
  for (std::uint32_t i = 0; i <= length; ++i) {
    const TextPos pos(i);
    ASSERT_EQ(text.to_byte(pos), i * bytes);
    ASSERT_EQ(text.to_utf16(pos), i * units);
    ASSERT_EQ(text.from_byte(i * bytes), pos);
    ASSERT_EQ(text.from_utf16(i * units), pos);
    ASSERT_EQ(text.slice({pos, text.end()}), std::string_view(utf8).substr(i * bytes));
    ASSERT_EQ(text.slice(Span(0, i)), std::string_view(utf8).substr(0, i * bytes));
  }
}

TEST(TextTest, LengthsAroundTheCheckpointsConvertBothWays) {
  for (const std::uint32_t length : {1U, 31U, 32U, 33U, 63U, 64U, 65U, 127U, 128U, 129U, 192U}) {
    SCOPED_TRACE(length);
    expect_conversions_of("a", 1, length);
    expect_conversions_of("é", 1, length);
    expect_conversions_of("한", 1, length);
    expect_conversions_of("🚀", 2, length);
  }
}

TEST(GraphemeTest, NeverInsideAClusterOfSeveralCodePoints) {
  const auto text =
      marked("🚀{1️⃣}가{🇰🇷}{👩‍💻}{\u1112\u1161\u11AB}{\u1100\u1161\u11A8}{e\u0301}{\r\n}끝");
  std::vector<TextPos> boundaries;
  for (TextPos pos(0); pos < text.text.end(); pos = text.text.next_grapheme(pos)) boundaries.push_back(pos);
  std::vector<TextPos> expected{TextPos(0), TextPos(1), TextPos(4), TextPos(5)};
  for (std::size_t i = 1; i < text.spans.size(); ++i) expected.push_back(text.spans[i].end);
  EXPECT_EQ(boundaries, expected);
}

TEST(GraphemeTest, NextAndPreviousGoByClusters) {
  const auto text = marked("🚀 {\u1112\u1161\u11AB}글");  // the marked syllable in three jamo
  const Span syllable = text.spans[0];
  ASSERT_EQ(syllable, Span(2, 5));
  EXPECT_EQ(text.text.next_grapheme(TextPos(2)), TextPos(5));
  EXPECT_EQ(text.text.next_grapheme(TextPos(3)), TextPos(5));
  EXPECT_EQ(text.text.previous_grapheme(TextPos(5)), TextPos(2));
  EXPECT_EQ(text.text.previous_grapheme(TextPos(4)), TextPos(2));
  EXPECT_EQ(text.text.next_grapheme(text.text.end()), text.text.end());
  EXPECT_EQ(text.text.previous_grapheme(TextPos(0)), TextPos(0));
}

TEST(GraphemeTest, FlagsPairUpFromTheStartOfTheRun) {
  const Text text("가🇰🇷🇯🇵🇺");
  EXPECT_FALSE(text.is_grapheme_boundary(TextPos(2)));
  EXPECT_TRUE(text.is_grapheme_boundary(TextPos(3)));
  EXPECT_FALSE(text.is_grapheme_boundary(TextPos(4)));
  EXPECT_TRUE(text.is_grapheme_boundary(TextPos(5)));
}

TEST(GraphemeTest, SnappingWidensToWholeClusters) {
  const auto text = marked("🚀 {👩‍👩‍👧} {\u1112\u1161\u11AB}.");
  EXPECT_EQ(text.text.snap_to_graphemes(Span(3, 4)), text.spans[0]);
  EXPECT_EQ(text.text.snap_to_graphemes({text.spans[1].start + 1, text.spans[1].end - 1}), text.spans[1]);
  EXPECT_EQ(text.text.snap_to_graphemes(text.spans[0]), text.spans[0]);
  EXPECT_EQ(text.text.snap_to_graphemes(Span(0, 1)), Span(0, 1));
  EXPECT_EQ(text.text.snap_to_graphemes(Span(1, 1)), Span(1, 1));
}

}  // namespace
}  // namespace mitjul
