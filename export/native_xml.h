#pragma once

#include <filesystem>

#include "core/annotation_stream.h"
#include "export/export.h"

namespace mitjul {

/// Writes the native XML (docs/formats/mitjul-xml.md, mitjul-annotations-1.xsd) beside `out`, reads it back with
/// `reader`, compares, and puts it in place. Throws `Error`: VerificationFailed, Cancelled, DiskFull …; what stood at
/// `out` is untouched then.
ExportResult export_native_xml(const ExportSource& source, const std::filesystem::path& out,
                               const ExportOptions& options, const AnnotationStream& reader, const Progress& progress);

}  // namespace mitjul
