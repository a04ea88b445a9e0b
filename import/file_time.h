#pragma once

#include <filesystem>

#include "core/time.h"

namespace mitjul {

/// When a file was last written: what an annotation says of its making where the file does not. The beginning of 1970
/// where the system does not know.
Time time_of_file(const std::filesystem::path& path);

}  // namespace mitjul
