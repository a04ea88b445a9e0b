#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"
#include "import/xml_stream.h"

namespace mitjul {

/// Why an archive, or a file in it, cannot be read.
struct ArchiveProblem {
  Problem problem;
};

/// The bytes of an archive that does not lie on the disk, as it stands in another one.
struct ArchiveBytes {
  std::string bytes;
};

/// A zip that anybody may have written. Its files are read into memory, never onto the disk; none longer than it says,
/// and none where all of them together expand to more than 4 GiB or suspiciously far.
class ZipArchive {
 public:
  struct Entry {
    std::uint64_t index = 0;
    std::string name;
    std::uint64_t size = 0;  ///< expanded, in bytes
  };

  /// Throws `Error` where the file cannot be read, and `ArchiveProblem`: EmptyFile, NotAnArchive, ArchiveCutShort,
  /// BrokenArchive, EncryptedArchive, PathOutsideFolder (a name that leads out of the folder into which others would
  /// unpack it), BackslashInName (a name that does on some systems, or is no path on others), ArchiveExpandsTooFar.
  explicit ZipArchive(const std::filesystem::path& path);
  explicit ZipArchive(ArchiveBytes archive);
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;
  ~ZipArchive();

  /// In the order of the archive; no folders.
  const std::vector<Entry>& entries() const { return entries_; }
  /// The bytes of all its files together.
  std::uint64_t expanded() const { return expanded_; }
  /// How far an archive of so many bytes may expand; for whoever opens archives in it, these together with it, too.
  static std::uint64_t most_expanded(std::uint64_t packed);
  /// The file of this name, or else the one whose name differs in the case of ASCII letters alone; nullptr where there
  /// is none.
  const Entry* find(std::string_view name) const;

  /// The bytes. Throws `ArchiveProblem`.
  std::string read(const Entry& entry) const;
  /// The same, piece by piece. The archive outlives it.
  ReadBytes open(const Entry& entry) const;

 private:
  struct Handle;

  void list(std::uint64_t packed);

  std::unique_ptr<Handle> handle_;
  std::uint64_t expanded_ = 0;
  std::vector<Entry> entries_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::map<std::string, std::size_t, std::less<>> lower_places_;
};

/// Whether a path stays in the folder to which it is added: no `..`, no drive, nothing absolute, no backslash.
bool stays_inside(std::string_view path);

}  // namespace mitjul
