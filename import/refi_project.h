#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"
#include "core/problem.h"

namespace mitjul {

/// Reads a project of REFI-QDA 1.0 (`.qdpx`): codes become labels, coded selections of texts annotations, links between
/// them relations (docs/formats/refi-qda.md). Nothing of the archive is written to the disk. Throws `Error` where the
/// file cannot be read.
std::vector<Problem> read_refi_project(const std::filesystem::path& path, const OnHeader& on_header,
                                       const OnDocument& on_document);

/// Whether a file is such a project: it is called so, also where it is broken, or is an archive whose first file is
/// one.
bool looks_like_refi_project(std::string_view extension, std::string_view beginning);

}  // namespace mitjul
