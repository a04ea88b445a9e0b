#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace mitjul {

/// A text with spans marked in it: `marked("🚀 The {quick} fox")`. Braces may nest; they are not part of the text.
struct MarkedText {
  Text text;
  std::vector<Span> spans;  ///< by the place of their opening brace
};

MarkedText marked(std::string_view utf8_with_braces);

/// UTF-8 from code points.
std::string utf8(std::u32string_view code_points);

}  // namespace mitjul
