#include "import/brat.h"

#include <algorithm>

#include "import/brat_file.h"
#include "import/brat_labels.h"
#include "import/brat_lines.h"
#include "import/folder_files.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFolders = 5;  // above that of the file, in which a configuration is looked for

/// The configuration that goes for the files of a folder: its own, or the next one above. Empty where there is none.
fs::path configuration_for(const fs::path& folder) {
  std::error_code unknown;
  fs::path above = fs::absolute(folder, unknown);
  for (std::size_t i = 0; i <= kMostFolders; ++i) {
    if (fs::is_regular_file(above / "annotation.conf", unknown)) return above / "annotation.conf";
    if (above == above.parent_path()) break;
    above = above.parent_path();
  }
  return {};
}

}  // namespace

std::vector<Problem> read_brat(const fs::path& path, const OnHeader& on_header, const OnDocument& on_document) {
  std::vector<Problem> problems;
  const std::vector<fs::path> files = files_in(path, ".ann");
  std::error_code unknown;
  const bool folder = fs::is_directory(path, unknown);
  const fs::path configuration = configuration_for(folder ? path : path.parent_path());
  BratLabels labels;
  if (!configuration.empty()) {
    const BratCollection collection = read_brat_collection(configuration);
    if (collection.file.problems.empty()) {
      labels = BratLabels(collection);
    } else {  // what the annotations use is a schema, too
      problems.push_back(make_problem(ProblemCode::AnnotationsLeftOut,
                                      {"annotation.conf", std::to_string(collection.file.problems.size())}));
    }
  }
  for (const fs::path& file : files) add_labels_of_brat_file(file, labels, problems);
  if (labels.overflows()) {
    problems.push_back(make_problem(ProblemCode::TooManyLabels, {std::to_string(labels.schema().labels.size())}));
    return problems;
  }
  if (on_header) {
    on_header({labels.schema(), {{AnnotatorKey::made_from("annotator brat"), "brat", true}}, true});
  }
  for (const fs::path& file : files) {
    auto document = read_brat_file(file, labels, problems);
    if (document && on_document) on_document(*std::move(document));
  }
  return problems;
}

bool looks_like_brat(std::string_view extension, std::string_view beginning) {
  if (extension != "ann") return false;
  const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return true;  // a text in which nothing is annotated
  std::string_view line = beginning.substr(first, beginning.find('\n', first) - first);
  const std::string_view id = take_until(line, '\t');
  return is_brat_id(id) && !line.empty();
}

std::vector<fs::path> companions_of_brat(const fs::path& path) {
  std::vector<fs::path> companions{text_of_ann(path)};
  const fs::path configuration = configuration_for(path.parent_path());
  for (const fs::path& folder : {path.parent_path(), configuration.parent_path()}) {
    for (const char* const name : {"annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf"}) {
      companions.push_back(folder / name);
    }
  }
  return companions;
}

}  // namespace mitjul
