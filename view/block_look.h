#pragma once

#include <cstdint>
#include <vector>

#include "core/document.h"
#include "view/block.h"
#include "view/shaper.h"

namespace mitjul {

/// How strong the colour of text is.
enum class Ink : std::uint8_t { Full, Fainter, Faint };

/// What stands in the margin beside a block.
enum class MarginSign : std::uint8_t { None, Bar, Line, Dot };

/// How a block is shown that is more, or less, than a paragraph of the article.
struct BlockLook {
  TextStyle style = TextStyle::Body;
  Ink ink = Ink::Full;
  MarginSign sign = MarginSign::None;

  bool operator==(const BlockLook&) const = default;
};

/// The look of each block: that of the zones which hold all of its letters and numbers, the innermost one deciding.
/// Zones that hold a part of a block do not change it.
std::vector<BlockLook> block_looks(const Text& text, const std::vector<Block>& blocks, std::vector<Zone> zones);

/// The number of each block among the paragraphs of the text, from 1; 0 for one that is empty or carries a paragraph
/// on.
std::vector<std::uint32_t> paragraph_numbers(const Text& text, const std::vector<Block>& blocks);

}  // namespace mitjul
