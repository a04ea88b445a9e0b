#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads UIMA XMI, of ours or of INCEpTION: a file, an archive, or all `.xmi` files of a folder and those below it: an
/// `AnnotationStream`. In an export of INCEpTION the files of one document are one document with a set for each
/// annotator. The `TypeSystem.xml` beside a file, where there is one, says which features are references, numbers and
/// flags. What becomes of what, and which folders are known: docs/formats/xmi.md.
std::vector<Problem> read_xmi(const std::filesystem::path& path, const OnHeader& on_header,
                              const OnDocument& on_document);

/// By its extension or its namespace.
bool looks_like_xmi(std::string_view extension, std::string_view beginning);

}  // namespace mitjul
