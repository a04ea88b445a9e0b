#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "core/error.h"
#include "core/problem.h"

namespace mitjul {

/// A file that an import is to read.
struct FoundFile {
  std::filesystem::path path;
  bool named = false;                   ///< on its own, not found in a folder
  std::optional<Problem> unreadable{};  ///< why it cannot be read
};

/// The files that are named, and of folders all that is below them: sorted by name, so that numbers and " (2)" come out
/// the same everywhere; without hidden ones and dead links. A file or folder below a folder that cannot be read comes
/// with its problem. A link to a file is that file, which comes once however many links lead to it; a link to a folder
/// is not followed, as it may lead back, and comes with a problem that says so. Throws `Error` where what was named
/// cannot be read.
std::vector<FoundFile> find_files(const std::vector<std::filesystem::path>& paths);

/// What is wrong with a file that cannot be read; nothing where the error is about something else than a file.
std::optional<Problem> problem_of(const Error& error);

}  // namespace mitjul
