#pragma once

#include <vector>

#include "core/text.h"

namespace mitjul {

/// The lines of a text that are rows of tables whose cells a web page ran together (`glued_rows`), as far as the words
/// of the text itself can tell: `prose` is what of it cannot be such a row. In order.
std::vector<Span> glued_lines(const Text& text, const Text& prose);

}  // namespace mitjul
