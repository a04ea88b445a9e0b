#include "view/shown_zones.h"

#include <algorithm>

#include "korean/outline.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kLongestArticle = 200'000;  // code points
// Two rows of two: fewer cells in a row are lines of another kind that look like cells.
constexpr std::size_t kSmallestTable = 4;

std::vector<Zone> zones_of(const std::vector<OutlineUnit>& outline) {
  std::vector<Zone> zones;
  std::size_t cells = 0;  // how many of the last zones are cells in a row
  const auto end_row = [&] {
    if (cells < kSmallestTable) zones.resize(zones.size() - cells);
    cells = 0;
  };
  for (const OutlineUnit& unit : outline) {
    if (unit.role == UnitRole::Cell) {
      zones.push_back({ZoneKind::Cell, unit.span});
      ++cells;
      continue;
    }
    end_row();
    switch (unit.role) {
      case UnitRole::Heading:
        zones.push_back({unit.level == 1 ? ZoneKind::Title : ZoneKind::Heading, unit.span});
        break;
      case UnitRole::Caption: zones.push_back({ZoneKind::Caption, unit.span}); break;
      case UnitRole::Furniture: zones.push_back({ZoneKind::Byline, unit.span}); break;
      case UnitRole::Prose:
      case UnitRole::ListItem:
      case UnitRole::Cell: break;
    }
  }
  end_row();
  return zones;
}

}  // namespace

std::vector<Zone> shown_zones(const Document& document, const std::function<std::vector<Span>()>& units) {
  std::vector<Zone> zones = document.info.zones;
  const bool told =
      std::any_of(zones.begin(), zones.end(), [](const Zone& zone) { return zone.kind != ZoneKind::Boilerplate; });
  if (!told && document.text.length() <= kLongestArticle) {
    const std::vector<Zone> seen = zones_of(outline(document.text, units(), zones));
    zones.insert(zones.end(), seen.begin(), seen.end());
  }
  std::stable_sort(zones.begin(), zones.end(),
                   [](const Zone& a, const Zone& b) { return a.span.start < b.span.start; });
  return zones;
}

}  // namespace mitjul
