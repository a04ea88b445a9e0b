#pragma once

#include <cstdint>
#include <vector>

#include "view/page.h"

namespace mitjul {

/// A stretch of whole lines of a page, as a sheet of paper holds it; in pixels of the page.
struct Sheet {
  std::int64_t top = 0;
  int height = 0;  ///< up to the lower end of its last line

  bool operator==(const Sheet&) const = default;
};

/// Cuts a page into sheets of at most `room` pixels. A line is never cut: one that is higher than a sheet has one of
/// its own, to be drawn smaller. No first line of a paragraph is left behind at the end of a sheet, and no last one
/// carried over alone, where the paragraph has enough lines for that; empty lines are left out at the top of a sheet.
/// Lays out the whole page.
std::vector<Sheet> cut_into_sheets(Page& page, int room);

}  // namespace mitjul
