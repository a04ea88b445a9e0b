#pragma once

#include "core/blanks.h"

namespace mitjul {

/// The bracket that closes this one, of those that names are explained in: ( [ （ ［ 〔; 0 for any other character.
char32_t closing_bracket(char32_t open);

}  // namespace mitjul
