#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "import/schema_file.h"

namespace mitjul {

/// How a file becomes a schema. One line of the table in schema_formats.cpp; dialogs, help and tests are made from it.
struct SchemaImportFormat {
  std::string_view id;
  std::string_view name;
  std::vector<std::string_view> extensions;  ///< lower case, without the dot
  std::string_view holds;                    ///< what comes in
  /// Whether a file is of this format, by its first kilobytes.
  bool (*recognise)(std::string_view beginning);
  /// Throws `Error` where the file cannot be opened.
  SchemaFile (*read)(const std::filesystem::path& path);
};

const std::vector<SchemaImportFormat>& schema_import_formats();

/// A schema in whichever format the file is, recognised by what is in it. Where it is in none, or too large, a problem
/// says so. Throws `Error` where it cannot be opened.
SchemaFile read_schema(const std::filesystem::path& path);

}  // namespace mitjul
