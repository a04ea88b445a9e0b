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

}  // namespace mitjul
