#include "ui/window_place.h"

#include <wx/display.h>

#include <algorithm>

namespace mitjul {

wxRect place_on_screen(const wxRect& wanted, const std::vector<wxRect>& screens) {
  if (screens.empty()) return wanted;
  const auto seen_on = [&](const wxRect& screen) {
    const wxRect seen = wanted.Intersect(screen);
    return static_cast<long>(seen.width) * seen.height;
  };
  const wxRect screen = *std::max_element(screens.begin(), screens.end(),
                                          [&](const wxRect& a, const wxRect& b) { return seen_on(a) < seen_on(b); });
  wxRect place(wanted.GetPosition(),
               wxSize(std::min(wanted.width, screen.width), std::min(wanted.height, screen.height)));
  if (seen_on(screen) == 0) return place.CentreIn(screen);
  place.x = std::clamp(place.x, screen.x, screen.x + screen.width - place.width);
  place.y = std::clamp(place.y, screen.y, screen.y + screen.height - place.height);
  return place;
}

std::vector<wxRect> screens() {
  std::vector<wxRect> found;
  for (unsigned i = 0; i < wxDisplay::GetCount(); ++i) found.push_back(wxDisplay(i).GetClientArea());
  return found;
}

}  // namespace mitjul
