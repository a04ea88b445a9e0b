#include "export/html_highlights.h"

#include <algorithm>
#include <map>
#include <set>

namespace mitjul {
namespace {

/// Lanes for annotations in listing order. Those whose hulls touch each other make a group; in it, who comes later and
/// is shorter lies nearer to the text.
std::vector<std::size_t> lanes_of(const std::vector<const Annotation*>& annotations) {
  std::vector<std::size_t> lanes(annotations.size());
  std::vector<TextPos> ends;  // of the lanes of the group
  std::vector<std::size_t> group;
  TextPos group_end;
  const auto finish_group = [&] {
    for (const std::size_t member : group) lanes[member] = ends.size() - 1 - lanes[member];
    group.clear();
    ends.clear();
  };
  for (std::size_t i = 0; i < annotations.size(); ++i) {
    const Spans* const spans = annotations[i]->spans();
    if (spans == nullptr) continue;
    if (spans->start() >= group_end) finish_group();
    const auto free = std::find_if(ends.begin(), ends.end(), [&](TextPos end) { return end <= spans->start(); });
    lanes[i] = static_cast<std::size_t>(free - ends.begin());
    if (free == ends.end()) ends.emplace_back();
    ends[lanes[i]] = spans->end();
    group.push_back(i);
    group_end = std::max(group_end, spans->end());
  }
  finish_group();
  return lanes;
}

}  // namespace

std::vector<HighlightedPiece> highlighted_pieces(const std::vector<const Annotation*>& annotations,
                                                 std::uint32_t length) {
  struct Edges {
    std::vector<std::size_t> ending;
    std::vector<std::size_t> beginning;
  };
  std::map<TextPos, Edges> edges{{TextPos(length), {}}};
  for (std::size_t i = 0; i < annotations.size(); ++i) {
    const Spans* const spans = annotations[i]->spans();
    if (spans == nullptr) continue;
    for (const Span& segment : spans->segments()) {
      edges[segment.start].beginning.push_back(i);
      edges[segment.end].ending.push_back(i);
    }
  }
  const std::vector<std::size_t> lanes = lanes_of(annotations);
  std::vector<HighlightedPiece> pieces;
  std::set<std::size_t> open;
  std::vector<std::size_t> beginning;
  TextPos start;
  for (const auto& [place, edge] : edges) {
    if (place > start) {
      HighlightedPiece piece{{start, place}, {open.begin(), open.end()}, {}, beginning};
      for (const std::size_t annotation : piece.annotations) piece.lanes.push_back(lanes[annotation]);
      pieces.push_back(std::move(piece));
      start = place;
    }
    for (const std::size_t annotation : edge.ending) open.erase(annotation);
    open.insert(edge.beginning.begin(), edge.beginning.end());
    beginning = edge.beginning;
  }
  return pieces;
}

}  // namespace mitjul
