#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace mitjul {

/// What a letter is to the rules for units.
enum class ClusterKind : std::uint8_t {
  Blank,    ///< white space, and characters that show nothing (U+200B, U+2060, U+FEFF)
  LineEnd,  ///< what ends a line: rule (a)
  Emoji,    ///< a pictograph, flag or keycap with all that belongs to it; not © ® ™ ‼ ⁉
  Other
};

/// A grapheme cluster, by the character that tells what it is: for Hangul its syllable, also where it is decomposed
/// (NFD), otherwise the first one.
struct Letter {
  char32_t c = 0;
  TextPos start;
  ClusterKind kind = ClusterKind::Other;
};

/// A text as the sequence of its letters. Rules that count and compare letters need to know nothing of clusters and
/// normalisation, and can part a text only where it may be parted.
class Letters {
 public:
  explicit Letters(const Text& text);
  /// The letters of a part that begins and ends between clusters.
  Letters(const Text& text, Span part);

  std::size_t size() const { return letters_.size() - 1; }
  /// The letter; at `size()` one that is a line end.
  const Letter& operator[](std::size_t index) const { return letters_[index]; }
  /// Where letter `begin` starts to where letter `end` starts.
  Span span(std::size_t begin, std::size_t end) const { return {letters_[begin].start, letters_[end].start}; }

  bool blank(std::size_t index) const {
    return letters_[index].kind == ClusterKind::Blank || letters_[index].kind == ClusterKind::LineEnd;
  }
  /// Moves over blanks and line ends, no further than `end`.
  std::size_t skip_blanks(std::size_t index, std::size_t end) const;
  /// Moves back over blanks and line ends, no further than `begin`.
  std::size_t trim_blanks(std::size_t begin, std::size_t end) const;

 private:
  std::vector<Letter> letters_;  ///< and one behind the last
};

bool is_hangul(char32_t c);
/// A letter of the Latin alphabet, with or without accents.
bool is_latin(char32_t c);
bool is_latin_capital(char32_t c);
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
/// A letter or figure of any script.
bool is_alphanumeric(char32_t c);
/// Whether a character is one of these.
constexpr bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

}  // namespace mitjul
