#include "ui/broken_line.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mitjul {

void fill_broken(wxGraphicsContext& context, const Broken& broken, double left, double right, double y) {
  const double room = right - left;
  if (room <= 0) return;
  const double gaps = std::max(0.0, std::floor((room - broken.length) / (broken.length + broken.gap)));
  const double step = gaps > 0 ? (room - broken.length) / gaps : 0;
  wxGraphicsPath path = context.CreatePath();
  for (int i = 0; i <= static_cast<int>(gaps); ++i) {
    path.AddRectangle(std::round(left + i * step), y, std::min(broken.length, room), broken.height);
  }
  context.FillPath(path);
}

wxPen dashed_pen(const wxColour& colour, int width) {
  static const std::array<wxDash, 2> kPattern{3, 2};  // in widths of the pen
  wxPen pen(colour, width, wxPENSTYLE_USER_DASH);
  pen.SetDashes(static_cast<int>(kPattern.size()), kPattern.data());
  pen.SetCap(wxCAP_BUTT);
  return pen;
}

}  // namespace mitjul
