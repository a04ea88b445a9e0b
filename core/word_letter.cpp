#include "core/word_letter.h"

#include <unicode/uchar.h>

namespace mitjul {

bool is_word_letter(char32_t c) {
  constexpr char32_t kNonJoiner = 0x200C;
  constexpr char32_t kJoiner = 0x200D;
  constexpr char32_t kKeycap = 0x20E3;
  if (c == kKeycap || (c >= 0xFE00 && c <= 0xFE0F)) return false;
  const auto point = static_cast<UChar32>(c);
  return u_isalnum(point) != 0 || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0 || c == kNonJoiner || c == kJoiner;
}

}  // namespace mitjul
