#include "ui/export_order.h"

#include <algorithm>
#include <string>

#include "core/file_io.h"
#include "core/version.h"
#include "import/formats.h"
#include "korean/name_rules.h"
#include "korean/unit.h"
#include "storage/project_file.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

std::string ending_of(const ExportFormat& format) {
  return format.container == Container::Folder ? "-" + std::string(format.id) : "." + std::string(format.extension);
}

}  // namespace

ProjectExport ExportOrder::wanted() const {
  const std::string generator = std::string("mitjul ") + kVersion;
  return {profile, place, now(), generator, units, name_rules(), annotation_reader(profile.format)};
}

fs::path proposed_place(const fs::path& base, const ExportFormat& format) {
  fs::path place = base;
  place += path_from_utf8(ending_of(format));
  return place;
}

fs::path base_of(const fs::path& place, const ExportFormat& format) {
  const std::string path = path_to_utf8(place);
  const std::string ending = ending_of(format);
  return path.ends_with(ending) ? path_from_utf8(path.substr(0, path.size() - ending.size())) : place;
}

void check_places(const ExportOrder& order) {
  if (order.format().container == Container::Folder) {
    const OutputFolder probe(order.place);
    return;
  }
  for (const fs::path& place : places_of(order.wanted())) {
    refuse_to_replace_project(place);
    const OutputFile probe(place);
  }
}

std::vector<fs::path> replaced_by(const ExportOrder& order) {
  std::vector<fs::path> files;
  if (order.format().container == Container::Folder) return files;
  for (fs::path& place : places_of(order.wanted())) {
    std::error_code unknown;
    if (fs::is_regular_file(place, unknown)) files.push_back(std::move(place));
  }
  return files;
}

}  // namespace mitjul
