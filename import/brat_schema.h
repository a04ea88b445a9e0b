#pragma once

#include <filesystem>

#include "import/schema_file.h"

namespace mitjul {

/// Reads the configuration of a brat collection, `annotation.conf`, and for names and colours the `visual.conf` that
/// lies beside it. What becomes of what: docs/formats/brat-schema.md.
SchemaFile read_brat_schema(const std::filesystem::path& path);

}  // namespace mitjul
