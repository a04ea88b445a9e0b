#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "import/foreign_schema.h"
#include "import/schema_file.h"
#include "import/xml_stream.h"

namespace mitjul {

/// Reads a codebook of REFI-QDA 1.0 (`.qdc`), or the one in a `project.qde`: codes become labels, nested ones labels
/// below them. What Mitjul wrote itself says in the last line of a description what else a code is
/// (docs/formats/refi-codebook.md).
SchemaFile read_refi_codebook(const std::filesystem::path& path);

/// What a code stands for: a label, and where it is an attribute or a value of one, that.
struct RefiCode {
  std::string label;
  std::string attribute{};
  std::string value{};
};
/// By GUID, as `plain_guid` gives it.
using RefiCodes = std::map<std::string, RefiCode>;

/// The element `CodeBook` of a project as labels of `schema`.
RefiCodes read_refi_codes(pugi::xml_node codebook, const XmlLines& lines, ForeignSchema& schema);

/// In lower case, without braces.
std::string plain_guid(std::string_view guid);

/// The lines that begin with `mitjul: ` at the end of the text, without that; they are taken off with the empty line
/// before them.
std::vector<std::string> take_refi_marks(std::string& text);

}  // namespace mitjul
