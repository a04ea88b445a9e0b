// Schema files: one without a problem is written and read again as the same.

#include "import/schema_xml.h"

#include "export/schema_xml.h"
#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static InputFile file;
  const SchemaFile read = read_schema_file(file.holding(data, size));
  if (!read.problems.empty()) return 0;
  const std::string xml = schema_to_xml(read.schema);
  const SchemaFile again =
      read_schema_file(file.holding(reinterpret_cast<const std::uint8_t*>(xml.data()), xml.size()));
  require(again.problems.empty() && again.schema == read.schema, "a schema comes back as it was written");
  return 0;
}
