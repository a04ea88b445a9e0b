// Plays an analyst who annotates all entities of the shared articles, in reading order, and counts what the hands do.
// Every press of a key and every click is an action:
//
//   1  a double click on the first letter, where it selects the entity; 2, 3 … where repeating it does
//   1  a drag over the entity that snaps to it, where that is less; 2 where it must be corrected with a key
//   1  the key of the label
//
// With that, an entity costs two actions. Behind it the analyst may look at all occurrences:
//
//   1  Ctrl+Enter, which shows them with the certain ones ticked
//   1  for each certain one that is wrong, to untick it
//   1  for each uncertain one that is right, to tick it (which costs less than to annotate it)
//   1  Enter
//
// This is done where it saves actions, as an analyst sees who knows what is to come. In a third game the analyst begins
// every article with what the articles before suggest, looked at in the same way: one key shows them all ticked, one
// click unticks each wrong one, Enter takes the rest. Without any help an entity takes three: a drag, the choice of the
// label, and its confirmation.
//
// How much occurrences save depends on how often an article names the same things: these name each some three times.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "korean/occurrences.h"
#include "korean/suggestions.h"
#include "tests/korean/gold_articles.h"

namespace mitjul {
namespace {

enum class Game { InTheDocument, InAllDocuments, WithSuggestions };

class Analyst {
 public:
  Analyst(const std::vector<GoldArticle>& articles, Game game)
      : articles_(articles), game_(game), done_(articles.size()) {
    for (const GoldArticle& article : articles) words_.put(article.key, article.text, {});
  }

  void annotate_everything() {
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (game_ == Game::WithSuggestions) review_suggestions(i);
      for (const LabelledSpan& entity : articles_[i].entities) {
        if (done_[i].contains(entity)) continue;
        actions_ += actions_to_select(articles_[i].text, entity.span) + 1;
        put(i, entity);
        review_occurrences(i, entity);
      }
    }
  }

  int actions() const { return actions_; }
  int selected_at_once() const { return selected_at_once_; }
  int reviews() const { return reviews_; }

 private:
  int actions_to_select(const Text& text, Span span) {
    const std::vector<Span> steps = selection_steps(text, span.start, words_.evidence());
    const auto step = std::find(steps.begin(), steps.end(), span);
    const int by_click = step == steps.end() ? 9 : static_cast<int>(step - steps.begin()) + 1;
    const int by_drag = snap(text, span, words_.evidence()) == span ? 1 : 2;
    const int least = std::min(by_click, by_drag);
    if (least == 1) ++selected_at_once_;
    return least;
  }

  void put(std::size_t article, const LabelledSpan& entity) {
    done_[article].insert(entity);
    words_.annotate(articles_[article].key, entity);
  }

  void review_occurrences(std::size_t here, const LabelledSpan& entity) {
    const std::string_view surface = articles_[here].text.slice(entity.span);
    std::vector<std::pair<std::size_t, LabelledSpan>> gained;
    int cost = 2;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (i != here && game_ != Game::InAllDocuments) continue;
      const GoldArticle& article = articles_[i];
      const std::set<LabelledSpan> gold(article.entities.begin(), article.entities.end());
      for (const Occurrence& hit :
           not_annotated(occurrences(article.text, surface, words_), words_.annotations(article.key), entity.label)) {
        const LabelledSpan marked{hit.span, entity.label};
        const bool right = gold.contains(marked);
        if (right != (hit.trust == Trust::Certain)) ++cost;
        if (right) gained.emplace_back(i, marked);
      }
    }
    if (cost >= 2 * static_cast<int>(gained.size())) return;
    actions_ += cost;
    ++reviews_;
    for (const auto& [article, marked] : gained) put(article, marked);
  }

  void review_suggestions(std::size_t here) {
    const GoldArticle& article = articles_[here];
    const std::set<LabelledSpan> gold(article.entities.begin(), article.entities.end());
    std::vector<LabelledSpan> gained;
    int cost = 2;
    for (const Suggestion& suggestion : suggest_words(article.text, article.key, words_, schema_, {})) {
      const LabelledSpan marked{suggestion.span, suggestion.label};
      if (gold.contains(marked)) {
        gained.push_back(marked);
      } else {
        ++cost;
      }
    }
    if (cost >= 2 * static_cast<int>(gained.size())) return;
    actions_ += cost;
    for (const LabelledSpan& marked : gained) put(here, marked);
  }

  const std::vector<GoldArticle>& articles_;
  Game game_;
  const Schema schema_ = *preset("claims-entities");
  ProjectWords words_;
  std::vector<std::set<LabelledSpan>> done_;
  int actions_ = 0;
  int selected_at_once_ = 0;
  int reviews_ = 0;
};

double actions_per_entity(const std::vector<GoldArticle>& articles, Game game, const char* name) {
  std::size_t entities = 0;
  for (const GoldArticle& article : articles) entities += article.entities.size();
  Analyst analyst(articles, game);
  analyst.annotate_everything();
  const double each = analyst.actions() / static_cast<double>(entities);
  std::printf("%s: %d actions for %zu entities, %.2f each (%d reviews of occurrences, %d selected with one action)\n",
              name, analyst.actions(), entities, each, analyst.reviews(), analyst.selected_at_once());
  return each;
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
