#include "import/folder_files.h"

#include <algorithm>

#include "core/error.h"
#include "core/system_error_name.h"

namespace mitjul {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& path, std::string_view extension) {
  std::error_code unknown;
  if (!fs::is_directory(path, unknown)) return {path};
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(path, unknown), end; !unknown && entry != end; entry.increment(unknown)) {
    std::error_code no_file;
    if (entry->is_regular_file(no_file) && entry->path().extension() == extension) files.push_back(entry->path());
  }
  if (unknown) throw Error(ErrorKind::InputOutput, path, system_error_name(unknown));
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace mitjul
