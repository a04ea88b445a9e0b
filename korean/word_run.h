#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace mitjul {

/// Rule 1 of korean.md: a word is a run of Hangul, Latin letters, figures and Han, and within it `- & + ' ’ .` between
/// Latin letters or figures, `. , ·` between figures, `%` and units behind a figure, `/` in dates, `_` in Latin names,
/// `-` between Hangul and a figure (코로나-19), `$` before one, and a final `+` behind Latin (R&D, 22.6%, $3,000,
/// BRICS+). Brackets, quotes, blanks, emoji and keycaps end it: 리헤인(Chris is two. The word that holds the character
/// behind `pos`, or before it if there is none behind; empty, at `pos`, elsewhere.
Span word_at(const Text& text, TextPos pos);

/// The letters of a word, composed (NFC) for looking up, with their places in the text.
struct WordRun {
  Span span;
  std::u32string letters;
  /// Of each letter, the code points from the start of the word to its end; more than one a letter in NFD text.
  std::vector<std::uint32_t> ends;

  /// Where the first `count` letters end.
  TextPos end_of(std::size_t count) const { return count == 0 ? span.start : span.start + ends[count - 1]; }
};
WordRun read_word(const Text& text, Span word);

/// Calls `take` with the composed letters of every word of a text in order; they are valid during the call.
void for_each_word(std::string_view utf8, const std::function<void(std::u32string_view)>& take);

}  // namespace mitjul
