#pragma once

#include <string>

namespace mitjul {

/// The bytes of a file, or of standard input where `from` is `-`. Throws `Error`; files above 1 GiB are too large.
std::string read_input(const std::string& from);

}  // namespace mitjul
