#include "view/page.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <tuple>

#include "core/relation_depth.h"

namespace mitjul {
namespace {

// What must be seen of an arc at both sides of its name together, in pixels.
constexpr float kShortestArc = 16;
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

/// The order of the marks of a block, whatever order they came in: where two cover the same, one's own is first, and of
/// these the older one.
bool comes_before(const Mark* a, const Mark* b) {
  if (a->spans != b->spans) return in_reading_order(a->spans, b->spans);
  return std::tie(a->author, a->id) < std::tie(b->author, b->id);
}

}  // namespace

Page::Page(Text text, TextShaper& shaper, std::vector<PageLabel> labels, int line_spacing)
    : text_(std::move(text)), shaper_(shaper), style_(shaper, line_spacing), blocks_(split_into_blocks(text_)) {
  slots_.resize(blocks_.size());
  looks_.resize(blocks_.size());
  numbers_ = paragraph_numbers(text_, blocks_);
  paragraphs_ = *std::max_element(numbers_.begin(), numbers_.end());
  set_labels(std::move(labels));
  measure_font();
  estimate();
}

void Page::set_width(float width) {
  if (width == width_) return;
  width_ = width;
  for (Slot& slot : slots_) slot.broken = false;
  estimate();
}

void Page::set_font(int line_spacing) {
  style_ = PageStyle(shaper_, line_spacing);
  measure_font();
  for (Slot& slot : slots_) slot.layout = nullptr;
  short_names_.clear();
  shorten_authors();
  std::fill(chip_widths_.begin(), chip_widths_.end(), -1.F);
  estimate();
}

void Page::set_labels(std::vector<PageLabel> labels) {
  labels_ = std::move(labels);
  label_indices_.clear();
  for (std::size_t i = 0; i < labels_.size(); ++i) label_indices_.emplace(labels_[i].id, i);
  short_names_.clear();
  chip_widths_.assign(labels_.size(), -1.F);
  // Marks know their labels by number: they have to come again.
  marks_.clear();
  links_.clear();
  links_at_.clear();
  suggested_.clear();
  for (Slot& slot : slots_) {
    slot.marks.clear();
    slot.links.clear();
    slot.suggested.clear();
    slot.decorated = false;
  }
}

void Page::measure_font() {
  constexpr std::string_view kSyllable = "가";
  std::vector<float> advances;
  shaper_.measure(TextStyle::Body, kSyllable, {static_cast<std::uint8_t>(kSyllable.size())}, advances);
  syllable_width_ = advances.front();
  digit_width_ = shaper_.label_width("0");
  // Most of the text is Hangul, with a blank behind every fourth or fifth syllable.
  average_advance_ = syllable_width_ * 0.85F;
}

void Page::estimate() {
  std::vector<int> heights(blocks_.size());
  for (std::size_t i = 0; i < blocks_.size(); ++i) heights[i] = estimated_height(i);
  heights_ = HeightIndex(heights);
}

int Page::estimated_height(std::size_t index) const {
  const float text_width = static_cast<float>(blocks_[index].content().length()) * average_advance_;
  const int lines = 1 + static_cast<int>(text_width / std::max(width_, average_advance_));
  const int decorated_lines = std::min(lines, static_cast<int>(slots_[index].marks.size()));
  const PageStyle::TextLine& text = style_.line(looks_[index].style);
  int height = lines * (text.height + style_.line_gap) + decorated_lines * style_.lane_height;
  if (blocks_[index].ends_with_newline) height += style_.paragraph_gap;
  height += index == 0 ? style_.edge : text.space_above;
  if (index + 1 == blocks_.size()) height += style_.edge;
  return height;
}

std::optional<std::size_t> Page::label_index(const std::string& id) const {
  const auto found = label_indices_.find(id);
  if (found == label_indices_.end()) return std::nullopt;
  return found->second;
}

// --- Marks and links ---

void Page::set_authors(std::vector<std::string> names) {
  if (names == authors_) return;
  authors_ = std::move(names);
  shorten_authors();
  for (Slot& slot : slots_) slot.decorated = false;
}

void Page::put(const Annotation& annotation, std::size_t author) {
  const auto label = label_index(annotation.label);
  if (!label) return remove(annotation.id);
  if (const Spans* const spans = annotation.spans()) {
    Mark mark{annotation.id, *label, *spans, author};
    const auto known = marks_.find(annotation.id);
    if (known != marks_.end() && known->second == mark) return;
    remove(annotation.id);
    put_mark(std::move(mark));
  } else if (const Relation* const relation = annotation.relation()) {
    Link link{annotation.id, *label, {}, author};
    for (const Argument& argument : relation->arguments) link.ends.push_back(argument.target);
    const auto known = links_.find(annotation.id);
    if (known != links_.end() && known->second == link) return;
    remove(annotation.id);
    if (link.ends.size() >= 2) put_link(std::move(link));
  } else {
    remove(annotation.id);
  }
}

std::pair<std::size_t, std::size_t> Page::blocks_of(const Mark& mark) const {
  return {block_at(mark.spans.start()), block_at(mark.spans.end() - 1)};
}

void Page::put_mark(Mark mark) {
  const AnnotationId id = mark.id;
  const Mark& stored = marks_.insert_or_assign(id, std::move(mark)).first->second;
  const auto [first, last] = blocks_of(stored);
  for (std::size_t i = first; i <= last; ++i) {
    auto& marks = slots_[i].marks;
    marks.insert(std::upper_bound(marks.begin(), marks.end(), &stored, comes_before), &stored);
    forget_decoration(i);
  }
  // Relations that were here before their end was.
  const auto waiting = links_at_.find(id);
  if (waiting == links_at_.end()) return;
  for (const AnnotationId& link : waiting->second) attach(links_.at(link), true);
}

void Page::put_link(Link link) {
  const Link& stored = links_.insert_or_assign(link.id, std::move(link)).first->second;
  for (const AnnotationRef& end : stored.ends) {
    if (end.document.empty()) links_at_[end.id].insert(stored.id);
  }
  attach(stored, true);
}

void Page::remove(const AnnotationId& id) {
  const auto on_it = links_at_.find(id);
  if (on_it != links_at_.end()) {
    for (const AnnotationId& link : on_it->second) attach(links_.at(link), false);
  }
  if (const auto mark = marks_.find(id); mark != marks_.end()) {
    const auto [first, last] = blocks_of(mark->second);
    for (std::size_t i = first; i <= last; ++i) {
      std::erase(slots_[i].marks, &mark->second);
      forget_decoration(i);
    }
    marks_.erase(mark);
  }
  if (const auto link = links_.find(id); link != links_.end()) {
    attach(link->second, false);
    for (const AnnotationRef& end : link->second.ends) {
      const auto known = links_at_.find(end.id);
      if (known == links_at_.end()) continue;
      known->second.erase(id);
      if (known->second.empty()) links_at_.erase(known);
    }
    links_.erase(link);
  }
  // What hung on it leads outside now.
  if (const auto left = links_at_.find(id); left != links_at_.end()) {
    for (const AnnotationId& link : left->second) attach(links_.at(link), true);
  }
}

/// Where a relation is tied to: the start of a span, or what another relation is tied to.
std::optional<TextPos> Page::foot_of(const AnnotationRef& end, int depth) const {
  if (!end.document.empty() || depth > kDeepestRelation) return std::nullopt;
  if (const auto mark = marks_.find(end.id); mark != marks_.end()) return mark->second.spans.start();
  const auto link = links_.find(end.id);
  if (link == links_.end()) return std::nullopt;
  return foot_of(link->second.ends.front(), depth + 1);
}

/// With it come the relations on it, and those on them: its foot is theirs.
void Page::attach(const Link& link, bool attached) {
  std::vector<const Link*> links{&link};
  std::set<AnnotationId> seen{link.id};
  for (std::size_t i = 0; i < links.size(); ++i) {
    const AnnotationId& id = links[i]->id;
    for (const AnnotationRef& end : links[i]->ends) {
      const auto foot = foot_of(end);
      if (!foot) continue;
      const std::size_t index = block_at(*foot);
      if (attached) {
        slots_[index].links.insert(id);
      } else {
        slots_[index].links.erase(id);
      }
      forget_decoration(index);
    }
    const auto on_it = links_at_.find(id);
    if (on_it == links_at_.end()) continue;
    for (const AnnotationId& other : on_it->second) {
      if (seen.insert(other).second) links.push_back(&links_.at(other));
    }
  }
}

std::vector<AnnotationId> Page::marks_joined_by(const AnnotationId& relation) const {
  std::vector<AnnotationId> marks;
  std::vector<AnnotationId> links{relation};
  std::set<AnnotationId> seen{relation};
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto link = links_.find(links[i]);
    if (link == links_.end()) continue;
    for (const AnnotationRef& end : link->second.ends) {
      if (!end.document.empty() || !seen.insert(end.id).second) continue;
      if (marks_.contains(end.id)) {
        marks.push_back(end.id);
      } else {
        links.push_back(end.id);
      }
    }
  }
  return marks;
}

