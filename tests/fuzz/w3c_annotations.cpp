// Web Annotations: whatever is read back must stand, and be the same at every reading.

#include "import/w3c_annotations.h"

#include "tests/fuzz/round_trip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static InputFile file;
  round_trip(file.holding(data, size), read_w3c_annotations, "w3c", read_w3c_annotations);
  return 0;
}
