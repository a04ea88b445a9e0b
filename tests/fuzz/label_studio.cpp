// Label Studio tasks: what is read without a problem and fits its schema is written and read again as the same.

#include "import/label_studio.h"

#include "tests/fuzz/round_trip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static InputFile file;
  round_trip(file.holding(data, size), read_label_studio, "label-studio", read_label_studio);
  return 0;
}
