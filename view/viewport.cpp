#include "view/viewport.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mitjul {
namespace {

// What is seen around the line that is revealed.
constexpr int kLinesAround = 2;

}  // namespace

void Viewport::resize(int width, int height) {
  const auto margin = static_cast<float>(page_.style().margin);
  const float numbers = numbered_ ? page_.number_width(page_.paragraphs()) + static_cast<float>(2 * kSigns) : 0;
  const float left_margin = std::max(margin, numbers);
  const float room = std::max(static_cast<float>(width) - left_margin - margin, margin);
  const float widest = static_cast<float>(column_) * page_.syllable_width();
  const float column = std::floor(column_ == 0 ? room : std::min(room, widest));
  width_ = width;
  height_ = height;
  left_ = std::max(left_margin, std::floor((static_cast<float>(width) - column) / 2));
  if (column == page_.width()) {
    settle();
  } else {
    keep_place([&] { page_.set_width(column); });
  }
}

std::optional<ViewRect> Viewport::number_place(const VisibleBlock& visible) {
  const std::uint32_t number = page_.paragraph_number(visible.block);
  if (!numbered_ || number == 0) return std::nullopt;
  const Line& line = page_.layout(visible.block).lines.front();
  const float width = page_.number_width(number);
  return ViewRect{left_ - static_cast<float>(kSigns) - width, visible.y + line.text_top, width,
                  line.text_bottom - line.text_top};
}

TextPos Viewport::top_position() {
  const Page::LineAt at = page_.line_at(anchor_block_, anchor_offset_);
  if (page_.block_at(kept_) == at.block && page_.line_of({kept_, false}) == at) return kept_;
  return page_.line_start(at).pos;
}

int Viewport::into_line() {
  const Page::LineAt at = page_.line_at(anchor_block_, anchor_offset_);
  return anchor_offset_ - page_.layout(at.block).lines[at.line].top;
}

void Viewport::show_at_top(TextPos pos, int into_line) {
  const Page::LineAt at = page_.line_of({pos, false});
  const Line& line = page_.layout(at.block).lines[at.line];
  kept_ = pos;
  anchor_block_ = at.block;
  // At the very top of the page there is a margin above the first line, and a gap below the last one of a paragraph.
  const BlockLayout& laid = page_.layout(at.block);
  const int end = at.line + 1 == laid.lines.size() ? laid.height : line.bottom;
  anchor_offset_ = line.top + std::min(into_line, end - line.top - 1);
  settle();
}

/// Brings the anchor into its block, and the viewport onto the page.
void Viewport::settle() {
  while (anchor_offset_ < 0 && anchor_block_ > 0) {
    --anchor_block_;
    anchor_offset_ += page_.layout(anchor_block_).height;
  }
  while (anchor_block_ + 1 < page_.blocks() && anchor_offset_ >= page_.layout(anchor_block_).height) {
    anchor_offset_ -= page_.layout(anchor_block_).height;
    ++anchor_block_;
  }
  // Not beyond the end: what is missing at the bottom is shown at the top.
  int below = -anchor_offset_;
  for (std::size_t block = anchor_block_; block < page_.blocks() && below < height_; ++block) {
    below += page_.layout(block).height;
  }
  int missing = height_ - below;
  while (missing > 0 && anchor_offset_ < missing && anchor_block_ > 0) {
    --anchor_block_;
    anchor_offset_ += page_.layout(anchor_block_).height;
  }
  if (missing > 0) anchor_offset_ -= missing;
  if (anchor_block_ == 0) anchor_offset_ = std::max(anchor_offset_, 0);
}

std::vector<Viewport::VisibleBlock> Viewport::visible() {
  settle();
  std::vector<VisibleBlock> blocks;
  int y = -anchor_offset_;
  for (std::size_t block = anchor_block_; block < page_.blocks() && y < height_; ++block) {
    blocks.push_back({block, y});
    y += page_.layout(block).height;
  }
  return blocks;
}

void Viewport::scroll_by(int pixels) {
  anchor_offset_ += pixels;
  settle();
}

void Viewport::scroll_to(std::int64_t y) {
  const std::int64_t last = std::max<std::int64_t>(page_height() - height_, 0);
  if (y >= last) {
    // The end is the end, however far off the estimates are.
    anchor_block_ = page_.blocks() - 1;
    anchor_offset_ = page_.layout(anchor_block_).height;
    settle();
    return;
  }
  y = std::max<std::int64_t>(y, 0);
  anchor_block_ = page_.heights().find(y);
  const int estimated = page_.heights().height(anchor_block_);
  const auto into = static_cast<int>(y - page_.heights().top(anchor_block_));
  // As far into the block as its estimate said.
  const int exact = page_.layout(anchor_block_).height;
  anchor_offset_ = estimated == exact ? into : static_cast<int>(std::int64_t{into} * exact / std::max(estimated, 1));
  settle();
}

