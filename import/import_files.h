#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/import_edit.h"
#include "core/progress.h"
#include "core/workspace.h"
#include "import/formats.h"
#include "import/label_mapping.h"

namespace mitjul {

struct ImportRequest {
  std::vector<std::filesystem::path> paths;  ///< files, and folders with all that is below them
  const ImportFormat* format = nullptr;      ///< nullptr: recognised file by file
  std::string encoding;                      ///< empty: found out file by file
  LabelMapping labels{};                     ///< of files of annotations
};

/// A document that came in, or was there already.
struct ImportedRow {
  Arrival arrival;
  std::string_view format;
};

struct ImportReport {
  std::vector<Problem> refused;  ///< why nothing came in at all
  /// Labels of the request that no file has; nothing came in then either.
  std::vector<std::string> unknown_labels;
  std::vector<ImportedRow> rows;
  std::vector<Problem> skipped;  ///< files of folders that no format reads or that cannot be read
  /// Whether annotations of a folder are among them: files that were recognised, and have something wrong in them.
  bool annotations_skipped = false;
  std::vector<Problem> notices;  ///< what was put right or passed over in files of other programs
  EditNumber number = 0;         ///< 0: nothing was new
};

/// Brings files into a project as one edit: all of it or nothing. What was named and cannot be read ends it; in
/// folders, files that are no articles and files and folders that cannot be read are skipped and listed. A file of
/// annotations with anything wrong in it is refused whole. Throws `Error`, Cancelled too; nothing has changed then.
ImportReport import_files(Workspace& workspace, const ImportRequest& request, const Progress& progress);

}  // namespace mitjul
