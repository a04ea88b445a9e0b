#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "import/zip_archive.h"

namespace mitjul {

/// The archive of a REFI-QDA project: a `.qde` with the project, and the sources that it names as `internal://…`.
/// What is wrong is thrown as `ArchiveProblem`.
class RefiArchive {
 public:
  /// The project is called `project.qde` (REFI-QDA 1.0), or is the only one that lies least deep: MissingPart,
  /// SeveralProjects, and what `ZipArchive` throws.
  explicit RefiArchive(const std::filesystem::path& path);

  ReadBytes open_project() const { return archive_.open(*project_); }
  /// The file that an attribute means: TextNotInside, InvalidXmlValue, PathOutsideFolder, MissingPart.
  const ZipArchive::Entry& source(const std::string& stated, const char* attribute) const;
  std::string read(const ZipArchive::Entry& entry) const { return archive_.read(entry); }

  /// Notes that something names this file.
  void name(std::string_view stated);
  /// What nothing has named, in the order of the archive, without what systems leave in folders.
  std::vector<std::string> unnamed() const;

 private:
  const ZipArchive::Entry* find(std::string_view stated) const;

  ZipArchive archive_;
  const ZipArchive::Entry* project_ = nullptr;
  std::string folder_;  // of the project in the archive, with a slash
  std::set<std::uint64_t> named_;
};

}  // namespace mitjul
