#include "core/pseudonym_table.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

TEST(PseudonymTableTest, AStandInIsTheLabelAndTheNumber) { EXPECT_EQ(stand_in_of({"🚀 화웨이", "기관", 12}), "기관12"); }

TEST(PseudonymTableTest, KnowsSurfacesInTheOrderInWhichTheyCame) {
  PseudonymTable table;
  table.put({"🚀 홍길동", "인물", 2});
  table.put({"화웨이", "기관", 1});
  ASSERT_NE(table.find("🚀 홍길동"), nullptr);
  EXPECT_EQ(table.find("🚀 홍길동")->number, 2);
  EXPECT_EQ(table.find("홍길동"), nullptr);
  ASSERT_EQ(table.entries().size(), 2U);
  EXPECT_EQ(table.entries()[1].surface, "화웨이");
}

TEST(PseudonymTableTest, GivesTheLowestNumberThatIsFree) {
  PseudonymTable table;
  EXPECT_EQ(table.free_number("인물"), 1);
  table.put({"ㄱ", "인물", 1});
  table.put({"ㄴ", "인물", 3});
  EXPECT_EQ(table.free_number("인물"), 2);
  EXPECT_EQ(table.free_number("인물", 2), 4);
  EXPECT_EQ(table.free_number("기관"), 1);
}

TEST(PseudonymTableTest, ChangesTheEntryOfASurface) {
  PseudonymTable table;
  table.put({"ㄱ", "인물", 1});
  table.put({"ㄱ", "PERSON", 1});
  ASSERT_EQ(table.entries().size(), 1U);
  EXPECT_EQ(table.find("ㄱ")->label, "PERSON");
  EXPECT_EQ(table.free_number("인물"), 1) << "its number is free again";
}

TEST(PseudonymTableTest, OfStoredEntriesThatContradictTheFirstCounts) {
  const PseudonymTable table(
      std::vector<Pseudonym>{{"ㄱ", "인물", 1}, {"ㄱ", "인물", 2}, {"ㄴ", "인물", 1}, {"ㄷ", "인물", 2}});
  EXPECT_EQ(table, PseudonymTable(std::vector<Pseudonym>{{"ㄱ", "인물", 1}, {"ㄷ", "인물", 2}}));
}

}  // namespace
}  // namespace mitjul
