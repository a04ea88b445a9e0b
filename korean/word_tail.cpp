#include "korean/word_tail.h"

#include "korean/embedded_table.h"
#include "korean/particles.h"
#include "korean/word_letters.h"
#include "korean/word_set.h"

namespace mitjul {
namespace {

const WordSet& suffixes() {
  static const WordSet set = [] {
    WordSet made;
    for (const auto& row : korean_table_rows("suffixes")) made.insert(composed_letters(row.at(0)));
    return made;
  }();
  return set;
}

bool is_foreign(char32_t c) {
  const LetterKind kind = letter_kind(c);
  return kind == LetterKind::Foreign || kind == LetterKind::Mark;
}

/// Whether the last letters before `at` are Latin, or figures that belong to Latin: H100, GPT-4.
bool is_foreign_before(std::u32string_view word, std::size_t at) {
  while (at > 0 && letter_kind(word[at - 1]) == LetterKind::Digit) --at;
  if (at > 0 && (word[at - 1] == U'-' || word[at - 1] == U'.')) --at;
  return at > 0 && (is_foreign(word[at - 1]) || word[at - 1] == U'+');
}

}  // namespace

std::size_t suffix_length(std::u32string_view behind) { return suffixes().beginning(behind); }

bool is_particles(std::u32string_view word, std::size_t stem) {
  for (const Particles::Tail& tail : Particles::all().tails_of(word, stem)) {
    if (tail.stem == stem || is_particles(word.substr(0, tail.stem), stem)) return true;
  }
  return false;
}

WordTail tail_behind(std::u32string_view word, std::size_t stem) {
  if (stem >= word.size()) return WordTail::Nothing;
  if (is_particles(word, stem)) return WordTail::Particle;
  const std::size_t suffix = suffix_length(word.substr(stem));
  if (suffix > 0 && (stem + suffix == word.size() || is_particles(word, stem + suffix))) return WordTail::Suffix;
  const bool foreign = is_foreign_before(word, stem);
  if (foreign && is_syllable(word[stem])) return WordTail::Seam;
  if (is_syllable(word[stem - 1]) && is_foreign(word[stem])) return WordTail::Seam;
  return WordTail::Other;
}

}  // namespace mitjul
