#pragma once

namespace mitjul {

/// Whether a character separates eojeols: Unicode white space.
bool is_blank(char32_t c);

/// The bracket that closes this one, of those that names are explained in: ( [ （ ［ 〔; 0 for any other character.
char32_t closing_bracket(char32_t open);

}  // namespace mitjul
