#pragma once

#include <filesystem>

#include "core/annotation_stream.h"
#include "core/progress.h"
#include "export/formats.h"

namespace mitjul {

/// Writes an export beside `out`, reads it back with `reader` and compares, and puts it in place. `reader` may be
/// empty where the format holds the schema alone. Throws `Error`: VerificationFailed, Cancelled, DiskFull, for a folder
/// that is not empty FolderNotEmpty …; what stood at `out` is untouched then.
ExportResult write_export(const ExportFormat& format, const ExportSource& source, const std::filesystem::path& out,
                          const ExportOptions& options, const AnnotationStream& reader, const Progress& progress);

/// What `write_export` would say, without a byte written anywhere. Throws `Error`: Cancelled.
ExportResult preview_export(const ExportFormat& format, const ExportSource& source, const ExportOptions& options,
                            const Progress& progress);

}  // namespace mitjul
