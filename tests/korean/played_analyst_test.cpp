#include "tests/korean/played_analyst.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

double actions_per_entity(const std::vector<GoldArticle>& articles, Game game, const char* name) {
  ReckonedHands hands(articles);
  Analyst analyst(articles, game, hands);
  hands.know(analyst.words());
  analyst.annotate_everything();
  return told_actions_per_entity(articles, analyst, name);
}

TEST(PlayedAnalystTest, AnEntityTakesLittleMoreThanOneAction) {
  const std::vector<GoldArticle> articles = gold_articles();
  if (articles.empty()) GTEST_SKIP() << "no " << MITJUL_SHARED << ": not measured";
  EXPECT_LE(actions_per_entity(articles, Game::InTheDocument, "occurrences in the document"), 0.9);
  EXPECT_LE(actions_per_entity(articles, Game::InAllDocuments, "occurrences in all documents"), 0.85);
  EXPECT_LE(actions_per_entity(articles, Game::WithSuggestions, "suggestions, then occurrences"), 0.75);
}

}  // namespace
}  // namespace mitjul
