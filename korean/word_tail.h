#pragma once

#include <cstddef>
#include <string_view>

namespace mitjul {

/// What stands behind the first `stem` letters of a word (1 or more).
enum class WordTail {
  Nothing,   ///< the word ends there
  Particle,  ///< a particle that agrees, or several (에서만이)
  Suffix,    ///< a suffix that names take (tables/suffixes.tsv), with or without particles behind it
  Seam,      ///< another script begins: AI기업, 테슬라FSD
  Other
};
WordTail tail_behind(std::u32string_view word, std::size_t stem);

/// Letters of the longest suffix that names take with which the letters begin; 0 if there is none.
std::size_t suffix_length(std::u32string_view behind);

/// Whether the letters behind the first `stem` are particles and nothing else; false where there are none.
bool is_particles(std::u32string_view word, std::size_t stem);

}  // namespace mitjul
