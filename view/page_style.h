#pragma once

#include "view/shaper.h"

namespace mitjul {

/// The measures of a page, in pixels, made from those of its fonts so that they grow together.
struct PageStyle {
  static constexpr int kUsualSpacing = 130;

  int text_height = 0;       ///< of a line of text alone
  int ascent = 0;            ///< from its top to the baseline
  int lane_height = 0;       ///< of a lane with chips
  int thin_lane_height = 0;  ///< of a lane with bars only
  int arc_lane_height = 0;
  int line_gap = 0;       ///< below each line
  int paragraph_gap = 0;  ///< below each paragraph
  int edge = 0;           ///< above the first line and below the last
  int chip_padding = 0;   ///< left and right of the name in a chip
  int lane_gap = 0;       ///< between two bars or chips in one lane
  /// How far above the lower edge of the text a click still means the underline of something suggested.
  int underline_reach = 0;

  /// `line_spacing` in per cent of the height of a line of text, 100 at least.
  PageStyle(const TextShaper& shaper, int line_spacing);
};

}  // namespace mitjul
