#pragma once

#include <optional>
#include <vector>

#include "core/text.h"

namespace mitjul {

/// The units of a text, in order: sentences of prose, and what stands alone in web articles as a claim could: headings,
/// list items, table cells, captions. The rules are those of korean.md section 2, lettered in `unit.cpp`.
///
/// A unit holds its final punctuation and closing quotes, and not its marker (bullet, list number, keycap, emoji) or
/// the emoji at its end. Units never overlap, are never empty, have no blank at their edges, and lie between grapheme
/// clusters. Whatever else than blanks and markers stands in the text lies in a unit.
///
/// Linear in the text, some 50 ms for a million code points; compute once for a document, and look up with the
/// functions below.
std::vector<Span> units(const Text& text);

/// The unit that holds the character behind `pos`, or else ends at `pos`; nothing between units. `units` are those of
/// one text; O(log n), as the next two.
std::optional<Span> unit_at(const std::vector<Span>& units, TextPos pos);
/// The first unit that starts behind `pos`.
std::optional<Span> next_unit(const std::vector<Span>& units, TextPos pos);
/// The last unit that starts before `pos`: the one that `pos` lies in, unless it stands at its start.
std::optional<Span> previous_unit(const std::vector<Span>& units, TextPos pos);

/// The paragraph (between two line ends) that `pos` lies in, without its line end.
Span paragraph_at(const Text& text, TextPos pos);

}  // namespace mitjul
