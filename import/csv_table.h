#pragma once

#include <filesystem>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads back the table of annotations that an export to `csv` wrote, an `AnnotationStream`: documents with annotations
/// and without a text, as the table has none. Rows of one document follow each other. The schema is empty.
std::vector<Problem> read_csv_table(const std::filesystem::path& path, const OnHeader& on_header,
                                    const OnDocument& on_document);

}  // namespace mitjul
