#pragma once

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

#include <algorithm>
#include <cstdio>
#include <functional>
#include <set>
#include <utility>
#include <vector>

#include "core/schema.h"
#include "korean/occurrences.h"
#include "korean/suggestions.h"
#include "tests/korean/gold_articles.h"

namespace mitjul {

enum class Game { ByHand, InTheDocument, InAllDocuments, WithSuggestions };

/// An entity of the article with this number.
using Placed = std::pair<std::size_t, LabelledSpan>;

/// What the analyst works with. Everything tells how many actions it took.
class Hands {
 public:
  struct Reviewed {
    int actions = 0;
    std::vector<Placed> gained;
  };

  virtual ~Hands() = default;
  virtual int select(std::size_t article, Span span) = 0;
  /// What is selected.
  virtual int label(std::size_t article, const std::string& label) = 0;
  /// Looks through all occurrences of what was labelled last; `is_right` says which are to be annotated. `reckoned` is
  /// what is to be expected.
  virtual Reviewed review(std::size_t article, bool in_all_documents,
                          const std::function<bool(const Placed&)>& is_right, const Reviewed& reckoned) = 0;
};

/// Reckons, from what is known of the words, and does nothing.
class ReckonedHands : public Hands {
 public:
  explicit ReckonedHands(const std::vector<GoldArticle>& articles) : articles_(articles) {}
  void know(const ProjectWords& words) { words_ = &words; }

  int by_click(std::size_t article, Span span) const {
    const std::vector<Span> steps = selection_steps(articles_[article].text, span.start, words_->evidence());
    const auto step = std::find(steps.begin(), steps.end(), span);
    return step == steps.end() ? 9 : static_cast<int>(step - steps.begin()) + 1;
  }
  int by_drag(std::size_t article, Span span) const {
    return snap(articles_[article].text, span, words_->evidence()) == span ? 1 : 2;
  }
  int select(std::size_t article, Span span) override {
    return std::min(by_click(article, span), by_drag(article, span));
  }
  int label(std::size_t /*article*/, const std::string& /*label*/) override { return 1; }
  Reviewed review(std::size_t /*article*/, bool /*in_all_documents*/,
                  const std::function<bool(const Placed&)>& /*is_right*/, const Reviewed& reckoned) override {
    return reckoned;
  }

 private:
  const std::vector<GoldArticle>& articles_;
  const ProjectWords* words_ = nullptr;
};

class Analyst {
 public:
  Analyst(const std::vector<GoldArticle>& articles, Game game, Hands& hands)
      : articles_(articles), game_(game), hands_(hands), done_(articles.size()) {
    for (const GoldArticle& article : articles) words_.put(article.key, article.text, {});
  }

  void annotate_everything() {
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (game_ == Game::WithSuggestions) review_suggestions(i);
      for (const LabelledSpan& entity : articles_[i].entities) {
        if (done_[i].contains(entity)) continue;
        const int selecting = hands_.select(i, entity.span);
        if (selecting == 1) ++selected_at_once_;
        actions_ += selecting + hands_.label(i, entity.label);
        put(i, entity);
        if (game_ != Game::ByHand) review_occurrences(i, entity);
      }
    }
  }

  const ProjectWords& words() const { return words_; }
  int actions() const { return actions_; }
  int selected_at_once() const { return selected_at_once_; }
  int reviews() const { return reviews_; }

 private:
  bool is_right(const Placed& place) const {
    const auto& entities = articles_[place.first].entities;
    return std::find(entities.begin(), entities.end(), place.second) != entities.end();
  }

  void put(std::size_t article, const LabelledSpan& entity) {
    done_[article].insert(entity);
    words_.annotate(articles_[article].key, entity);
  }

  void review_occurrences(std::size_t here, const LabelledSpan& entity) {
    const std::string_view surface = articles_[here].text.slice(entity.span);
    Hands::Reviewed reckoned;
    reckoned.actions = 2;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (i != here && game_ != Game::InAllDocuments) continue;
      const GoldArticle& article = articles_[i];
      for (const Occurrence& hit :
           not_annotated(occurrences(article.text, surface, words_), words_.annotations(article.key), entity.label)) {
        const Placed place{i, {hit.span, entity.label}};
        const bool right = is_right(place);
        if (right != (hit.trust == Trust::Certain)) ++reckoned.actions;
        if (right) reckoned.gained.push_back(place);
      }
    }
    if (reckoned.actions >= 2 * static_cast<int>(reckoned.gained.size())) return;
    const Hands::Reviewed reviewed = hands_.review(
        here, game_ != Game::InTheDocument, [this](const Placed& place) { return is_right(place); }, reckoned);
    actions_ += reviewed.actions;
    ++reviews_;
    for (const auto& [article, marked] : reviewed.gained) put(article, marked);
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
  Hands& hands_;
  const Schema schema_ = *preset("claims-entities");
  ProjectWords words_;
  std::vector<std::set<LabelledSpan>> done_;
  int actions_ = 0;
  int selected_at_once_ = 0;
  int reviews_ = 0;
};

/// Says, and returns, how many actions an entity took.
inline double told_actions_per_entity(const std::vector<GoldArticle>& articles, const Analyst& analyst,
                                      const char* name) {
  std::size_t entities = 0;
  for (const GoldArticle& article : articles) entities += article.entities.size();
  const double each = analyst.actions() / static_cast<double>(entities);
  std::printf("%s: %d actions for %zu entities, %.2f each (%d reviews of occurrences, %d selected with one action)\n",
              name, analyst.actions(), entities, each, analyst.reviews(), analyst.selected_at_once());
  return each;
}

}  // namespace mitjul
