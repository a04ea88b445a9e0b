#include "export/spool_file.h"

#include <algorithm>
#include <cerrno>

#include "core/crypto.h"
#include "core/error.h"
#include "core/file_io.h"
#include "core/system_error_name.h"

namespace mitjul {

namespace fs = std::filesystem;

SpoolFile::SpoolFile(const fs::path& folder) : path_(folder / (".mitjul-" + random_key(20) + ".part")) {
  create_new_file(path_);
  file_.open(path_, std::ios::in | std::ios::out | std::ios::binary);
  std::error_code later;  // where open files keep their names, the destructor removes it
  fs::remove(path_, later);
  require_success();
}

SpoolFile::~SpoolFile() {
  file_.close();
  std::error_code gone;
  fs::remove(path_, gone);
}

void SpoolFile::write(std::uint64_t place, std::string_view bytes) {
  errno = 0;
  file_.seekp(static_cast<std::streamoff>(place));
  file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file_.flush();  // says now that the disk is full
  require_success();
  size_ = std::max(size_, place + bytes.size());
}

std::size_t SpoolFile::read(std::uint64_t place, char* buffer, std::size_t size) {
  const std::uint64_t left = size_ - std::min(place, size_);
  const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(size, left));
  errno = 0;
  file_.seekg(static_cast<std::streamoff>(place));
  file_.read(buffer, static_cast<std::streamsize>(count));
  require_success();
  return count;
}

void SpoolFile::require_success() {
  if (file_) return;
  const int code = errno;
  if (code == ENOSPC) throw Error(ErrorKind::DiskFull, path_.parent_path());
  throw Error(ErrorKind::InputOutput, path_.parent_path(), system_error_name(code == 0 ? EIO : code));
}

}  // namespace mitjul
