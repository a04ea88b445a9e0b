#include "view/lanes.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace mitjul {

std::vector<Interval> without(const std::vector<Interval>& parts, const Interval& other, float apart) {
  std::vector<Interval> left;
  for (const Interval& part : parts) {
    if (part.left < other.left) left.push_back({part.left, std::min(part.right, other.left - apart)});
    if (other.right < part.right) left.push_back({std::max(part.left, other.right + apart), part.right});
  }
  return left;
}

std::vector<int> assign_lanes(const std::vector<Interval>& intervals, float gap) {
  std::vector<float> lengths;
  lengths.reserve(intervals.size());
  for (const Interval& interval : intervals) lengths.push_back(interval.length());
  return assign_lanes(intervals, lengths, gap);
}

std::vector<int> assign_lanes(const std::vector<Interval>& intervals, const std::vector<float>& lengths, float gap) {
  std::vector<std::size_t> order(intervals.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(lengths[a], intervals[a].left, a) < std::tuple(lengths[b], intervals[b].left, b);
  });
  std::vector<int> lanes(intervals.size());
  std::vector<std::vector<std::size_t>> taken;
  for (const std::size_t index : order) {
    const Interval& wanted = intervals[index];
    std::size_t lane = 0;
    const auto in_the_way = [&](std::size_t other) {
      return wanted.left < intervals[other].right + gap && intervals[other].left < wanted.right + gap;
    };
    while (lane < taken.size() && std::any_of(taken[lane].begin(), taken[lane].end(), in_the_way)) ++lane;
    if (lane == taken.size()) taken.emplace_back();
    taken[lane].push_back(index);
    lanes[index] = static_cast<int>(lane);
  }
  return lanes;
}

}  // namespace mitjul
