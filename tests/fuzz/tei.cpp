// What reads TEI back: whatever the file holds, reading ends.

#include "import/tei.h"

#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("mitjul-fuzz-tei-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "a.xml", std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  read_tei(folder, {}, {});
  std::filesystem::remove_all(folder);
  return 0;
}
