#include "core/span.h"

#include <algorithm>
#include <cassert>

namespace mitjul {

Spans::Spans(Span only) : segments_{only} { assert(!only.empty() && only.start < only.end); }

Spans::Spans(std::vector<Span> segments) {
  assert(!segments.empty());
  std::sort(segments.begin(), segments.end());
  for (const Span& segment : segments) {
    assert(segment.start < segment.end);
    if (!segments_.empty() && segment.start <= segments_.back().end) {
      segments_.back().end = std::max(segments_.back().end, segment.end);
    } else {
      segments_.push_back(segment);
    }
  }
}

bool Spans::overlaps(const Spans& other) const {
  auto mine = segments_.begin();
  auto theirs = other.segments_.begin();
  while (mine != segments_.end() && theirs != other.segments_.end()) {
    if (mine->overlaps(*theirs)) return true;
    if (mine->end <= theirs->start) {
      ++mine;
    } else {
      ++theirs;
    }
  }
  return false;
}

bool in_reading_order(const Spans& a, const Spans& b) {
  if (a.start() != b.start()) return a.start() < b.start();
  return a.end() > b.end();
}

}  // namespace mitjul
