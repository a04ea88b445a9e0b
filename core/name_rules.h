#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace mitjul {

/// What stands in the place of a particle once another name stands before it.
struct FittedParticle {
  std::size_t letters = 0;  ///< how many it takes the place of; 0: everything stays as it is
  std::u32string form{};
};

/// What the language of texts says of names and the words that they stand in: `name_rules` of `korean/name_rules.h`.
/// Letters are composed; words are runs of letters and digits.
struct NameRules {
  /// Whether the first letter of a word, which has more, is a name of its own there: 김 in 김이, not in 김치. Without
  /// this function it never is.
  std::function<bool(std::u32string_view word)> first_letter_is_name{};
  /// The particle of `behind`, the rest of the word that a name ends in, as it fits another name. Without this function
  /// particles stay as they are.
  std::function<FittedParticle(std::u32string_view name, std::u32string_view behind, std::u32string_view other)> fit{};
};

}  // namespace mitjul
