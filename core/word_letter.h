#pragma once

namespace mitjul {

/// Whether a character belongs to a word of any script: letters, digits, marks and joiners. Punctuation, symbols (emoji
/// among them, and what makes a keycap or an emoji of the character before it) and blanks do not.
bool is_word_letter(char32_t c);

}  // namespace mitjul
