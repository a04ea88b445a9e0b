#include "import/doccano.h"

#include <algorithm>
#include <array>

#include "core/jsonl_format.h"
#include "import/foreign_lines.h"

namespace mitjul {
namespace {

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

}  // namespace

std::vector<Problem> read_doccano(const std::filesystem::path& path, const OnHeader& on_header,
                                  const OnDocument& on_document) {
  return read_foreign_lines(path, {"doccano", OffsetUnit::Utf16}, on_header, on_document);
}

bool looks_like_doccano(std::string_view extension, std::string_view beginning) {
  if (extension != "jsonl" && extension != "ndjson" && extension != "json") return false;
  const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || beginning[first] != '{') return false;
  if (beginning.find(kJsonlFamily) != std::string_view::npos) return false;
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return beginning.find(mark) != std::string_view::npos; });
}

}  // namespace mitjul
