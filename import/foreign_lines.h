#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"
#include "import/quote_places.h"

namespace mitjul {

/// Which JSON lines are read: what stands in them is the same but for the unit.
struct ForeignLinesFormat {
  std::string_view name;  ///< of the schema, and of the annotator where a row has none
  OffsetUnit usual;       ///< in which the file counts where quotes do not say otherwise
};

/// Reads JSON lines of doccano, spaCy, Prodigy and programs like them, a text a line, in either of the forms that
/// docs/formats/jsonl.md lists. The schema is put together from what is used. A line without a text is a problem, as
/// is a place outside of it; relations whose ends are not in the row are left out, and said.
std::vector<Problem> read_foreign_lines(const std::filesystem::path& path, const ForeignLinesFormat& format,
                                        const OnHeader& on_header, const OnDocument& on_document);

}  // namespace mitjul
