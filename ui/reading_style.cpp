#include "ui/reading_style.h"

#include <algorithm>

namespace mitjul {

ReadingStyle ReadingStyle::clamped() const {
  ReadingStyle style = *this;
  style.line_spacing = std::clamp(line_spacing, kLeastSpacing, kMostSpacing);
  if (column != kWholeWindow) style.column = std::clamp(column, kNarrowestColumn, kWidestColumn);
  return style;
}

}  // namespace mitjul
