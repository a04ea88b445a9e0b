#include "view/height_index.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace mitjul {

HeightIndex::HeightIndex(const std::vector<int>& heights) : heights_(heights), tree_(heights.size() + 1) {
  for (std::size_t i = 1; i < tree_.size(); ++i) {
    tree_[i] += heights_[i - 1];
    const std::size_t parent = i + (i & (~i + 1));
    if (parent < tree_.size()) tree_[parent] += tree_[i];
  }
}

void HeightIndex::set(std::size_t block, int height) {
  const int change = height - heights_[block];
  if (change == 0) return;
  heights_[block] = height;
  for (std::size_t i = block + 1; i < tree_.size(); i += i & (~i + 1)) tree_[i] += change;
}

std::int64_t HeightIndex::top(std::size_t block) const {
  std::int64_t sum = 0;
  for (std::size_t i = block; i > 0; i -= i & (~i + 1)) sum += tree_[i];
  return sum;
}

std::size_t HeightIndex::find(std::int64_t y) const {
  assert(!heights_.empty());
  std::size_t at = 0;
  for (std::size_t step = std::bit_floor(heights_.size()); step > 0; step /= 2) {
    if (at + step < tree_.size() && tree_[at + step] <= y) {
      at += step;
      y -= tree_[at];
    }
  }
  return std::min(at, heights_.size() - 1);
}

}  // namespace mitjul
