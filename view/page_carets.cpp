// The part of a page that is about places for the caret, and the lines they are in.

#include <algorithm>

#include "view/page.h"

namespace mitjul {

Page::LineAt Page::line_of(CaretPlace place) {
  const std::size_t index = block_at(place.pos);
  const BlockLayout& laid = layout(index);
  const std::size_t cluster = laid.shape.cluster_at(std::min(place.pos, blocks_[index].content().end));
  const auto behind = std::upper_bound(laid.lines.begin(), laid.lines.end(), cluster,
                                       [](std::size_t c, const Line& line) { return c < line.range.first; });
  auto line = static_cast<std::size_t>(behind - laid.lines.begin()) - 1;
  const bool at_start = laid.lines[line].range.first == cluster && laid.shape.position(cluster) == place.pos;
  if (place.at_line_end && at_start) {
    if (line > 0) return {index, line - 1};
    // The start of a block that carries a long paragraph on.
    if (index > 0 && !blocks_[index - 1].ends_with_newline) return {index - 1, layout(index - 1).lines.size() - 1};
  }
  return {index, line};
}

float Page::x_of(CaretPlace place) {
  const LineAt at = line_of(place);
  const BlockLayout& laid = layout(at.block);
  const Line& line = laid.lines[at.line];
  const TextPos pos = std::min(place.pos, blocks_[at.block].content().end);
  const float x = laid.shape.width(line.range.first, laid.shape.cluster_at(pos));
  // Blanks that hang over leave the caret at the edge.
  return std::min(x, std::max(width_, 0.F));
}

CaretPlace Page::place_in_line(LineAt at, float x) {
  const BlockLayout& laid = layout(at.block);
  const Line& line = laid.lines[at.line];
  float left = 0;
  std::uint32_t cluster = line.range.first;
  for (; cluster < line.range.last; ++cluster) {
    // Blanks that hang over have their carets at the edge.
    const float right = left + laid.shape.advance(cluster);
    if (x < (std::min(left, width_) + std::min(right, width_)) / 2) break;
    left = right;
  }
  if (cluster < line.range.last) return {laid.shape.position(cluster), false};
  return line_end(at);
}

CaretPlace Page::line_start(LineAt at) {
  const BlockLayout& laid = layout(at.block);
  return {laid.shape.position(laid.lines[at.line].range.first), false};
}

CaretPlace Page::line_end(LineAt at) {
  const BlockLayout& laid = layout(at.block);
  const std::uint32_t last = laid.lines[at.line].range.last;
  const bool carried_on =
      at.line + 1 < laid.lines.size() || (!blocks_[at.block].ends_with_newline && at.block + 1 < blocks_.size());
  return {laid.shape.position(last), carried_on};
}

std::optional<Page::LineAt> Page::line_before(LineAt at) {
  if (at.line > 0) return LineAt{at.block, at.line - 1};
  if (at.block == 0) return std::nullopt;
  return LineAt{at.block - 1, layout(at.block - 1).lines.size() - 1};
}

std::optional<Page::LineAt> Page::line_after(LineAt at) {
  if (at.line + 1 < layout(at.block).lines.size()) return LineAt{at.block, at.line + 1};
  if (at.block + 1 == blocks_.size()) return std::nullopt;
  return LineAt{at.block + 1, 0};
}

Page::LineAt Page::line_at(std::size_t block, int y) {
  const BlockLayout& laid = layout(block);
  std::size_t line = 0;
  while (line + 1 < laid.lines.size() && laid.lines[line].bottom <= y) ++line;
  return {block, line};
}

}  // namespace mitjul
