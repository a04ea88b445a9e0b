#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// Names for a narrow place: those wider than `room` are shortened with an ellipsis so that each still differs from all
/// others, whose beginnings, or beginnings and ends, may be the same (자동차산업협회…, 자동…조합, 자동…2차…). A name
/// that no shortening tells apart stays whole. Grapheme clusters stay whole. `width` measures.
std::vector<std::string> short_names(const std::vector<std::string>& names, float room,
                                     const std::function<float(std::string_view)>& width);

/// As much of the beginning of a name as fits with an ellipsis behind it; the name itself where it fits.
std::string shortened(const std::string& name, float room, const std::function<float(std::string_view)>& width);

}  // namespace mitjul
