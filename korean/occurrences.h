#pragma once

#include <string_view>
#include <vector>

#include "core/text.h"
#include "korean/project_words.h"

namespace mitjul {

/// A place where given words stand again.
struct Occurrence {
  /// Uncertain: the same letters, but perhaps not the same word: a part of a longer one, or in other case.
  enum class Trust { Certain, Uncertain };
  Span span;
  Trust trust = Trust::Certain;

  auto operator<=>(const Occurrence&) const = default;
};

/// All places of a text where the words of `surface` stand, in order, never overlapping: with a particle or a suffix
/// behind it or not. Nothing for a blank surface. One pass over the text.
///
/// A blank in the surface stands for any run of blanks; over the end of a line (which may be wrapped, or a heading) the
/// hit is uncertain, over an empty line there is none. NFC and NFD are the same. Spans lie on grapheme boundaries.
std::vector<Occurrence> occurrences(const Text& text, std::u32string_view surface, const ProjectWords& words);
/// The same for the words of a span of another text.
std::vector<Occurrence> occurrences(const Text& text, std::string_view surface, const ProjectWords& words);

/// What is left of occurrences for an annotator who wants to put `label` on them: those that stand under an annotation
/// of that label are left out (as the same span, within it, or across its edge); those that are annotated with another
/// label as the same span, or that cross or lie within an annotation shorter than a claim, become uncertain.
/// `annotations` in reading order (`labelled_spans`).
std::vector<Occurrence> not_annotated(std::vector<Occurrence> occurrences, const std::vector<LabelledSpan>& annotations,
                                      std::string_view label);

}  // namespace mitjul
