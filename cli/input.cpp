#include "cli/input.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "core/error.h"
#include "core/file_io.h"

namespace mitjul {

std::string read_input(const std::string& from) {
  constexpr std::uint64_t kLargestInput = std::uint64_t{1} << 30;
  if (from != "-") return read_file(path_from_utf8(from), kLargestInput);
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), stdin))
    bytes.append(buffer.data(), count);
  if (std::ferror(stdin) != 0) throw Error(ErrorKind::InputOutput, "stdin", std::strerror(errno));
  return bytes;
}

}  // namespace mitjul
