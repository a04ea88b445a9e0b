#pragma once

#include <filesystem>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads back the folder that an export for GATE wrote: texts, places of annotations and relations, as GATE would find
/// them. Nodes are believed where they stand, and must be numbered by UTF-16 units.
std::vector<Problem> read_gate(const std::filesystem::path& path, const OnHeader& on_header,
                               const OnDocument& on_document);

}  // namespace mitjul
