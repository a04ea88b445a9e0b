#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace mitjul {

/// Code points that are shown on each side of a hit.
constexpr std::uint32_t kContextLength = 30;

/// What stands before a hit, the hit, and what stands behind it, with line ends and all; less at the ends of the text.
struct Context {
  std::string left;
  std::string hit;
  std::string right;

  bool operator==(const Context&) const = default;
};
Context context_of(const Text& text, Span hit, std::uint32_t length = kContextLength);

/// For showing: every line end, tab and other control character is a blank.
std::string on_one_line(std::string_view utf8);

/// What the rows of a concordance are sorted by; rows that are alike stay in the order of their places.
enum class ConcordanceOrder {
  Place,
  Left,   ///< the words before the hit: the nearest first, then the one before it
  Hit,    ///< the hit, then what stands behind it
  Right,  ///< what stands behind the hit
};

/// The rows 0 to `rows` - 1, which are in the order of their places, sorted as Korean dictionaries are (CLDR). What
/// stands around each is asked for once; 100,000 rows take some tenths of a second.
std::vector<std::uint32_t> sorted_rows(std::uint32_t rows, ConcordanceOrder order,
                                       const std::function<Context(std::uint32_t)>& context_of_row);

}  // namespace mitjul
