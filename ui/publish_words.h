#pragma once

#include <wx/string.h>

#include "core/schema_difference.h"

namespace mitjul {

/// A difference in a line. `before` and `after`: the two versions.
wxString difference_words(const SchemaDifference& difference, const Schema& before, const Schema& after);

/// Whether it is one of two texts that are read beside each other.
bool is_of_texts(const SchemaDifference& difference);

}  // namespace mitjul
