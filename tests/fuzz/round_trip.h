#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "export/write_export.h"
#include "tests/fuzz/input_file.h"

namespace mitjul {

/// Reads a file twice, as an import does: both times it must say the same. Where it says nothing that is wrong, what
/// was read is written in the format `id`, which throws where it does not read back.
inline void round_trip(const std::filesystem::path& path, const AnnotationStream& reader, std::string_view id,
                       const AnnotationStream& reader_of_id) {
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  bool legal = true;
  const std::vector<Problem> problems = reader(
      path,
      [&](StreamHeader seen) {
        header = std::move(seen);
        legal = check_schema(header.schema).empty();
      },
      [&](AnnotatedDocument document) {
        // Must stand whatever it is given.
        legal = check_document(document, header.schema, {}).empty() && legal;
        documents.push_back(std::move(document));
      });
  std::size_t again = 0;
  reader(path, {}, [&](const AnnotatedDocument& document) {
    require(again < documents.size() && document.document == documents[again].document &&
                document.sets == documents[again].sets,
            "the same at every reading");
    ++again;
  });
  require(again == documents.size(), "as many documents at every reading");
  for (const Problem& problem : problems) legal = legal && is_notice(problem.code);
  if (!legal) return;
  static const std::filesystem::path out =
      std::filesystem::temp_directory_path() / ("mitjul-fuzz-out-" + std::to_string(::getpid()));
  write_export(*find_export_format(id),
               {header.schema, header.annotators, documents.size(), [&](std::size_t i) { return documents.at(i); }},
               out, {}, reader_of_id, {});
  std::filesystem::remove(out);
}

}  // namespace mitjul
