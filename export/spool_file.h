#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace mitjul {

/// Bytes that are put aside until they are needed: a file beside the place of an export, without a name as soon as it
/// is open, since what is exported may be confidential and a folder for temporary files is anybody's. Nothing is left
/// of it, however the program ends. Everything throws `Error` (DiskFull …).
class SpoolFile {
 public:
  explicit SpoolFile(const std::filesystem::path& folder);
  SpoolFile(const SpoolFile&) = delete;
  SpoolFile& operator=(const SpoolFile&) = delete;
  ~SpoolFile();

  std::uint64_t size() const { return size_; }
  /// Writes at a place up to the end; behind it grows.
  void write(std::uint64_t place, std::string_view bytes);
  /// Fills the buffer with the bytes from a place on; fewer at the end. Returns how many.
  std::size_t read(std::uint64_t place, char* buffer, std::size_t size);

 private:
  void require_success();

  std::filesystem::path path_;
  std::fstream file_;
  std::uint64_t size_ = 0;
};

}  // namespace mitjul
