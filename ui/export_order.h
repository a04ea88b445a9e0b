#pragma once

#include <filesystem>

#include "core/export_profile.h"
#include "export/formats.h"
#include "export/project_source.h"

namespace mitjul {

/// An export as it was asked for: what, how and where to.
struct ExportOrder {
  ExportProfile profile;  ///< its format is one of the table
  std::filesystem::path place;

  const ExportFormat& format() const { return *find_export_format(profile.format); }
  /// For the functions that export, at this moment.
  ProjectExport wanted() const;
};

/// Where an export is proposed, for a path without the ending of a format: `base.xml`, for a folder `base-brat`.
std::filesystem::path proposed_place(const std::filesystem::path& base, const ExportFormat& format);
/// The path without the ending that `proposed_place` gives; whatever other ending it has stays.
std::filesystem::path base_of(const std::filesystem::path& place, const ExportFormat& format);

/// Throws the `Error` that an export there would end with at once, be it that a folder is not empty, does not exist, or
/// may not be written to, or that a project would be replaced. Nothing is changed.
void check_places(const ExportOrder& order);
/// Files that would be replaced.
std::vector<std::filesystem::path> replaced_by(const ExportOrder& order);

}  // namespace mitjul
