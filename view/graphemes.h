#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mitjul {

/// Where the grapheme clusters of a piece of text end, in bytes of UTF-8, in the order of the text (UAX #29). Takes
/// linear time whatever stands there; `Text` answers for single places faster, but walks back through a cluster, or a
/// run of flags, each time. The piece is taken for a whole text: it should begin between clusters.
std::vector<std::uint32_t> grapheme_ends(std::string_view utf8);

}  // namespace mitjul
