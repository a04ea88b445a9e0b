#pragma once

#include <vector>

#include "core/text.h"

namespace mitjul {

/// A stretch of a text that is laid out at once: a paragraph with its line end, or a part of one that is very long.
struct Block {
  Span span;  ///< with the line end
  bool ends_with_newline = false;

  /// Without the line end: what is drawn.
  Span content() const { return {span.start, ends_with_newline ? span.end - 1 : span.end}; }
};

/// The most code points that a block holds. What happens to one block (shaping, breaking lines) takes a fraction of a
/// frame then, even in a text without line ends.
constexpr std::uint32_t kLongestBlock = 2000;

/// Takes a text apart. The blocks follow on one another and cover it; there is one at least, and behind a last line
/// end an empty one, for the caret. Long paragraphs are split behind a blank, else between grapheme clusters.
std::vector<Block> split_into_blocks(const Text& text);

}  // namespace mitjul
