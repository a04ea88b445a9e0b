// The part of a page that is about suggested marks.

#include <algorithm>
#include <cmath>

#include "view/page.h"

namespace mitjul {

void Page::suggest(std::vector<SuggestedMark> marks) {
  attach_suggested(false);
  suggested_ = std::move(marks);
  attach_suggested(true);
}

/// Notes the marks in their blocks, so that a line that is painted looks at those of its block alone.
void Page::attach_suggested(bool attached) {
  for (std::size_t i = 0; i < suggested_.size(); ++i) {
    const SuggestedMark& mark = suggested_[i];
    if (mark.span.empty() || !text_.holds(mark.span) || !label_index(mark.label)) continue;
    const std::size_t last = block_at(mark.span.end - 1);
    for (std::size_t block = block_at(mark.span.start); block <= last; ++block) {
      if (attached) {
        slots_[block].suggested.push_back(i);
      } else {
        slots_[block].suggested.clear();
      }
    }
  }
}

std::vector<SuggestedPiece> Page::suggested_pieces(LineAt at) {
  std::vector<SuggestedPiece> pieces;
  if (slots_[at.block].suggested.empty()) return pieces;
  const BlockLayout& laid = layout(at.block);
  const Span here = span_of(laid.shape, laid.lines[at.line].range);
  for (const std::size_t index : slots_[at.block].suggested) {
    const SuggestedMark& mark = suggested_[index];
    if (!mark.span.overlaps(here)) continue;
    const auto x = extent(at, mark.span);
    if (!x || x->length() <= 0) continue;
    pieces.push_back({index, *label_index(mark.label), *x, mark.span.start >= here.start, mark.span.end <= here.end});
  }
  std::stable_sort(pieces.begin(), pieces.end(), [this](const SuggestedPiece& a, const SuggestedPiece& b) {
    return suggested_[a.index].span.length() > suggested_[b.index].span.length();
  });
  return pieces;
}

std::string Page::suggested_name(std::size_t index) {
  const SuggestedMark& mark = suggested_[index];
  return mark.name.empty() ? short_name(*label_index(mark.label)) + "?" : mark.name;
}

float Page::suggested_chip_width(std::size_t index) { return name_width(suggested_name(index)); }

}  // namespace mitjul
