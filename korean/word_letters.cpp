#include "korean/word_letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <stdexcept>

#include "core/utf8.h"

namespace mitjul {
namespace {

/// Hangul beyond the composed syllables: conjoining jamo (NFD text) and compatibility jamo (ㅋㅋ).
constexpr bool is_jamo(char32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3131 && c <= 0x318E) || (c >= 0xA960 && c <= 0xA97C) ||
         (c >= 0xD7B0 && c <= 0xD7FB);
}
constexpr bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}
constexpr bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }
constexpr bool is_ascii_letter(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
// What makes a keycap or an emoji of the character before it, and no letter.
constexpr bool makes_emoji(char32_t c) { return c == 0xFE0F || c == 0x20E3; }

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2* const normalizer = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const made = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no normalisation data");
    return made;
  }();
  return *normalizer;
}

}  // namespace

LetterKind letter_kind(char32_t c) {
  if (is_syllable(c)) return LetterKind::Hangul;
  if (c < 0x80) {
    if (is_digit(c)) return LetterKind::Digit;
    return is_ascii_letter(c) ? LetterKind::Foreign : LetterKind::Other;
  }
  if (is_jamo(c)) return LetterKind::Hangul;
  if (is_han(c)) return LetterKind::Han;
  if (is_digit(c)) return LetterKind::Digit;
  if (makes_emoji(c)) return LetterKind::Other;
  const auto code_point = static_cast<UChar32>(c);
  if (u_isalnum(code_point) != 0) return LetterKind::Foreign;
  if ((U_GET_GC_MASK(code_point) & U_GC_M_MASK) != 0) return LetterKind::Mark;
  return LetterKind::Other;
}

char32_t composed(char32_t first, char32_t second) {
  // Below U+0300 nothing joins the character before it, and no syllable does.
  if (second < 0x300 || is_syllable(second)) return 0;
  const UChar32 pair = nfc().composePair(static_cast<UChar32>(first), static_cast<UChar32>(second));
  return pair < 0 ? 0 : static_cast<char32_t>(pair);
}

std::u32string composed_letters(std::string_view utf8) {
  std::u32string letters;
  for (std::size_t byte = 0; byte < utf8.size();) {
    const char32_t c = next_code_point(utf8, byte);
    const char32_t pair = letters.empty() ? 0 : composed(letters.back(), c);
    if (pair != 0) {
      letters.back() = pair;
    } else {
      letters.push_back(c);
    }
  }
  return letters;
}

}  // namespace mitjul
