#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"
#include "core/progress.h"
#include "korean/search_pattern.h"
#include "korean/search_text.h"

namespace mitjul {

/// How a query is taken.
enum class SearchMode {
  Text,      ///< a part of the text; blanks are any run of white space
  Word,      ///< the same as whole words, with a particle behind them or not; the hit is the word without it
  Initials,  ///< consonants that stand alone are initials of syllables (ㅎㅇㅇ, 화ㅇㅇ), or themselves in the text
  Regex,     ///< a regular expression of ICU, for the original text, in either case, `^` and `$` at every line
};

/// The name on the command line: `text`, `word`, `initials`, `regex`.
std::string_view to_string(SearchMode mode);
std::optional<SearchMode> parse_search_mode(std::string_view text);
/// What a query is where no mode was asked for: `Initials` if a consonant stands alone in it, otherwise `Text`.
SearchMode usual_mode(std::string_view query);

class RegexSearch;

/// A query, made ready to be looked for in many texts. Case, width and composition do not matter but to `Regex`, which
/// minds composition and width. A value that several threads may use at once; copies share everything.
class Search {
 public:
  /// Finds nothing.
  Search() = default;
  /// `query` is valid UTF-8. One without anything but blanks finds nothing.
  Search(std::string_view query, SearchMode mode);

  SearchMode mode() const { return mode_; }
  /// What is wrong with a regular expression, which finds nothing then.
  const std::optional<Problem>& problem() const { return problem_; }
  /// Whether there is nothing that could be found.
  bool empty() const { return patterns_.empty() && !regex_; }

  /// Is given a hit: never empty, whole grapheme clusters. A false answer ends the search.
  using Take = std::function<bool(Span)>;
  /// Calls `take` with the hits of a text: in order, without overlaps. Why a regular expression was given up, if it
  /// was; `progress` is asked, with 0, while a regular expression is at work only: the other modes take a hundredth of
  /// a second for what books hold.
  std::optional<Problem> find(const SearchText& text, const Take& take, const Progress& progress = {}) const;

 private:
  void find_pattern(const SearchPattern& pattern, const SearchText& text, const Take& take) const;

  SearchMode mode_ = SearchMode::Text;
  // Several where the query can be read in several ways.
  std::vector<std::shared_ptr<const SearchPattern>> patterns_;
  std::shared_ptr<const RegexSearch> regex_;
  std::optional<Problem> problem_;
};

}  // namespace mitjul
