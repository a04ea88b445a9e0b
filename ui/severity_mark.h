#pragma once

#include <wx/colour.h>
#include <wx/graphics.h>
#include <wx/window.h>

#include "core/finding.h"

namespace mitjul {

/// Whether words are light on a dark background in a window.
inline bool is_dark(const wxWindow& window) { return window.GetForegroundColour().GetLuminance() > 0.5; }

/// The colour of what says how bad a problem is, to be read on the background of a window.
wxColour severity_colour(Severity severity, bool dark);

/// Draws the sign for it, as `severity_words` has it (a cross, a triangle, a ring), into a square of `size` pixels.
void draw_severity(wxGraphicsContext& context, Severity severity, bool dark, int size);

}  // namespace mitjul
