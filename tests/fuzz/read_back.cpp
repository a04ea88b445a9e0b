// What reads back exports from which nothing is imported: whatever it is given, it says what is wrong and ends.

#include "import/csv_table.h"
#include "import/html_report.h"
#include "import/xlsx_table.h"
#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static InputFile file;
  const std::filesystem::path& path = file.holding(data, size);
  for (const auto read : {read_csv_table, read_html_report, read_xlsx_table}) {
    std::size_t headers = 0;
    read(path, [&](const StreamHeader&) { ++headers; }, {});
    require(headers == 1, "there is one header");
  }
  return 0;
}
