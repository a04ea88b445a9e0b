#include "view/short_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "view/fixed_shaper.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

/// In syllables of 8 pixels.
float width(std::string_view text) {
  FixedShaper shaper;
  return shaper.label_width(text);
}
std::vector<std::string> in_six(const std::vector<std::string>& names) { return short_names(names, 6 * 8, width); }

TEST(ShortNamesTest, WhatFitsStays) {
  EXPECT_THAT(in_six({"🚀", "기관", "여섯글자이름"}), ElementsAre("🚀", "기관", "여섯글자이름"));
}

TEST(ShortNamesTest, TheEndIsLeftOutWhereTheBeginningTells) {
  EXPECT_THAT(in_six({"국제기구와외국정부", "기업"}), ElementsAre("국제기구와…", "기업"));
}

TEST(ShortNamesTest, NamesThatBeginAlikeAreToldApartByTheirEnds) {
  EXPECT_THAT(in_six({"경제정책분야정부주장", "경제정책분야기업전망"}), ElementsAre("경제…부주장", "경제…업전망"));
}

TEST(ShortNamesTest, NamesThatBeginAndEndAlikeAreToldApartByTheMiddle) {
  const auto names = in_six({"경제정책분야의정부쪽공식발표자료", "경제정책분야의기업쪽공식발표자료"});
  EXPECT_NE(names[0], names[1]);
  for (const std::string& name : names) EXPECT_LE(width(name), 6 * 8) << name;
}

TEST(ShortNamesTest, AHundredAndFiftyNamesStayDifferent) {
  std::vector<std::string> names;
  for (const char* const field :
       {"경제정책과 통화금융 분야의", "국제정치와 외교안보 분야의", "과학기술과 정보통신 분야의"}) {
    for (const char* const who : {"정부", "기업", "언론", "전문가", "시민단체"}) {
      for (const char* const what : {"공식 발표", "비공식 발언", "전망", "평가", "반박", "요구", "인용", "수치 제시",
                                     "과거 사실", "책임 주장"}) {
        names.push_back(std::string(field) + " " + who + " " + what);
      }
    }
  }
  ASSERT_EQ(names.size(), 150U);
  const auto shown = short_names(names, 12 * 8, width);
  EXPECT_EQ(std::set<std::string>(shown.begin(), shown.end()).size(), 150U);
  std::size_t narrow = 0;
  for (const std::string& name : shown) narrow += width(name) <= 12 * 8 ? 1U : 0U;
  EXPECT_GE(narrow, 140U) << "hardly any needs more room";
}

TEST(ShortNamesTest, OneNameTwiceIsShownWhole) {
  EXPECT_THAT(in_six({"국제기구와외국정부", "국제기구와외국정부"}),
              ElementsAre("국제기구와외국정부", "국제기구와외국정부"));
}

TEST(ShortNamesTest, ClustersStayWhole) {
  EXPECT_EQ(shortened("👩\u200D💻👩\u200D💻가나다", 40, width), "👩\u200D💻…");
  EXPECT_EQ(shortened("가나다라", 24, width), "가나…");
  EXPECT_EQ(shortened("가나다라", 3, width), "…") << "at least this";
  EXPECT_EQ(shortened("", 3, width), "");
}

}  // namespace
}  // namespace mitjul
