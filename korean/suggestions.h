#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/schema.h"
#include "korean/project_words.h"
#include "korean/suggestion.h"

namespace mitjul {

/// What an annotator does not want to be suggested again in a document.
struct Refused {
  std::set<LabelledSpan> places;
  /// Everywhere: words as `surface_letters`, and the id of a label.
  std::set<std::pair<std::u32string, std::string>> surfaces;
};

/// What words, word list and patterns suggest for a document, in reading order, never overlapping; the longest wins.
/// From the lexicon: surfaces that other documents have annotated, with the label they mostly have there. Dates and
/// quantities by their form, if the schema has a label for them (tables/pattern_labels.tsv). Only labels of the schema
/// for spans. With particles inside, all reach to the end of their words. Nothing where the same span is annotated
/// already, or where an annotation of the same label overlaps.
///
/// `document` need not be in `words`. Linear in the text.
std::vector<Suggestion> suggest_words(const Text& text, const DocumentKey& document, const ProjectWords& words,
                                      const Schema& schema, const std::vector<LabelledSpan>& annotations,
                                      const Refused& refused = {});

}  // namespace mitjul
