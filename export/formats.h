#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"
#include "export/export.h"

namespace mitjul {

/// How documents become a file. One line of the table in formats.cpp; dialogs, help and tests are made from it.
struct ExportFormat {
  std::string_view id;
  std::string_view name;
  std::string_view extension;             ///< without the dot; empty for a folder
  bool folder = false;                    ///< whether it makes a folder instead of a file
  std::string_view holds;                 ///< what the format can hold, in the words of `mitjul-cli formats`
  std::vector<std::string_view> options;  ///< names of what `--option` takes
  /// Writes, reads its file back with `reader`, compares, and puts it in place.
  ExportResult (*write)(const ExportSource& source, const std::filesystem::path& out, const ExportOptions& options,
                        const AnnotationStream& reader, const Progress& progress);
  bool schema_alone = false;  ///< whether it holds no documents
};

const std::vector<ExportFormat>& export_formats();

/// nullptr where there is no format of this id.
const ExportFormat* find_export_format(std::string_view id);

}  // namespace mitjul
