#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/text.h"
#include "korean/unit_letters.h"

namespace mitjul {

/// A line of a text with the units that start in it: what the rules of an outline look at.
struct OutlineLine {
  /// Of letters, without blanks at the edges; equal for an empty line.
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Columns of blanks before it; a tab is 4, an ideographic space 2.
  int indent = 0;
  std::size_t first_unit = 0;
  std::size_t unit_count = 0;
  /// The kind of what stands before the first unit, in a form that is equal for all items of a list: `0.` for 3., `K`
  /// for a keycap, `E` for another emoji, `①`, `가.`, `•` …; empty without marker.
  std::u32string marker;
  /// Where a unit of an earlier line goes on in this one (behind a comma).
  bool continues = false;

  bool empty() const { return begin == end; }
  /// Neither empty nor a mere row of dashes.
  bool has_units() const { return unit_count > 0; }
};

/// A unit as letters.
struct UnitLetters {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t line = 0;  ///< index of the line it starts in
};

/// The lines of a text, and the places of `units` in them.
struct OutlineLines {
  std::vector<OutlineLine> lines;
  std::vector<UnitLetters> units;
};
OutlineLines outline_lines(const Letters& letters, const std::vector<Span>& units);

/// The letters of a part as a string, in which everything that is an emoji is U+FFFC.
std::u32string letters_between(const Letters& letters, std::size_t begin, std::size_t end);

}  // namespace mitjul
