#include "view/block.h"

#include <algorithm>

#include "view/caret.h"
#include "view/graphemes.h"

namespace mitjul {
namespace {

/// Where to split a paragraph that is too long: behind the last blank in the second half of what fits. Its last
/// character stays with its line end, which would make an empty line alone.
TextPos split_point(const Text& text, TextPos start, TextPos content_end) {
  const TextPos limit = std::min(start + kLongestBlock, content_end - 1);
  for (TextPos pos = limit; pos > start + kLongestBlock / 2; pos = pos - 1) {
    if (is_blank(text.at(pos - 1)) && text.is_grapheme_boundary(pos)) return pos;
  }
  // Whether a cluster ends at the limit, the character behind it tells.
  const std::uint32_t first_byte = text.to_byte(start);
  const std::uint32_t limit_byte = text.to_byte(limit) - first_byte;
  const auto ends = grapheme_ends(text.slice({start, limit + 1}));
  const auto beyond = std::upper_bound(ends.begin(), ends.end(), limit_byte);
  // One cluster that fills a whole block (a letter with thousands of marks) is cut.
  return beyond == ends.begin() ? limit : text.from_byte(first_byte + *std::prev(beyond));
}

}  // namespace

std::vector<Block> split_into_blocks(const Text& text) {
  std::vector<Block> blocks;
  const std::string& bytes = text.utf8();
  TextPos start(0);
  for (std::size_t byte = 0;;) {
    const std::size_t newline = bytes.find('\n', byte);
    const bool last = newline == std::string::npos;
    const TextPos end = last ? text.end() : text.from_byte(static_cast<std::uint32_t>(newline)) + 1;
    while (end - start > kLongestBlock) {
      const TextPos split = split_point(text, start, last ? end : end - 1);
      blocks.push_back({{start, split}, false});
      start = split;
    }
    blocks.push_back({{start, end}, !last});
    if (last) return blocks;
    start = end;
    byte = newline + 1;
  }
}

}  // namespace mitjul
