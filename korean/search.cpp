#include "korean/search.h"

#include <unordered_set>

#include "core/utf8.h"
#include "korean/jamo.h"
#include "korean/regex_search.h"
#include "korean/word_rules.h"
#include "korean/word_run.h"

namespace mitjul {
namespace {

/// Whether hits are words of their own in a text, as `word_rules.h` sees words once it knows that the hit is one.
class WholeWords {
 public:
  explicit WholeWords(const Text& text) : text_(text) {}

  bool holds(Span hit) { return begins_word(hit) && ends_word(hit); }

 private:
  bool begins_word(Span hit) const {
    const Span word = word_at(text_, hit.start);
    return !word.contains(hit.start) || word.start == hit.start;
  }

  bool ends_word(Span hit) {
    const TextPos last = hit.end - 1;
    const Span word = word_at(text_, last);
    if (!word.contains(last) || word.end == hit.end) return true;
    const WordRun run = read_word(text_, word);
    std::size_t letters = 0;
    while (letters < run.letters.size() && run.end_of(letters) < hit.end) ++letters;
    if (run.end_of(letters) != hit.end) return false;
    // What was asked for is a word: 포인트다 is 포인트 with 다 even if no text says so.
    const auto [surface, is_new] = known_.emplace(text_.slice({word.start, hit.end}));
    if (is_new) evidence_.learn(*surface);
    return particle_cut(run.letters, evidence_) == letters;
  }

  const Text& text_;
  WordEvidence evidence_;
  std::unordered_set<std::string> known_;
};

}  // namespace

std::string_view to_string(SearchMode mode) {
  switch (mode) {
    case SearchMode::Text: return "text";
    case SearchMode::Word: return "word";
    case SearchMode::Initials: return "initials";
    case SearchMode::Regex: return "regex";
  }
  return {};
}

std::optional<SearchMode> parse_search_mode(std::string_view text) {
  for (const SearchMode mode : {SearchMode::Text, SearchMode::Word, SearchMode::Initials, SearchMode::Regex}) {
    if (text == to_string(mode)) return mode;
  }
  return std::nullopt;
}

SearchMode usual_mode(std::string_view query) {
  const std::string folded = folded_for_search(query);
  for (std::size_t at = 0; at < folded.size();) {
    if (is_consonant_jamo(next_code_point(folded, at))) return SearchMode::Initials;
  }
  return SearchMode::Text;
}

Search::Search(std::string_view query, SearchMode mode) : mode_(mode) {
  const auto consonants =
      mode == SearchMode::Initials ? SearchPattern::Consonants::AsInitials : SearchPattern::Consonants::AsLetters;
  auto pattern = std::make_shared<const SearchPattern>(folded_for_search(query), consonants);
  if (pattern->empty()) return;
  if (mode == SearchMode::Regex) {
    auto regex = std::make_shared<const RegexSearch>(query);
    problem_ = regex->problem();
    if (!problem_) regex_ = std::move(regex);
  } else {
    pattern_ = std::move(pattern);
  }
}

std::optional<Problem> Search::find(const SearchText& text, const Take& take, const Progress& progress) const {
  if (regex_) return regex_->find(text.text(), take, progress);
  if (!pattern_) return std::nullopt;
  using Answer = SearchPattern::Answer;
  OriginalPlaces places(text);
  WholeWords words(text.text());
  TextPos free;  // what lies before belongs to a hit
  pattern_->find(text.folded(), [&](std::size_t begin, std::size_t end) {
    const Span hit = places.span_of(begin, end);
    if (hit.start < free || (mode_ == SearchMode::Word && !words.holds(hit))) return Answer::Rejected;
    free = hit.end;
    return take(hit) ? Answer::Taken : Answer::Enough;
  });
  return std::nullopt;
}

}  // namespace mitjul
