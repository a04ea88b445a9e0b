#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema.h"

namespace mitjul {

/// The colours that labels are offered, as `#RRGGBB`, by hue: told apart also by who sees no red or no green, and
/// neither too faint on white nor on near-black.
const std::vector<std::string>& offered_colors();

/// How different two colours look, to the eyes that tell them apart least: 0 the same, 0.05 beside each other hard to
/// tell, 1 black and white (OKLab of what is seen with normal sight, protanopia and deuteranopia, after Machado et al.
/// 2009).
double color_distance(std::string_view a, std::string_view b);

/// `#RRGGBB` of what somebody may type: without `#`, in small letters, with three digits. Nothing where it is no
/// colour.
std::optional<std::string> parse_color(std::string_view text);

/// For a label that comes in below `parent`: the offered colour that is used least, and of those the one that differs
/// most from the labels beside it.
std::string next_color(const Schema& schema, LabelKind kind, std::string_view parent);

}  // namespace mitjul
