#include "view/page_style.h"

#include <algorithm>
#include <cmath>

namespace mitjul {
namespace {

// Below the lanes of a line, however close the lines stand.
constexpr int kLeastGap = 2;

int up(float pixels) { return static_cast<int>(std::ceil(pixels)); }
int part(int size, int of) { return (size + of - 1) / of; }

}  // namespace

PageStyle::PageStyle(const TextShaper& shaper, int line_spacing) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const FontMetrics text = shaper.text_metrics(static_cast<TextStyle>(i));
    lines[i].ascent = up(text.ascent);
    lines[i].height = lines[i].ascent + up(text.descent);
  }
  text_height = line(TextStyle::Body).height;
  for (const TextStyle style : {TextStyle::Title, TextStyle::Heading}) {
    lines[static_cast<std::size_t>(style)].space_above = part(text_height, 2);
  }
  const FontMetrics label = shaper.label_metrics();
  thin_lane_height = 2 + part(text_height, 12);
  lane_height = thin_lane_height + up(label.height()) + 1;
  arc_lane_height = up(label.height()) + 2;
  line_gap = std::max(kLeastGap, part(text_height * (line_spacing - 100), 100));
  paragraph_gap = part(text_height, 3);
  edge = part(text_height, 2) + 4;
  margin = text_height;
  chip_padding = 4;
  lane_gap = 2;
  hook = part(text_height, 4);
  fill_inset = std::max(1, text_height / 12);
  underline_reach = part(text_height, 5);
}

}  // namespace mitjul
