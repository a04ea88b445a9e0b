#include "core/letters.h"

#include <unicode/uchar.h>

#include "core/utf8.h"

namespace mitjul {

std::u32string letters_of(std::string_view utf8) {
  std::u32string letters;
  for (std::size_t byte = 0; byte < utf8.size();) {
    const auto c = static_cast<UChar32>(next_code_point(utf8, byte));
    if (u_isalnum(c) != 0) letters.push_back(static_cast<char32_t>(u_tolower(c)));
  }
  return letters;
}

}  // namespace mitjul
