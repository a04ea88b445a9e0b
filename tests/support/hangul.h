#pragma once

#include <cstddef>
#include <string_view>

#include "core/utf8.h"

namespace mitjul {

/// Whether a Hangul syllable stands in the text.
inline bool has_hangul(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = next_code_point(utf8, i);
    if (c >= 0xAC00 && c <= 0xD7A3) return true;
  }
  return false;
}

}  // namespace mitjul
