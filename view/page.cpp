#include "view/page.h"

#include <algorithm>

namespace mitjul {

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
