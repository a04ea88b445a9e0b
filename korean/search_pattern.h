#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "korean/byte_search.h"
#include "korean/initial_search.h"

namespace mitjul {

/// What a query says about the folded text (see `SearchText`): letters, initials of syllables, and blanks, each of
/// which stands for any run of white space.
class SearchPattern {
 public:
  /// How consonants that stand alone are taken (ㅎ): as themselves, or also as the initial of any syllable.
  enum class Consonants { AsLetters, AsInitials };
  /// `folded`: see `folded_for_search`.
  SearchPattern(std::string_view folded, Consonants consonants);

  /// Nothing but blanks: finds nothing.
  bool empty() const { return empty_; }

  enum class Answer {
    Taken,     ///< the next one begins behind this one
    Rejected,  ///< the next one may overlap it
    Enough,    ///< there shall be no next one
  };
  /// Is given the bytes that match.
  using Take = std::function<Answer(std::size_t begin, std::size_t end)>;
  /// Calls `take` with what matches in a folded text, in order. False: `take` had enough.
  bool find(std::string_view text, const Take& take) const;

 private:
  struct Element {
    enum class Kind { Letters, Initial, Blanks };
    Kind kind = Kind::Letters;
    std::string letters;        ///< of `Letters`, and the consonant itself of `Initial`
    std::uint32_t initial = 0;  ///< its number in Unicode
  };

  void add_character(std::string_view utf8, char32_t c, Consonants consonants);
  void choose_anchor();
  std::optional<std::size_t> match_forward(const Element& element, std::string_view text, std::size_t at) const;
  std::optional<std::size_t> match_backward(const Element& element, std::string_view text, std::size_t at) const;
  std::optional<std::size_t> end_of_match(std::string_view text, std::size_t anchor) const;
  std::optional<std::size_t> start_of_match(std::string_view text, std::size_t anchor) const;
  std::size_t next_anchor(std::string_view text, std::size_t from) const;

  std::vector<Element> elements_;
  bool empty_ = true;
  std::size_t anchor_ =
      0;  ///< the element that is looked for first: the longest letters, else two initials in a row, else one
  std::optional<ByteSearch> letters_;  ///< one of the two
  std::optional<InitialSearch> initials_;
};

}  // namespace mitjul
