// Projects of REFI-QDA: whatever the archive holds, reading ends, and what comes of it may be looked at.

#include "import/refi_project.h"

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static InputFile file;
  Schema schema;
  read_refi_project(
      file.holding(data, size), [&](StreamHeader header) { schema = std::move(header.schema); },
      [&](const AnnotatedDocument& document) {
        check_schema(schema);
        check_document(document, schema, {});
      });
  return 0;
}
