#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads an `.ann` file of brat with the text of the same name beside it, or all of a folder and those below it: an
/// `AnnotationStream`. The schema is that of the `annotation.conf` in the folder or one of the five above it, and what
/// the annotations use beyond it. What becomes of what: docs/formats/brat.md.
std::vector<Problem> read_brat(const std::filesystem::path& path, const OnHeader& on_header,
                               const OnDocument& on_document);

/// By extension, and the first line.
bool looks_like_brat(std::string_view extension, std::string_view beginning);

/// What belongs to an `.ann` file: its text, and the configuration of its collection. Some may not exist.
std::vector<std::filesystem::path> companions_of_brat(const std::filesystem::path& path);

}  // namespace mitjul
