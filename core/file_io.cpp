#include "core/file_io.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>

#include "core/crypto.h"
#include "core/error.h"
#include "core/system_error_name.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferSize = std::size_t{1} << 20;
// As many as Linux follows.
constexpr int kMostLinks = 40;

[[noreturn]] void throw_system_error(const fs::path& path, int code) {
  switch (code) {
    case ENOENT: throw_not_found(path);
    case EEXIST: throw Error(ErrorKind::AlreadyExists, path);
    case EISDIR: throw Error(ErrorKind::IsDirectory, path);
    case ENOTDIR: throw Error(ErrorKind::NotDirectory, path);
    case EACCES:
    case EPERM: throw Error(ErrorKind::NoPermission, path);
    case EROFS: throw Error(ErrorKind::ReadOnly, path);
    case ENOSPC:
    case EDQUOT: throw Error(ErrorKind::DiskFull, path);
    default: throw Error(ErrorKind::InputOutput, path, system_error_name(code));
  }
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags, mode_t mode = 0) : value_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (value_ < 0) throw_system_error(path, errno);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(value_); }

  int get() const { return value_; }

 private:
  int value_;
};

void write_all(int descriptor, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_system_error(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

/// Reads up to `size` bytes; fewer only at the end of the file.
std::string read_up_to(int descriptor, std::size_t size, const fs::path& path) {
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t count = ::read(descriptor, bytes.data() + filled, size - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_system_error(path, errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return bytes;
}

// How files are called that are not in their place yet: this, characters that are the same for every file of that
// place, random ones, and the ending. Hidden, so that an import of the folder passes them over.
constexpr std::string_view kTemporary = ".mitjul-";
constexpr std::string_view kTemporaryEnding = ".part";

/// What the names of all temporary files for a place begin with. A hash, as the name of the place may be as long as a
/// name can be.
std::string temporary_prefix(const fs::path& place) {
  return std::string(kTemporary) + sha256_hex(place.filename().native()).substr(0, 16) + "-";
}

/// Removes what programs left that were killed while they wrote to this place. Who writes holds a lock on the file
/// until it is in its place, and the system gives a lock back when its program ends: a file that can be locked is
/// nobody's. Where the file system knows no locks, nothing is removed.
void remove_abandoned(const fs::path& folder, const std::string& prefix) {
  std::error_code error;
  fs::directory_iterator entry(folder.empty() ? fs::path(".") : folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().native();
    if (!name.starts_with(prefix) || !name.ends_with(kTemporaryEnding)) continue;
    // For writing, without which locks on a network are not given; no link, and no waiting for what is no file. A
    // folder can be opened for reading alone.
    constexpr int kFlags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    int descriptor = ::open(entry->path().c_str(), O_WRONLY | kFlags);
    if (descriptor < 0) descriptor = ::open(entry->path().c_str(), O_RDONLY | O_DIRECTORY | kFlags);
    if (descriptor < 0) continue;
    struct stat status {};
    std::error_code ignored;
    if (::fstat(descriptor, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)) &&
        ::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      fs::remove_all(entry->path(), ignored);
    ::close(descriptor);
  }
}

/// A rename is only safe once the folder that holds the name is on the disk, too.
void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;  // a folder that may be written but not listed
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

fs::path path_from_utf8(std::string_view utf8) { return fs::path(std::u8string(utf8.begin(), utf8.end())); }

std::string path_to_utf8(const fs::path& path) {
  const std::u8string name = path.u8string();
  const std::string bytes(name.begin(), name.end());
  if (is_valid_utf8(bytes)) return bytes;
  std::string cleaned;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t length = 1;
    while (length < 4 && i + length <= bytes.size() && !is_valid_utf8(std::string_view(bytes).substr(i, length)))
      ++length;
    const std::string_view character = std::string_view(bytes).substr(i, length);
    if (is_valid_utf8(character)) {
      cleaned += character;
      i += character.size();
    } else {
      append_utf8(cleaned, U'\uFFFD');
      ++i;
    }
  }
  return cleaned;
}

void throw_not_found(const fs::path& path) {
  const fs::path folder = path.parent_path();
  std::error_code unknown;
  // What cannot be looked at may well be there.
  if (!folder.empty() && fs::status(folder, unknown).type() == fs::file_type::not_found)
    throw Error(ErrorKind::FolderNotFound, folder);
  throw Error(ErrorKind::NotFound, path);
}

std::string read_file(const fs::path& path, std::uint64_t limit) {
  const Descriptor file(path, O_RDONLY);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) throw_system_error(path, errno);
  if (S_ISDIR(status.st_mode)) throw Error(ErrorKind::IsDirectory, path);
  std::string bytes;
  if (S_ISREG(status.st_mode)) {
    if (static_cast<std::uint64_t>(status.st_size) > limit)
      throw Error(ErrorKind::TooLarge, path, std::to_string(limit));
    bytes.reserve(static_cast<std::size_t>(status.st_size));
  }
  while (bytes.size() <= limit) {
    const std::string part = read_up_to(file.get(), kBufferSize, path);
    if (part.empty()) return bytes;
    bytes += part;
  }
  throw Error(ErrorKind::TooLarge, path, std::to_string(limit));
}

void require_file(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) throw_system_error(path, errno);
  if (S_ISDIR(status.st_mode)) throw Error(ErrorKind::IsDirectory, path);
  if (!S_ISREG(status.st_mode)) throw Error(ErrorKind::NotAFile, path);
  if (::access(path.c_str(), R_OK) != 0) throw_system_error(path, errno);
}

std::string read_beginning(const fs::path& path, std::size_t size) {
  const Descriptor file(path, O_RDONLY);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) throw_system_error(path, errno);
  if (S_ISDIR(status.st_mode)) throw Error(ErrorKind::IsDirectory, path);
  return read_up_to(file.get(), size, path);
}

