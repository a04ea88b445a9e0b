#pragma once

#include <filesystem>
#include <string>

#include "core/annotation_stream.h"
#include "export/export.h"
#include "export/schema_formats.h"

namespace mitjul {

/// A schema as a codebook of REFI-QDA 1.0, `.qdc`. What becomes of what: docs/formats/refi-codebook.md.
WrittenSchema write_refi_codebook(const Schema& schema);

/// The same as an export: of the schema alone, no document is asked for.
ExportResult export_refi_codebook(const ExportSource& source, const std::filesystem::path& out,
                                  const ExportOptions& options, const AnnotationStream& reader,
                                  const Progress& progress);

/// The GUID of a code, the same in every file: of a label (`CLAIM`), an attribute (`CLAIM/type`) or a value
/// (`CLAIM/type/fact`).
std::string refi_code_guid(const std::string& path);

}  // namespace mitjul
