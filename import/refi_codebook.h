#pragma once

#include <filesystem>

#include "import/schema_file.h"

namespace mitjul {

/// Reads a codebook of REFI-QDA 1.0 (`.qdc`), or the one in a `project.qde`: codes become labels, nested ones labels
/// below them. What Mitjul wrote itself says in the last line of a description what else a code is
/// (docs/formats/refi-codebook.md).
SchemaFile read_refi_codebook(const std::filesystem::path& path);

}  // namespace mitjul
