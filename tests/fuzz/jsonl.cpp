// JSON lines of our own and of others: what is read without a problem and fits its schema is written and read again as
// the same.

#include "import/jsonl.h"

#include "import/doccano.h"
#include "tests/fuzz/round_trip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static InputFile file;
  const std::filesystem::path& path = file.holding(data, size);
  round_trip(path, read_jsonl, "jsonl", read_jsonl);
  round_trip(path, read_doccano, "doccano", read_doccano);
  return 0;
}
