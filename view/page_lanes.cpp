// The part of a page that puts the marks of a line into their lanes.

#include <algorithm>

#include "view/page.h"

namespace mitjul {
namespace {

// A mark over more lines than this has brackets in place of a fill.
constexpr float kMostFilled = 1.5F;

/// The first character of a mark that lies in a line: line ends do not.
TextPos first_shown(const Text& text, const Spans& spans) {
  for (const Span& segment : spans.segments()) {
    for (TextPos pos = segment.start; pos < segment.end; pos = pos + 1) {
      if (text.at(pos) != U'\n') return pos;
    }
  }
  return spans.start();
}

}  // namespace

void Page::place_marks(const Slot& slot, Line& line, const BlockShape& shape) {
  const Span here = span_of(shape, line.range);
  std::vector<Interval> wanted;    // by mark: what it needs in its lane
  std::vector<std::size_t> owner;  // by piece: the index of its mark in `wanted`
  // Blanks that hang over the end of the line are not marked.
  const auto x_at = [&](std::size_t cluster) { return std::min(shape.width(line.range.first, cluster), width_); };

  for (const Mark* const mark : slot.marks) {
    if (!mark->spans.hull().overlaps(here)) continue;
    Interval need{width_, 0};
    const bool begins = here.contains(first_shown(text_, mark->spans));
    const bool without_fill = is_long(*mark);
    const std::size_t before = line.pieces.size();
    for (const Span& segment : mark->spans.segments()) {
      if (!segment.overlaps(here)) continue;
      MarkPiece piece;
      piece.mark = mark;
      piece.is_long = without_fill;
      piece.starts = segment.start >= here.start;
      piece.ends = segment.end <= here.end;
      piece.x = {x_at(shape.cluster_at(std::max(segment.start, here.start))),
                 x_at(shape.cluster_end_at(std::min(segment.end, here.end)))};
      if (line.pieces.size() > before && piece.x.left < line.pieces.back().x.right) {
        // Segments that end and begin inside one cluster are one to the eye.
        line.pieces.back().x.right = std::max(line.pieces.back().x.right, piece.x.right);
        line.pieces.back().ends = piece.ends;
        need.right = std::max(need.right, piece.x.right);
        continue;
      }
      if (line.pieces.size() > before) {
        line.joints.push_back({mark, {line.pieces.back().x.right, piece.x.left}, 0});
      }
      need = {std::min(need.left, piece.x.left), std::max(need.right, piece.x.right)};
      line.pieces.push_back(piece);
      owner.push_back(wanted.size());
    }
    if (line.pieces.size() == before) continue;
    // To and from segments in other lines.
    const MarkPiece& first = line.pieces[before];
    const MarkPiece& last = line.pieces.back();
    const bool continued = !begins && first.starts && mark->spans.start() < here.start;
    if (continued) {
      line.joints.push_back({mark, {0, first.x.left}, 0, true, false});
      need.left = 0;
    }
    if (last.ends && mark->spans.end() > here.end) {
      const float edge = std::max(std::min(line.width, width_), last.x.right);
      line.joints.push_back({mark, {last.x.right, edge}, 0, false, true});
      need.right = edge;
    }
    if (begins || continued) {
      Chip& chip = line.chips.emplace_back();
      chip.mark = mark;
      chip.continued = continued;
      const float name = continued ? name_width(name_of(chip)) : chip_width(mark->label, mark->author);
      const float width = std::min(name, width_);
      const float left = std::max(0.F, std::min(first.x.left, width_ - width));
      chip.x = {left, left + width};
      chip.cut = name > width_;
      need = {std::min(need.left, left), std::max(need.right, left + width)};
    }
    wanted.push_back(need);
  }

  const std::vector<int> lanes = assign_lanes(wanted, static_cast<float>(style_.lane_gap));
  std::map<const Mark*, int> lane_of;
  for (std::size_t i = 0; i < line.pieces.size(); ++i) {
    line.pieces[i].lane = lanes[owner[i]];
    lane_of[line.pieces[i].mark] = lanes[owner[i]];
  }
  for (MarkJoint& joint : line.joints) joint.lane = lane_of[joint.mark];
  for (Chip& chip : line.chips) chip.lane = lane_of[chip.mark];

  std::stable_sort(line.pieces.begin(), line.pieces.end(), [](const MarkPiece& a, const MarkPiece& b) {
    return a.x.left < b.x.left || (a.x.left == b.x.left && a.x.right > b.x.right);
  });
  std::vector<float> open;  // right ends of the pieces around
  for (MarkPiece& piece : line.pieces) {
    if (piece.is_long || piece.mark->author != 0) continue;  // those of others lie below
    std::erase_if(open, [&](float right) { return right <= piece.x.left; });
    piece.depth = static_cast<int>(open.size());
    open.push_back(piece.x.right);
  }
}

/// Told from its length alone, so that it is the same in all its lines.
bool Page::is_long(const Mark& mark) const {
  std::uint32_t length = 0;
  for (const Span& segment : mark.spans.segments()) length += segment.length();
  return static_cast<float>(length) * average_advance_ > kMostFilled * width_;
}

}  // namespace mitjul