void Page::forget_decoration(std::size_t index) {
  Slot& slot = slots_[index];
  slot.decorated = false;
}

// --- Layout ---

std::size_t Page::block_at(TextPos pos) const {
  const auto behind = std::upper_bound(blocks_.begin(), blocks_.end(), pos,
                                       [](TextPos p, const Block& block) { return p < block.span.start; });
  return static_cast<std::size_t>(behind - blocks_.begin()) - 1;
}

const BlockLayout& Page::layout(std::size_t index) {
  Slot& slot = slots_[index];
  if (!slot.layout) {
    const TextStyle style = looks_[index].style;
    slot.layout = std::make_unique<BlockLayout>(
        BlockLayout{BlockShape(text_, blocks_[index].content(), shaper_, style), style, {}, 0});
    slot.broken = false;
  }
  if (!slot.broken) {
    slot.layout->lines.clear();
    for (const LineRange& range : break_lines(slot.layout->shape, width_)) {
      Line& line = slot.layout->lines.emplace_back();
      line.range = range;
      line.width = slot.layout->shape.width(range.first, range.last);
    }
    slot.broken = true;
    slot.decorated = false;
  }
  if (!slot.decorated) decorate(index);
  return *slot.layout;
}

const BlockLayout* Page::laid_out(std::size_t index) const {
  const Slot& slot = slots_[index];
  return slot.broken ? slot.layout.get() : nullptr;
}

