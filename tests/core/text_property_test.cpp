// Text against slow and simple references, over random texts of everything that has ever moved an offset.

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>
#include <random>
#include <set>

#include "core/text.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

const std::vector<std::u32string> kPieces{
    U"a",
    U"Z",
    U" ",
    U"7",
    U".",
    U"\n",
    U"\r\n",
    U"\r",
    U"\t",
    std::u32string(1, U'\0'),
    U"\u0085",
    U"é",
    U"e\u0301",
    U"\u0301",
    U"가",
    U"힣",
    U"각",
    U"\u1112\u1161\u11AB",        // NFD 한
    U"\u1100\u1161",              // NFD 가
    U"\u1100\u1100\u1161\u11A8",  // two leading consonants
    U"\u1161",                    // lone jamo
    U"\u11A8",
    U"가\u11A8",            // syllable and a trailing jamo
    U"\uA960\uD7B0\uD7CB",  // jamo extended
    U"ㅋ",
    U"漢",
    U"\U00020000",  // four bytes, no emoji
    U"🚀",
    U"👍🏽",
    U"👩\u200D💻",
    U"👨\u200D👩\u200D👧\u200D👦",
    U"❤\uFE0F",
    U"🇰🇷",
    U"🇰",
    U"1\uFE0F\u20E3",
    U"#\u20E3",
    U"🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
    U"\u200D",
    U"\uFE0F",
    U"\u200B",
    U"\u00AD",
    U"\uFEFF",
    U"\uFFFD",
    U"\u2028",
    U"\u0E33",              // Thai, with a spacing mark's property
    U"\u0915\u094D\u0937",  // Devanagari
    U"\u0600",              // a prepended mark
    U"\u0903",
};

using Random = std::mt19937;

std::u32string random_text(Random& random, std::size_t pieces) {
  std::u32string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

/// Mostly plain Korean with something odd now and then, as articles are: few clusters, far apart.
std::u32string random_article(Random& random, std::size_t pieces) {
  std::u32string text;
  for (std::size_t i = 0; i < pieces; ++i) {
    if (random() % 12 == 0) {
      text += kPieces[random() % kPieces.size()];
    } else {
      text += static_cast<char32_t>(0xAC00 + random() % 11172);
    }
  }
  return text;
}

/// Texts of all sizes up to well over two checkpoints.
std::vector<std::u32string> random_texts() {
  Random random(20261121);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts in every run
  std::vector<std::u32string> texts;
  for (std::size_t i = 0; i < 150; ++i) texts.push_back(random_text(random, i));
  for (std::size_t i = 0; i < 100; ++i) texts.push_back(random_article(random, 3 * i));
  return texts;
}

void expect_conversions(const std::u32string& code_points) {
  const Text text(utf8(code_points));
  ASSERT_EQ(text.length(), code_points.size());
  std::uint32_t byte = 0;
  std::uint32_t unit = 0;
  for (std::uint32_t i = 0; i < code_points.size(); ++i) {
    const TextPos pos(i);
    const char32_t c = code_points[i];
    const std::uint32_t bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    const std::uint32_t units = c < 0x10000 ? 1 : 2;
    ASSERT_EQ(text.at(pos), c);
    ASSERT_EQ(text.to_byte(pos), byte);
    ASSERT_EQ(text.to_utf16(pos), unit);
    ASSERT_EQ(text.slice({pos, pos + 1}), utf8(std::u32string(1, c)));
    for (std::uint32_t inside = 0; inside < bytes; ++inside) ASSERT_EQ(text.from_byte(byte + inside), pos);
    for (std::uint32_t inside = 0; inside < units; ++inside) ASSERT_EQ(text.from_utf16(unit + inside), pos);
    byte += bytes;
    unit += units;
  }
  ASSERT_EQ(text.to_byte(text.end()), byte);
  ASSERT_EQ(text.to_utf16(text.end()), unit);
  ASSERT_EQ(text.from_byte(byte), text.end());
  ASSERT_EQ(text.from_utf16(unit), text.end());
  ASSERT_EQ(text.utf16_length(), unit);
}

/// What ICU says of the whole text at once, in UTF-16.
std::set<TextPos> boundaries_by_icu(const std::u32string& code_points) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  icu::UnicodeString utf16;
  std::vector<TextPos> at_unit;
  for (std::uint32_t i = 0; i < code_points.size(); ++i) {
    utf16.append(static_cast<UChar32>(code_points[i]));
    at_unit.resize(static_cast<std::size_t>(utf16.length()), TextPos(i));
  }
  at_unit.emplace_back(static_cast<std::uint32_t>(code_points.size()));
  iterator->setText(utf16);
  std::set<TextPos> boundaries;
  for (std::int32_t unit = iterator->first(); unit != icu::BreakIterator::DONE; unit = iterator->next()) {
    boundaries.insert(at_unit[static_cast<std::size_t>(unit)]);
  }
  return boundaries;
}

void expect_graphemes(const std::u32string& code_points) {
  const Text text(utf8(code_points));
  const std::set<TextPos> boundaries = boundaries_by_icu(code_points);
  for (TextPos pos(0); pos <= text.end(); pos = pos + 1) {
    ASSERT_EQ(text.is_grapheme_boundary(pos), boundaries.count(pos) != 0) << pos.value();
    const auto after = boundaries.upper_bound(pos);
    ASSERT_EQ(text.next_grapheme(pos), after != boundaries.end() ? *after : text.end()) << pos.value();
    const auto here = boundaries.lower_bound(pos);
    ASSERT_EQ(text.previous_grapheme(pos), here != boundaries.begin() ? *std::prev(here) : TextPos(0)) << pos.value();
  }
}

TEST(TextPropertyTest, ConversionsAgreeWithCountingFromTheStart) {
  for (const std::u32string& code_points : random_texts()) {
    SCOPED_TRACE(utf8(code_points));
    ASSERT_NO_FATAL_FAILURE(expect_conversions(code_points));
  }
}

TEST(TextPropertyTest, GraphemeBoundariesAreThoseOfTheWholeText) {
  for (const std::u32string& code_points : random_texts()) {
    SCOPED_TRACE(utf8(code_points));
    ASSERT_NO_FATAL_FAILURE(expect_graphemes(code_points));
  }
}

TEST(TextPropertyTest, SnappingGivesTheSmallestSpanOfWholeClusters) {
  Random random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same spans in every run
  for (const std::u32string& code_points : random_texts()) {
    const Text text(utf8(code_points));
    const std::set<TextPos> boundaries = boundaries_by_icu(code_points);
    const auto start = static_cast<std::uint32_t>(random() % (code_points.size() + 1));
    const auto end = start + static_cast<std::uint32_t>(random() % (code_points.size() - start + 1));
    const Span snapped = text.snap_to_graphemes(Span(start, end));
    const Span expected(*std::prev(boundaries.upper_bound(TextPos(start))), *boundaries.lower_bound(TextPos(end)));
    ASSERT_EQ(snapped, expected) << utf8(code_points) << " " << start << " " << end;
  }
}

}  // namespace
}  // namespace mitjul
