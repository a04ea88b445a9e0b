#include "korean/project_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TextSequence sequence_of(const std::vector<std::string>& texts) {
  return {static_cast<std::uint32_t>(texts.size()), [texts](std::uint32_t i) { return SearchText(Text(texts[i])); }};
}

TEST(ProjectSearchTest, GivesTheHitsOfAllTextsInOrder) {
  std::vector<TextHit> hits;
  const auto problem = search_texts(Search("칩", SearchMode::Text), sequence_of({"🚀 칩과 칩", "🚀", "칩 🚀"}),
                                    [&](const std::vector<TextHit>& batch) {
                                      EXPECT_FALSE(batch.empty());
                                      hits.insert(hits.end(), batch.begin(), batch.end());
                                      return true;
                                    });
  EXPECT_EQ(problem, std::nullopt);
  EXPECT_THAT(hits, ElementsAre(TextHit{0, Span(2, 3)}, TextHit{0, Span(5, 6)}, TextHit{2, Span(0, 1)}));
}

TEST(ProjectSearchTest, TheFirstHitsComeBeforeTheRestIsSearched) {
  std::uint32_t asked_for = 0;
  const TextSequence texts{100, [&](std::uint32_t i) {
                             asked_for = i;
                             return SearchText(Text("🚀 칩"));
                           }};
  search_texts(Search("칩", SearchMode::Text), texts, [&](const std::vector<TextHit>&) { return false; });
  EXPECT_EQ(asked_for, 0U);
}

TEST(ProjectSearchTest, TheFirstHitsOfALongTextComeBeforeItsEnd) {
  std::string text = "🚀";
  for (int i = 0; i < 10'000; ++i) text += "칩 ";
  std::vector<std::size_t> sizes;
  search_texts(Search("칩", SearchMode::Text), sequence_of({text}), [&](const std::vector<TextHit>& batch) {
    sizes.push_back(batch.size());
    return true;
  });
  ASSERT_EQ(sizes.size(), 2U);
  EXPECT_LE(sizes[0], 100U);
  EXPECT_EQ(sizes[0] + sizes[1], 10'000U);
}

TEST(ProjectSearchTest, CanBeCancelledBetweenTexts) {
  std::vector<double> shares;
  int batches = 0;
  search_texts(
      Search("칩", SearchMode::Text), sequence_of({"🚀 칩", "🚀 칩", "🚀 칩", "🚀 칩"}),
      [&](const std::vector<TextHit>&) {
        ++batches;
        return true;
      },
      [&](double share) {
        shares.push_back(share);
        return shares.size() < 3;
      });
  EXPECT_THAT(shares, ElementsAre(0, 0.25, 0.5));
  EXPECT_EQ(batches, 1) << "what was found before and not told is dropped";
}

TEST(ProjectSearchTest, AHostilePatternEndsTheSearch) {
  int texts = 0;
  const TextSequence sequence{3, [&](std::uint32_t) {
                                ++texts;
                                return SearchText(Text("🚀 " + std::string(500'000, 'a')));
                              }};
  const auto problem =
      search_texts(Search("(a|b)*c", SearchMode::Regex), sequence, [](const std::vector<TextHit>&) { return true; });
  EXPECT_EQ(problem, make_problem(ProblemCode::PatternTooSlow, {"(a|b)*c"}));
  EXPECT_EQ(texts, 1);
}

TEST(ProjectSearchTest, ABadPatternIsToldAtOnce) {
  const auto problem = search_texts(Search("(가", SearchMode::Regex), sequence_of({"🚀 가"}),
                                    [](const std::vector<TextHit>&) { return true; });
  EXPECT_EQ(problem, make_problem(ProblemCode::UnbalancedPattern, {"(가", "2"}));
}

}  // namespace
}  // namespace mitjul
