#include "import/doccano.h"

#include <algorithm>
#include <array>

#include "core/file_io.h"
#include "core/jsonl_format.h"
#include "core/left_out.h"
#include "import/clean_name.h"
#include "import/foreign_lines.h"
#include "import/formats.h"
#include "import/zip_archive.h"

namespace mitjul {
namespace {

constexpr std::string_view kZip = "PK\x03\x04";

// As doccano and others write it, with and without a blank behind the colon.
constexpr std::array<std::string_view, 9> kMarks{"\"start_offset\"",
                                                 "\"label\":[[",
                                                 "\"label\": [[",
                                                 "\"labels\":[[",
                                                 "\"labels\": [[",
                                                 "\"from_id\"",
                                                 "\"entities\":[],\"relations\":[]",
                                                 "\"entities\": [], \"relations\": []",
                                                 "\"Comments\""};

bool is_of_lines(const std::filesystem::path& path) {
  const std::string extension = extension_of(path);
  return extension == "jsonl" || extension == "ndjson" || extension == "json";
}

/// Whose annotations a file holds: doccano writes `kim.jsonl`, or `all.jsonl` where they work on the same ones.
std::string annotator_of(const std::filesystem::path& path) {
  std::string name = clean_name(path_to_utf8(path.stem()));
  return name.empty() || name == "all" || name == "unknown" ? std::string(kDoccanoLines.name) : name;
}

ForeignPart part_of(const std::filesystem::path& path, std::function<ReadBytes()> open) {
  return {clean_name(path_to_utf8(path.stem())), annotator_of(path), std::move(open)};
}

/// Whether the first file of an archive is one of JSON lines (APPNOTE 4.3.7: the name stands behind 30 bytes).
bool begins_with_lines(std::string_view beginning) {
  constexpr std::size_t kName = 30;
  constexpr std::size_t kNameLength = 26;
  if (beginning.substr(0, kZip.size()) != kZip || beginning.size() < kName) return false;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(beginning[at]); };
  const std::size_t length = byte(kNameLength) + (std::size_t{byte(kNameLength + 1)} << 8U);
  const std::string_view name = beginning.substr(kName, length);
  return name.size() > 6 && name.substr(name.size() - 6) == ".jsonl";
}

std::vector<Problem> read_archive(const std::filesystem::path& path, const OnHeader& on_header,
                                  const OnDocument& on_document) {
  try {
    const ZipArchive archive(path);
    std::vector<ForeignPart> parts;
    for (const ZipArchive::Entry& entry : archive.entries()) {
      const std::filesystem::path name = path_from_utf8(entry.name);
      if (is_of_lines(name)) parts.push_back(part_of(name, [&] { return archive.open(entry); }));
    }
    const std::size_t others = archive.entries().size() - parts.size();
    std::vector<Problem> problems = read_foreign_lines(path, kDoccanoLines, parts, on_header, on_document);
    if (others > 0) problems.push_back(left_out(LeftOut::OtherFiles, others));
    return problems;
  } catch (const ArchiveProblem& broken) {
    return {broken.problem};
  }
}

}  // namespace

std::vector<Problem> read_doccano(const std::filesystem::path& path, const OnHeader& on_header,
                                  const OnDocument& on_document) {
  if (read_beginning(path, kZip.size()) == kZip) return read_archive(path, on_header, on_document);
  return read_foreign_lines(path, kDoccanoLines, {part_of(path, [&] { return bytes_of_file(path); })}, on_header,
                            on_document);
}

bool looks_like_doccano(std::string_view extension, std::string_view beginning) {
  if (extension == "zip") return begins_with_lines(beginning);
  if (extension != "jsonl" && extension != "ndjson" && extension != "json") return false;
  const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || beginning[first] != '{') return false;
  if (beginning.find(kJsonlFamily) != std::string_view::npos) return false;
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return beginning.find(mark) != std::string_view::npos; });
}

}  // namespace mitjul
