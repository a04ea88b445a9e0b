// What reads BioC back: whatever the file holds, reading ends.

#include "import/bioc.h"

#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static InputFile file;
  read_bioc(file.holding(data, size), {}, {});
  return 0;
}
