#include "import/plain_text.h"

#include <algorithm>
#include <array>

#include "core/crypto.h"
#include "core/file_io.h"
#include "core/utf8.h"
#include "import/decode.h"
#include "import/normalise.h"

namespace mitjul {
namespace {

constexpr std::uint64_t kLargest = std::uint64_t{512} << 20;

// Text in these would bring its markup into the article.
constexpr std::array<std::string_view, 28> kMarkupExtensions{
    "html", "htm", "xhtml", "mht", "mhtml",  "xml", "json", "jsonl",   "csv", "tsv",
    "rtf",  "hwp", "hwpx",  "hml", "pdf",    "doc", "docx", "odt",     "xls", "xlsx",
    "ods",  "ppt", "pptx",  "zip", "mitjul", "ann", "md",   "markdown"};

// First bytes of formats that are not text but may look like it in some encoding.
constexpr std::array<std::string_view, 12> kMagics{"PK\x03\x04",
                                                   "%PDF-",
                                                   "\x89PNG",
                                                   "\xFF\xD8\xFF",
                                                   "GIF8",
                                                   "\xD0\xCF\x11\xE0",
                                                   "HWP Document File",
                                                   "{\\rtf",
                                                   "SQLite format 3",
                                                   "\x1F\x8B",
                                                   "\x7F"
                                                   "ELF",
                                                   "Rar!"};

bool is_control(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0); }

/// A few control characters occur in damaged articles; a file full of them is no text in any encoding.
bool mostly_controls(const std::u32string& text) {
  const auto controls = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_control));
  return controls > 8 && controls * 10 > text.size();
}

std::string_view name_of(NewlineStyle style) {
  switch (style) {
    case NewlineStyle::None: return "none";
    case NewlineStyle::Lf: return "lf";
    case NewlineStyle::CrLf: return "crlf";
    case NewlineStyle::Cr: return "cr";
    case NewlineStyle::Mixed: break;
  }
  return "mixed";
}

/// A document's name: every character must be one that exports can hold.
std::string name_from(const std::filesystem::path& path) {
  const std::string name = path_to_utf8(path.filename());
  if (xml_allows_all(name)) return name;
  std::string cleaned;
  for (std::size_t i = 0; i < name.size();) {
    std::string character;
    append_utf8(character, next_code_point(name, i));
    cleaned += xml_allows_all(character) ? character : "\uFFFD";
  }
  return cleaned;
}

}  // namespace

ImportedDocument read_plain_text(const std::filesystem::path& path, std::string_view encoding) {
  ImportedDocument imported;
  const std::string bytes = read_file(path, kLargest);
  std::optional<Decoded> decoded = encoding.empty() ? decode(bytes) : decode_as(bytes, encoding);
  const std::string file = path_to_utf8(path.filename());
  if (!decoded || (encoding.empty() && mostly_controls(decoded->text))) {
    imported.problems.push_back(make_problem(ProblemCode::NotText));
    return imported;
  }
  if (!decoded->replaced.empty()) {
    imported.problems.push_back(
        make_problem(ProblemCode::UndecodableBytes, {std::to_string(decoded->replaced.size())}));
  }
  const std::size_t undecodable = decoded->replaced.size();
  NormalisedText normalised = normalise(*decoded);
  if (normalised.substitutions.size() > undecodable) {
    imported.problems.push_back(
        make_problem(ProblemCode::CharactersReplaced, {std::to_string(normalised.substitutions.size() - undecodable)}));
  }
  Document document = Document::make(name_from(path), Text(std::move(normalised.utf8)));
  for (NormalisedText::Substitution& substitution : normalised.substitutions) {
    document.info.substitutions.push_back({TextPos(substitution.offset), std::move(substitution.original_hex)});
  }
  document.info.origin = {"text", file, sha256_hex(bytes), decoded->encoding,
                          std::string(name_of(normalised.newlines))};
  for (Problem& problem : imported.problems) {
    problem.place.file = file;
    problem.place.document = document.info.name;
  }
  imported.document = std::move(document);
  return imported;
}

bool looks_like_text(std::string_view extension, std::string_view beginning) {
  if (std::find(kMarkupExtensions.begin(), kMarkupExtensions.end(), extension) != kMarkupExtensions.end()) return false;
  const auto starts_with = [&](std::string_view magic) { return beginning.substr(0, magic.size()) == magic; };
  if (std::any_of(kMagics.begin(), kMagics.end(), starts_with)) return false;
  return !mostly_controls(decode(beginning).text);
}

}  // namespace mitjul
