#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/gazetteer.h"
#include "core/problem.h"
#include "core/schema.h"

namespace mitjul {

/// A word list as it was read from a file, or from what somebody pasted.
struct WordList {
  std::vector<GazetteerEntry> entries;  ///< in the order of the lines; a word may stand there twice
  std::vector<Problem> problems;        ///< with their lines; what they are about is not among the entries
};

/// Reads `word`, `word,label` or `word<TAB>label`, one a line, in any encoding that `decode` knows. Tabs separate where
/// no fewer lines have one than have a comma. Fields may be quoted as in RFC 4180. A first line with the names of the
/// columns (`word`, `단어`, `label`, `라벨` …) says where they stand; other columns are passed over, as are lines
/// without anything in them and white space around words. `label`: the id for lines without one; empty: a word that is
/// never cut at a particle.
WordList read_word_list(std::string_view bytes, const Schema& schema, const std::string& label = {});

/// The label that is meant by an id or a name, in whatever case; nullptr where the schema has none. An id goes before a
/// name, and of labels of the same name the first that is for spans.
const Label* label_meant(const Schema& schema, std::string_view text);

}  // namespace mitjul