bool Viewport::reveal(CaretPlace place) {
  const Page::LineAt at = page_.line_of(place);
  const BlockLayout& laid = page_.layout(at.block);
  const Line& line = laid.lines[at.line];
  // Of a line that is higher than the screen, the text.
  const bool whole = line.bottom - line.top <= height_;
  const int top = whole ? line.top : line.text_top;
  const int bottom = whole ? line.bottom : line.text_bottom;
  // As many lines around it as there is room for.
  int above = 0;
  int below = 0;
  for (int lines = kLinesAround; lines > 0; --lines) {
    above = top - top_of_line(at, -lines);
    below = top_of_line(at, lines + 1) - bottom;
    if (above + bottom - top + below <= height_) break;
    above = below = 0;
  }
  const auto before = std::pair(anchor_block_, anchor_offset_);
  const std::optional<int> block_y = near_top_of(at.block);
  if (!block_y) {
    // Far away: into the upper third, if it is not too high for that.
    anchor_block_ = at.block;
    anchor_offset_ = top - std::clamp(height_ / 3, above, std::max(above, height_ - below - (bottom - top)));
  } else if (*block_y + top < above) {
    anchor_offset_ += *block_y + top - above;
  } else if (*block_y + bottom + below > height_) {
    anchor_offset_ += *block_y + bottom + below - height_;
  }
  settle();
  return before != std::pair(anchor_block_, anchor_offset_);
}

/// From the top of the line's block, the top of the line that is so many lines further down, or of the one behind the
/// last; up where negative. As many as there are.
int Viewport::top_of_line(Page::LineAt at, int lines) {
  int y = 0;  // of the block, from that of the first one
  for (; lines < 0; ++lines) {
    const auto next = page_.line_before(at);
    if (!next) break;
    if (next->block != at.block) y -= page_.layout(next->block).height;
    at = *next;
  }
  for (; lines > 0; --lines) {
    const auto next = page_.line_after(at);
    if (!next) return y + page_.layout(at.block).lines[at.line].bottom;
    if (next->block != at.block) y += page_.layout(at.block).height;
    at = *next;
  }
  return y + page_.layout(at.block).lines[at.line].top;
}

/// Where a block begins on the screen, if that is not further than a screen from it.
std::optional<int> Viewport::near_top_of(std::size_t block) {
  int y = -anchor_offset_;
  std::size_t at = anchor_block_;
  for (; at < block && y < 2 * height_; ++at) y += page_.layout(at).height;
  for (; at > block && y > -height_; --at) y -= page_.layout(at - 1).height;
  if (at != block) return std::nullopt;
  return y;
}

std::optional<ViewRect> Viewport::caret(CaretPlace place) {
  const Page::LineAt at = page_.line_of(place);
  for (const VisibleBlock& visible : visible()) {
    if (visible.block != at.block) continue;
    const Line& line = page_.layout(at.block).lines[at.line];
    const int y = visible.y + line.text_top;
    const int height = line.text_bottom - line.text_top;
    if (y >= height_ || y + height <= 0) return std::nullopt;
    return ViewRect{left_ + page_.x_of(place), y, 1, height};
  }
  return std::nullopt;
}

Hit Viewport::hit(float x, int y) {
  Hit hit;
  auto blocks = visible();
  if (blocks.empty()) blocks.push_back({anchor_block_, -anchor_offset_});  // a viewport without height
  std::size_t found = 0;
  while (found + 1 < blocks.size() && blocks[found + 1].y <= y) ++found;
  const std::size_t index = blocks[found].block;
  const int in_block = y - blocks[found].y;
  const float in_line = x - left_;
  const Page::LineAt at = page_.line_at(index, in_block);
  const BlockLayout& laid = page_.layout(index);
  const Line& line = laid.lines[at.line];
  hit.place = page_.place_in_line(at, in_line);
  hit.on_text = in_block >= line.text_top && in_block < line.text_bottom && in_line >= 0 && in_line < line.width;

  const auto inside = [&](Interval range) { return in_line >= range.left && in_line < range.right; };
  if (in_block < line.text_top) {
    const int lane = (line.text_top - 1 - in_block) / page_.style().arc_lane_height;
    for (const Arc& arc : line.arcs) {
      if (arc.lane == lane && (inside(arc.x) || inside(arc.label))) hit.annotations.push_back(arc.link->id);
    }
  } else if (in_block < line.text_bottom) {
    std::vector<const MarkPiece*> pieces;
    for (const MarkPiece& piece : line.pieces) {
      if (inside(piece.x)) pieces.push_back(&piece);
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const MarkPiece* a, const MarkPiece* b) {
      // Of two that cover the same, one's own.
      const auto order = [](const Mark& mark) { return std::make_pair(mark.spans.hull().length(), mark.author); };
      return order(*a->mark) < order(*b->mark);
    });
    for (const MarkPiece* const piece : pieces) hit.annotations.push_back(piece->mark->id);
  } else {
    const auto lane = static_cast<int>(std::upper_bound(line.lane_tops.begin(), line.lane_tops.end(), in_block) -
                                       line.lane_tops.begin()) -
                      1;
    for (const Chip& chip : line.chips) {
      if (chip.lane == lane && inside(chip.x)) hit.annotations.push_back(chip.mark->id);
    }
    for (const MarkPiece& piece : line.pieces) {
      if (hit.annotations.empty() && piece.lane == lane && inside(piece.x)) hit.annotations.push_back(piece.mark->id);
    }
  }
  hit_suggested(hit, at, in_line, in_block);
  return hit;
}

