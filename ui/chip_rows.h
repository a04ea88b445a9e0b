#pragma once

#include <wx/gdicmn.h>

#include <vector>

namespace mitjul {

/// A chip on its way into rows.
struct ChipWidth {
  int width = 0;
  bool new_group = false;  ///< stands a little apart from the chip before it
};

struct ChipRows {
  std::vector<wxRect> chips;  ///< as many as were given
  int rows = 1;
  int height = 0;  ///< of everything, margins included
};

/// Sizes in pixels.
struct ChipSpacing {
  int margin = 8;
  int gap = 6;
  int group_gap = 16;
  int height = 26;
};

/// Fills rows of `width` pixels from the left; a chip that is wider than a row is cut to it.
ChipRows lay_out_chips(const std::vector<ChipWidth>& chips, int width, const ChipSpacing& spacing);

/// Which of the chips to show where they may fill so many rows and no more: indices of `chips`, in their order.
/// `by_weight` are the same, the ones to be kept first; behind them `room` pixels stay free.
std::vector<std::size_t> chips_that_fit(const std::vector<ChipWidth>& chips, const std::vector<std::size_t>& by_weight,
                                        int rows, int room, int width, const ChipSpacing& spacing);

}  // namespace mitjul
