#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mitjul {

/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, surrogates or values above
/// U+10FFFF.
bool is_valid_utf8(std::string_view bytes);

/// The number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view utf8);

/// The code point that starts at `byte` of valid UTF-8; moves `byte` behind it.
char32_t next_code_point(std::string_view utf8, std::size_t& byte);

/// Appends a Unicode scalar value.
void append_utf8(std::string& out, char32_t c);

/// Whether valid UTF-8 holds only characters that XML 1.0 can hold (see `xml_allows`).
bool xml_allows_all(std::string_view utf8);

/// Valid UTF-8 that XML can hold: what every name, note and value must be.
bool is_clean_text(std::string_view bytes);

}  // namespace mitjul
