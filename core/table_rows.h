#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// The rows of a table in text, each with its columns: lines that are neither empty nor begin with `#`, parted at tabs.
std::vector<std::vector<std::string>> table_rows(std::string_view text);

}  // namespace mitjul
