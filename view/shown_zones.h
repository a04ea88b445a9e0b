#pragma once

#include <functional>
#include <vector>

#include "core/document.h"

namespace mitjul {

/// The zones that a page of a document shows: those that it has or, where import told none, what its text alone tells
/// of titles, headings, captions, tables and what belongs to the page and not to the article (`outline`); boilerplate
/// is what the document says in either case. `units` gives those of the text, where they are asked for. Sorted by their
/// start. A text that is much longer than any article is not looked through: opening it must not wait for that.
std::vector<Zone> shown_zones(const Document& document, const std::function<std::vector<Span>()>& units);

}  // namespace mitjul
