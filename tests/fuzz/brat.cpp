// brat: an .ann file beside a text. What is read without a problem keeps the rules, and is written and read again.

#include "import/brat.h"

#include <fstream>

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "export/formats.h"
#include "export/write_export.h"
#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("mitjul-fuzz-brat-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const auto write = [&](const char* name, std::string_view bytes) {
    std::ofstream(folder / name, std::ios::binary | std::ios::trunc) << bytes;
  };
  // The text is that of the fixture, so that quotes can be right.
  write("기사.txt", "🚀 화웨이가 칩을 확보했다.\n미국은 반발했다.");
  write("기사.ann", std::string_view(reinterpret_cast<const char*>(data), size));
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  std::vector<Problem> problems = read_brat(
      folder / "기사.ann", [&](StreamHeader seen) { header = std::move(seen); },
      [&](AnnotatedDocument document) { documents.push_back(std::move(document)); });
  std::erase_if(problems, [](const Problem& problem) { return is_notice(problem.code); });
  if (!problems.empty() || documents.empty()) return 0;
  if (!check_schema(header.schema).empty()) return 0;
  require(check_document(documents.front(), header.schema, {}).empty(), "annotations fit the schema that they make");
  const std::filesystem::path out = folder.string() + "-out";
  std::filesystem::remove_all(out);
  write_export(*find_export_format("brat"),
               {header.schema, header.annotators, documents.size(), [&](std::size_t i) { return documents.at(i); }},
               out, {}, read_brat, {});
  std::filesystem::remove_all(out);
  return 0;
}
