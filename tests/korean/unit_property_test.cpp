// What holds of the units of any text.

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <random>

#include "korean/unit.h"
#include "korean/unit_letters.h"
#include "tests/support/cpu_clock.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

/// Pieces of text that rules look at, and of all that has ever moved an offset. The syllables 물결 and the letters xq
/// stand for text that nothing may leave out.
const std::vector<std::u32string> kPieces{U"물결",
                                          U"물결",
                                          U"물결",
                                          U"xq",
                                          U"갔다.",
                                          U"갔다.",
                                          U"요?",
                                          U". ",
                                          U"… ",
                                          U"...",
                                          U"! ",
                                          U" ",
                                          U" ",
                                          U"  ",
                                          U"\n",
                                          U"\n\n",
                                          U"\r\n",
                                          U"\u2028",
                                          U"\t",
                                          U"\u00A0",
                                          U"\u200B",
                                          U"\uFEFF",
                                          U"“",
                                          U"”",
                                          U"‘",
                                          U"’",
                                          U"\"",
                                          U"'",
                                          U"(",
                                          U")",
                                          U"《",
                                          U"》",
                                          U"[",
                                          U"]",
                                          U"**",
                                          U"*",
                                          U"|",
                                          U" | ",
                                          U"---|---",
                                          U"- ",
                                          U"-",
                                          U"• ",
                                          U"▲",
                                          U"○",
                                          U"1. ",
                                          U"2)",
                                          U"(3)",
                                          U"①",
                                          U"가. ",
                                          U"#",
                                          U"> ",
                                          U",\n",
                                          U",",
                                          U":",
                                          U"출처: ",
                                          U")출처:",
                                          U"3.5%",
                                          U"2026. 5. 18. ",
                                          U"U.S. ",
                                          U"Dr. ",
                                          U"라고",
                                          U"는",
                                          U"의 ",
                                          U"1\uFE0F\u20E3",
                                          U"🚀",
                                          U"🇰🇷",
                                          U"🇰",
                                          U"👩\u200D💻",
                                          U"❤\uFE0F",
                                          U"👍🏽",
                                          U"\u200D",
                                          U"\uFE0F",
                                          U"\u0301",
                                          U" \u0301",
                                          U"\u1112\u1161\u11AB",
                                          U"\u1112\u1161\u11ABxq.",
                                          U"\u1100\u1100\u1161",
                                          U"\u1161",
                                          U"\u11A8",
                                          U"가\u11A8",
                                          U"\u0600",
                                          U"\u0600 ",
                                          U"क\u094Dष",
                                          U"\U000E0061",
                                          std::u32string(1, U'\0'),
                                          U"漢",
                                          U"ㅇ ",
                                          U"─",
                                          U"。",
                                          U"「",
                                          U"」"};

class UnitPropertyTest : public testing::TestWithParam<unsigned> {
 protected:
  std::mt19937 random_{GetParam()};

  Text random_text(std::size_t pieces) {
    std::u32string text;
    for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random_() % kPieces.size()];
    return Text(utf8(text));
  }
};

TEST_P(UnitPropertyTest, UnitsAreInOrderBetweenClustersAndWithoutBlanksAtTheirEdges) {
  for (int round = 0; round < 300; ++round) {
    const Text text = random_text(1 + random_() % 80);
    SCOPED_TRACE(text.utf8());
    TextPos last(0);
    for (const Span& unit : units(text)) {
      ASSERT_LE(last, unit.start);
      ASSERT_LT(unit.start, unit.end);
      ASSERT_LE(unit.end, text.end());
      last = unit.end;
      EXPECT_TRUE(text.is_grapheme_boundary(unit.start)) << unit.start.value();
      EXPECT_TRUE(text.is_grapheme_boundary(unit.end)) << unit.end.value();
      const Letters letters(text, unit);
      EXPECT_FALSE(letters.blank(0));
      EXPECT_FALSE(letters.blank(letters.size() - 1));
      EXPECT_NE(letters[letters.size() - 1].kind, ClusterKind::Emoji);
    }
  }
}

