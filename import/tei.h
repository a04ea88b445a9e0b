#pragma once

#include <filesystem>
#include <vector>

#include "core/annotation_stream.h"
#include "core/problem.h"

namespace mitjul {

/// Reads the folder of TEI files that `TeiWriter` wrote, to see that it says what it should: texts, spans by their
/// anchors (which must agree with the quotes and with `string-range`), labels, relations. No import format: nobody
/// else's TEI looks like ours.
std::vector<Problem> read_tei(const std::filesystem::path& folder, const OnHeader& on_header,
                              const OnDocument& on_document);

}  // namespace mitjul
