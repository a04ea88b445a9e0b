#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace mitjul {

/// The files with this extension (`.ann`) in a folder and those below it, sorted; a path that is no folder means
/// itself. Throws `Error` where a folder cannot be read.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& path, std::string_view extension);

}  // namespace mitjul