TEST_P(UnitPropertyTest, NothingButBlanksAndMarkersIsLeftOut) {
  // What a marker can consist of; every other letter lies in a unit.
  constexpr std::u32string_view kOfMarkers = U".-*#>()[]0123456789가|•▲○①ㅇ─~:+";
  for (int round = 0; round < 300; ++round) {
    const Text text = random_text(1 + random_() % 80);
    SCOPED_TRACE(text.utf8());
    const std::vector<Span> found = units(text);
    const Letters letters(text);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if (letters[i].kind != ClusterKind::Other || is_one_of(letters[i].c, kOfMarkers)) continue;
      const auto unit = unit_at(found, letters[i].start);
      EXPECT_TRUE(unit && unit->contains(letters[i].start)) << letters[i].start.value();
    }
  }
}

TEST_P(UnitPropertyTest, TheLettersAreTheGraphemeClustersOfTheText) {
  for (int round = 0; round < 200; ++round) {
    const Text text = random_text(1 + random_() % 60);
    SCOPED_TRACE(text.utf8());
    const Letters letters(text);
    TextPos pos(0);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      ASSERT_EQ(letters[i].start, pos);
      pos = text.next_grapheme(pos);
    }
    EXPECT_EQ(pos, text.end());
  }
}

TEST_P(UnitPropertyTest, LookingUpAgreesWithASearchFromTheStart) {
  for (int round = 0; round < 30; ++round) {
    const Text text = random_text(1 + random_() % 40);
    const std::vector<Span> found = units(text);
    for (TextPos pos(0); pos <= text.end(); pos = pos + 1) {
      std::optional<Span> at;
      std::optional<Span> next;
      std::optional<Span> previous;
      for (const Span& unit : found) {
        if (unit.start <= pos && pos <= unit.end) at = unit;  // of two that touch, the one behind
        if (unit.start > pos && !next) next = unit;
        if (unit.start < pos) previous = unit;
      }
      EXPECT_EQ(unit_at(found, pos), at);
      EXPECT_EQ(next_unit(found, pos), next);
      EXPECT_EQ(previous_unit(found, pos), previous);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, UnitPropertyTest, testing::Range(1U, 9U));

/// Milliseconds that the units of a million characters take. The limit is for machines that do other things too,
/// for builds that check every access, and for texts of opening marks alone, each of which is looked for its end.
double milliseconds_for(const std::string& piece) {
  std::string bytes;
  const std::uint32_t length = Text(piece).length();
  for (std::uint32_t i = 0; i < 1'000'000 / length; ++i) bytes += piece;
  const Text text(std::move(bytes));
  const auto start = CpuClock::now();
  const std::vector<Span> found = units(text);
  const double taken = std::chrono::duration<double, std::milli>(CpuClock::now() - start).count();
  EXPECT_LE(found.size(), text.length());
  return taken;
}

TEST(UnitSpeedTest, AMillionCharactersAreReadAtOnceWhateverTheyAre) {
  constexpr double kLimit = 10'000;
  const double prose = milliseconds_for("그는 “수출이 3.5% 늘었다. 다만 더 늦었다”고 말했다. 정말일까? ");
  std::cout << "a million characters of prose in one paragraph: " << prose << " ms\n";
  EXPECT_LT(prose, kLimit);
  for (const char* piece : {"• 미국은 늘었다.\n",
                            "“가",
                            "‘가",
                            "(",
                            "\"가 ",
                            " ",
                            "\n",
                            "가,\n",
                            "*",
                            "*가 ",
                            "**“",
                            "1.",
                            "1. ",
                            "다.",
                            "A.",
                            "|",
                            "🚀",
                            "\u0301",
                            "\u1103\u1161.\u1100\u1161 ",
                            "-",
                            ". ",
                            "가 ㅡ",
                            "출처: ",
                            "#"}) {
    EXPECT_LT(milliseconds_for(piece), kLimit) << piece;
  }
  EXPECT_LT(milliseconds_for("가" + std::string(9'999, ' ')), kLimit);
}

}  // namespace
}  // namespace mitjul
