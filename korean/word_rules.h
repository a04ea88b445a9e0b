#pragma once

#include <cstddef>
#include <string_view>

#include "korean/word_evidence.h"

namespace mitjul {

/// How many of the letters of a word (composed, as `read_word` gives them) are the word without its particle: the rules
/// of korean.md, section 1. 화웨이가: 3; 만족도: 3; 이끄는: 3. 1 or more if there are letters.
/// `behind_number`: a number stands before the word, which is its unit then: 300억 원이. `particles_annotated`: in a
/// project that annotates words with their particles, that 화웨이가 was annotated does not say that it is one word.
std::size_t particle_cut(std::u32string_view letters, const WordEvidence& evidence, bool behind_number = false,
                         bool particles_annotated = false);

/// Whether letters are a number that a unit is expected behind: 300억, 60여, 수십만, 12.
bool is_number(std::u32string_view letters);

/// How many letters of a word without particle are left without the plural 들; all of them if it has none.
std::size_t plural_cut(std::u32string_view letters);

}  // namespace mitjul
