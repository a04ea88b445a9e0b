#pragma once

#include "core/text.h"

namespace mitjul {

/// White space of Unicode, line ends among them.
bool is_blank(char32_t c);

/// Whether the character behind `pos`, which lies before the end, parts two eojeols. A blank that carries a mark is a
/// cluster with it and does not: the ends of eojeols lie between clusters.
bool is_blank_at(const Text& text, TextPos pos);

/// The span without blanks at its edges; empty where it holds only blanks.
Span trim_blanks(const Text& text, Span span);

}  // namespace mitjul
