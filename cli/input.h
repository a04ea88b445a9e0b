#pragma once

#include <string>
#include <vector>

#include "core/text.h"

namespace mitjul {

/// The bytes of a file, or of standard input for `-`. Throws `Error`.
std::string read_input(const std::string& from);

/// Places in a text as they are given to a command: numbers of code points; `-` stands for those of standard input,
/// parted by blanks and line ends; none at all for every place before the end. Throws `Refusal` where one lies outside
/// the text (its end is inside), `WrongUsage` where one is no number.
std::vector<TextPos> read_offsets(const std::vector<std::string>& offsets, const Text& text);

}  // namespace mitjul
