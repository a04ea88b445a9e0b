#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

namespace mitjul {

/// Fills the buffer and returns how many bytes it gave; 0 at the end.
using ReadBytes = std::function<std::size_t(char* buffer, std::size_t size)>;

/// The bytes of a file, from its beginning. Throws `Error`, also while they are read.
ReadBytes bytes_of_file(const std::filesystem::path& path);

}  // namespace mitjul
