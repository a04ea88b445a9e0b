#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"

namespace mitjul {

/// Reads CoNLL: a token a line, in the first of two or more columns, with its tag in the last; columns parted by a tab,
/// or where a line has none by blanks; an empty line behind every sentence (docs/formats/conll.md). IOB1, IOB2, BIOES,
/// BILOU and BMES are told apart by what is there; a tag that goes on with nothing begins a span, and a
/// `BrokenTagSequence` says so. A row `-DOCSTART-` or a line `# newdoc` begins a document. Its text is put together: a
/// line a sentence, of one whose text stands above it (`# text = …`) that, else the tokens with one blank between them;
/// where our own row `-DOCSTART-` says the whole text (option `text`), as it was. Lines that begin with `#` and are no
/// rows are passed over; a line that is neither is an `UnreadableLine`.
std::vector<Problem> read_conll(const std::filesystem::path& path, const OnHeader& on_header,
                                const OnDocument& on_document);

/// Whether the beginning of a file looks like that. `.conll`, `.iob`, `.iob2`, `.bio`, `.bioes`, `.ner`: by their
/// name, unless there is nothing in it; anything else: every line must fit, and more than one row, or a tab.
bool looks_like_conll(std::string_view extension, std::string_view beginning);

}  // namespace mitjul
