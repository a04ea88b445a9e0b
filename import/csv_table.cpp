#include "import/csv_table.h"

#include <fstream>

#include "core/file_io.h"
#include "import/annotation_rows.h"
#include "import/csv_rows.h"

namespace mitjul {

std::vector<Problem> read_csv_table(const std::filesystem::path& path, const OnHeader& on_header,
                                    const OnDocument& on_document) {
  require_file(path);
  std::ifstream file(path, std::ios::binary);
  CsvRows rows(file);
  AnnotationRows annotations;
  std::vector<std::string> cells;
  if (on_header) on_header({{}, {}, true});
  const auto pass_on = [&] {
    for (auto& [key, document] : annotations.documents()) {
      if (on_document) on_document(std::move(document));
    }
    annotations.documents().clear();
  };
  rows.next(cells);
  if (annotations.begin(cells)) {
    while (rows.next(cells)) {
      if (annotations.documents().count(annotations.document_of(cells)) == 0) pass_on();
      annotations.take(cells, rows.line());
    }
    pass_on();
  }
  if (rows.broken()) {
    annotations.problems().push_back(make_problem(ProblemCode::UnclosedQuote));
    annotations.problems().back().place.line = rows.line();
  }
  return std::move(annotations.problems());
}

}  // namespace mitjul
