// The part of a page that is about titles, tables, boilerplate and paragraphs.

#include <algorithm>
#include <cmath>

#include "view/page.h"

namespace mitjul {

void Page::set_zones(const std::vector<Zone>& zones) {
  looks_ = block_looks(text_, blocks_, zones);
  cells_.clear();
  boilerplate_.clear();
  for (const Zone& zone : zones) {
    if (zone.kind == ZoneKind::Cell) cells_.push_back(zone.span);
    if (zone.kind == ZoneKind::Boilerplate) boilerplate_.push_back(zone.span);
  }
  for (Slot& slot : slots_) slot.layout = nullptr;
  estimate();
}

std::vector<Interval> Page::extents(LineAt at, const std::vector<Span>& spans) {
  std::vector<Interval> found;
  const Span here = span_of(layout(at.block).shape, layout(at.block).lines[at.line].range);
  // Sorted by their starts; the one before may reach into the line.
  auto span = std::upper_bound(spans.begin(), spans.end(), here.start,
                               [](TextPos pos, const Span& each) { return pos < each.start; });
  if (span != spans.begin()) --span;
  for (; span != spans.end() && span->start < here.end; ++span) {
    if (const auto x = extent(at, *span)) found.push_back(*x);
  }
  return found;
}

std::vector<Interval> Page::cells(LineAt at) { return extents(at, cells_); }

std::vector<Interval> Page::boilerplate(LineAt at) {
  return looks_[at.block].ink == Ink::Faint ? std::vector<Interval>() : extents(at, boilerplate_);
}

float Page::number_width(std::uint32_t number) const {
  return std::ceil(digit_width_ * static_cast<float>(std::to_string(number).size()));
}

}  // namespace mitjul
