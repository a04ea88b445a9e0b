#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/problem.h"
#include "core/time.h"

namespace mitjul {

/// An XMI file and the type system beside it.
struct XmiBytes {
  std::string xmi;
  std::string types;       ///< empty where there is none
  std::string types_file;  ///< where it lies, for people
};

/// Where an XMI file lies, on the disk or in an archive, and what its place says of it.
struct XmiFile {
  std::string path;       ///< for people: that of an archive goes on in it
  std::string annotator;  ///< a user of INCEpTION; empty: the place does not say
  bool curated = false;
  bool initial = false;  ///< what all users began with
  bool alone = false;    ///< in an archive of its own, as INCEpTION exports a document
  Time written{};
  std::function<XmiBytes()> read;  ///< throws `Error`, `ArchiveProblem`

  /// The last part of its path.
  std::string name() const { return path.substr(path.rfind('/') + 1); }
};

/// Files that say something of one document, each of other annotators.
struct XmiDocument {
  std::string name;  ///< empty: the place does not say
  std::vector<XmiFile> files;
};

/// The XMI files that are meant by a path: the file itself, those of an archive, those of a folder and the folders
/// below it. Those of an export of INCEpTION stand together by document (`InceptionPlace`). A second file of an
/// annotator is passed over; where it says something else, that is a problem (`AnnotationsLeftOut`). Throws `Error`
/// where a file cannot be read, and `ArchiveProblem`.
std::vector<XmiDocument> xmi_documents(const std::filesystem::path& path, std::vector<Problem>& problems);

/// The type system beside an XMI file, which may not exist.
std::vector<std::filesystem::path> type_systems_beside(const std::filesystem::path& path);
/// What is read with an XMI file, and what an export of INCEpTION has of the same document besides.
std::vector<std::filesystem::path> companions_of_xmi(const std::filesystem::path& path);
/// The folder of the document of which the file of a folder is a part, in an export of INCEpTION; else the file.
std::filesystem::path gathered_xmi(const std::filesystem::path& file);

/// Whether an archive with these files holds XMI, or is a project of INCEpTION, which may.
bool may_hold_xmi(const std::vector<std::string>& names);

}  // namespace mitjul
