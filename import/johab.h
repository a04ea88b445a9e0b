#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mitjul {

/// Reads Johab (KS X 1001:1992 annex 3, Microsoft's code page 1361): ASCII in one byte, and in two bytes the 11,172
/// Hangul syllables and 51 lone letters as bit fields and the symbols and Hanja of KS X 1001. Byte 0x5C is a
/// backslash, not a won sign. Strict: nullopt at the first bytes that are no character of it, or that are cut off.
std::optional<std::u32string> decode_johab(std::string_view bytes);

/// The character of two bytes of Johab; 0 if they are none. The user-defined area (lead byte 0xD8) and the second
/// coding of the lone letters as symbols (DA A1 to DA D3), which the annex leaves out, are none.
char32_t johab_character(unsigned char lead, unsigned char trail);

/// The character of two bytes of windows-949, the superset of EUC-KR with all 11,172 syllables; 0 if they are none.
/// As ICU maps them, so the user-defined rows C9 and FE are U+E000 to U+E0BB. All three throw an `Error` if the ICU at
/// hand was built without this table.
char32_t windows_949_character(unsigned char lead, unsigned char trail);

}  // namespace mitjul