void create_new_file(const fs::path& path) { const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL, 0666); }

OutputFile::OutputFile(const fs::path& place) : place_(place) {
  std::error_code ignored;
  const fs::file_status status = fs::status(place_, ignored);
  if (fs::is_directory(status)) throw Error(ErrorKind::IsDirectory, place_);
  copy_into_place_ = fs::exists(status) && !fs::is_regular_file(status);
  // A link keeps pointing where it does: the file behind it is replaced, or made, not the link.
  for (int links = 0; links < kMostLinks && !copy_into_place_ && fs::is_symlink(fs::symlink_status(place_, ignored));
       ++links) {
    place_ = place_.parent_path() / fs::read_symlink(place_, ignored);
  }
  // A file that may not be written is not to be replaced either, though the folder would let us.
  if (fs::is_regular_file(status) && ::access(place_.c_str(), W_OK) != 0) throw_system_error(place_, errno);
  const fs::path folder = copy_into_place_ ? fs::temp_directory_path(ignored) : place_.parent_path();
  const std::string prefix = temporary_prefix(place_);
  remove_abandoned(folder, prefix);
  make_temporary(folder, prefix);
  if (fs::is_regular_file(status)) fs::permissions(temporary_, status.permissions(), ignored);
  buffer_.reserve(kBufferSize);
}

void OutputFile::make_temporary(const fs::path& folder, const std::string& prefix) {
  do {
    if (descriptor_ >= 0) ::close(descriptor_);
    const fs::path temporary = folder / (prefix + random_key(12) + std::string(kTemporaryEnding));
    descriptor_ = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0) {
      const int code = errno;
      // A folder in which nothing can be made, such as /proc, says that the new file is not there.
      if (code == ENOENT && fs::is_directory(folder)) throw Error(ErrorKind::NoPermission, place_);
      throw_system_error(code == ENOENT && !folder.empty() ? temporary : place_, code);
    }
    temporary_ = temporary;
    ::flock(descriptor_, LOCK_EX);
    // Before it was locked it was nobody's, and another program may have removed it.
  } while (::access(temporary_.c_str(), F_OK) != 0 && errno == ENOENT);
  // The lock belongs to both; it stays when the one that is written to is closed.
  lock_ = ::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  if (lock_ >= 0) ::close(lock_);
}

void OutputFile::write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kBufferSize) flush();
  if (bytes.size() >= kBufferSize) {
    write_all(descriptor_, bytes, place_);
  } else {
    buffer_ += bytes;
  }
}

void OutputFile::flush() {
  write_all(descriptor_, buffer_, place_);
  buffer_.clear();
}

