// Schemas in any format: one without a problem is written in every format and read again.

#include "import/schema_formats.h"

#include "core/schema_checks.h"
#include "export/schema_formats.h"
#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static InputFile file;
  const std::filesystem::path& path = file.holding(data, size);
  for (const SchemaImportFormat& format : schema_import_formats()) {
    const SchemaFile read = format.read(path);
    if (!read.problems.empty()) continue;
    require(check_schema(read.schema).empty(), "a schema without a problem is one");
  }
  const SchemaFile read = read_schema(path);
  if (!read.problems.empty()) return 0;
  for (const SchemaExportFormat& format : schema_export_formats()) {
    const std::string bytes = format.write(read.schema).files.front().bytes;
    const SchemaFile again =
        read_schema(file.holding(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
    require(again.problems.empty(), format.id);
  }
  return 0;
}
