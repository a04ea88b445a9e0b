#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/annotation_stream.h"
#include "import/foreign_set.h"
#include "import/tag_sequence.h"
#include "import/used_schema.h"

namespace mitjul {

/// A span by the id of its label.
struct ImportedSpan {
  std::string label;
  Span span;
};

/// What tags say of a document, with the ids of the labels. Of more than a million spans the rest is left out, with an
/// `AnnotationsLeftOut`: no article has so many, and each needs a hundred times what its tag does.
std::vector<ImportedSpan> imported_spans(const std::vector<LabelledPlace>& places, UsedSchema& schema,
                                         const std::string& document, std::vector<Problem>& problems);

/// Makes documents of a file that holds texts and spans alone: one set, of one annotator, in the order in which the
/// spans come.
class ImportedSpans {
 public:
  /// `annotator`: a name for who is unknown.
  ImportedSpans(const std::filesystem::path& path, const std::string& annotator);

  const Annotator& annotator() const { return annotators_.list().front(); }
  /// The same texts in the same order give the same keys. A set without spans is none. `key`: the document's, unless it
  /// is empty or one before has it.
  AnnotatedDocument make(Document document, const std::vector<ImportedSpan>& spans, const DocumentKey& key = {});

  /// The file's name, with a number where it has several documents: `이름.conll (2)`.
  std::string next_name();

 private:
  ForeignFile file_;
  ForeignAnnotators annotators_;
  std::set<DocumentKey> keys_;
  std::map<std::string, std::size_t> same_text_;  // how many documents there were, by hash of the text
  std::size_t documents_ = 0;
};

}  // namespace mitjul
