#include "korean/collation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace mitjul {
namespace {

using testing::ElementsAre;
using Names = std::vector<std::string>;

Names sorted(Names names) {
  const Collation collation;
  std::sort(names.begin(), names.end(),
            [&](const std::string& a, const std::string& b) { return collation.sort_key(a) < collation.sort_key(b); });
  return names;
}

TEST(CollationTest, NumbersComeByWhatTheyAreWorth) {
  EXPECT_THAT(sorted({"🚀 기사10.txt", "🚀 기사9.txt", "🚀 기사2.txt", "🚀 기사100.txt"}),
              ElementsAre("🚀 기사2.txt", "🚀 기사9.txt", "🚀 기사10.txt", "🚀 기사100.txt"));
}

TEST(CollationTest, DigitsComeBeforeHangulAndHangulBeforeLatin) {
  EXPECT_THAT(sorted({"Apple", "하늘", "2024", "가람", "banana"}),
              ElementsAre("2024", "가람", "하늘", "Apple", "banana"));
}

TEST(CollationTest, CaseDoesNotPartWords) {
  EXPECT_THAT(sorted({"b", "A", "B", "a2", "a"}), ElementsAre("a", "A", "a2", "b", "B"));
}

TEST(CollationTest, ComposedAndDecomposedHangulStandTogether) {
  const std::string decomposed = "\u1112\u116A\u110B\u1170\u110B\u1175";  // 화웨이, as macOS names files
  EXPECT_THAT(sorted({"화재", decomposed, "화요일", "화웨이"}), ElementsAre("화요일", decomposed, "화웨이", "화재"));
}

TEST(CollationTest, NamesThatAreSortedAlikeHaveAnOrder) {
  const Collation collation;
  EXPECT_NE(collation.sort_key("기사 01"), collation.sort_key("기사 1"));
}

TEST(CollationTest, BytesThatAreNoUtf8DoNoHarm) { EXPECT_FALSE(Collation().sort_key("\xFF\xFE").empty()); }

}  // namespace
}  // namespace mitjul
