#pragma once

#include <filesystem>
#include <vector>

#include "core/annotation_stream.h"
#include "core/problem.h"

namespace mitjul {

/// Reads the BioC XML that `BiocWriter` wrote, to see that it says what it should: texts, locations (which must agree
/// with the quotes), labels, relations.
std::vector<Problem> read_bioc(const std::filesystem::path& path, const OnHeader& on_header,
                               const OnDocument& on_document);

}  // namespace mitjul
