#pragma once

#include <cstdint>
#include <vector>

#include "core/text.h"
#include "view/shaper.h"

namespace mitjul {

/// A block's grapheme clusters with their widths, and where a line may end. Does not depend on the width of the page.
class BlockShape {
 public:
  /// `content`: of a block, without its line end.
  BlockShape(const Text& text, Span content, TextShaper& shaper, TextStyle style = TextStyle::Body);

  std::size_t clusters() const { return advances_.size(); }
  /// The position before a cluster; the end of the block for `clusters()`.
  TextPos position(std::size_t cluster) const { return start_ + offsets_[cluster]; }
  /// The cluster that holds the character behind `pos`; `clusters()` at the end of the block. `pos` lies in the block.
  std::size_t cluster_at(TextPos pos) const;
  /// The same for the end of a span: a cluster that it ends within counts as covered.
  std::size_t cluster_end_at(TextPos pos) const;
  float advance(std::size_t cluster) const { return advances_[cluster]; }
  /// The sum of the advances of clusters [first, last).
  float width(std::size_t first, std::size_t last) const;
  bool is_blank(std::size_t cluster) const { return (flags_[cluster] & kBlank) != 0; }
  /// Whether a line may end behind the cluster.
  bool may_break_behind(std::size_t cluster) const { return (flags_[cluster] & kBreak) != 0; }

  bool operator==(const BlockShape&) const = default;

 private:
  static constexpr std::uint8_t kBlank = 1;
  static constexpr std::uint8_t kBreak = 2;

  TextPos start_;
  std::vector<std::uint16_t> offsets_;  // of clusters from the start, and of the end
  std::vector<float> advances_;
  std::vector<std::uint8_t> flags_;
};

/// The clusters of one line.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  ///< one behind the last

  bool operator==(const LineRange&) const = default;
};

/// Fills lines of `width` pixels: each as long as it can be; blanks at its end hang over. A word that fits in no line
/// is cut between clusters. One empty line for an empty block.
std::vector<LineRange> break_lines(const BlockShape& shape, float width);

}  // namespace mitjul
