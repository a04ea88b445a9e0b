#include "ui/chip_rows.h"

#include <algorithm>

namespace mitjul {

ChipRows lay_out_chips(const std::vector<ChipWidth>& chips, int width, const ChipSpacing& spacing) {
  ChipRows rows;
  const int right = std::max(width - spacing.margin, spacing.margin + 1);
  int x = spacing.margin;
  int y = spacing.margin;
  for (const ChipWidth& chip : chips) {
    const bool first = x == spacing.margin;
    const int gap = first ? 0 : chip.new_group ? spacing.group_gap : spacing.gap;
    if (!first && x + gap + chip.width > right) {
      x = spacing.margin;
      y += spacing.height + spacing.gap;
      ++rows.rows;
    } else {
      x += gap;
    }
    const int chip_width = std::min(chip.width, right - x);
    rows.chips.emplace_back(x, y, chip_width, spacing.height);
    x += chip_width;
  }
  rows.height = y + spacing.height + spacing.margin;
  return rows;
}

std::vector<std::size_t> chips_that_fit(const std::vector<ChipWidth>& chips, const std::vector<std::size_t>& by_weight,
                                        int rows, int room, int width, const ChipSpacing& spacing) {
  std::vector<std::size_t> shown;
  for (const std::size_t chip : by_weight) {
    std::vector<std::size_t> more = shown;
    more.insert(std::upper_bound(more.begin(), more.end(), chip), chip);
    std::vector<ChipWidth> widths;
    for (const std::size_t each : more) widths.push_back(chips[each]);
    if (room > 0) widths.push_back({room, false});
    if (lay_out_chips(widths, width, spacing).rows > rows) break;
    shown = std::move(more);
  }
  return shown;
}

}  // namespace mitjul