/// A passage is hit at its underline alone: the text in it is for the caret.
void Viewport::hit_suggested(Hit& hit, Page::LineAt at, float in_line, int in_block) {
  const PageStyle& style = page_.style();
  const Line& line = page_.layout(at.block).lines[at.line];
  const int bottom = line.lane_tops.empty() ? line.text_bottom + style.line_gap / 2 : line.text_bottom;
  if (in_block < line.text_top || in_block >= bottom) return;
  const bool on_underline = in_block >= line.text_bottom - style.underline_reach;
  const std::vector<SuggestedPiece> pieces = page_.suggested_pieces(at);
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    if (in_line < piece->x.left || in_line >= piece->x.right) continue;
    const bool passage = page_.suggested()[piece->index].kind == SuggestedMark::Kind::Passage;
    if (!passage || on_underline) hit.suggested.push_back(piece->index);
  }
}

std::vector<SuggestedChip> Viewport::suggested_chips(std::optional<std::size_t> selected) {
  std::vector<SuggestedChip> chips;
  for (std::size_t i = 0; i < page_.suggested().size(); ++i) {
    if (page_.suggested()[i].kind != SuggestedMark::Kind::Proposal && selected != i) continue;
    auto chip = suggested_chip(i);
    if (!chip) continue;
    place_beside(chips, chip->place);
    chips.push_back(*chip);
  }
  return chips;
}

/// Moves a chip behind those that it would cover, and below them where it would reach beyond the edge there.
void Viewport::place_beside(const std::vector<SuggestedChip>& chips, ViewRect& place) const {
  const float first_x = place.x;
  const auto covered = [&] {
    return std::find_if(chips.begin(), chips.end(), [&](const SuggestedChip& other) {
      const ViewRect& taken = other.place;
      return place.y < taken.y + taken.height && taken.y < place.y + place.height && place.x < taken.x + taken.width &&
             taken.x < place.x + place.width;
    });
  };
  for (auto other = covered(); other != chips.end(); other = covered()) {
    place.x = other->place.x + other->place.width + static_cast<float>(page_.style().lane_gap);
    if (place.x + place.width <= left_ + page_.width()) continue;
    place.x = first_x;
    place.y = other->place.y + other->place.height + page_.style().lane_gap;
  }
}

std::optional<SuggestedChip> Viewport::suggested_chip(std::size_t index) {
  const Page::LineAt at = page_.line_of({page_.suggested()[index].span.start});
  for (const VisibleBlock& visible : visible()) {
    if (visible.block != at.block) continue;
    const std::vector<SuggestedPiece> pieces = page_.suggested_pieces(at);
    const auto piece =
        std::find_if(pieces.begin(), pieces.end(), [index](const SuggestedPiece& each) { return each.index == index; });
    if (piece == pieces.end()) return std::nullopt;
    const Line& line = page_.layout(at.block).lines[at.line];
    if (visible.y + line.text_bottom <= 0 || visible.y + line.text_top >= height_) return std::nullopt;
    const float width = std::min(page_.suggested_chip_width(index), page_.width());
    const float x = std::max(0.F, std::min(piece->x.left, page_.width() - width));
    const int chip_height = page_.style().lane_height - page_.style().thin_lane_height + 1;
    const int below = visible.y + line.text_bottom + 2;
    const int above = visible.y + line.text_top - chip_height - 1;
    const bool fits_below = below + chip_height <= height_ || above < 0;
    return SuggestedChip{index, piece->label, {left_ + x, fits_below ? below : above, width, chip_height}};
  }
  return std::nullopt;
}

CaretPlace Viewport::moved(CaretPlace place, int lines, float x) {
  Page::LineAt at = page_.line_of(place);
  for (; lines < 0; ++lines) {
    const auto above = page_.line_before(at);
    if (!above) return page_.line_start(at);
    at = *above;
  }
  for (; lines > 0; --lines) {
    const auto below = page_.line_after(at);
    if (!below) return page_.line_end(at);
    at = *below;
  }
  return page_.place_in_line(at, x);
}

int Viewport::lines_on_screen() const {
  return std::max(1, height_ / (page_.style().text_height + page_.style().line_gap) - 1);
}

}  // namespace mitjul
