// Pages of a SQLite file as they should be, and as they never were.

#include "storage/page_image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "storage/page_scan.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

TEST(StoredRecordTest, ReadsEveryKindOfValue) {
  // Header of 6: integer of 1 byte, NULL, 0, 1, text of 4 bytes.
  const std::string record = std::string("\x06\x01\x00\x08\x09\x15", 6) + "\xFE" + "🚀";
  const auto row = read_record(record);
  ASSERT_TRUE(row);
  EXPECT_THAT(*row, ElementsAre(StoredValue(std::int64_t{-2}), StoredValue(), StoredValue(std::int64_t{0}),
                                StoredValue(std::int64_t{1}), StoredValue("🚀")));
}

TEST(StoredRecordTest, WhatIsTooShortTooLongOrNoTextIsNoRecord) {
  const std::string record = std::string("\x02\x15", 2) + "🚀";
  EXPECT_TRUE(read_record(record));
  EXPECT_FALSE(read_record(record + "x"));
  EXPECT_FALSE(read_record(record.substr(0, 5)));
  EXPECT_FALSE(read_record(std::string("\x02\x15", 2) + "\xF0\x9F\x9A!"));
  EXPECT_FALSE(read_record(std::string("\x02\x14", 2) + "blob"));
  EXPECT_FALSE(read_record(std::string("\x02\x0A", 2)));
  EXPECT_FALSE(read_record("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
  EXPECT_FALSE(read_record(""));
}

TEST(StoredRecordTest, NumbersComeBeforeTextAndShorterKeysStandForAllThatBeginSo) {
  EXPECT_LT(compare_keys({std::int64_t{9}}, {"1"}), 0);
  EXPECT_LT(compare_keys({std::int64_t{9}, "나"}, {std::int64_t{10}, "가"}), 0);
  EXPECT_EQ(compare_keys({std::int64_t{9}}, {std::int64_t{9}, "가"}), 0);
}

class PageScanTest : public testing::Test {
 protected:
  PageScanTest() {
    Project project;
    project.annotate_article();
    import_document(project.workspace(), "둘.txt", Text("🚀 긴 글 " + std::string(20000, 'x')));
    project.close();
    bytes_ = bytes_of(project.path);
  }

  static std::size_t count(const PageScan& scan, const char* table) {
    std::size_t rows = 0;
    scan.read(table, [&](const StoredRow&) { ++rows; });
    return rows;
  }

  std::string bytes_;
};

TEST_F(PageScanTest, FindsTheRowsOfEveryTable) {
  const PageScan scan(bytes_);
  EXPECT_EQ(scan.names_a_project(), std::optional(true));
  EXPECT_EQ(count(scan, "annotation"), 4U);
  EXPECT_EQ(count(scan, "argument"), 2U);
  EXPECT_EQ(count(scan, "edit"), 3U);
  std::size_t longest = 0;
  const TableGaps gaps = scan.read("document_text", [&](const StoredRow& row) {
    longest = std::max(longest, std::get<std::string>(row[1]).size());
  });
  EXPECT_TRUE(gaps.none());
  EXPECT_GT(longest, 20000U) << "a text on several pages";
}

TEST_F(PageScanTest, SaysWhereRowsMayBeMissing) {
  TableGaps gaps;
  gaps.add(StoredRow{std::int64_t{1}, "abcdef"}, StoredRow{std::int64_t{3}, "abcdef"});
  EXPECT_FALSE(gaps.may_miss({std::int64_t{0}}));
  EXPECT_TRUE(gaps.may_miss({std::int64_t{1}}));
  EXPECT_TRUE(gaps.may_miss({std::int64_t{2}, "zzzzzz"}));
  EXPECT_FALSE(gaps.may_miss({std::int64_t{1}, "abcdee"}));
  EXPECT_FALSE(gaps.may_miss({std::int64_t{3}, "abcdeg"}));
}

TEST_F(PageScanTest, HostilePagesAreReadWithoutHarm) {
  std::mt19937 random(11);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same pages in every run
  std::size_t read = 0;
  for (int run = 0; run < 400; ++run) {
    std::string bytes = bytes_;
    // Headers and cell pointers, where numbers say where to look next.
    for (int i = 0; i < 60; ++i) {
      const std::size_t page = random() % (bytes.size() / 4096) * 4096;
      bytes[page + random() % (run % 2 == 0 ? 64 : 4096)] = static_cast<char>(random());
    }
    bytes.resize(bytes.size() - random() % 9000);
    const PageScan scan(std::move(bytes));
    for (const TableShape& shape : table_shapes()) read += count(scan, std::string(shape.name).c_str());
  }
  EXPECT_GT(read, 0U);
}

TEST_F(PageScanTest, APageThatIsItsOwnChildEndsTheWalk) {
  std::string bytes = bytes_;
  for (std::size_t page = 0; page < bytes.size() / 4096; ++page) {
    const std::size_t at = page * 4096 + (page == 0 ? 100 : 0);
    // An inner page of a table without cells, whose last child is page 2.
    bytes.replace(at, 12, std::string("\x05\0\0\0\0\0\0\0\0\0\0\x02", 12));
  }
  EXPECT_EQ(count(PageScan(bytes), "document"), 0U);
}

TEST(PageImageTest, AnOverflowChainThatBitesItsTailIsNoPayload) {
  // A cell of 5000 bytes whose chain leads from page 2 to page 2.
  std::string bytes(3 * 4096, '\0');
  bytes.replace(4096, 4, std::string("\0\0\0\x02", 4));
  bytes.replace(2 * 4096 + 1000 + 965, 4, std::string("\0\0\0\x02", 4));
  const PageImage image(bytes);
  EXPECT_FALSE(image.payload({0, 1, 2 * 4096 + 1000, 90000, 0}, true));
}

}  // namespace
}  // namespace mitjul
