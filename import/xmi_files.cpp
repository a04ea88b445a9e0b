#include "import/xmi_files.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "core/file_io.h"
#include "core/left_out.h"
#include "import/file_time.h"
#include "import/folder_files.h"
#include "import/inception_place.h"
#include "import/zip_archive.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargest = std::uint64_t{512} << 20;
constexpr std::string_view kXmi = ".xmi";
constexpr std::string_view kZip = ".zip";
constexpr std::string_view kProject = "exportedproject";  // .json, with a number

std::string_view last_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// What systems add to folders and archives on their own.
bool is_hidden(std::string_view path) { return last_of(path).starts_with('.') || path.starts_with("__MACOSX/"); }

/// Where a file lies, as its place is judged: the folders above it count, too.
std::string whole_path(const fs::path& path) {
  std::error_code unknown;
  const fs::path absolute = fs::absolute(path, unknown);
  return path_to_utf8((unknown ? path : absolute).lexically_normal());
}

/// None where there is no such folder.
std::vector<fs::path> files_directly_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (fs::directory_iterator entry(folder, none), end; !none && entry != end; entry.increment(none)) {
    std::error_code no_file;
    if (entry->is_regular_file(no_file)) files.push_back(entry->path());
  }
  return files;
}

XmiBytes read_on_disk(const fs::path& path) {
  XmiBytes bytes;
  bytes.xmi = read_file(path, kLargest);
  std::error_code unknown;
  for (const fs::path& beside : type_systems_beside(path)) {
    if (!fs::is_regular_file(beside, unknown)) continue;
    bytes.types = read_file(beside, kLargest);
    bytes.types_file = path_to_utf8(beside);
    break;
  }
  return bytes;
}

/// `path`: of the archive, for people.
XmiBytes read_in(const ZipArchive& archive, const std::string& path, const std::string& name) {
  XmiBytes bytes;
  bytes.xmi = archive.read(*archive.find(name));
  const std::string folder = name.substr(0, name.rfind('/') + 1);  // npos + 1 is 0
  if (const ZipArchive::Entry* const beside = archive.find(folder + "TypeSystem.xml")) {
    bytes.types = archive.read(*beside);
    bytes.types_file = path + "/" + beside->name;
  }
  return bytes;
}

/// Opens an archive that is called `path` in what is wrong with it.
template <class Source>
std::shared_ptr<const ZipArchive> opened(Source source, const std::string& path) {
  try {
    return std::make_shared<ZipArchive>(std::move(source));
  } catch (ArchiveProblem& found) {
    found.problem.place.file = path;
    throw;
  }
}

/// One that lies in another one.
std::shared_ptr<const ZipArchive> archive_in(const ZipArchive& archive, const ZipArchive::Entry& entry,
                                             const std::string& path) {
  return opened(ArchiveBytes{archive.read(entry)}, path);
}

class XmiCollector {
 public:
  void add(const fs::path& path) {
    std::error_code unknown;
    if (fs::is_directory(path, unknown)) return add_folder(path);
    is_archive(path) ? add_archive(path) : add_on_disk(path);
  }

  std::vector<XmiDocument> documents(std::vector<Problem>& problems) && {
    for (XmiDocument& document : documents_) {
      std::sort(document.files.begin(), document.files.end(),
                [](const XmiFile& a, const XmiFile& b) { return a.path < b.path; });
      pass_over_copies(document, problems);
    }
    problems.insert(problems.end(), left_out_.begin(), left_out_.end());
    return std::move(documents_);
  }

 private:
  static bool is_archive(const fs::path& path) { return read_beginning(path, 4).starts_with("PK"); }

  void add_folder(const fs::path& folder) {
    for (const fs::path& file : files_in(folder, kXmi)) {
      if (!is_hidden(path_to_utf8(file))) add_on_disk(file);
    }
    for (const fs::path& file : files_in(folder, kZip)) {
      if (!is_hidden(path_to_utf8(file)) && inception_place(whole_path(file))) add_archive(file);
    }
    if (const auto curation = curation_beside(folder)) add_folder(*curation);
  }

  /// `curation/기사.txt` of `annotation/기사.txt`.
  static std::optional<fs::path> curation_beside(const fs::path& folder) {
    const fs::path half = path_from_utf8(whole_path(folder)).parent_path();
    fs::path curation = half.parent_path() / "curation" / folder.filename();
    std::error_code unknown;
    if (half.filename() != "annotation" || !fs::is_directory(curation, unknown)) return std::nullopt;
    return curation;
  }

  void add_on_disk(const fs::path& path) {
    XmiFile file;
    file.path = path_to_utf8(path);
    file.written = time_of_file(path);
    file.read = [path] { return read_on_disk(path); };
    add_file(std::move(file), whole_path(path));
  }

  void add_archive(const fs::path& path) {
    const std::string shown = path_to_utf8(path);
    const auto archive = opened(path, shown);
    const std::string whole = whole_path(path);
    const Time written = time_of_file(path);
    limit_ = left_ = ZipArchive::most_expanded(fs::file_size(path));
    const std::size_t before = documents_.size();
    tell_of_others(*archive, shown);
    for (const ZipArchive::Entry& entry : archive->entries()) {
      if (is_hidden(entry.name)) continue;
      if (entry.name.ends_with(kXmi)) {
        XmiFile file;
        file.path = shown + "/" + entry.name;
        file.written = written;
        file.read = [archive, shown, name = entry.name] { return read_in(*archive, shown, name); };
        add_file(std::move(file), whole + "/" + entry.name);
      } else if (entry.name.ends_with(kZip) && inception_place(whole + "/" + entry.name)) {
        add_inner(archive, entry, shown, whole, written);
      }
    }
    const bool one = documents_.size() == before + 1 && documents_.back().files.size() == 1;
    if (one && documents_.back().name.empty()) documents_.back().files.front().alone = true;
  }

