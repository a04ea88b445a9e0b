#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads a list of Label Studio tasks, an `AnnotationStream`: `annotations`, and `predictions` as what a model says.
/// Positions are code points unless quotes say otherwise; the schema is put together from what is used. Regions that
/// are not of plain text, and answers that are about nothing that is read, are left out, and said.
std::vector<Problem> read_label_studio(const std::filesystem::path& path, const OnHeader& on_header,
                                       const OnDocument& on_document);

/// Whether a file looks like tasks: a list of objects with `data`, `annotations` …
bool looks_like_label_studio(std::string_view extension, std::string_view beginning);

}  // namespace mitjul
