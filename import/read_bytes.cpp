#include "import/read_bytes.h"

#include <fstream>
#include <memory>

#include "core/error.h"
#include "core/file_io.h"

namespace mitjul {

ReadBytes bytes_of_file(const std::filesystem::path& path) {
  require_file(path);  // says what is wrong with the path, which a stream does not
  const auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
  return [file, path](char* buffer, std::size_t size) {
    file->read(buffer, static_cast<std::streamsize>(size));
    if (file->bad()) throw Error(ErrorKind::InputOutput, path);
    return static_cast<std::size_t>(file->gcount());
  };
}

}  // namespace mitjul
