#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace mitjul {

/// A folder of a test's own, with a blank and Hangul in its name, that goes with it.
class TempFolder {
 public:
  TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder();

  const std::filesystem::path& path() const { return path_; }
  /// A path in it, from UTF-8.
  std::filesystem::path operator/(std::string_view name) const;
  /// Writes a file in it.
  std::filesystem::path write(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

/// The bytes of a file; fails the test where it cannot be read.
std::string bytes_of(const std::filesystem::path& path);

}  // namespace mitjul
