#pragma once

namespace mitjul {

/// Whether XML 1.0 can hold the code point at all, even escaped (W3C XML 1.0, production 2 `Char`).
/// Surrogates, U+FFFE, U+FFFF and the control characters other than TAB, LF and CR cannot be held.
constexpr bool xml_allows(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

}  // namespace mitjul
