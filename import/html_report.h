#pragma once

#include <filesystem>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads back the report that an export to `html-report` wrote, an `AnnotationStream`: texts from their pieces, spans
/// from the highlights, and that each of them is where it says. The schema is empty.
std::vector<Problem> read_html_report(const std::filesystem::path& path, const OnHeader& on_header,
                                      const OnDocument& on_document);

}  // namespace mitjul
