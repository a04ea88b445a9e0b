#include "import/found_files.h"

#include <algorithm>
#include <set>

#include "core/file_io.h"
#include "core/system_error_name.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

Error error_of(const fs::path& path, const std::error_code& code) {
  if (code == std::errc::permission_denied) return Error(ErrorKind::NoPermission, path);
  return Error(ErrorKind::InputOutput, path, system_error_name(code));
}

bool is_hidden(const fs::path& path) { return path_to_utf8(path.filename()).front() == '.'; }

/// Adds the files below a folder; returns why it cannot be read itself. A folder below it that cannot be read is a
/// file, too: one with a problem.
std::error_code list_below(const fs::path& folder, std::vector<FoundFile>& files) {
  const auto add_unreadable = [&](const fs::path& path, const std::error_code& error) {
    files.push_back({path, false, problem_of(error_of(path, error))});
  };
  std::error_code error;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    if (is_hidden(entry->path())) continue;
    std::error_code unknown;  // an entry that cannot be looked at is no article, unless that is only forbidden
    if (entry->is_directory(unknown) && entry->is_symlink(unknown)) {
      files.push_back({entry->path(), false, make_problem(ProblemCode::Unreadable, {"it is a link to a folder"})});
    } else if (entry->is_directory(unknown)) {
      if (const std::error_code closed = list_below(entry->path(), files)) add_unreadable(entry->path(), closed);
    } else if (entry->is_regular_file(unknown)) {
      files.push_back({entry->path()});
    } else if (unknown == std::errc::permission_denied) {
      add_unreadable(entry->path(), unknown);
    }
  }
  return error;
}

/// Leaves each file once that links in folders lead to.
void leave_links_to_present(std::vector<FoundFile>& files) {
  std::error_code unknown;
  const auto is_link = [&](const FoundFile& file) { return !file.named && fs::is_symlink(file.path, unknown); };
  if (std::none_of(files.begin(), files.end(), is_link)) return;
  std::set<fs::path> present;
  for (const FoundFile& file : files) {
    if (!is_link(file)) present.insert(fs::canonical(file.path, unknown));
  }
  std::erase_if(files, [&](const FoundFile& file) {
    return !file.unreadable && is_link(file) && !present.insert(fs::canonical(file.path, unknown)).second;
  });
}

}  // namespace

std::vector<FoundFile> find_files(const std::vector<fs::path>& paths) {
  std::vector<FoundFile> files;
  for (const fs::path& path : paths) {
    std::error_code ignored;  // what is wrong with the path, reading it says
    if (!fs::is_directory(path, ignored)) {
      require_file(path);  // before anything is done for the others
      files.push_back({path, true});
      continue;
    }
    const auto first = static_cast<std::ptrdiff_t>(files.size());
    if (const std::error_code error = list_below(path, files)) throw error_of(path, error);
    std::sort(files.begin() + first, files.end(),
              [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
  }
  leave_links_to_present(files);
  return files;
}

std::optional<Problem> problem_of(const Error& error) {
  const auto unreadable = [&](std::errc otherwise) {
    return make_problem(ProblemCode::Unreadable,
                        {error.detail().empty() ? system_error_name(std::make_error_code(otherwise)) : error.detail()});
  };
  switch (error.kind()) {
    case ErrorKind::NoPermission: return make_problem(ProblemCode::NotPermitted);
    case ErrorKind::TooLarge: return make_problem(ProblemCode::FileTooLarge, {error.detail()});
    case ErrorKind::InputOutput: return unreadable(std::errc::io_error);
    case ErrorKind::NotFound:  // it was there when its folder was listed
    case ErrorKind::FolderNotFound: return unreadable(std::errc::no_such_file_or_directory);
    default: return std::nullopt;
  }
}

}  // namespace mitjul
