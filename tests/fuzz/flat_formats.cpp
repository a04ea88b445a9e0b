// Formats of sentences and flat tags: what is read without a problem stands before every check, and is written in each
// of them and read again as it must be.

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "export/write_export.h"
#include "import/formats.h"
#include "tests/fuzz/input_file.h"

namespace {

using namespace mitjul;

constexpr std::string_view kFormats[] = {"conll", "klue-ner", "nikl-ne"};

struct Read {
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  std::vector<Problem> problems;
};

Read read_as(std::string_view format, const std::filesystem::path& path) {
  Read read;
  read.problems = find_import_format(format)->read_annotations(
      path, [&](StreamHeader header) { read.header = std::move(header); },
      [&](AnnotatedDocument document) { read.documents.push_back(std::move(document)); });
  return read;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static InputFile file;
  static const std::filesystem::path out =
      std::filesystem::temp_directory_path() / ("mitjul-fuzz-out-" + std::to_string(::getpid()));
  const std::filesystem::path& path = file.holding(data, size);
  recognise_format(path);
  for (const std::string_view format : kFormats) {
    const Read read = read_as(format, path);
    require(check_schema(read.header.schema).empty(), "a schema of use is one");
    for (const AnnotatedDocument& document : read.documents) {
      require(check_document(document, read.header.schema, {}).empty(), "a document that was read is one");
    }
    bool refused = false;
    for (const Problem& problem : read.problems) refused = refused || !is_notice(problem.code);
    if (refused || read.documents.empty()) continue;
    // Verifies by reading back; throws where the two differ.
    write_export(*find_export_format(format),
                 {read.header.schema, read.header.annotators, read.documents.size(),
                  [&](std::size_t i) { return read.documents.at(i); }},
                 out, {}, annotation_reader(format), {});
    std::filesystem::remove(out);
  }
  return 0;
}
