#pragma once

#include <filesystem>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads the native XML, an `AnnotationStream`: memory holds one document at a time. Everything the file says of
/// itself is compared with what is in it: hashes, lengths, every quote. Rules of the schema are for `check_document`.
std::vector<Problem> read_native_xml(const std::filesystem::path& path, const OnHeader& on_header,
                                     const OnDocument& on_document);

/// Whether the beginning of a file (a few hundred bytes) looks like native XML.
bool looks_like_native_xml(std::string_view beginning);

}  // namespace mitjul
