#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "core/annotation_stream.h"
#include "core/store.h"
#include "export/formats.h"

namespace mitjul {

/// Which documents of a project are exported, in this order; asked again where an export begins anew.
using ChooseDocuments = std::function<std::vector<DocumentSummary>()>;

/// All documents that are not in the trash, by name and key.
std::vector<DocumentSummary> documents_to_export(Store& store);

/// Exports documents of a project on which other programs may go on writing, one document after another. What
/// annotators who were not there at its beginning add is left to the next export; where the schema changes or a
/// document goes, it begins anew, and gives up with `Error{Locked}` where that does not end. `project`: where the store
/// is, for that error.
ExportResult export_project(Store& store, const std::filesystem::path& project, const ChooseDocuments& choose,
                            const ExportFormat& format, const std::filesystem::path& out, const ExportOptions& options,
                            const AnnotationStream& reader, const Progress& progress);

}  // namespace mitjul
