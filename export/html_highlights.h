#pragma once

#include <string>
#include <vector>

#include "core/annotation.h"
#include "core/span.h"

namespace mitjul {

/// A stretch of a text in which the same annotations stand everywhere.
struct HighlightedPiece {
  Span span;
  /// Indices of the annotations, outermost first; none between highlights.
  std::vector<std::size_t> annotations;
  /// Of each of them, its lane below the line, from 0: the innermost is nearest to the text, and an annotation has the
  /// same lane everywhere.
  std::vector<std::size_t> lanes;
  /// Those of the annotations of which a segment begins here.
  std::vector<std::size_t> beginning;
};

/// A text of `length` cut into pieces, in order, without gaps. `annotations`: in listing order; those that are no spans
/// lie nowhere.
std::vector<HighlightedPiece> highlighted_pieces(const std::vector<const Annotation*>& annotations,
                                                 std::uint32_t length);

}  // namespace mitjul
