#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads doccano's JSON lines, an `AnnotationStream` (`foreign_lines.h`): positions in UTF-16 units. A file is called
/// after its annotator; an archive holds one for each.
std::vector<Problem> read_doccano(const std::filesystem::path& path, const OnHeader& on_header,
                                  const OnDocument& on_document);

/// Whether a file of JSON lines has the members by which doccano is known, or an archive begins with one of JSON lines.
bool looks_like_doccano(std::string_view extension, std::string_view beginning);

}  // namespace mitjul
