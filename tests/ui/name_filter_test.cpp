#include "ui/name_filter.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

TEST(NameFilterTest, AnEmptyFilterAcceptsEverything) {
  EXPECT_TRUE(NameFilter().accepts("화웨이.txt"));
  EXPECT_TRUE(NameFilter("").accepts(""));
}

TEST(NameFilterTest, FindsAPartOfTheName) {
  EXPECT_TRUE(NameFilter("수출").accepts("반도체-수출.txt"));
  EXPECT_FALSE(NameFilter("수입").accepts("반도체-수출.txt"));
}

TEST(NameFilterTest, CaseDoesNotMatter) {
  EXPECT_TRUE(NameFilter("nasa").accepts("2024 NASA.TXT"));
  EXPECT_TRUE(NameFilter("TXT").accepts("기사.txt"));
}

TEST(NameFilterTest, FindsByInitials) {
  EXPECT_TRUE(NameFilter("ㅎㅇㅇ").accepts("🚀 화웨이.txt"));
  EXPECT_TRUE(NameFilter("ㅎ웨").accepts("화웨이.txt"));
  EXPECT_TRUE(NameFilter("ㅃㄹ").accepts("빨래"));
  EXPECT_FALSE(NameFilter("ㅎㅇㅇ").accepts("화웨.txt"));
  EXPECT_FALSE(NameFilter("ㅂㄹ").accepts("빨래"));
}

TEST(NameFilterTest, DecomposedHangulIsTheSame) {
  // As macOS names files: ᄒ ᅪ ᄋ ᅰ ᄋ ᅵ.
  const char* const decomposed = "\u1112\u116A\u110B\u1170\u110B\u1175.txt";
  EXPECT_TRUE(NameFilter("화웨이").accepts(decomposed));
  EXPECT_TRUE(NameFilter("ㅎㅇㅇ").accepts(decomposed));
  EXPECT_TRUE(NameFilter(decomposed).accepts("화웨이.txt"));
}

TEST(NameFilterTest, BytesThatAreNoUtf8DoNoHarm) { EXPECT_FALSE(NameFilter("가").accepts("\xFF\xFE")); }

TEST(NameFilterTest, ANameThatWasFoldedBeforeIsFoundTheSame) {
  for (const std::string query : {"ㅎㅇㅇ", "화웨이", "nasa", "수입"}) {
    const NameFilter filter(query);
    for (const std::string name : {"화웨이 🚀.txt", "2024 NASA.TXT", "수출.txt", ""}) {
      EXPECT_EQ(filter.accepts_folded(NameFilter::folded(name)), filter.accepts(name)) << query << " in " << name;
    }
  }
}

}  // namespace
}  // namespace mitjul
