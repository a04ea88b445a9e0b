#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mitjul {

/// The heights of many blocks above one another, in whole pixels: where one begins, and which one lies at a place, in
/// logarithmic time (a Fenwick tree).
class HeightIndex {
 public:
  HeightIndex() = default;
  explicit HeightIndex(const std::vector<int>& heights);

  std::size_t size() const { return heights_.size(); }
  int height(std::size_t block) const { return heights_[block]; }
  void set(std::size_t block, int height);
  /// The sum of the heights before `block` (0 to size()).
  std::int64_t top(std::size_t block) const;
  std::int64_t total() const { return top(size()); }
  /// The block at `y`; the first above, the last below. There must be a block.
  std::size_t find(std::int64_t y) const;

 private:
  std::vector<int> heights_;
  std::vector<std::int64_t> tree_;  // from 1
};

}  // namespace mitjul
