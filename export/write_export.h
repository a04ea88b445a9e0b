#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/annotation_stream.h"
#include "core/progress.h"
#include "export/formats.h"

namespace mitjul {

/// Writes an export beside `out`, reads it back with `reader` and compares, and puts it in place. `reader` may be
/// empty where the format holds the schema alone. Throws `Error`: VerificationFailed, Cancelled, DiskFull, for a folder
/// that is not empty FolderNotEmpty …; what stood at `out` is untouched then.
ExportResult write_export(const ExportFormat& format, const ExportSource& source, const std::filesystem::path& out,
                          const ExportOptions& options, const AnnotationStream& reader, const Progress& progress);

/// One of several exports that are made together.
struct ExportPart {
  std::string name;  ///< becomes part of the name of its file or folder; ASCII. Empty: the only one
  ExportSource source;
};

/// Where a part goes: `out-train.xml` beside `out.xml`, for a folder `train` in it; `out` itself for one without a
/// name.
std::filesystem::path place_of_part(const ExportFormat& format, const std::filesystem::path& out,
                                    const std::string& name);

/// The same for several parts: all of them are written and verified before the first is put in its place. Those of a
/// folder format come there in one step; files one after another, which nothing but a crash of the machine or a kill
/// can come between. The results are in the order of the parts.
std::vector<ExportResult> write_exports(const ExportFormat& format, const std::vector<ExportPart>& parts,
                                        const std::filesystem::path& out, const ExportOptions& options,
                                        const AnnotationStream& reader, const Progress& progress);

/// What `write_export` would say, without a byte written anywhere. Throws `Error`: Cancelled.
ExportResult preview_export(const ExportFormat& format, const ExportSource& source, const ExportOptions& options,
                            const Progress& progress);

}  // namespace mitjul
