#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "core/crypto.h"
#include "core/file_io.h"

namespace mitjul {

namespace fs = std::filesystem;

TempFolder::TempFolder() : path_(fs::temp_directory_path() / path_from_utf8("mitjul 시험 " + random_key(10))) {
  fs::create_directories(path_);
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path TempFolder::operator/(std::string_view name) const { return path_ / path_from_utf8(name); }

fs::path TempFolder::write(std::string_view name, std::string_view bytes) const {
  const fs::path path = *this / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace mitjul
