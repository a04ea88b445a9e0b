#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads the JSON of the named entity corpora of the National Institute of Korean Language, of 2019 and later
/// (docs/formats/nikl-ne.md), document by document. A text is its sentences, a line each; positions count from the
/// beginning of the sentence, and the `form` of an entity is looked for there (`place_quote`). Labels of the TTA tag
/// set get their Korean names and stand below their coarse one.
std::vector<Problem> read_nikl_ne(const std::filesystem::path& path, const OnHeader& on_header,
                                  const OnDocument& on_document);

/// By the fields of the format and a sign that it is about named entities.
bool looks_like_nikl_ne(std::string_view extension, std::string_view beginning);

}  // namespace mitjul
