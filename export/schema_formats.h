#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema.h"
#include "core/schema_loss.h"

namespace mitjul {

/// A schema as the files of a format.
struct WrittenSchema {
  struct File {
    std::string name;  ///< what such files are called where the user gives no name
    std::string bytes;
  };
  std::vector<File> files;  ///< the first is the schema; others lie beside it and keep their names
  std::vector<SchemaLoss> losses;
};

/// How a schema becomes a file. One line of the table in schema_formats.cpp; dialogs, help and tests are made from it.
struct SchemaExportFormat {
  std::string_view id;
  std::string_view name;
  std::string_view extension;  ///< without the dot
  std::string_view holds;
  /// The schema must be one that `check_schema` finds nothing wrong with.
  WrittenSchema (*write)(const Schema& schema);
};

const std::vector<SchemaExportFormat>& schema_export_formats();

/// nullptr where there is no format of this id.
const SchemaExportFormat* find_schema_export_format(std::string_view id);

/// Writes the files: the first to `out`, or under its own name where `out` is a folder; the others beside it. Each is
/// put in place at once. Throws `Error`.
void put_in_place(const WrittenSchema& schema, const std::filesystem::path& out);

}  // namespace mitjul
