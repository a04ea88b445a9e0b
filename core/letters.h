#pragma once

#include <string>
#include <string_view>

namespace mitjul {

/// The letters and digits of valid UTF-8, in lower case: what is left of two texts that differ only in how they are
/// set.
std::u32string letters_of(std::string_view utf8);

}  // namespace mitjul
