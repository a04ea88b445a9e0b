#include "core/export_profile.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

TEST(SplitOptionsTest, ThreeSharesThatMakeAHundredAreASplit) {
  EXPECT_EQ(parse_split("80:10:10"), (SplitOptions{80, 10, 10, 0}));
  EXPECT_EQ(parse_split("90:0:10"), (SplitOptions{90, 0, 10, 0}));
  EXPECT_EQ(to_string(SplitOptions{70, 20, 10, 3}), "70:20:10");
  for (const char* const wrong : {"", "80", "80:20", "80:10:11", "80:10:-10", "80:30:-10", "80:10:10:0", "80;10;10",
                                  "80:10:10 ", " 80:10:10", "a:b:c", "80::20", "99999999999:0:1", "+80:10:10"}) {
    EXPECT_EQ(parse_split(wrong), std::nullopt) << wrong;
  }
}

TEST(CuratedSetsTest, NamesAreReadAgain) {
  for (const CuratedSets sets : {CuratedSets::Also, CuratedSets::Only, CuratedSets::Not}) {
    EXPECT_EQ(parse_curated_sets(to_string(sets)), sets);
  }
  EXPECT_EQ(parse_curated_sets("🚀"), std::nullopt);
}

TEST(ExportFilterTest, NameTitleAndMetadataAreLookedThrough) {
  const auto accepts = [](const std::string& filter) {
    return filter_accepts(filter, "🚀 기사.TXT", "화웨이 칩",
                          {{"언론사", "한빛일보"}, {"url", "https://example.invalid"}});
  };
  for (const char* const found : {"", "기사", ".txt", "웨이", "한빛", "EXAMPLE", "언론사=한빛", "언론사="}) {
    EXPECT_TRUE(accepts(found)) << found;
  }
  for (const char* const not_found : {"언론사", "가온", "url=한빛", "이름=기사"}) {
    EXPECT_FALSE(accepts(not_found)) << not_found;
  }
  EXPECT_TRUE(filter_accepts("a=b", "🚀 a=b.txt", "", {}));
}

TEST(ExportFilterTest, ComposedAndDecomposedLettersAreTheSame) {
  EXPECT_TRUE(filter_accepts("가", "🚀 \u1100\u1161.txt", "", {}));
  EXPECT_TRUE(filter_accepts("\u1100\u1161", "🚀 가.txt", "", {}));
}

TEST(ProfileNameTest, ANameIsOneLineWithoutBlanksAtItsEnds) {
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "🚀";
  EXPECT_TRUE(is_profile_name("납품 3차"));
  EXPECT_TRUE(is_profile_name(longest));
  for (const std::string& wrong : {std::string(), std::string(" 납품"), std::string("납품\u3000"),
                                   std::string("납품\n3차"), longest + "x", std::string("\xFF")}) {
    EXPECT_FALSE(is_profile_name(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace mitjul
