#pragma once

#include "core/name_rules.h"

namespace mitjul {

/// Whether the first letter of a word is a name of its own there: behind it are particles, or 씨, 님 and the like, or a
/// title, these with or without particles: 김이, 김씨는, 김대표. Not where the whole is a word that is known (정도,
/// 주로).
bool first_letter_is_name(std::u32string_view word);

/// Puts the particle behind a name in the form that another name asks for: 이 of 홍길동이 is 가 behind 인물2, 으로 is
/// 로. Nothing where `behind` is not particles and nothing else, or where the particle fits as it is.
FittedParticle fitted_particle(std::u32string_view name, std::u32string_view behind, std::u32string_view other);

/// Both.
NameRules name_rules();

}  // namespace mitjul
