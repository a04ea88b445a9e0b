#pragma once

#include <string_view>

#include "core/presets.h"

namespace mitjul {

/// A preset as it is written down: `table` is that of core/presets/<id>.tsv, `guidelines` is Markdown, where a line
/// `<!-- LABEL -->` begins the guideline of a label; what stands before the first of them is the schema's. Throws
/// std::invalid_argument where a row or a label is not known.
///
/// Rows of the table, by their first column; what a row says belongs to the nearest row above it that can hold it:
///   preset     Korean name, English name
///   for        Korean description, English description
///   span, relation, document
///              id, name, id of the parent, colour, key, description
///   overlap    with what its spans may share characters, where not with all
///   attribute  id, name, type, `required` or nothing
///   value      id, name
///   role       id, name, ids of the allowed labels with blanks between
Preset read_preset(std::string_view id, std::string_view table, std::string_view guidelines);

}  // namespace mitjul