Span Page::span_of(const BlockShape& shape, const LineRange& range) const {
  return {shape.position(range.first), shape.position(range.last)};
}

void Page::decorate(std::size_t index) {
  Slot& slot = slots_[index];
  BlockLayout& layout = *slot.layout;
  for (Line& line : layout.lines) {
    line.pieces.clear();
    line.joints.clear();
    line.chips.clear();
    line.arcs.clear();
    line.arc_lanes = 0;
    line.lane_tops.clear();
    place_marks(slot, line, layout.shape);
  }
  place_arcs(index, slot);
  stack(index, layout);
  slot.decorated = true;
  heights_.set(index, layout.height);
}

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

/// Puts the lines above one another.
void Page::stack(std::size_t index, BlockLayout& layout) {
  const PageStyle::TextLine& text = style_.line(layout.style);
  int y = index == 0 ? style_.edge : text.space_above;
  for (Line& line : layout.lines) {
    line.top = y;
    line.text_top = y + line.arc_lanes * style_.arc_lane_height;
    line.text_bottom = line.text_top + text.height;
    y = line.text_bottom;
    int lanes = 0;
    for (const MarkPiece& piece : line.pieces) lanes = std::max(lanes, piece.lane + 1);
    std::vector<bool> has_chip(static_cast<std::size_t>(lanes));
    for (const Chip& chip : line.chips) has_chip[static_cast<std::size_t>(chip.lane)] = true;
    for (const bool chips : has_chip) {
      line.lane_tops.push_back(y);
      y += chips ? style_.lane_height : style_.thin_lane_height;
    }
    y += style_.line_gap;
    line.bottom = y;
  }
  if (blocks_[index].ends_with_newline) y += style_.paragraph_gap;
  if (index + 1 == blocks_.size()) y += style_.edge;
  layout.height = y;
}

