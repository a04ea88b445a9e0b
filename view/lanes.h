#pragma once

#include <cstddef>
#include <vector>

namespace mitjul {

/// A stretch of a line, in pixels from its start.
struct Interval {
  float left = 0;
  float right = 0;

  float length() const { return right - left; }
  bool operator==(const Interval&) const = default;
};

/// What is left of the parts of a line without another stretch of it, and without `apart` pixels beside that.
std::vector<Interval> without(const std::vector<Interval>& parts, const Interval& other, float apart = 0);

/// Puts intervals into lanes so that no two in one lane come closer than `gap`: the shortest first, each into the
/// first lane that has room, so that short ones lie nearest to the text. Returns the lane of each, from 0. The same
/// intervals give the same lanes, whatever order they come in, where no two are equal.
std::vector<int> assign_lanes(const std::vector<Interval>& intervals, float gap);
/// The same for things that take more room than they are long, with names beside them: `lengths` say which is short.
std::vector<int> assign_lanes(const std::vector<Interval>& intervals, const std::vector<float>& lengths, float gap);

}  // namespace mitjul
