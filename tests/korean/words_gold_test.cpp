// Occurrences and suggestions on the shared articles: how many are right, and how many of the entities are found.

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "korean/occurrences.h"
#include "korean/suggestions.h"
#include "tests/korean/gold_articles.h"

namespace mitjul {
namespace {

void print(const std::string& what, const Score& score) {
  std::printf("%s: precision %.3f (%d of %d), recall %.3f (of %d)\n", what.c_str(), score.precision(), score.right,
              score.found, score.recall(), score.wanted);
}

const bool kShowErrors = std::getenv("MITJUL_SHOW_ERRORS") != nullptr;

void show(const char* what, const GoldArticle& article, const LabelledSpan& at) {
  if (!kShowErrors) return;
  const Span around{TextPos(at.span.start.value() - std::min(at.span.start.value(), 12U)),
                    TextPos(std::min(at.span.end.value() + 12, article.text.length()))};
  std::string shown = std::string(article.text.slice({around.start, at.span.start})) + "{" +
                      std::string(article.text.slice(at.span)) + "}" +
                      std::string(article.text.slice({at.span.end, around.end}));
  for (char& c : shown) c = c == '\n' ? '/' : c;
  std::printf("  %s %s %s: %s\n", what, article.name.c_str(), at.label.c_str(), shown.c_str());
}

Score score_of(const GoldArticle& article, const std::set<LabelledSpan>& found, const std::set<LabelledSpan>& wanted) {
  Score score{0, static_cast<int>(found.size()), static_cast<int>(wanted.size())};
  for (const LabelledSpan& one : found) {
    if (wanted.contains(one)) {
      ++score.right;
    } else {
      show("wrong", article, one);
    }
  }
  for (const LabelledSpan& one : wanted) {
    if (!found.contains(one)) show("missed", article, one);
  }
  return score;
}

/// The first mention of every surface with every label is marked; the others are looked for.
Score found_again(const GoldArticle& article, bool with_uncertain) {
  std::map<std::pair<std::string, std::string>, LabelledSpan> first;
  std::set<LabelledSpan> others;
  std::vector<LabelledSpan> marked;
  for (const LabelledSpan& entity : article.entities) {
    const std::string surface(article.text.slice(entity.span));
    if (first.try_emplace({surface, entity.label}, entity).second) {
      marked.push_back(entity);
    } else {
      others.insert(entity);
    }
  }
  ProjectWords words;
  words.put(article.key, article.text, marked);
  std::set<LabelledSpan> found;
  for (const auto& [surface_and_label, entity] : first) {
    const auto& [surface, label] = surface_and_label;
    for (const Occurrence& hit : not_annotated(occurrences(article.text, surface, words), marked, label)) {
      if (hit.trust == Trust::Certain || with_uncertain) found.insert({hit.span, label});
    }
  }
  return score_of(article, found, others);
}

TEST(WordsGoldTest, OccurrencesFindTheOtherMentions) {
  const std::vector<GoldArticle> articles = gold_articles();
  if (articles.empty()) GTEST_SKIP() << "no " << MITJUL_SHARED << ": not measured";
  Score certain;
  Score all;
  for (const GoldArticle& article : articles) {
    const Score score = found_again(article, false);
    print("occurrences in " + article.name, score);
    EXPECT_GE(score.precision(), 0.9) << article.name;
    EXPECT_GE(score.recall(), 0.9) << article.name;
    certain += score;
  }
  print("occurrences", certain);
  for (const GoldArticle& article : articles) all += found_again(article, true);
  print("occurrences, with the uncertain", all);
  EXPECT_GE(certain.precision(), 0.96);
  EXPECT_GE(certain.recall(), 0.96);
}

TEST(WordsGoldTest, SuggestionsForAnArticleComeFromTheOthers) {
  const std::vector<GoldArticle> articles = gold_articles();
  if (articles.empty()) GTEST_SKIP() << "no " << MITJUL_SHARED << ": not measured";
  const Schema schema = *preset("claims-entities");
  double precision = 0;
  double recall = 0;
  for (const GoldArticle& article : articles) {
    ProjectWords words;
    for (const GoldArticle& other : articles) {
      words.put(other.key, other.text, &other == &article ? std::vector<LabelledSpan>() : other.entities);
    }
    std::set<LabelledSpan> found;
    for (const Suggestion& suggestion : suggest_words(article.text, article.key, words, schema, {})) {
      found.insert({suggestion.span, suggestion.label});
    }
    const Score score = score_of(article, found, {article.entities.begin(), article.entities.end()});
    print("suggestions for " + article.name, score);
    precision += score.precision() / static_cast<double>(articles.size());
    recall += score.recall() / static_cast<double>(articles.size());
  }
  std::printf("suggestions, mean: precision %.3f, recall %.3f\n", precision, recall);
  EXPECT_GE(precision, 0.93);
  EXPECT_GE(recall, 0.5);
}

}  // namespace
}  // namespace mitjul
