#include "view/sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/view/random_page.h"
#include "view/fixed_shaper.h"

namespace mitjul {
namespace {

/// Paragraphs of so many lines each, every line 37 syllables of 16 pixels.
std::string paragraphs(const std::vector<int>& lines) {
  std::string text = "🚀 ";
  for (const int count : lines) {
    for (int i = 0; i < count * 9; ++i) text += "가나다 ";
    text += "\n";
  }
  return text;
}

class SheetsTest : public testing::Test {
 protected:
  Page& page_of(const std::string& text) {
    page_ = std::make_unique<Page>(Text(text), shaper_, some_labels());
    page_->set_width(600);
    return *page_;
  }
  /// The upper and lower edge of every line, from the top of the page.
  std::vector<std::pair<std::int64_t, std::int64_t>> line_edges() {
    std::vector<std::pair<std::int64_t, std::int64_t>> edges;
    for (std::size_t block = 0; block < page_->blocks(); ++block) {
      for (const Line& line : page_->layout(block).lines) {
        const std::int64_t top = page_->heights().top(block);
        edges.emplace_back(top + line.top, top + line.bottom);
      }
    }
    return edges;
  }

  FixedShaper shaper_;
  std::unique_ptr<Page> page_;
};

TEST_F(SheetsTest, AnEmptyTextHasOneSheet) { EXPECT_THAT(cut_into_sheets(page_of(""), 500), testing::SizeIs(1)); }

TEST_F(SheetsTest, EveryLineStandsWholeOnOneSheet) {
  Page& page = page_of(paragraphs({12, 1, 7, 30, 2, 3, 9}));
  for (int i = 1; i < 40; ++i)
    page.put(annotation(i, "ORG", Span(10 + 20U * static_cast<unsigned>(i), 60 + 20U * static_cast<unsigned>(i))));
  const int room = 300;
  const std::vector<Sheet> sheets = cut_into_sheets(page, room);
  ASSERT_GT(sheets.size(), 3U);
  std::size_t sheet = 0;
  for (const auto& [top, bottom] : line_edges()) {
    while (sheet < sheets.size() && bottom > sheets[sheet].top + sheets[sheet].height) ++sheet;
    ASSERT_LT(sheet, sheets.size());
    EXPECT_GE(top, sheets[sheet].top);
  }
  for (const Sheet& each : sheets) EXPECT_LE(each.height, room);
}

TEST_F(SheetsTest, NoLineOfAParagraphIsAloneAtACut) {
  Page& page = page_of(paragraphs({5, 6, 7, 8, 9, 5, 6, 7, 8, 9}));
  std::map<std::int64_t, std::pair<std::size_t, std::size_t>> by_top;  // number of a line, and of how many
  for (std::size_t block = 0; block < page.blocks(); ++block) {
    const auto& lines = page.layout(block).lines;
    for (std::size_t i = 0; i < lines.size(); ++i) by_top[page.heights().top(block) + lines[i].top] = {i, lines.size()};
  }
  for (int room = 200; room < 400; room += 7) {
    for (const Sheet& sheet : cut_into_sheets(page, room)) {
      const auto [line, lines] = by_top.at(sheet.top);
      EXPECT_NE(line, 1U) << room;
      EXPECT_TRUE(line == 0 || line + 1 < lines) << room;
    }
  }
}

TEST_F(SheetsTest, EmptyLinesAreLeftOutAtTheTopOfASheet) {
  std::string text = "🚀 가";
  for (int i = 0; i < 60; ++i) text += "\n\n나";
  Page& page = page_of(text);
  for (int room = 100; room < 200; room += 11) {
    for (const Sheet& sheet : cut_into_sheets(page, room)) {
      const std::size_t block = page.heights().find(sheet.top);
      EXPECT_FALSE(page.block(block).content().empty()) << room << " " << sheet.top;
    }
  }
}

TEST_F(SheetsTest, ALineHigherThanASheetHasOneOfItsOwn) {
  Page& page = page_of(paragraphs({1, 1, 1}));
  for (int i = 1; i <= 40; ++i) page.put(annotation(i, "ORG", Span(50, 52)));
  const std::vector<Sheet> sheets = cut_into_sheets(page, 150);
  const auto higher = std::count_if(sheets.begin(), sheets.end(), [](const Sheet& each) { return each.height > 150; });
  EXPECT_EQ(higher, 1);
}

}  // namespace
}  // namespace mitjul
