#include "view/overview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/view/random_page.h"
#include "view/fixed_shaper.h"

namespace mitjul {
namespace {

/// A hundred paragraphs of a line, the first with an emoji before what is marked.
class OverviewTest : public testing::Test {
 protected:
  static constexpr std::uint32_t kParagraph = 10;  // code points, with the line end
  static constexpr int kRows = 200;

  OverviewTest() {
    page_.set_width(600);
    for (std::size_t i = 0; i < page_.blocks(); ++i) page_.layout(i);
    overview_.take_all(page_, columns());
  }
  static Text text() {
    std::string utf8;
    for (int i = 0; i < 100; ++i) utf8 += "🚀가나다라마바사아\n";
    return Text(utf8);
  }
  std::vector<std::uint8_t> columns() const { return std::vector<std::uint8_t>(page_.labels().size(), 0); }
  static Span in_paragraph(std::uint32_t paragraph) {
    return Span(paragraph * kParagraph + 1, paragraph * kParagraph + 4);
  }
  void put(std::int64_t id, std::uint32_t paragraph) {
    const Annotation made = annotation(id, "ORG", in_paragraph(paragraph));
    page_.put(made);
    overview_.take(page_, made.id);
    page_.layout(paragraph);  // with its chip, as when it has been painted
  }
  std::vector<int> marked_rows() {
    overview_.fit(page_, kRows, 100);
    std::vector<int> rows;
    for (int row = 0; row < kRows; ++row) {
      if (overview_.column(0)[static_cast<std::size_t>(row)] != Overview::kNothing) rows.push_back(row);
    }
    return rows;
  }
  int row_of_paragraph(std::uint32_t paragraph) {
    const Line& line = page_.layout(paragraph).lines.front();
    return static_cast<int>((page_.heights().top(paragraph) + line.text_top) * kRows / page_.heights().total());
  }

  FixedShaper shaper_;
  Page page_{text(), shaper_, some_labels()};
  Overview overview_;
};

TEST_F(OverviewTest, AMarkIsInTheRowWhereTheScrollBarHasItsLine) {
  put(1, 70);
  const std::vector<int> rows = marked_rows();
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows.front(), row_of_paragraph(70));
  EXPECT_LE(rows.size(), 3U);
}

TEST_F(OverviewTest, WhatIsTakenAwayLeavesItsRow) {
  put(1, 10);
  put(2, 90);
  const std::size_t both = marked_rows().size();
  page_.remove(annotation(1, "ORG", Span(1, 2)).id);
  overview_.take(page_, annotation(1, "ORG", Span(1, 2)).id);
  EXPECT_EQ(marked_rows().front(), row_of_paragraph(90));
  EXPECT_LT(marked_rows().size(), both);
}

TEST_F(OverviewTest, AMarkThatMovesIsInItsNewRow) {
  put(1, 10);
  put(1, 60);
  EXPECT_EQ(marked_rows().front(), row_of_paragraph(60));
}

TEST_F(OverviewTest, HitsAreRowsOfTheirOwn) {
  overview_.set_hits({in_paragraph(20), in_paragraph(80)});
  EXPECT_TRUE(marked_rows().empty());
  EXPECT_TRUE(overview_.hit_rows()[static_cast<std::size_t>(row_of_paragraph(20))]);
  EXPECT_TRUE(overview_.hit_rows()[static_cast<std::size_t>(row_of_paragraph(80))]);
  EXPECT_FALSE(overview_.hit_rows()[static_cast<std::size_t>(row_of_paragraph(50))]);
}

TEST_F(OverviewTest, CountsWhatLiesInRows) {
  put(1, 50);
  put(2, 50);
  put(3, 99);
  overview_.set_hits({in_paragraph(50)});
  overview_.fit(page_, kRows, 100);
  const int row = row_of_paragraph(50);
  const Overview::Counts counts = overview_.counts(row, row + 1);
  EXPECT_EQ(counts.annotations, 2U);
  EXPECT_EQ(counts.hits, 1U);
  EXPECT_EQ(std::accumulate(counts.labels.begin(), counts.labels.end(), std::size_t{0}), 2U);
}

TEST_F(OverviewTest, AShortPageTakesAsManyRowsAsItIsHigh) {
  put(1, 0);
  const int screen = static_cast<int>(page_.heights().total()) * 4;
  overview_.fit(page_, kRows, screen);
  EXPECT_EQ(overview_.row_of(page_.heights().total()), kRows / 4);
  EXPECT_EQ(overview_.page_y(kRows / 4), page_.heights().total());
}

TEST_F(OverviewTest, WhatIsNotLaidOutIsEstimatedByTheSameHeights) {
  Page fresh(text(), shaper_, some_labels());
  fresh.put(annotation(1, "ORG", in_paragraph(70)));
  Overview overview;
  overview.take_all(fresh, columns());
  overview.fit(fresh, kRows, 100);
  const auto row = static_cast<std::size_t>(fresh.heights().top(70) * kRows / fresh.heights().total());
  EXPECT_TRUE(overview.column(0)[row] != Overview::kNothing || overview.column(0)[row + 1] != Overview::kNothing);
}

TEST(OverviewColumnsTest, ClaimsAndEntitiesHaveColumnsOfTheirOwn) {
  const Schema schema = *preset("claims-entities");
  const std::vector<PageLabel> labels = page_labels(schema);
  const std::vector<std::uint8_t> columns = overview_columns(schema, labels);
  const auto column = [&](const char* id) {
    const auto found = std::find_if(labels.begin(), labels.end(), [&](const PageLabel& each) { return each.id == id; });
    return columns[static_cast<std::size_t>(found - labels.begin())];
  };
  EXPECT_EQ(column("PERSON"), column("ORG"));
  EXPECT_EQ(column("CLAIM"), column("PREMISE"));
  EXPECT_NE(column("CLAIM"), column("ORG"));
  EXPECT_NE(column("CUE"), column("ORG"));
  EXPECT_NE(column("CUE"), column("CLAIM"));
}

TEST(OverviewColumnsTest, ASchemaWithoutTreesHasOne) {
  Schema schema;
  for (const char* const id : {"A", "B"}) {
    Label label;
    label.id = id;
    schema.labels.push_back(label);
  }
  EXPECT_THAT(overview_columns(schema, page_labels(schema)), testing::ElementsAre(0, 0));
}

}  // namespace
}  // namespace mitjul
