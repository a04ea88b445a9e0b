// Files that only our exports write: their readers must stand whatever they are given.

#include "import/gate.h"
#include "import/webanno_tsv.h"
#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static InputFile file;
  const std::filesystem::path& path = file.holding(data, size);
  const auto look = [](const AnnotatedDocument& document) {
    for (const auto& [key, set] : document.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        if (annotation.spans() == nullptr) continue;
        require(annotation.spans()->end() <= document.document.text.end(), "a span lies in its text");
      }
    }
  };
  read_gate(path, {}, look);
  read_webanno_tsv(path, {}, look);
  return 0;
}
