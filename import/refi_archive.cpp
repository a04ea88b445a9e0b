#include "import/refi_archive.h"

#include <algorithm>
#include <array>

#include "core/file_io.h"
#include "import/formats.h"

namespace mitjul {
namespace {

constexpr std::string_view kInternal = "internal://";

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }  // npos + 1 is 0

/// What file managers of macOS and Windows add to a folder.
bool left_by_system(std::string_view path) {
  constexpr std::array<std::string_view, 3> kFiles{".DS_Store", "Thumbs.db", "desktop.ini"};
  const std::string_view file = file_name(path);
  return path.starts_with("__MACOSX/") || file.starts_with("._") ||
         std::find(kFiles.begin(), kFiles.end(), file) != kFiles.end();
}

std::ptrdiff_t depth(const ZipArchive::Entry& entry) { return std::count(entry.name.begin(), entry.name.end(), '/'); }

/// Whether the file is called `project.qde`, in capitals or not.
bool has_name_of_standard(const ZipArchive::Entry& entry) {
  constexpr std::string_view kName = "project.qde";
  const std::string_view name = file_name(entry.name);
  return std::equal(name.begin(), name.end(), kName.begin(), kName.end(),
                    [](char c, char letter) { return c == letter || c == letter - 'a' + 'A'; });
}

const ZipArchive::Entry& project_of(const ZipArchive& archive) {
  std::vector<const ZipArchive::Entry*> found;
  for (const ZipArchive::Entry& entry : archive.entries()) {
    if (extension_of(path_from_utf8(entry.name)) != "qde" || left_by_system(entry.name)) continue;
    if (!found.empty() && depth(entry) < depth(*found.front())) found.clear();
    if (found.empty() || depth(entry) == depth(*found.front())) found.push_back(&entry);
  }
  if (found.empty()) throw ArchiveProblem{make_problem(ProblemCode::MissingPart, {"project.qde"})};
  std::vector<const ZipArchive::Entry*> called_so;
  std::copy_if(found.begin(), found.end(), std::back_inserter(called_so),
               [](const ZipArchive::Entry* entry) { return has_name_of_standard(*entry); });
  if (called_so.size() == 1) return *called_so.front();
  if (found.size() == 1) return *found.front();
  std::string names;
  for (const ZipArchive::Entry* const entry : found) names += (names.empty() ? "" : ", ") + entry->name;
  throw ArchiveProblem{make_problem(ProblemCode::SeveralProjects, {names})};
}

}  // namespace

RefiArchive::RefiArchive(const std::filesystem::path& path)
    : archive_(path),
      project_(&project_of(archive_)),
      folder_(project_->name.substr(0, project_->name.size() - file_name(project_->name).size())) {}

const ZipArchive::Entry* RefiArchive::find(std::string_view stated) const {
  return stated.starts_with(kInternal)
             ? archive_.find(folder_ + "Sources/" + std::string(stated.substr(kInternal.size())))
             : nullptr;
}

const ZipArchive::Entry& RefiArchive::source(const std::string& stated, const char* attribute) const {
  const auto fail = [](ProblemCode code, std::vector<std::string> details) {
    throw ArchiveProblem{make_problem(code, std::move(details))};
  };
  if (!stated.starts_with(kInternal)) fail(ProblemCode::TextNotInside, {stated});  // elsewhere on a disk
  const std::string file = stated.substr(kInternal.size());
  if (file.empty() || file.find('\\') != std::string::npos) fail(ProblemCode::InvalidXmlValue, {stated, attribute});
  if (!stays_inside(file)) fail(ProblemCode::PathOutsideFolder, {file});
  const ZipArchive::Entry* const entry = find(stated);
  if (entry == nullptr) fail(ProblemCode::MissingPart, {file});
  return *entry;
}

void RefiArchive::name(std::string_view stated) {
  if (const ZipArchive::Entry* const entry = find(stated)) named_.insert(entry->index);
}

std::vector<std::string> RefiArchive::unnamed() const {
  std::vector<std::string> names;
  for (const ZipArchive::Entry& entry : archive_.entries()) {
    if (&entry != project_ && named_.count(entry.index) == 0 && !left_by_system(entry.name))
      names.push_back(entry.name);
  }
  return names;
}

}  // namespace mitjul