void OutputFile::finish() {
  flush();
  if (::fsync(descriptor_) != 0) throw_system_error(place_, errno);
  const int descriptor = descriptor_;
  descriptor_ = -1;
  if (::close(descriptor) != 0) throw_system_error(place_, errno);
}

void OutputFile::put_in_place() {
  if (copy_into_place_) {
    const Descriptor from(temporary_, O_RDONLY);
    const Descriptor to(place_, O_WRONLY);
    for (std::string part = read_up_to(from.get(), kBufferSize, temporary_); !part.empty();
         part = read_up_to(from.get(), kBufferSize, temporary_)) {
      write_all(to.get(), part, place_);
    }
    return;
  }
  if (::rename(temporary_.c_str(), place_.c_str()) != 0) throw_system_error(place_, errno);
  temporary_.clear();
  sync_folder(place_.has_parent_path() ? place_.parent_path() : fs::path("."));
}

OutputFolder::OutputFolder(const fs::path& place)
    : place_(place.has_filename() ? place : place.parent_path()) {  // `folder/` is `folder`
  std::error_code error;
  const fs::file_status status = fs::status(place_, error);
  if (fs::exists(status) && !fs::is_directory(status)) throw Error(ErrorKind::AlreadyExists, place_);
  if (fs::is_directory(status)) {
    if (fs::is_symlink(fs::symlink_status(place_, error))) place_ = fs::canonical(place_, error);
    if (!fs::is_empty(place_, error)) throw Error(error ? ErrorKind::NoPermission : ErrorKind::FolderNotEmpty, place_);
  }
  const fs::path folder = place_.has_parent_path() ? place_.parent_path() : fs::path(".");
  const std::string prefix = temporary_prefix(place_);
  remove_abandoned(folder, prefix);
  while (lock_ < 0) {
    const fs::path temporary = folder / (prefix + random_key(12) + std::string(kTemporaryEnding));
    if (::mkdir(temporary.c_str(), 0777) != 0) {
      const int code = errno;
      throw_system_error(code == ENOENT ? temporary : place_, code);
    }
    lock_ = ::open(temporary.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // Before it was locked it was nobody's, and another program may have removed it.
    if (lock_ >= 0) ::flock(lock_, LOCK_EX);
    temporary_ = temporary;
    if (lock_ >= 0 && ::access(temporary.c_str(), F_OK) != 0) {
      ::close(lock_);
      lock_ = -1;
    }
  }
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

void OutputFolder::make_folder(const fs::path& name) const {
  assert(name.is_relative() && std::find(name.begin(), name.end(), fs::path("..")) == name.end());
  std::error_code error;
  fs::create_directories(temporary_ / name, error);
  if (error) throw_system_error(place_ / name, error.value());
}

void OutputFolder::begin_file(const fs::path& name) {
  end_file();
  if (name.has_parent_path()) make_folder(name.parent_path());
  name_ = name;
  descriptor_ = ::open((temporary_ / name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw_system_error(place_ / name, errno);
}

void OutputFolder::append(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() < kBufferSize) return;
  write_all(descriptor_, buffer_, place_ / name_);
  buffer_.clear();
}

void OutputFolder::end_file() {
  if (descriptor_ < 0) return;
  write_all(descriptor_, buffer_, place_ / name_);
  buffer_.clear();
  const int descriptor = descriptor_;
  descriptor_ = -1;
  if (::close(descriptor) != 0) throw_system_error(place_ / name_, errno);
}

void OutputFolder::put_in_place() {
  end_file();
  for (const auto& entry : fs::recursive_directory_iterator(temporary_)) {
    if (entry.is_directory()) {
      sync_folder(entry.path());
    } else {
      const Descriptor file(entry.path(), O_RDONLY);
      if (::fsync(file.get()) != 0) throw_system_error(place_, errno);
    }
  }
  sync_folder(temporary_);
  // Takes the place of an empty folder, and of no other.
  if (::rename(temporary_.c_str(), place_.c_str()) != 0) {
    const int code = errno;
    if (code == ENOTEMPTY || code == EEXIST) throw Error(ErrorKind::FolderNotEmpty, place_);
    throw_system_error(place_, code);
  }
  temporary_.clear();
  sync_folder(place_.has_parent_path() ? place_.parent_path() : fs::path("."));
}

}  // namespace mitjul