  /// What else lies in an archive; in a project of INCEpTION, that is known.
  void tell_of_others(const ZipArchive& archive, const std::string& shown) {
    std::size_t others = 0;
    for (const ZipArchive::Entry& entry : archive.entries()) {
      const std::string_view name = last_of(entry.name);
      if (name.starts_with(kProject) || inception_place(shown + "/" + entry.name)) return;
      const bool known = name.ends_with(kXmi) || name == "TypeSystem.xml" || name == "typesystem.xml";
      if (!known && !is_hidden(entry.name)) ++others;
    }
    if (others == 0) return;
    left_out_.push_back(left_out(LeftOut::OtherFiles, others));
    left_out_.back().place.file = shown;
  }

  /// A user's archive in that of a project.
  void add_inner(const std::shared_ptr<const ZipArchive>& outer, const ZipArchive::Entry& entry,
                 const std::string& shown, const std::string& whole, Time written) {
    const std::string path = shown + "/" + entry.name;
    const std::shared_ptr<const ZipArchive> inner = archive_in(*outer, entry, path);
    // Each may keep the limits, and all of them not.
    if (inner->expanded() > left_)
      throw ArchiveProblem{make_problem(ProblemCode::ArchiveExpandsTooFar, {std::to_string(limit_)})};
    left_ -= inner->expanded();
    for (const ZipArchive::Entry& each : inner->entries()) {
      if (is_hidden(each.name) || !each.name.ends_with(kXmi)) continue;
      XmiFile file;
      file.path = path + "/" + each.name;
      file.written = written;
      file.read = [outer, entry, path, name = each.name] {
        return read_in(*archive_in(*outer, entry, path), path, name);
      };
      add_file(std::move(file), whole + "/" + entry.name + "/" + std::string(last_of(each.name)));
    }
  }

  void add_file(XmiFile file, const std::string& whole) {
    const auto place = inception_place(whole);
    if (!place) {
      documents_.push_back({"", {std::move(file)}});
      return;
    }
    file.annotator = place->annotator;
    file.curated = place->curated;
    file.initial = place->initial;
    const auto [known, fresh] = places_.try_emplace({place->above, place->document}, documents_.size());
    if (fresh) documents_.push_back({place->document, {}});
    documents_[known->second].files.push_back(std::move(file));
  }

  /// An archive that was unpacked where it lay says everything twice.
  static void pass_over_copies(XmiDocument& document, std::vector<Problem>& problems) {
    std::vector<XmiFile> kept;
    for (XmiFile& file : document.files) {
      const auto same = std::find_if(kept.begin(), kept.end(), [&](const XmiFile& other) {
        return !file.annotator.empty() && other.annotator == file.annotator && other.curated == file.curated;
      });
      if (same == kept.end()) {
        kept.push_back(std::move(file));
      } else if (same->read().xmi != file.read().xmi) {
        problems.push_back(make_problem(ProblemCode::AnnotationsLeftOut, {file.name(), "1"}));
        problems.back().place.file = file.path;
      }
    }
    document.files = std::move(kept);
  }

  std::vector<XmiDocument> documents_;
  std::map<std::pair<std::string, std::string>, std::size_t> places_;  ///< in `documents_`
  std::vector<Problem> left_out_;
  std::uint64_t limit_ = 0;  ///< bytes to which an archive may expand
  std::uint64_t left_ = 0;   ///< of these, for the archives in it
};

}  // namespace

std::vector<XmiDocument> xmi_documents(const fs::path& path, std::vector<Problem>& problems) {
  XmiCollector collector;
  collector.add(path);
  return std::move(collector).documents(problems);
}

std::vector<fs::path> type_systems_beside(const fs::path& path) {
  return {path.parent_path() / "TypeSystem.xml", path.parent_path() / "typesystem.xml"};
}

std::vector<fs::path> companions_of_xmi(const fs::path& path) {
  std::vector<fs::path> companions = type_systems_beside(path);
  const auto place = inception_place(whole_path(path));
  if (!place) return companions;
  const fs::path above = path_from_utf8(place->above);
  const fs::path document = path_from_utf8(place->document);
  companions.push_back(above / "source" / document);
  companions.push_back(above / "event.log");
  for (const fs::path& project : files_directly_in(above)) {
    if (path_to_utf8(project.filename()).starts_with(kProject)) companions.push_back(project);
  }
  for (const fs::path& folder : {fs::path("annotation_ser") / document, fs::path("curation_ser") / document,
                                 fs::path("log"), fs::path("guideline"), fs::path("constraints"), fs::path("kb")}) {
    for (fs::path& file : files_directly_in(above / folder)) companions.push_back(std::move(file));
  }
  return companions;
}

fs::path gathered_xmi(const fs::path& file) {
  const auto place = inception_place(whole_path(file));
  if (!place) return file;
  const fs::path document = path_from_utf8(place->document);
  for (const char* const half : {"annotation", "curation"}) {
    const fs::path folder = path_from_utf8(place->above) / half / document;
    std::error_code unknown;
    if (fs::is_directory(folder, unknown)) return file.is_relative() ? fs::proximate(folder) : folder;
  }
  return file;
}

bool may_hold_xmi(const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [](std::string_view name) {
    if (is_hidden(name)) return false;
    if (name.ends_with(kXmi) || (name.ends_with(kZip) && inception_place(name))) return true;
    return last_of(name).starts_with(kProject) && name.ends_with(".json");
  });
}

}  // namespace mitjul
