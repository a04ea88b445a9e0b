#pragma once

#include <wx/arrstr.h>

#include <filesystem>
#include <functional>
#include <vector>

#include "core/keys.h"
#include "export/project_source.h"
#include "import/import_files.h"
#include "ui/background_task.h"
#include "ui/export_order.h"
#include "ui/export_preview.h"
#include "ui/unknown_labels.h"

namespace mitjul {

// Import and export as work for another thread, each with its own connection to the project.

/// As `find_unknown_labels`.
BackgroundTask::Work unknown_labels_work(const Schema& schema, const std::vector<std::filesystem::path>& paths,
                                         std::function<void(const std::vector<UnknownLabel>&)> done);

BackgroundTask::Work import_work(const std::filesystem::path& project, const AnnotatorKey& annotator,
                                 const std::vector<std::filesystem::path>& paths, const LabelMapping& labels,
                                 std::function<void(const ImportReport&)> done);

using ExportDone = std::function<void(const ExportReport&)>;
BackgroundTask::Work export_work(const std::filesystem::path& project, const ExportOrder& order, ExportDone done);

/// What an export with this profile would hold and lose.
ExportPreview::Count preview_work(const std::filesystem::path& project, const ExportProfile& profile);

/// The numbers and losses of all parts.
ExportResult total_of(const ExportReport& report);
/// `12 documents, 345 annotations`.
wxString numbers_of(const ExportResult& result);
/// `training`; what a split calls `train`.
wxString part_name(const std::string& part);

/// What came of it, as a few sentences.
wxString summary_of(const ImportReport& report);
wxString summary_of(const ExportReport& report);
/// Everything that is to be said about single files and documents.
wxArrayString details_of(const ImportReport& report);
wxArrayString details_of(const ExportReport& report);

/// What a dialog or a drop names.
std::vector<std::filesystem::path> paths_from(const wxArrayString& names);

}  // namespace mitjul
