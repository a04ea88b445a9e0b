#pragma once

#include <string>
#include <unordered_map>

#include "korean/word_set.h"

namespace mitjul {

/// The word lists of the rules, made from korean/tables/*.tsv once. Each member is described in the table it is named
/// after.
struct WordLists {
  static const WordLists& all();

  WordSet function_words;

  WordSet nouns_like_particles;
  WordSet noun_tails;  ///< those that longer nouns end with

  struct ShortNoun {
    bool in_two_syllables = false;
    WordSet weak_particles;
  };
  std::unordered_map<char32_t, ShortNoun> short_nouns;

  WordSet verb_stems;
  WordSet whole_verb_stems;  ///< those that must be the whole word before the ending
  WordSet predicate_endings;

  WordSet copula_nouns;
  WordSet nouns_before_daero;
  WordSet state_names;
  WordSet nouns_in_hae;
  WordSet nouns_in_ha;

  WordSet number_units;
  WordSet number_magnitudes;
  WordSet number_tails;  ///< what a number with its unit is cut before: 가량, 씩

  WordSet given_names;
  WordSet surnames;
  WordSet first_name_syllables;
  WordSet second_name_syllables;

  WordSet person_tails;   ///< behind names of persons only
  WordSet general_tails;  ///< behind any name
  WordSet person_tail_nouns;
};

}  // namespace mitjul
