#include "korean/separators.h"

#include <unicode/uchar.h>

namespace mitjul {

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

char32_t closing_bracket(char32_t open) {
  switch (open) {
    case '(': return ')';
    case '[': return ']';
    case U'（': return U'）';
    case U'［': return U'］';
    case U'〔': return U'〕';
    default: return 0;
  }
}

}  // namespace mitjul
