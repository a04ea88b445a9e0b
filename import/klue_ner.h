#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads KLUE-NER: a line a character with its tag behind a tab, blanks too; `## <id>` TAB text above a sentence, an
/// empty line behind it (docs/formats/klue-ner.md). The text is what the lines say, a line a sentence; what stands
/// behind the id is not looked at. Sentences whose ids are ours (key of the document, number) are a document for each
/// key; all others of a file are one document. Broken sequences of tags as in `read_conll`.
std::vector<Problem> read_klue_ner(const std::filesystem::path& path, const OnHeader& on_header,
                                   const OnDocument& on_document);

/// By `## <id>` TAB in the first line and a tag in the one behind it.
bool looks_like_klue_ner(std::string_view extension, std::string_view beginning);

}  // namespace mitjul
