#pragma once

#include <wx/colour.h>
#include <wx/graphics.h>
#include <wx/pen.h>

namespace mitjul {

/// A broken line: how long and how high a part of it is, and about how far apart the parts are, in pixels.
struct Broken {
  double length;
  double height;
  double gap;
};

/// From edge to edge with the brush of the context: it begins and ends with a whole part, and the gaps share what is
/// left.
void fill_broken(wxGraphicsContext& context, const Broken& broken, double left, double right, double y);

/// For outlines in dashes.
wxPen dashed_pen(const wxColour& colour, int width);

}  // namespace mitjul
