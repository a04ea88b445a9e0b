#include "view/block.h"

#include <gtest/gtest.h>

#include <chrono>

#include "tests/support/cpu_clock.h"
#include "tests/view/random_page.h"

namespace mitjul {
namespace {

/// The blocks of a text, after a look at what is true of those of any.
std::vector<Block> blocks_of(const Text& text) {
  std::vector<Block> blocks = split_into_blocks(text);
  EXPECT_FALSE(blocks.empty());
  TextPos end(0);
  for (const Block& block : blocks) {
    EXPECT_EQ(block.span.start, end) << "a gap";
    EXPECT_LE(block.span.length(), kLongestBlock);
    EXPECT_EQ(text.slice(block.content()).find('\n'), std::string_view::npos);
    EXPECT_EQ(block.ends_with_newline, !block.span.empty() && text.at(block.span.end - 1) == U'\n');
    end = block.span.end;
  }
  EXPECT_EQ(end, text.end());
  return blocks;
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

TEST(BlockTest, ParagraphsAreBlocksWithTheirLineEnds) {
  const auto text = marked("{🚀 하나\n}{\n}{셋}");
  const auto blocks = blocks_of(text.text);
  ASSERT_EQ(blocks.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(blocks[i].span, text.spans[i]);
  EXPECT_EQ(blocks[0].content(), Span(0, 4));
  EXPECT_TRUE(blocks[1].content().empty());
  EXPECT_FALSE(blocks[2].ends_with_newline);
}

TEST(BlockTest, BehindTheLastLineEndAndInAnEmptyTextIsAnEmptyBlock) {
  EXPECT_EQ(blocks_of(Text()).size(), 1U);
  const auto blocks = blocks_of(Text("가\n"));
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks[1].span, Span(2, 2));
}

TEST(BlockTest, LongParagraphsAreSplitBehindBlanks) {
  const Text text(repeated("화웨이가 칩을 ", 3'000));
  const auto blocks = blocks_of(text);
  EXPECT_LE(blocks.size(), 14U);
  for (const Block& block : blocks) EXPECT_EQ(text.at(block.span.end - 1), U' ');
}

TEST(BlockTest, AHundredThousandCharactersWithoutABlankAreFullBlocks) {
  EXPECT_EQ(blocks_of(Text(repeated("가", 100'000))).size(), 50U);
}

TEST(BlockTest, SplitsNeverLieInsideAClusterThatFitsABlock) {
  for (const char* const part : {"👨\u200D👩\u200D👧\u200D👦", "🇰🇷", "1\uFE0F\u20E3", "\u1112\u1161\u11AB", "é\u0301"}) {
    for (const char* const before : {"", "가", "가나"}) {
      const Text text(before + repeated(part, 3'000));
      for (const Block& block : blocks_of(text)) EXPECT_TRUE(text.is_grapheme_boundary(block.span.end)) << part;
    }
  }
}

TEST(BlockTest, TheLineEndOfALongParagraphMakesNoLineAlone) {
  for (const char* const last : {"가", " ", "🚀"}) {
    for (std::size_t length = kLongestBlock - 2; length < kLongestBlock + 2; ++length) {
      const auto blocks = blocks_of(Text(repeated("가", length) + last + "\n나"));
      for (const Block& block : blocks) EXPECT_FALSE(block.content().empty()) << length;
    }
  }
}

TEST(BlockTest, ALetterWithThousandsOfMarksIsCutInTime) {
  const auto start = CpuClock::now();
  EXPECT_GE(blocks_of(Text("가나 e" + repeated("\u0301", 5'000) + " 다")).size(), 3U);
  EXPECT_GE(blocks_of(Text("e" + repeated("\u0301", 30'000))).size(), 15U);
  EXPECT_LT(CpuClock::now() - start, std::chrono::seconds(5));
}

TEST(BlockTest, RandomTextsAreCoveredWithoutAGap) {
  Random random(2);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts in every run
  for (std::size_t i = 0; i < 100; ++i) {
    const Text text = random_text(random, 20 * i);
    for (const Block& block : blocks_of(text)) {
      ASSERT_TRUE(text.is_grapheme_boundary(block.span.end));
    }
  }
}

}  // namespace
}  // namespace mitjul
