#include "export/surface_finder.h"

#include <gtest/gtest.h>

#include "korean/name_rules.h"

namespace mitjul {
namespace {

/// What is found in the text and replaced, as it stands there.
std::vector<std::string> found(const std::vector<std::string>& surfaces, const std::string& text) {
  Surfaces added;
  for (const std::string& surface : surfaces) added.add(surface);
  const SurfaceFinder finder(std::move(added), name_rules());
  std::vector<std::string> words;
  for (const FoundSurface& place : longest_of(finder.find(text)))
    words.push_back(text.substr(place.start, place.end - place.start));
  return words;
}

using Words = std::vector<std::string>;

const std::string kNfdName = "\u1112\u1169\u11BC\u1100\u1175\u11AF\u1103\u1169\u11BC";  // 홍길동

TEST(SurfaceFinderTest, FindsASurfaceWhereverItStands) {
  EXPECT_EQ(found({"홍길동"}, "🚀 홍길동이, (홍길동)을 홍 길동이라 했다"), (Words{"홍길동", "홍길동"}));
}

TEST(SurfaceFinderTest, TakesTheLongestFirst) {
  EXPECT_EQ(found({"김철", "김철수", "철수와 영희"}, "🚀 김철수와 영희, 김철수, 김철"),
            (Words{"철수와 영희", "김철수", "김철"}));
}

TEST(SurfaceFinderTest, LeavesNoneAsItWasWhereSurfacesOverlap) {
  EXPECT_EQ(found({"가나", "나다", "다라마"}, "🚀 가나다라마"), (Words{"가나", "다라마"}));
}

TEST(SurfaceFinderTest, DoesNotMindHowSyllablesAreComposed) {
  EXPECT_EQ(found({"홍길동"}, "🚀 " + kNfdName + "이"), (Words{kNfdName}));
  EXPECT_EQ(found({kNfdName}, "🚀 홍길동이"), (Words{"홍길동"}));
}

TEST(SurfaceFinderTest, DoesNotTakeTheBeginningOfASyllableForAnotherOne) {
  EXPECT_TRUE(found({"하"}, "🚀 \u1112\u1161\u11AB").empty()) << "한 in NFD";
}

TEST(SurfaceFinderTest, FindsTheVeryBytesWhereverTheyStand) {
  EXPECT_EQ(found({"가\u1112\u1161"}, "🚀 가\u1112\u1161\u11AB"), (Words{"가\u1112\u1161"}));
}

TEST(SurfaceFinderTest, DoesNotMindBlanksThatAreWiderOrALineEnd) {
  EXPECT_EQ(found({"파이낸셜 타임스"}, "🚀 파이낸셜  타임스, 파이낸셜\n타임스"),
            (Words{"파이낸셜  타임스", "파이낸셜\n타임스"}));
}

TEST(SurfaceFinderTest, FindsAnotherCaseAsAWordOnly) {
  EXPECT_EQ(found({"AI"}, "🚀 AI가 said, ai를 KAIST ai"), (Words{"AI", "ai", "AI", "ai"}));
}

TEST(SurfaceFinderTest, FindsASingleLetterAndNumbersAsWordsOnly) {
  EXPECT_EQ(found({"A", "12"}, "🚀 A씨는 KAIST에서 12개, 2012년, a"), (Words{"A", "12", "a"}));
}

TEST(SurfaceFinderTest, FindsASingleHangulLetterAsANameOnly) {
  EXPECT_EQ(found({"김"}, "🚀 김은 김치를, 김 의원은 김씨와 김밥을, (김)"), (Words{"김", "김", "김", "김"}));
  EXPECT_TRUE(found({"김", "조"}, "🚀 돌김, 3조 원, 김2, AI김").empty());
  EXPECT_EQ(found({"천", "추천인"}, "🚀 추천인과 추천"), Words{"추천인"});
}

TEST(SurfaceFinderTest, FindsASingleLetterOfAnotherScriptEverywhere) {
  EXPECT_EQ(found({"美"}, "🚀 韓美 정상, 美의회"), (Words{"美", "美"}));
}

TEST(SurfaceFinderTest, TellsWhereSingleLettersAreLeftInOtherWords) {
  Surfaces surfaces;
  surfaces.add("홍길동");
  surfaces.add("김");
  LeftSurfaces left;
  const std::string text = "🚀 김은 김치를";
  SurfaceFinder(std::move(surfaces), name_rules()).find(text, &left);
  ASSERT_EQ(left.inside_words.size(), 1U);
  EXPECT_EQ(left.inside_words.front(), (FoundSurface{text.find("김치"), text.find("치"), 1}));
}

TEST(SurfaceFinderTest, TellsApartWhatHasBlanksBetweenItsLetters) {
  Surfaces surfaces;
  for (const char* const surface : {"김철수", "이강인", "한국", "AI칩"}) surfaces.add(surface);
  const SurfaceFinder finder(std::move(surfaces), name_rules());
  const std::string text = "🚀 김 철\n수가, 김철수, 이 강인한 한 국, 돌김 철수, 김 철수 씨, AI 칩";
  std::vector<std::string> words;
  LeftSurfaces left;
  finder.find(text, &left);
  for (const FoundSurface& place : left.apart) words.push_back(text.substr(place.start, place.end - place.start));
  EXPECT_EQ(words, (Words{"김 철\n수", "김 철수"}));
}

TEST(SurfaceFinderTest, FindsWideLetters) { EXPECT_EQ(found({"AI", "3M"}, "🚀 ＡＩ와 ３Ｍ"), (Words{"ＡＩ", "３Ｍ"})); }

TEST(SurfaceFinderTest, GivesSurfacesThatAreTheSameOneNumber) {
  Surfaces surfaces;
  EXPECT_EQ(surfaces.add("Huawei"), 0U);
  EXPECT_EQ(surfaces.add("화웨이"), 1U);
  EXPECT_EQ(surfaces.add("HUAWEI"), 0U);
  EXPECT_EQ(surfaces.size(), 2U);
  EXPECT_EQ(surfaces.number_of("huawei"), 0U);
  EXPECT_EQ(surfaces.number_of("🚀"), std::nullopt);
}

TEST(SurfaceFinderTest, KnowsWhatSaysSomething) {
  EXPECT_TRUE(is_telling("김"));
  EXPECT_TRUE(is_telling("🇰🇷"));
  EXPECT_TRUE(is_telling("- 7"));
  EXPECT_FALSE(is_telling("]]>"));
  EXPECT_FALSE(is_telling("…"));
  EXPECT_FALSE(is_telling(" "));
  EXPECT_FALSE(is_telling(""));
  EXPECT_EQ(trimmed_surface(" \u3000홍 길동\n"), "홍 길동");
}

}  // namespace
}  // namespace mitjul
