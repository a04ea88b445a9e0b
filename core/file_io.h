#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace mitjul {

// Everything that talks to the operating system about files, but for SQLite. All of it throws `Error`.

/// A path from UTF-8, as names in projects and on the command line are kept.
std::filesystem::path path_from_utf8(std::string_view utf8);
/// The name for people and for projects; bytes that are not UTF-8 become U+FFFD.
std::string path_to_utf8(const std::filesystem::path& path);

/// Says that there is nothing of that name: `Error{NotFound}`, or `Error{FolderNotFound}` with the folder in which it
/// should be, where already that is missing.
[[noreturn]] void throw_not_found(const std::filesystem::path& path);

/// The whole file. `Error{TooLarge}` where it has more than `limit` bytes.
std::string read_file(const std::filesystem::path& path, std::uint64_t limit);

/// Throws where there is no regular file of that name, or none that may be read. Pipes are refused: what reads a file
/// looks at it more than once.
void require_file(const std::filesystem::path& path);

/// The first `size` bytes, or fewer where the file is shorter.
std::string read_beginning(const std::filesystem::path& path, std::size_t size);

/// Makes an empty file; `Error{AlreadyExists}` where there is anything of that name, a dangling link included.
void create_new_file(const std::filesystem::path& path);

/// A file that is written beside its final place and put there in one step, so that under the final name there is
/// always the old content or all of the new. Destroyed without `put_in_place`, it leaves nothing behind; what a killed
/// program left of one is removed by the next one for the same place.
/// Where the place is no regular file (a pipe, a device), the bytes are copied into it at the end.
class OutputFile {
 public:
  explicit OutputFile(const std::filesystem::path& place);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  void write(std::string_view bytes);
  /// Every byte is on the disk when this returns; `written()` can be read then.
  void finish();
  /// Where the bytes are until they are put in place.
  const std::filesystem::path& written() const { return temporary_; }
  void put_in_place();

 private:
  void make_temporary(const std::filesystem::path& folder, const std::string& prefix);
  void flush();

  std::filesystem::path place_;
  std::filesystem::path temporary_;
  bool copy_into_place_ = false;
  int descriptor_ = -1;
  int lock_ = -1;  ///< holds the lock on the temporary file after `descriptor_` is closed
  std::string buffer_;
};

/// A folder that is filled beside its final place and put there in one step. Destroyed without `put_in_place`, it
/// leaves nothing behind; what a killed program left of one is removed by the next one for the same place.
class OutputFolder {
 public:
  /// `place` must be absent or an empty folder: `Error{FolderNotEmpty}`, `Error{AlreadyExists}` otherwise.
  explicit OutputFolder(const std::filesystem::path& place);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  ~OutputFolder();

  /// Where the folder is until it is put in place.
  const std::filesystem::path& written() const { return temporary_; }
  /// Makes a folder in it, and those on the way there. `name` leads nowhere outside (asserted).
  void make_folder(const std::filesystem::path& name) const;
  /// Begins a file in it, whose folders are made; what was begun before is ended. `Error{AlreadyExists}` where the name
  /// is taken.
  void begin_file(const std::filesystem::path& name);
  void append(std::string_view bytes);
  void end_file();
  /// Every byte of every file is on the disk when this returns. Synced here, together, and not one by one: thousands of
  /// small files would wait for the disk as often.
  void put_in_place();

 private:
  std::filesystem::path place_;
  std::filesystem::path temporary_;
  std::filesystem::path name_;  ///< of the file that was begun
  int lock_ = -1;
  int descriptor_ = -1;
  std::string buffer_;
};

}  // namespace mitjul
