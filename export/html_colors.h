#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mitjul {

/// The custom properties of a report's style sheet for labels: of each, by its `place` and `#RRGGBB` (empty: grey), the
/// colour `--c`, the same thin, `--f`, and what is legible on it, `--t`; lighter on dark screens.
std::string html_colors(const std::vector<std::pair<std::string, std::string>>& labels);

}  // namespace mitjul
