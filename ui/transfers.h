#pragma once

#include <wx/arrstr.h>

#include <filesystem>
#include <functional>
#include <vector>

#include "core/keys.h"
#include "export/formats.h"
#include "import/import_files.h"
#include "ui/background_task.h"

namespace mitjul {

// Import and export as work for another thread, each with its own connection to the project.

BackgroundTask::Work import_work(const std::filesystem::path& project, const AnnotatorKey& annotator,
                                 const std::vector<std::filesystem::path>& paths,
                                 std::function<void(const ImportReport&)> done);

BackgroundTask::Work export_work(const std::filesystem::path& project, const ExportFormat& format,
                                 const std::filesystem::path& out, std::function<void(const ExportResult&)> done);

/// What came of it, as a few sentences.
wxString summary_of(const ImportReport& report);
wxString summary_of(const ExportResult& result, const std::filesystem::path& out);
/// Everything that is to be said about single files and documents.
wxArrayString details_of(const ImportReport& report);
wxArrayString details_of(const ExportResult& result);

/// What a dialog or a drop names.
std::vector<std::filesystem::path> paths_from(const wxArrayString& names);

}  // namespace mitjul
