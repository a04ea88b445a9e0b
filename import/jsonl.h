#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads JSON lines, an `AnnotationStream`: those that we write (docs/formats/jsonl.md), of which everything is
/// compared with what is in it as for the native XML; doccano's; and those of other programs (`foreign_lines.h`), in
/// code points unless their quotes say otherwise. Memory holds a line.
std::vector<Problem> read_jsonl(const std::filesystem::path& path, const OnHeader& on_header,
                                const OnDocument& on_document);

/// Whether a file is of JSON lines with a text in each.
bool looks_like_jsonl(std::string_view extension, std::string_view beginning);

}  // namespace mitjul
