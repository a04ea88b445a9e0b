#pragma once

#include <wx/bmpbndl.h>
#include <wx/graphics.h>

#include <functional>

namespace mitjul {

/// Draws a sign into a square of this many pixels.
using DrawSign = std::function<void(wxGraphicsContext&, int size)>;

/// A sign for the rows of a list, sharp also on a screen with twice as many pixels; transparent around it, for the row
/// may be selected. `size`: of the square, in pixels of the usual screen.
wxBitmapBundle drawn_sign(const DrawSign& draw, int size);

}  // namespace mitjul
