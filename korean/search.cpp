#include "korean/search.h"

#include <algorithm>
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

/// Input methods may write two initials that were typed as one letter: ㄱㅅ for 검색 becomes ㄳ.
std::string with_consonants_apart(std::string_view folded) {
  std::string apart;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (consonants_of(c).empty()) append_utf8(apart, c);
    for (const char32_t consonant : consonants_of(c)) append_utf8(apart, consonant);
  }
  return apart;
}

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
  const bool initials = mode == SearchMode::Initials;
  const auto consonants = initials ? SearchPattern::Consonants::AsInitials : SearchPattern::Consonants::AsLetters;
  const std::string folded = folded_for_search(query);
  auto pattern = std::make_shared<const SearchPattern>(folded, consonants);
  if (pattern->empty()) return;
  if (mode == SearchMode::Regex) {
    auto regex = std::make_shared<const RegexSearch>(query);
    problem_ = regex->problem();
    if (!problem_) regex_ = std::move(regex);
    return;
  }
  patterns_.push_back(std::move(pattern));
  const std::string apart = initials ? with_consonants_apart(folded) : folded;
  if (apart != folded) patterns_.push_back(std::make_shared<const SearchPattern>(apart, consonants));
}

void Search::find_pattern(const SearchPattern& pattern, const SearchText& text, const Take& take) const {
  using Answer = SearchPattern::Answer;
  OriginalPlaces places(text);
  WholeWords words(text.text());
  TextPos free;  // what lies before belongs to a hit
  pattern.find(text.folded(), [&](std::size_t begin, std::size_t end) {
    const Span hit = places.span_of(begin, end);
    if (hit.start < free || (mode_ == SearchMode::Word && !words.holds(hit))) return Answer::Rejected;
    free = hit.end;
    return take(hit) ? Answer::Taken : Answer::Enough;
  });
}

std::optional<Problem> Search::find(const SearchText& text, const Take& take, const Progress& progress) const {
  if (regex_) return regex_->find(text.text(), take, progress);
  if (patterns_.size() == 1) {
    find_pattern(*patterns_.front(), text, take);
    return std::nullopt;
  }
  std::vector<Span> hits;
  for (const auto& pattern : patterns_) {
    find_pattern(*pattern, text, [&](Span hit) {
      hits.push_back(hit);
      return true;
    });
  }
  std::sort(hits.begin(), hits.end());
  TextPos free;
  for (const Span hit : hits) {
    if (hit.start < free) continue;
    free = hit.end;
    if (!take(hit)) break;
  }
  return std::nullopt;
}

}  // namespace mitjul
