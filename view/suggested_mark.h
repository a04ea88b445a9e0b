#pragma once

#include <cstddef>
#include <string>

#include "core/span.h"
#include "view/lanes.h"

namespace mitjul {

/// Something on a page that is no annotation yet: what the program suggests, or proposes while one is being made. It
/// takes no room: no line becomes higher by it.
struct SuggestedMark {
  enum class Kind {
    Word,      ///< a dashed underline
    Passage,   ///< a fine dotted one: a text may be full of them
    Proposal,  ///< a solid frame with its chip
    Frame,     ///< the same without a chip, which would hide the words of the next line
  };
  Span span;
  std::string label;  ///< id of a `PageLabel`; not shown where it is unknown
  Kind kind = Kind::Word;
  std::string name = {};  ///< what its chip says; empty: the name of the label, with a question mark

  bool operator==(const SuggestedMark&) const = default;
};

/// A part of a suggested mark that lies in one line.
struct SuggestedPiece {
  std::size_t index = 0;  ///< in `Page::suggested`
  std::size_t label = 0;  ///< index of a `PageLabel`
  Interval x;
  bool starts = false;
  bool ends = false;
};

}  // namespace mitjul
