#pragma once

#include <cstddef>
#include <vector>

#include "core/text_pos.h"

namespace mitjul {

/// A half-open stretch [start, end) of a text, in code points. `start <= end`; empty where they are equal.
struct Span {
  TextPos start;
  TextPos end;

  constexpr Span() = default;
  constexpr Span(TextPos s, TextPos e) : start(s), end(e) {}
  /// For literals in tests and tables; positions that come from outside are converted by hand.
  constexpr Span(std::uint32_t s, std::uint32_t e) : start(s), end(e) {}

  constexpr std::uint32_t length() const { return end - start; }
  constexpr bool empty() const { return start == end; }
  constexpr bool contains(TextPos pos) const { return start <= pos && pos < end; }
  constexpr bool contains(Span other) const { return start <= other.start && other.end <= end; }
  /// Whether they share a character. Adjacent spans share none, and an empty span shares none with anything.
  constexpr bool overlaps(Span other) const {
    return !empty() && !other.empty() && start < other.end && other.start < end;
  }
  /// Whether they overlap and neither contains the other.
  constexpr bool crosses(Span other) const { return overlaps(other) && !contains(other) && !other.contains(*this); }

  constexpr auto operator<=>(const Span&) const = default;
};

/// The place of an annotation in the text: one or more segments, each non-empty, in order, with a gap between
/// any two. More than one segment is a discontinuous span.
class Spans {
 public:
  Spans(Span only);  // NOLINT(google-explicit-constructor): one span is the usual case of several
  /// Sorts, and joins segments that touch or overlap. At least one segment, none of them empty (asserted).
  explicit Spans(std::vector<Span> segments);

  const std::vector<Span>& segments() const { return segments_; }
  bool discontinuous() const { return segments_.size() > 1; }
  TextPos start() const { return segments_.front().start; }
  TextPos end() const { return segments_.back().end; }
  /// From the first character to the last, gaps included.
  Span hull() const { return {start(), end()}; }
  /// Whether a segment of one shares a character with a segment of the other.
  bool overlaps(const Spans& other) const;

  bool operator==(const Spans&) const = default;

 private:
  std::vector<Span> segments_;
};

/// Reading order, used wherever annotations are listed or exported: by start, then the longer one first.
bool in_reading_order(const Spans& a, const Spans& b);

}  // namespace mitjul
