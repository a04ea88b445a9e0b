// The native XML: what is read without a problem is written and read again as the same.

#include "import/native_xml.h"

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "export/write_export.h"
#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static InputFile file;
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  bool legal = true;
  const std::vector<Problem> problems = read_native_xml(
      file.holding(data, size),
      [&](StreamHeader seen) {
        header = std::move(seen);
        legal = check_schema(header.schema).empty();
      },
      [&](AnnotatedDocument document) {
        // Must stand whatever it is given.
        legal = check_document(document, header.schema, {}).empty() && legal;
        documents.push_back(std::move(document));
      });
  if (!problems.empty() || !legal) return 0;
  static const std::filesystem::path out =
      std::filesystem::temp_directory_path() / ("mitjul-fuzz-out-" + std::to_string(::getpid()));
  // Verifies by reading back; throws where the two differ.
  write_export(*find_export_format("mitjul-xml"),
      {header.schema, header.annotators, documents.size(), [&](std::size_t i) { return documents.at(i); }}, out, {},
      read_native_xml, {});
  std::filesystem::remove(out);
  return 0;
}
