#include "view/block_shape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/view/random_page.h"
#include "view/block.h"
#include "view/fixed_shaper.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

BlockShape shape_of(const Text& text, Span content) {
  FixedShaper shaper;
  return {text, content, shaper};
}

/// What stands in the lines of a text of one paragraph.
std::vector<std::string> lines_of(const Text& text, float width) {
  const BlockShape shape = shape_of(text, text.all());
  std::vector<std::string> lines;
  for (const LineRange& range : break_lines(shape, width)) {
    lines.emplace_back(text.slice({shape.position(range.first), shape.position(range.last)}));
  }
  return lines;
}

TEST(BlockShapeTest, ClustersAreTheGraphemesOfTheText) {
  Random random(3);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts in every run
  for (std::size_t i = 0; i < 60; ++i) {
    const Text text = random_text(random, 2 * i);
    for (const Block& block : split_into_blocks(text)) {
      const Span content = block.content();
      const BlockShape shape = shape_of(text, content);
      ASSERT_EQ(shape, shape_of(text, content)) << "shaped twice";
      ASSERT_EQ(shape.position(0), content.start);
      ASSERT_EQ(shape.position(shape.clusters()), content.end);
      for (std::size_t cluster = 0; cluster < shape.clusters(); ++cluster) {
        const TextPos pos = shape.position(cluster);
        const TextPos next = shape.position(cluster + 1);
        ASSERT_EQ(text.next_grapheme(pos), next) << text.utf8();
        for (TextPos inside = pos; inside < next; inside = inside + 1) ASSERT_EQ(shape.cluster_at(inside), cluster);
        for (TextPos inside = pos + 1; inside <= next; inside = inside + 1) {
          ASSERT_EQ(shape.cluster_end_at(inside), cluster + 1);
        }
        ASSERT_EQ(shape.advance(cluster), text.slice({pos, next}).size() == 1 ? 8 : 16);
      }
      ASSERT_EQ(shape.cluster_at(content.end), shape.clusters());
    }
  }
}

TEST(BlockShapeTest, WidthsAreSumsOfAdvances) {
  const Text text("🚀 a가🇰🇷b");
  const BlockShape shape = shape_of(text, text.all());
  EXPECT_EQ(shape.width(0, shape.clusters()), 16 + 8 + 8 + 16 + 16 + 8);
  EXPECT_EQ(shape.width(2, 4), 8 + 16);
  EXPECT_EQ(shape.width(3, 3), 0);
}

TEST(BlockShapeTest, AHeapOfMarksDoesNotChangeTheWidthsBehindIt) {
  std::u32string heap = U"e";
  heap.append(1'000, U'\u0301');
  const Text text(utf8(U"가" + heap + U"abc"));
  const BlockShape shape = shape_of(text, text.all());
  ASSERT_EQ(shape.clusters(), 5U);
  EXPECT_EQ(shape.width(0, 2), 32);
  EXPECT_EQ(shape.width(2, 5), 24);
}

TEST(BlockShapeTest, AnEmptyBlockHasOneEmptyLine) {
  const BlockShape shape = shape_of(Text(), Span(0, 0));
  EXPECT_EQ(shape.clusters(), 0U);
  EXPECT_EQ(shape.cluster_at(TextPos(0)), 0U);
  EXPECT_THAT(break_lines(shape, 100), ElementsAre(LineRange{0, 0}));
}

TEST(BlockShapeTest, LinesAreAsLongAsTheyCanBe) {
  EXPECT_THAT(lines_of(Text("🚀 가나 다라 마바"), 16 + 8 + 32), ElementsAre("🚀 가나 ", "다라 ", "마바"));
  EXPECT_THAT(lines_of(Text("🚀 가나 다라 마바"), 16 + 8 + 31), ElementsAre("🚀 ", "가나 ", "다라 ", "마바"));
}

TEST(BlockShapeTest, BlanksHangOverTheEndOfALine) {
  EXPECT_THAT(lines_of(Text("가나   \u3000 다라"), 32), ElementsAre("가나   \u3000 ", "다라"));
  EXPECT_THAT(lines_of(Text("가나    "), 32), ElementsAre("가나    "));
}

TEST(BlockShapeTest, NothingIsBrokenAtANonBreakingBlank) {
  EXPECT_THAT(lines_of(Text("가 나\u00A0다"), 48), ElementsAre("가 ", "나\u00A0다"));
}

TEST(BlockShapeTest, EojeolsStayWhole) {
  for (const char* const word : {"화웨이가", "\u1112\u116A\u110B\u1170\u110B\u1175", "SMIC가", "5G와", "10%가",
                                 "화웨이(Huawei)가", "「책」은", "美의", "그래ㅋㅋㅋ", "5나노급", "“가”라고"}) {
    SCOPED_TRACE(word);
    const std::string text = std::string("가 ") + word + " 나";
    for (float width = 16 * 16; width > 0; width -= 8) {
      const auto lines = lines_of(Text(text), width);
      const auto whole = shape_of(Text(word), Text(word).all());
      if (whole.width(0, whole.clusters()) > width) break;
      EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
        return line.find(word) != std::string::npos;
      })) << width;
    }
  }
}

TEST(BlockShapeTest, AWordTooLongForALineIsCutBetweenClusters) {
  EXPECT_THAT(lines_of(Text("가 나다라마바"), 32), ElementsAre("가 ", "나다", "라마", "바"));
  EXPECT_THAT(lines_of(Text("🇰🇷🇺🇸👩\u200D💻"), 16), ElementsAre("🇰🇷", "🇺🇸", "👩\u200D💻"));
  EXPECT_THAT(lines_of(Text("가나"), 3), ElementsAre("가", "나")) << "a cluster wider than the page";
}

TEST(BlockShapeTest, LinesOfRandomTextsFollowOnOneAnotherAndFit) {
  Random random(4);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts in every run
  for (std::size_t i = 0; i < 100; ++i) {
    const Text text = random_text(random, i);
    const BlockShape shape = shape_of(text, text.all());
    const auto width = static_cast<float>(16 + random() % 400);
    std::uint32_t end = 0;
    for (const LineRange& line : break_lines(shape, width)) {
      ASSERT_EQ(line.first, end);
      end = line.last;
      std::uint32_t drawn = line.last;
      while (drawn > line.first && shape.is_blank(drawn - 1)) --drawn;
      ASSERT_LE(shape.width(line.first, drawn), width);
      if (end == shape.clusters()) continue;
      ASSERT_LT(line.first, line.last);
      // A line ends where it may, unless there is no such place in it.
      for (std::uint32_t i2 = line.first; i2 < line.last && !shape.may_break_behind(line.last - 1); ++i2) {
        ASSERT_FALSE(shape.may_break_behind(i2));
      }
      // And what would be next does not fit.
      std::uint32_t next = end + 1;
      while (next < shape.clusters() && !shape.may_break_behind(next - 1)) ++next;
      if (!shape.may_break_behind(line.last - 1)) next = end + 1;
      std::uint32_t visible = next;
      while (visible > line.first && shape.is_blank(visible - 1)) --visible;
      ASSERT_GT(shape.width(line.first, visible), width) << text.utf8();
    }
    ASSERT_EQ(end, shape.clusters());
  }
}

}  // namespace
}  // namespace mitjul
