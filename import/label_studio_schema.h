#pragma once

#include <filesystem>

#include "import/schema_file.h"

namespace mitjul {

/// Reads a labelling configuration of Label Studio (https://labelstud.io/tags): labels, relations, attributes of
/// regions, labels of documents. What becomes of what: docs/formats/label-studio-schema.md.
SchemaFile read_label_studio_schema(const std::filesystem::path& path);

}  // namespace mitjul
