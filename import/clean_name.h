#pragma once

#include <string>
#include <string_view>

namespace mitjul {

/// A name or a note of another program's file as a project can have it: each character that XML 1.0 cannot hold becomes
/// U+FFFD, and a carriage return a line end. `text` must be valid UTF-8.
std::string clean_name(std::string_view text);

}  // namespace mitjul
