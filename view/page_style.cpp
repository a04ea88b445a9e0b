#include "view/page_style.h"

#include <algorithm>
#include <cmath>

namespace mitjul {
namespace {

int up(float pixels) { return static_cast<int>(std::ceil(pixels)); }
// Below the lanes of a line, however close the lines stand.
constexpr int kLeastGap = 2;

int part(int size, int of) { return (size + of - 1) / of; }

}  // namespace

PageStyle::PageStyle(const TextShaper& shaper, int line_spacing) {
  const FontMetrics text = shaper.text_metrics();
  const FontMetrics label = shaper.label_metrics();
  ascent = up(text.ascent);
  text_height = ascent + up(text.descent);
  thin_lane_height = 2 + part(text_height, 12);
  lane_height = thin_lane_height + up(label.height()) + 1;
  arc_lane_height = up(label.height()) + 2;
  line_gap = std::max(kLeastGap, (text_height * (line_spacing - 100) + 99) / 100);
  paragraph_gap = part(text_height, 3);
  edge = part(text_height, 2) + 4;
  chip_padding = 4;
  lane_gap = 2;
  underline_reach = part(text_height, 5);
}

}  // namespace mitjul
