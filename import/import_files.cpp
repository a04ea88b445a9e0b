#include "import/import_files.h"

#include <algorithm>

#include "core/annotation_checks.h"
#include "core/crypto.h"
#include "core/error.h"
#include "core/file_io.h"
#include "core/schema_checks.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

struct File {
  fs::path path;
  bool named;  ///< on its own, not found in a folder
};

/// The files below a folder, sorted by name so that numbers and " (2)" come out the same everywhere; hidden ones are
/// left out.
void list_folder(const fs::path& folder, std::vector<File>& files) {
  const auto hidden = [](const fs::path& path) { return path_to_utf8(path.filename()).front() == '.'; };
  const std::size_t first = files.size();
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code unknown;  // an entry that cannot be looked at is no article
    if (hidden(entry->path())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file(unknown)) {
      files.push_back({entry->path(), false});
    }
  }
  if (error) throw Error(ErrorKind::InputOutput, folder, error.message());
  std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end(),
            [](const File& a, const File& b) { return a.path < b.path; });
}

class FileImport {
 public:
  FileImport(Workspace& workspace, const ImportRequest& request, const Progress& progress)
      : request_(request), progress_(progress), edit_(workspace) {}

  ImportReport run(const std::vector<File>& files) {
    for (std::size_t i = 0; i < files.size() && report_.refused.empty(); ++i) {
      if (!go_on(progress_, static_cast<double>(i) / static_cast<double>(files.size()))) {
        throw Error(ErrorKind::Cancelled, files[i].path);
      }
      take(files[i]);
    }
    if (report_.refused.empty()) report_.number = edit_.commit();
    return std::move(report_);
  }

 private:
  void take(const File& file) {
    const ImportFormat* const format = request_.format != nullptr ? request_.format : recognise_format(file.path);
    if (format == nullptr) {
      Problem problem = make_problem(ProblemCode::UnsupportedFormat);
      problem.place.file = path_to_utf8(file.path);
      leave_out(file, std::move(problem));
    } else if (format->read_document != nullptr) {
      take_document(file, *format);
    } else {
      take_annotations(file, *format);
    }
  }

  void leave_out(const File& file, Problem problem) {
    (file.named ? report_.refused : report_.skipped).push_back(std::move(problem));
  }

  void take_document(const File& file, const ImportFormat& format) {
    ImportedDocument imported = format.read_document(file.path, request_.encoding);
    if (!imported.document) {
      for (Problem& problem : imported.problems) {
        problem.place.file = path_to_utf8(file.path);
        leave_out(file, std::move(problem));
      }
      return;
    }
    AnnotatedDocument document;
    document.document = *std::move(imported.document);
    Arrival arrival = edit_.add(std::move(document));
    arrival.problems.insert(arrival.problems.end(), imported.problems.begin(), imported.problems.end());
    add_row(std::move(arrival), file, format);
  }

  /// Twice through the file: what is wrong anywhere in it is known before anything of it is taken.
  void take_annotations(const File& file, const ImportFormat& format) {
    if (!check_annotations(file, format)) return;
    const std::string hash = sha256_hex_of_file(file.path);
    format.read_annotations(
        file.path,
        [&](const StreamHeader& header) {
          report_.refused = edit_.add_schema(header.schema);
          for (const Annotator& annotator : header.annotators) edit_.add_annotator(annotator);
        },
        [&](AnnotatedDocument document) {
          if (!report_.refused.empty()) return;
          document.document.info.origin = {std::string(format.id), path_to_utf8(file.path.filename()), hash, "", ""};
          add_row(edit_.add(std::move(document)), file, format);
        });
  }

  bool check_annotations(const File& file, const ImportFormat& format) {
    StreamHeader header;
    std::vector<Problem> broken_rules;
    std::vector<Problem> problems = format.read_annotations(
        file.path, [&](StreamHeader seen) { header = std::move(seen); },
        [&](const AnnotatedDocument& document) {
          for (Problem& problem : check_document(document, header.schema, {})) {
            // Not finished is not wrong: a required attribute may be filled in here.
            if (problem.code != ProblemCode::MissingAttribute) broken_rules.push_back(std::move(problem));
          }
        });
    for (auto found : {check_schema(header.schema), broken_rules}) {
      problems.insert(problems.end(), found.begin(), found.end());
    }
    for (Problem& problem : problems) {
      problem.place.file = path_to_utf8(file.path);
      leave_out(file, std::move(problem));
    }
    return problems.empty();
  }

  void add_row(Arrival arrival, const File& file, const ImportFormat& format) {
    for (Problem& problem : arrival.problems) problem.place.file = path_to_utf8(file.path);
    report_.rows.push_back({std::move(arrival), format.id});
  }

  const ImportRequest& request_;
  const Progress& progress_;
  ImportEdit edit_;
  ImportReport report_;
};

}  // namespace

ImportReport import_files(Workspace& workspace, const ImportRequest& request, const Progress& progress) {
  std::vector<File> files;
  for (const fs::path& path : request.paths) {
    std::error_code ignored;  // what is wrong with the path, reading it says
    if (fs::is_directory(path, ignored)) {
      list_folder(path, files);
    } else {
      read_beginning(path, 1);  // before anything is done for the others
      files.push_back({path, true});
    }
  }
  return FileImport(workspace, request, progress).run(files);
}

}  // namespace mitjul
