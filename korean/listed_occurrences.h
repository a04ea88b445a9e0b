#pragma once

#include <set>
#include <string>
#include <vector>

#include "korean/occurrences.h"

namespace mitjul {

/// A place where a word of the project's word list stands, to be annotated with its label.
struct LabelledOccurrence {
  Occurrence occurrence;
  std::string label;  ///< id
};

/// All places of a text where words of the word list stand that have a label, in order, never overlapping: the longest
/// word wins. Left out and uncertain is what `not_annotated` says of `annotations`, which are in reading order;
/// uncertain are also places that the annotator has refused. With particles inside, they reach to the end of their
/// words. One pass over the text, however many words there are.
std::vector<LabelledOccurrence> listed_occurrences(const Text& text, const std::vector<LabelledSpan>& annotations,
                                                   const ProjectWords& words,
                                                   const std::set<LabelledSpan>& refused = {});

}  // namespace mitjul
