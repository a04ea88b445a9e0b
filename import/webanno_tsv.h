#pragma once

#include <filesystem>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads back the folder that an export as WebAnno TSV wrote, by the rules by which INCEpTION puts a text together from
/// its sentences. Every row's words are compared with the text.
std::vector<Problem> read_webanno_tsv(const std::filesystem::path& path, const OnHeader& on_header,
                                      const OnDocument& on_document);

}  // namespace mitjul
