#pragma once

#include <filesystem>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads back the page of Web Annotations that an export wrote, an `AnnotationStream`: every position must have its
/// quote, with what stands before and behind it. The schema is put together from what is used.
std::vector<Problem> read_w3c_annotations(const std::filesystem::path& path, const OnHeader& on_header,
                                          const OnDocument& on_document);

}  // namespace mitjul
