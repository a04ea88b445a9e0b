#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/text.h"
#include "korean/word_evidence.h"

namespace mitjul {

/// A piece of a sentence as the rules for sources see it: a word, a quotation as one piece, a title in ‘ ’ or 《 》 as
/// one piece, or a punctuation mark. Brackets are no pieces: they are the gloss of the one before them.
struct SentencePart {
  enum class Kind { Word, Quotation, Title, Mark };

  Kind kind = Kind::Word;
  /// With its particle and gloss; a quotation with its marks.
  Span span;
  /// The word without its particle, what stands between the quotation marks (a title also without its gloss).
  Span core;
  /// Of a word: its letters with the particle, composed; of a mark: the character.
  std::u32string letters;
  /// Letters of the word without its particle; of other kinds 0.
  std::size_t stem = 0;
  /// What follows without a blank and is no part of it: the particle of a word, also behind a gloss (리헤인(Chris)은);
  /// all that is glued behind a closing quotation mark (“…”라고).
  std::u32string particle;
  /// The words in the bracket right behind it.
  std::vector<Span> gloss;
  /// Whether it is known to be the name of a person, who was introduced before.
  bool person = false;

  bool is_word() const { return kind == Kind::Word; }
  bool is_mark(char32_t c) const { return kind == Kind::Mark && letters.size() == 1 && letters[0] == c; }
  /// The letters of the word without its particle.
  std::u32string_view noun() const { return std::u32string_view(letters).substr(0, stem); }
};

/// The pieces of a unit in order. A quotation that is not closed in the unit is no quotation. Linear in the unit.
std::vector<SentencePart> sentence_parts(const Text& text, Span unit, const WordEvidence& evidence);

/// The words by which persons are named again who were introduced before: of 프레야 룬, 룬.
using KnownPersons = std::unordered_set<std::u32string>;
/// Marks the words that are such names; where the particle was not told from the name (룬은), it is
/// here.
void mark_persons(std::vector<SentencePart>& parts, const KnownPersons& persons);

bool ends_with(std::u32string_view letters, std::u32string_view end);
bool begins_with(std::u32string_view letters, std::u32string_view beginning);

}  // namespace mitjul
