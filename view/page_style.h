#pragma once

#include <array>

#include "view/shaper.h"

namespace mitjul {

/// The measures of a page, in pixels, made from those of its fonts so that they grow together.
struct PageStyle {
  static constexpr int kUsualSpacing = 130;

  /// A line of text alone.
  struct TextLine {
    int height = 0;
    int ascent = 0;       ///< from its top to the baseline
    int space_above = 0;  ///< before a block that is set so
  };

  std::array<TextLine, kLetters.size()> lines;
  int text_height = 0;       ///< of a line of the body
  int lane_height = 0;       ///< of a lane with chips
  int thin_lane_height = 0;  ///< of a lane with bars only
  int arc_lane_height = 0;
  int line_gap = 0;       ///< below each line
  int paragraph_gap = 0;  ///< below each paragraph
  int edge = 0;           ///< above the first line and below the last
  int margin = 0;         ///< left and right of the text, at least
  int chip_padding = 0;   ///< left and right of the name in a chip
  int lane_gap = 0;       ///< between two bars or chips in one lane
  int hook = 0;           ///< how far the line of a discontinuous mark reaches beyond a line that it goes on from
  /// By how much a fill is lower, above and below, than one that it lies in.
  int fill_inset = 0;
  /// How far above the lower edge of the text a click still means the underline of something suggested.
  int underline_reach = 0;

  /// `line_spacing` in per cent of the height of a line of text, 100 at least.
  PageStyle(const TextShaper& shaper, int line_spacing);

  const TextLine& line(TextStyle style) const { return lines[static_cast<std::size_t>(style)]; }
};

}  // namespace mitjul
