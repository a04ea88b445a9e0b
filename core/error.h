#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace mitjul {

/// What the environment can refuse. Each kind has one sentence for people, made in `messages/`.
enum class ErrorKind {
  NotFound,
  FolderNotFound,  ///< the folder in which something is looked for or made
  AlreadyExists,
  IsDirectory,
  NotAFile,  ///< a pipe or a device
  NotDirectory,
  FolderNotEmpty,
  NotAProject,
  NewerVersion,  ///< detail: the version of the file
  Locked,        ///< another program holds the project for longer than we wait
  DiskFull,
  ReadOnly,
  NoPermission,
  TooLarge,            ///< detail: the limit in bytes
  Damaged,             ///< detail: what does not fit together
  VerificationFailed,  ///< an export that did not read back as it was written; detail: the first difference
  Cancelled,
  InputOutput,  ///< everything else; detail: the system's words
};

/// Thrown when the environment (disk, lock, missing or damaged file) says no; nothing has changed then.
/// Caught in one place in `cli/` and one in `ui/`. Wrong data is no Error but a `Problem`.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, std::filesystem::path path, std::string detail = {})
      : std::runtime_error(detail), kind_(kind), path_(std::move(path)), detail_(std::move(detail)) {}

  ErrorKind kind() const { return kind_; }
  const std::filesystem::path& path() const { return path_; }
  const std::string& detail() const { return detail_; }

 private:
  ErrorKind kind_;
  std::filesystem::path path_;
  std::string detail_;
};

}  // namespace mitjul
