#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"
#include "import/quote_places.h"
#include "import/read_bytes.h"

namespace mitjul {

/// Which JSON lines are read: what stands in them is the same but for this.
struct ForeignLinesFormat {
  std::string_view name;  ///< of the schema
  OffsetUnit usual;       ///< in which the file counts where quotes do not say otherwise
  bool ids_once;          ///< whether two spans with one id are a mistake, and no pieces of one
};
inline constexpr ForeignLinesFormat kDoccanoLines{"doccano", OffsetUnit::Utf16, true};
inline constexpr ForeignLinesFormat kOtherLines{"JSONL", OffsetUnit::CodePoints, false};

/// Lines that come together: a file, or one in an archive.
struct ForeignPart {
  std::string name;       ///< for texts without one
  std::string annotator;  ///< whose annotations these are where a row does not say
  std::function<ReadBytes()> open;
};

/// Reads JSON lines of doccano, spaCy, Prodigy and programs like them, a text a line, in either of the forms that
/// docs/formats/jsonl.md lists. The schema is put together from what is used. A line without a text is a problem, as
/// is a place outside of it; relations whose ends are not in the row are left out, and said. The same text of the same
/// id is the same document, whoever annotated it.
std::vector<Problem> read_foreign_lines(const std::filesystem::path& path, const ForeignLinesFormat& format,
                                        const std::vector<ForeignPart>& parts, const OnHeader& on_header,
                                        const OnDocument& on_document);
/// The same of a file that is one part.
std::vector<Problem> read_foreign_lines(const std::filesystem::path& path, const ForeignLinesFormat& format,
                                        const OnHeader& on_header, const OnDocument& on_document);

}  // namespace mitjul