// --- Carets ---

Page::LineAt Page::line_of(CaretPlace place) {
  const std::size_t index = block_at(place.pos);
  const BlockLayout& laid = layout(index);
  const std::size_t cluster = laid.shape.cluster_at(std::min(place.pos, blocks_[index].content().end));
  const auto behind = std::upper_bound(laid.lines.begin(), laid.lines.end(), cluster,
                                       [](std::size_t c, const Line& line) { return c < line.range.first; });
  auto line = static_cast<std::size_t>(behind - laid.lines.begin()) - 1;
  const bool at_start = laid.lines[line].range.first == cluster && laid.shape.position(cluster) == place.pos;
  if (place.at_line_end && at_start) {
    if (line > 0) return {index, line - 1};
    // The start of a block that carries a long paragraph on.
    if (index > 0 && !blocks_[index - 1].ends_with_newline) return {index - 1, layout(index - 1).lines.size() - 1};
  }
  return {index, line};
}

float Page::x_of(CaretPlace place) {
  const LineAt at = line_of(place);
  const BlockLayout& laid = layout(at.block);
  const Line& line = laid.lines[at.line];
  const TextPos pos = std::min(place.pos, blocks_[at.block].content().end);
  const float x = laid.shape.width(line.range.first, laid.shape.cluster_at(pos));
  // Blanks that hang over leave the caret at the edge.
  return std::min(x, std::max(width_, 0.F));
}

CaretPlace Page::place_in_line(LineAt at, float x) {
  const BlockLayout& laid = layout(at.block);
  const Line& line = laid.lines[at.line];
  float left = 0;
  std::uint32_t cluster = line.range.first;
  for (; cluster < line.range.last; ++cluster) {
    // Blanks that hang over have their carets at the edge.
    const float right = left + laid.shape.advance(cluster);
    if (x < (std::min(left, width_) + std::min(right, width_)) / 2) break;
    left = right;
  }
  if (cluster < line.range.last) return {laid.shape.position(cluster), false};
  return line_end(at);
}

CaretPlace Page::line_start(LineAt at) {
  const BlockLayout& laid = layout(at.block);
  return {laid.shape.position(laid.lines[at.line].range.first), false};
}

CaretPlace Page::line_end(LineAt at) {
  const BlockLayout& laid = layout(at.block);
  const std::uint32_t last = laid.lines[at.line].range.last;
  const bool carried_on =
      at.line + 1 < laid.lines.size() || (!blocks_[at.block].ends_with_newline && at.block + 1 < blocks_.size());
  return {laid.shape.position(last), carried_on};
}

std::optional<Page::LineAt> Page::line_before(LineAt at) {
  if (at.line > 0) return LineAt{at.block, at.line - 1};
  if (at.block == 0) return std::nullopt;
  return LineAt{at.block - 1, layout(at.block - 1).lines.size() - 1};
}

std::optional<Page::LineAt> Page::line_after(LineAt at) {
  if (at.line + 1 < layout(at.block).lines.size()) return LineAt{at.block, at.line + 1};
  if (at.block + 1 == blocks_.size()) return std::nullopt;
  return LineAt{at.block + 1, 0};
}

Page::LineAt Page::line_at(std::size_t block, int y) {
  const BlockLayout& laid = layout(block);
  std::size_t line = 0;
  while (line + 1 < laid.lines.size() && laid.lines[line].bottom <= y) ++line;
  return {block, line};
}

std::optional<Interval> Page::extent(LineAt at, Span span) {
  const BlockLayout& laid = layout(at.block);
  const Line& line = laid.lines[at.line];
  const Span here = span_of(laid.shape, line.range);
  if (!here.overlaps(span)) return std::nullopt;
  const auto x_at = [&](std::size_t cluster) { return std::min(laid.shape.width(line.range.first, cluster), width_); };
  return Interval{x_at(laid.shape.cluster_at(std::max(span.start, here.start))),
                  x_at(laid.shape.cluster_end_at(std::min(span.end, here.end)))};
}

}  // namespace mitjul
