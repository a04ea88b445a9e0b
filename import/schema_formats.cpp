#include "import/schema_formats.h"

#include <algorithm>

#include "core/file_io.h"
#include "core/utf8.h"
#include "import/brat_config.h"
#include "import/brat_schema.h"
#include "import/decode.h"
#include "import/label_studio_schema.h"
#include "import/refi_codebook.h"
#include "import/schema_xml.h"

namespace mitjul {
namespace {

// Configurations begin with comments about their origin and licence.
constexpr std::size_t kBeginning = 65536;

/// Where a document type ends: behind its brackets, where it has some.
std::string_view doctype_end(std::string_view text) {
  const std::size_t bracket = text.find('[');
  return bracket != std::string_view::npos && bracket < text.find('>') ? "]>" : ">";
}

/// The tag of the first element, as it stands in the file: behind a declaration, comments and a document type.
std::string_view first_tag(std::string_view text) {
  while (true) {
    const std::size_t begin = text.find('<');
    if (begin == std::string_view::npos ||
        text.substr(0, begin).find_first_not_of(" \t\r\n\xEF\xBB\xBF") != std::string_view::npos) {
      return {};
    }
    text.remove_prefix(begin + 1);
    if (text.empty() || (text[0] != '?' && text[0] != '!')) return text.substr(0, text.find('>'));
    const std::string_view end = text.substr(0, 3) == "!--" ? "-->" : text[0] == '?' ? "?>" : doctype_end(text);
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
}

/// The tag's name without its prefix.
std::string_view local_name(std::string_view tag) {
  tag = tag.substr(0, tag.find_first_of(" \t\r\n/"));
  const std::size_t colon = tag.find(':');
  return colon == std::string_view::npos ? tag : tag.substr(colon + 1);
}

bool is_codebook(std::string_view beginning) {
  const std::string_view tag = first_tag(beginning);
  return local_name(tag) == "CodeBook" || tag.find("urn:QDA-XML:") != std::string_view::npos;
}

bool is_label_studio(std::string_view beginning) { return local_name(first_tag(beginning)) == "View"; }

bool is_brat(std::string_view beginning) { return looks_like_brat_config(beginning); }

/// Any other XML: what is wrong with it is said by its reader.
bool is_xml(std::string_view beginning) {
  const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && beginning[first] == '<';
}

std::string as_utf8(std::string_view bytes) {
  std::string text;
  for (const char32_t c : decode(bytes).text) append_utf8(text, c);
  return text;
}

SchemaFile refused(const std::filesystem::path& path, ProblemCode code, std::vector<std::string> details) {
  SchemaFile file;
  Problem problem = make_problem(code, std::move(details));
  problem.place.file = path_to_utf8(path.filename());
  problem.place.line = code == ProblemCode::NoSchemaFormat ? 1 : 0;
  file.problems.push_back(std::move(problem));
  return file;
}

}  // namespace

const std::vector<SchemaImportFormat>& schema_import_formats() {
  // The first that recognises a file reads it.
  static const std::vector<SchemaImportFormat> kFormats{
      {"qdc",
       "REFI-QDA codebook",
       {"qdc", "qde"},
       "labels, hierarchy, colours, descriptions",
       is_codebook,
       read_refi_codebook},
      {"label-studio",
       "Label Studio configuration",
       {"xml"},
       "labels of spans and documents, relations, attributes, colours, keys",
       is_label_studio,
       read_label_studio_schema},
      {"mitjul-xml", "Mitjul XML", {"xml"}, "everything", is_xml, read_schema_file},
      {"brat",
       "brat configuration",
       {"conf"},
       "labels, hierarchy, relations, events, attributes, overlap, names, colours",
       is_brat,
       read_brat_schema},
  };
  return kFormats;
}

SchemaFile read_schema(const std::filesystem::path& path) {
  require_file(path);
  if (std::filesystem::file_size(path) > kLargestSchemaFile) {
    return refused(path, ProblemCode::FileTooLarge, {std::to_string(kLargestSchemaFile)});
  }
  // Sections and tags of a file in UTF-16 are sections and tags all the same.
  const std::string beginning = as_utf8(read_beginning(path, kBeginning));
  const auto& formats = schema_import_formats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const SchemaImportFormat& format) { return format.recognise(beginning); });
  return found == formats.end() ? refused(path, ProblemCode::NoSchemaFormat, {}) : found->read(path);
}

}  // namespace mitjul
