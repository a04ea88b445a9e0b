#pragma once

#include <functional>

namespace mitjul {

/// Told how much of a long task is done, 0 to 1, now and then; a false answer cancels it. May be empty.
using Progress = std::function<bool(double)>;

/// Asks, if there is anybody to ask.
inline bool go_on(const Progress& progress, double done) { return !progress || progress(done); }

/// Where parts of a task are told of as one: this one goes from `from` to `to`.
inline Progress part_of(const Progress& progress, double from, double to) {
  if (!progress) return {};
  return [progress, from, to](double done) { return progress(from + done * (to - from)); };
}

}  // namespace mitjul
