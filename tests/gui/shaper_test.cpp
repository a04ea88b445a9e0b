// What the shapers measure is what they draw: carets and fills stand where the characters are.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "core/utf8.h"
#include "ui/run_shaper.h"
#include "view/block_shape.h"

namespace mitjul {
namespace {

std::vector<std::string> lines() {
  std::vector<std::string> lines{
      "🚀 화웨이가 1️⃣ 자체 개발한 AI 칩을 5월 24일(현지시간) “선전”에서 3.5%, 2.1조 원… 🇺🇸·🇰🇷 "
      "AVATAR "
      "To. "
      "ㅋㅋ "
      "漢字 "
      "①②③ 👩‍💻 가",
      "🚀 품목\t수출액\t증감률 가나다라\t마", "🚀 \"AI\"가 AI·IT를 ▲말했다. office fluffy A/B 테스트—‘한’ VA, Te·Ty",
      "🚀 가나다 \U0001F468\u200D\U0001F469\u200D\U0001F467 각각 한글 뷁 ㄱㄴ 힣"};
  for (const auto& entry : std::filesystem::directory_iterator(MITJUL_SAMPLES "/articles")) {
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (is_valid_utf8(line) && !line.empty() && line.size() < 3000) lines.push_back(line);
    }
  }
  return lines;
}

constexpr std::array<TextStyle, kLetters.size()> kStyles{TextStyle::Body, TextStyle::Title, TextStyle::Heading,
                                                         TextStyle::Lead, TextStyle::Small};

class ShaperTest : public testing::TestWithParam<std::tuple<TextFace, TextStyle, double>> {};

TEST_P(ShaperTest, AdvancesAddUpToWhatPangoDraws) {
  const auto shaper = make_shaper();
  const auto [face, style, size] = GetParam();
  shaper->set_fonts(face, size, 11);
  ASSERT_GT(lines().size(), 20U);
  for (const std::string& line : lines()) {
    const Text text(line);
    const BlockShape shape(text, text.all(), *shaper, style);
    // Beginnings of lines, too: each position of a caret that ends a word.
    for (std::size_t cluster = 1; cluster <= shape.clusters(); ++cluster) {
      if (cluster != shape.clusters() && !shape.is_blank(cluster)) continue;
      const std::string_view beginning = text.slice({TextPos(0), shape.position(cluster)});
      // Of lines of thousands of pixels, what is lost in adding up.
      const float drawn = shaper->text_width(style, beginning);
      ASSERT_NEAR(shape.width(0, cluster), drawn, std::max(0.1F, drawn * 1e-5F)) << beginning;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Fonts, ShaperTest,
                         testing::Combine(testing::Values(TextFace::Sans, TextFace::Serif), testing::ValuesIn(kStyles),
                                          testing::Values(9.0, 18.0, 27.5, 72.0)));

TEST(ShaperTest, TitlesAndHeadingsAreLargerThanTheBodyAndCaptionsSmaller) {
  for (const auto& shaper : {make_shaper(), make_portable_shaper()}) {
    const auto width = [&](TextStyle style) { return shaper->text_width(style, "🚀 해오름 야시장"); };
    EXPECT_GT(width(TextStyle::Title), width(TextStyle::Heading));
    EXPECT_GT(width(TextStyle::Heading), width(TextStyle::Body));
    EXPECT_LT(width(TextStyle::Small), width(TextStyle::Body));
  }
}

TEST(ShaperTest, SerifLettersAreOthers) {
  const auto shaper = make_shaper();
  shaper->set_fonts(TextFace::Sans, 18, 11);
  const float sans = shaper->text_width(TextStyle::Body, "🚀 Haeoreum Night Market");
  shaper->set_fonts(TextFace::Serif, 18, 11);
  EXPECT_GT(std::abs(shaper->text_width(TextStyle::Body, "🚀 Haeoreum Night Market") - sans), 1);
}

TEST(ShaperTest, EveryClusterHasAWidth) {
  for (const auto& shaper : {make_shaper(), make_portable_shaper()}) {
    for (const std::string& line : lines()) {
      const Text text(line);
      const BlockShape shape(text, text.all(), *shaper);
      for (std::size_t i = 0; i < shape.clusters(); ++i) {
        ASSERT_GT(shape.advance(i), 0) << text.slice({shape.position(i), shape.position(i + 1)});
      }
    }
  }
}

TEST(ShaperTest, LargerFontsAreLarger) {
  for (const auto& shaper : {make_shaper(), make_portable_shaper()}) {
    shaper->set_fonts(TextFace::Sans, 18, 11);
    const float width = shaper->text_width(TextStyle::Body, "🚀 화웨이가");
    const float height = shaper->text_metrics(TextStyle::Body).height();
    shaper->set_fonts(TextFace::Sans, 36, 22);
    // The portable one rounds each cluster to a pixel, and what that makes depends on the font.
    EXPECT_NEAR(shaper->text_width(TextStyle::Body, "🚀 화웨이가"), 2 * width, 0.1 * width);
    EXPECT_NEAR(shaper->text_metrics(TextStyle::Body).height(), 2 * height, 0.2 * height);
  }
}

}  // namespace
}  // namespace mitjul
