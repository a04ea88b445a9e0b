#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace mitjul {

/// Whether a word stands somewhere in the project as a word of its own, with or without a particle, other than only in
/// the row that is asked about. A glued word like 방향폐쇄소스 must not attest itself: a caller that counts occurrences
/// answers for the words of these texts with "more often than once", or for words of two kinds of place.
using Attested = std::function<bool(std::string_view word)>;

/// A line that looks like the row of a table whose cells a web page ran together, and where its cells seem to be.
struct GluedRow {
  Span line;                ///< without blanks at its edges
  std::vector<Span> cells;  ///< two or more, in order, without blanks at their edges; with their emoji
};

/// The rows of a text whose cells were glued together: 구분미국 🇺🇸중국 🇨🇳 has the cells 구분, 미국 🇺🇸 and 중국 🇨🇳.
/// Suggestions for a display; the text itself is never altered. Careful: rather no cells than wrong ones.
std::vector<GluedRow> glued_rows(const Text& text, const Attested& attested);

/// The cells of the line that `span` starts in; none if it does not look glued. Looks at the lines around it too, as a
/// table has as many cells in every row; at most 64 each way.
std::vector<Span> glued_cells(const Text& text, Span span, const Attested& attested);

}  // namespace mitjul
