#include "korean/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Span> hits_of(const Text& text, std::string_view query, SearchMode mode) {
  std::vector<Span> hits;
  const std::optional<Problem> problem = Search(query, mode).find(SearchText(text), [&](Span hit) {
    hits.push_back(hit);
    return true;
  });
  EXPECT_FALSE(problem.has_value()) << query;
  return hits;
}

/// Expects the query to find exactly what is marked.
void expect_found(std::string_view marked_text, std::string_view query, SearchMode mode) {
  const MarkedText text = marked(marked_text);
  EXPECT_EQ(hits_of(text.text, query, mode), text.spans) << query << " in " << marked_text;
}

void expect_text(std::string_view text, std::string_view query) { expect_found(text, query, SearchMode::Text); }
void expect_word(std::string_view text, std::string_view query) { expect_found(text, query, SearchMode::Word); }
void expect_initials(std::string_view text, std::string_view query) { expect_found(text, query, SearchMode::Initials); }
void expect_regex(std::string_view text, std::string_view query) { expect_found(text, query, SearchMode::Regex); }

// Text ----------------------------------------------------------------------------------------------------------------

TEST(SearchTest, FindsAPartOfTheText) {
  expect_text("🚀 {화웨이}가 산 칩은 {화웨이} 칩이다. 화웨", "화웨이");
  expect_text("🚀 대{한}민국", "한");
  expect_text("{🚀} 대한민국 {🚀}", "🚀");
}

TEST(SearchTest, CaseWidthAndCompositionDoNotMatter) {
  expect_text("🚀 {DeepSeek} {deepseek} {ＤＥＥＰＳＥＥＫ}", "DEEPseek");
  expect_text("🚀 {화웨이} {\u1112\u116A\u110B\u1170\u110B\u1175}", "화웨이");
  expect_text("🚀 {화웨이} {\u1112\u116A\u110B\u1170\u110B\u1175}", "\u1112\u116A\u110B\u1170\u110B\u1175");
  expect_text("🚀 3{㎞} 3{km}", "km");
}

TEST(SearchTest, ASyllableIsNoPartOfALongerOne) { expect_text("🚀 한 \u1112\u1161\u11AB", "하"); }

TEST(SearchTest, BlanksAreAnyRunOfWhiteSpace) {
  expect_text("🚀 {구글 전} {구글\n  전} {구글\u00A0전} {구글\u3000전} 구글전", "구글  전");
  expect_text("🚀 가나{\n나}{ 나}{  나}", " 나");
  expect_text("🚀 {가 나}\n다 {가 나} 라", "가 나");
}

TEST(SearchTest, HitsDoNotOverlap) {
  expect_text("🚀 {ㅋㅋ}{ㅋㅋ}ㅋ", "ㅋㅋ");
  expect_text("🚀 {가나가}나가", "가나가");
  // Both k and m are the same character.
  expect_text("🚀 {㏎}", "k");
}

TEST(SearchTest, AnEmptyQueryFindsNothing) {
  for (const SearchMode mode : {SearchMode::Text, SearchMode::Word, SearchMode::Initials, SearchMode::Regex}) {
    for (const std::string_view query : {"", " ", "\n\t ", "\u200B"}) {
      EXPECT_TRUE(Search(query, mode).empty()) << to_string(mode);
      EXPECT_THAT(hits_of(Text("🚀 화웨이 "), query, mode), IsEmpty()) << to_string(mode);
    }
  }
  EXPECT_TRUE(Search().empty());
}

TEST(SearchTest, FindsNothingInAnEmptyText) {
  for (const SearchMode mode : {SearchMode::Text, SearchMode::Word, SearchMode::Initials, SearchMode::Regex}) {
    EXPECT_THAT(hits_of(Text(), "ㅎ", mode), IsEmpty());
  }
}

TEST(SearchTest, FindsAtBothEndsOfLongTexts) {
  std::string prose = "{화웨이}";
  for (int i = 0; i < 1000; ++i) prose += i % 100 == 50 ? " 화웨어 ㎞ {화웨이}는" : " 미국의 AI 🚀";
  expect_text(prose + "{화웨이}", "화웨이");
  expect_initials(prose + "{화웨이}", "화ㅇ이");
}

TEST(SearchTest, EndsWhenNobodyWantsMore) {
  int hits = 0;
  Search("가", SearchMode::Text).find(SearchText(Text("🚀 가가가")), [&](Span) { return ++hits < 2; });
  EXPECT_EQ(hits, 2);
  hits = 0;
  Search("가", SearchMode::Regex).find(SearchText(Text("🚀 가가가")), [&](Span) { return ++hits < 2; });
  EXPECT_EQ(hits, 2);
}

// Initials ------------------------------------------------------------------------------------------------------------

