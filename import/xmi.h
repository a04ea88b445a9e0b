#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads UIMA XMI, of ours or of INCEpTION, or all `.xmi` files of a folder and those below it: an `AnnotationStream`.
/// The `TypeSystem.xml` beside a file, where there is one, says which features are references, numbers and flags. What
/// becomes of what: docs/formats/xmi.md.
std::vector<Problem> read_xmi(const std::filesystem::path& path, const OnHeader& on_header,
                              const OnDocument& on_document);

/// By its namespace.
bool looks_like_xmi(std::string_view extension, std::string_view beginning);

/// The type system beside it, which may not exist.
std::vector<std::filesystem::path> companions_of_xmi(const std::filesystem::path& path);

}  // namespace mitjul
