#pragma once

#include <filesystem>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads back the workbook that an export to `xlsx` wrote, an `AnnotationStream`: documents without a text, as the
/// workbook has none. The schema is empty. Archives that are broken or expand too far are problems.
std::vector<Problem> read_xlsx_table(const std::filesystem::path& path, const OnHeader& on_header,
                                     const OnDocument& on_document);

}  // namespace mitjul