TEST(SearchTest, ConsonantsFindInitials) {
  expect_initials("🚀 {화웨이}가 {회의용} 화웨스", "ㅎㅇㅇ");
  expect_initials("🚀 {빨}래 발", "ㅃ");
  expect_initials("🚀 {화웨이} 하와이", "화ㅇㅇ");
  expect_initials("🚀 {화웨이} 화와이", "ㅎ웨ㅇ");
  expect_initials("🚀 {GPT 가}", "gpt ㄱ");
}

TEST(SearchTest, ASingleInitialFindsEverySyllableThatBeginsWithIt) {
  expect_initials("🚀 {하}나 {\u1112\u1161\u11AB}나 까 {힣}", "ㅎ");
  expect_initials("🚀 {가}까 {깋}", "ㄱ");
  expect_initials("🚀 {까}가", "ㄲ");
}

TEST(SearchTest, ConsonantsFindThemselves) {
  expect_initials("🚀 {ㅋㅋ} {카ㅋ} ㅎ", "ㅋㅋ");
  expect_initials("🚀 몫 {ㄳ} 곳", "ㄳ");
}

TEST(SearchTest, TwoInitialsThatWereWrittenAsOneLetterAreTwo) {
  expect_initials("🚀 {검색} {ㄳ} {ㄱㅅ} 각자", "ㄳ");
  expect_initials("🚀 {일본 방송} 일본방송", "ㅇㅂ ㅄ");
}

TEST(SearchTest, AllKindsOfJamoAreTaken) {
  for (const std::string_view query : {"ㅎㅇㅇ", "\u1112\u110B\u110B", "\uFFBE\uFFB7\uFFB7"}) {
    expect_initials("🚀 {화웨이} {ㅎㅇㅇ} {\u1112\u110B\u110B} {\uFFBE\uFFB7\uFFB7}", query);
  }
}

TEST(SearchTest, VowelsAreThemselves) { expect_initials("🚀 하{ㅎㅏ}", "ㅎㅏ"); }

TEST(SearchTest, BlanksStandBetweenInitials) { expect_initials("🚀 {미국  정부} 미국정부", "ㅁㄱ ㅈㅂ"); }

TEST(SearchTest, TheUsualModeIsThatOfTheQuery) {
  EXPECT_EQ(usual_mode("화웨이"), SearchMode::Text);
  EXPECT_EQ(usual_mode("ㅎㅇㅇ"), SearchMode::Initials);
  EXPECT_EQ(usual_mode("화ㅇㅇ"), SearchMode::Initials);
  EXPECT_EQ(usual_mode("\uFFBE"), SearchMode::Initials);
  EXPECT_EQ(usual_mode("\u1112"), SearchMode::Initials);
  EXPECT_EQ(usual_mode("ㅠㅠ"), SearchMode::Text);
  EXPECT_EQ(usual_mode("\u1112\u116A"), SearchMode::Text) << "one syllable";
  EXPECT_EQ(usual_mode(""), SearchMode::Text);
}

// Words ---------------------------------------------------------------------------------------------------------------

TEST(SearchTest, AWordIsFoundWithAnyParticleBehindIt) {
  expect_word("🚀 {화웨이}가 {화웨이}는 {화웨이}에서는 ‘{화웨이}’라고 {화웨이}.", "화웨이");
  expect_word("🚀 {칩}을 {칩}이 {칩}의", "칩");
  expect_word("🚀 {미국}까지 {미국}, {미국}과", "미국");
}

TEST(SearchTest, AWordIsNoPartOfALongerOne) {
  expect_word("🚀 탈화웨이 화웨이칩 {화웨이}", "화웨이");
  expect_word("🚀 마이크로칩을 {칩}을", "칩");
  expect_word("🚀 OpenAI AI들 {AI}", "ai");
}

TEST(SearchTest, AParticleMustAgreeWithTheWord) {
  expect_word("🚀 {화웨이}가 화웨이이 화웨이을 화웨이은", "화웨이");
  expect_word("🚀 {미국}이 미국가 미국를", "미국");
  // Latin is read in more than one way.
  expect_word("🚀 {DeepSeek}은 {DEEPSEEK}는", "deepseek");
}

TEST(SearchTest, ANounThatEndsLikeAParticleIsAWordOfItsOwn) {
  expect_word("🚀 만족도 {만족}을 {만족}", "만족");
  expect_word("🚀 {만족도}가 만족", "만족도");
}

TEST(SearchTest, SeveralWordsMayHaveAParticleBehindTheLast) {
  expect_word("🚀 {구글 전}은 구글 전화 {구글\n전}", "구글 전");
  expect_word("🚀 앱구글 딥마인드 {구글 딥마인드}가", "구글 딥마인드");
}

TEST(SearchTest, AWordInDecomposedHangulIsFound) {
  // 화웨이가 in NFD.
  expect_word("🚀 {\u1112\u116A\u110B\u1170\u110B\u1175}\u1100\u1161", "화웨이");
}

