#pragma once

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
/// word wins. Left out and uncertain is what `not_annotated` says of `annotations`, which are in reading order. One
/// pass over the text, however many words there are.
std::vector<LabelledOccurrence> listed_occurrences(const Text& text, const std::vector<LabelledSpan>& annotations,
                                                   const ProjectWords& words);

}  // namespace mitjul
