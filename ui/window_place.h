#pragma once

#include <wx/gdicmn.h>

#include <vector>

namespace mitjul {

/// Where a window that was at `wanted` is all on the screen: on the one that shows most of it, no larger than that;
/// on the first where none shows it any more. As it was where there are no screens to know of.
wxRect place_on_screen(const wxRect& wanted, const std::vector<wxRect>& screens);

/// What windows may cover on each screen, without the panels of the desktop.
std::vector<wxRect> screens();

}  // namespace mitjul