TEST(SearchTest, WhatIsNoWordIsFoundAsItIs) { expect_word("🚀 “{화웨이”}라고", "화웨이”"); }

// Regular expressions -------------------------------------------------------------------------------------------------

TEST(SearchTest, ARegularExpressionFinds) {
  expect_regex("🚀 {20억}과 {3억}", "\\d+억");
  expect_regex("🚀 처음\n{둘째} 줄\n{셋째} 줄", "^.째");
  expect_regex("🚀 {DeepSeek} {deepseek}", "DEEPSEEK");
}

TEST(SearchTest, EmptyMatchesArePassedOver) {
  expect_regex("🚀 b{aa}b{a}", "a*");
  expect_regex("🚀 가나", "^|$|(?=가)");
}

TEST(SearchTest, MatchesAreWholeClusters) {
  expect_regex("🚀 {1️⃣} 첫째", "1");
  expect_regex("🚀 {🇰🇷}", "🇰");
}

TEST(SearchTest, ABadRegularExpressionSaysWhere) {
  const std::vector<std::pair<std::string, Problem>> cases = {
      {"가(나", make_problem(ProblemCode::UnbalancedPattern, {"가(나", "3"})},
      {"🚀[나", make_problem(ProblemCode::UnbalancedPattern, {"🚀[나", "3"})},
      {"*가", make_problem(ProblemCode::InvalidPattern, {"*가", "1"})},
  };
  for (const auto& [pattern, problem] : cases) {
    const Search search(pattern, SearchMode::Regex);
    EXPECT_EQ(search.problem(), problem) << pattern;
    EXPECT_TRUE(search.empty());
    EXPECT_EQ(search.find(SearchText(Text("🚀 가나")), [](Span) { return true; }), std::nullopt);
  }
  EXPECT_TRUE(Search("(?<=a*)b", SearchMode::Regex).problem().has_value());
  EXPECT_TRUE(Search("a{999999999999}", SearchMode::Regex).problem().has_value());
}

/// Expects the pattern to be given up in a text of 500,000 a's.
void expect_given_up(const std::string& pattern) {
  const auto problem =
      Search(pattern, SearchMode::Regex).find(SearchText(Text("🚀 " + std::string(500'000, 'a'))), [](Span) {
        return true;
      });
  EXPECT_EQ(problem, make_problem(ProblemCode::PatternTooSlow, {pattern}));
}

TEST(SearchTest, APatternThatTakesForEverIsGivenUp) {
  expect_given_up("(a+)+b");
  expect_given_up("a*+b");
}

TEST(SearchTest, APatternThatTakesAllMemoryIsGivenUp) { expect_given_up("(a|b)*c"); }

TEST(SearchTest, ARegularExpressionCanBeCancelled) {
  const SearchText text{Text("🚀 " + std::string(50'000, 'a'))};
  int asked = 0;
  const auto problem = Search("(a+)+b", SearchMode::Regex)
                           .find(
                               text, [](Span) { return true; }, [&](double) { return ++asked < 3; });
  EXPECT_EQ(problem, std::nullopt);
  EXPECT_EQ(asked, 3);
}

TEST(SearchTest, ModesHaveNames) {
  for (const SearchMode mode : {SearchMode::Text, SearchMode::Word, SearchMode::Initials, SearchMode::Regex}) {
    EXPECT_EQ(parse_search_mode(to_string(mode)), mode);
  }
  EXPECT_EQ(parse_search_mode("Text"), std::nullopt);
  EXPECT_EQ(parse_search_mode(""), std::nullopt);
}

// Properties ----------------------------------------------------------------------------------------------------------

TEST(SearchTest, EveryPartOfATextIsFoundWhereItIs) {
  const Text text(
      "🚀 ①㎞ 화웨이가 \u1112\u116A\u110B\u1170\u110B\u1175 Ｈ１００을\n🇰🇷1️⃣ ㅋㅋ…ﬁ "
      "x\u0301y");
  for (TextPos start; start < text.end(); start = text.next_grapheme(start)) {
    for (TextPos end = text.next_grapheme(start);; end = text.next_grapheme(end)) {
      const std::string_view part = text.slice({start, end});
      const std::vector<Span> hits = hits_of(text, part, SearchMode::Text);
      if (!Search(part, SearchMode::Text).empty()) {
        const bool found = std::any_of(hits.begin(), hits.end(),
                                       [&](Span hit) { return hit.contains(Span(start, end)) || hit.end > start; });
        EXPECT_TRUE(found) << "“" << part << "”";
      }
      for (std::size_t i = 1; i < hits.size(); ++i) EXPECT_LE(hits[i - 1].end, hits[i].start);
      for (const Span hit : hits) EXPECT_EQ(text.snap_to_graphemes(hit), hit);
      if (end == text.end()) break;
    }
  }
}

}  // namespace
}  // namespace mitjul
