// The part of a page that draws relations as arcs, in lanes above the lines.

#include <algorithm>
#include <tuple>

#include "view/page.h"

namespace mitjul {
namespace {

// What must be seen of an arc at both sides of its name together, in pixels.
constexpr float kShortestArc = 16;

}  // namespace

void Page::place_arcs(std::size_t index, Slot& slot) {
  BlockLayout& layout = *slot.layout;
  const Span content = blocks_[index].content();
  const auto in_block = [&](TextPos pos) { return block_at(pos) == index; };
  const auto line_of_foot = [&](TextPos pos) {
    const std::size_t cluster = layout.shape.cluster_at(std::min(pos, content.end));
    std::size_t line = 0;
    while (line + 1 < layout.lines.size() && layout.lines[line].range.last <= cluster) ++line;
    return line;
  };
  // The middle of what the mark covers in the line where it starts.
  const auto x_of_foot = [&](const AnnotationRef& end, const Line& line, TextPos foot) {
    const AnnotationId* id = &end.id;
    for (auto link = links_.find(*id); link != links_.end(); link = links_.find(*id))
      id = &link->second.ends.front().id;
    for (const MarkPiece& piece : line.pieces) {
      if (piece.mark->id == *id) return (piece.x.left + piece.x.right) / 2;
    }
    return std::min(layout.shape.width(line.range.first, layout.shape.cluster_at(foot)), width_);
  };

  for (const AnnotationId& id : slot.links) {
    const auto known = links_.find(id);
    if (known == links_.end()) continue;  // its end here went before it
    const Link& link = known->second;
    const auto from = foot_of(link.ends.front());
    for (std::size_t end = 1; end < link.ends.size(); ++end) {
      const auto to = foot_of(link.ends[end]);
      const bool from_here = from && in_block(*from);
      const bool to_here = to && in_block(*to);
      const std::size_t from_line = from_here ? line_of_foot(*from) : 0;
      const std::size_t to_line = to_here ? line_of_foot(*to) : 0;
      Arc arc;
      arc.link = &link;
      arc.end = end;
      if (from_here && to_here && from_line == to_line) {
        Line& line = layout.lines[from_line];
        const float a = x_of_foot(link.ends.front(), line, *from);
        const float b = x_of_foot(link.ends[end], line, *to);
        arc.x = {std::min(a, b), std::max(a, b)};
        if (a > b) std::swap(arc.left, arc.right);
        line.arcs.push_back(arc);
        continue;
      }
      if (from_here) {
        Line& line = layout.lines[from_line];
        const float x = x_of_foot(link.ends.front(), line, *from);
        const bool onward = !to || *to > *from;
        const ArcEnd beyond = to ? ArcEnd::Edge : ArcEnd::Outside;
        arc.x = onward ? Interval{x, std::max(x, width_)} : Interval{0, x};
        arc.left = onward ? ArcEnd::Foot : beyond;
        arc.right = onward ? beyond : ArcEnd::Foot;
        line.arcs.push_back(arc);
      }
      if (to_here) {
        Line& line = layout.lines[to_line];
        const float x = x_of_foot(link.ends[end], line, *to);
        const bool onward = !from || *from < *to;
        const ArcEnd beyond = from ? ArcEnd::Edge : ArcEnd::Outside;
        arc.x = onward ? Interval{0, x} : Interval{x, std::max(x, width_)};
        arc.left = onward ? beyond : ArcEnd::Arrow;
        arc.right = onward ? ArcEnd::Arrow : beyond;
        line.arcs.push_back(arc);
      }
    }
  }

  for (Line& line : layout.lines) stack_arcs(line);
}

/// Gives arcs their lanes. Those that would be drawn alike (a speaker's forty claims, all in other lines) are one.
void Page::stack_arcs(Line& line) {
  using Drawing = std::tuple<std::size_t, std::size_t, float, float, ArcEnd, ArcEnd>;
  std::map<Drawing, std::size_t> bundles;  // -> index of the arc that stands for all
  std::vector<std::size_t> leader(line.arcs.size());
  for (std::size_t i = 0; i < line.arcs.size(); ++i) {
    const Arc& arc = line.arcs[i];
    const Drawing drawing(arc.link->author, arc.link->label, arc.x.left, arc.x.right, arc.left, arc.right);
    leader[i] = bundles.emplace(drawing, i).first->second;
    ++line.arcs[leader[i]].bundled;
  }
  std::vector<Interval> wanted;
  std::vector<float> lengths;
  std::vector<std::size_t> place(line.arcs.size());
  for (std::size_t i = 0; i < line.arcs.size(); ++i) {
    Arc& arc = line.arcs[i];
    if (arc.bundled == 0) continue;
    const float text = arc.bundled == 1 ? chip_width(arc.link->label, arc.link->author) : name_width(arc_name(arc));
    const float label = std::min(text, width_);
    // In the middle, or beside an arc that would be hidden by its own name.
    float left = (arc.x.left + arc.x.right - label) / 2;
    if (arc.x.length() < label + kShortestArc) {
      left = arc.x.right + label + 2 <= width_ ? arc.x.right + 2 : arc.x.left - label - 2;
    }
    left = std::max(0.F, std::min(left, width_ - label));
    arc.label = {left, left + label};
    place[i] = wanted.size();
    wanted.push_back({std::min(arc.x.left, arc.label.left), std::max(arc.x.right, arc.label.right)});
    lengths.push_back(arc.x.length());
  }
  const std::vector<int> lanes = assign_lanes(wanted, lengths, static_cast<float>(style_.lane_gap));
  for (std::size_t i = 0; i < line.arcs.size(); ++i) {
    line.arcs[i].lane = lanes[place[leader[i]]];
    line.arcs[i].label = line.arcs[leader[i]].label;
    line.arc_lanes = std::max(line.arc_lanes, line.arcs[i].lane + 1);
  }
}

}  // namespace mitjul
