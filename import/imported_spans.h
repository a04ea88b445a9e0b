#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/annotation_stream.h"
#include "import/used_schema.h"

namespace mitjul {

/// A span by the id of its label.
struct ImportedSpan {
  std::string label;
  Span span;
};

/// Makes documents of a file that holds texts and spans alone: one set, of one annotator, numbered from 1 in the order
/// in which the spans come. Made when the file was last changed, for all that is known.
class ImportedSpans {
 public:
  /// `annotator`: a name for who is unknown.
  ImportedSpans(const std::filesystem::path& path, std::string annotator);

  const Annotator& annotator() const { return annotator_; }
  /// The same annotator and texts in the same order give the same keys. A set without spans is none.
  AnnotatedDocument make(Document document, const std::vector<ImportedSpan>& spans);
  /// The document has this key, unless one before it has.
  AnnotatedDocument make(Document document, const std::vector<ImportedSpan>& spans, const DocumentKey& key);

  /// The file's name, with a number where it has several documents: `이름.conll (2)`.
  std::string next_name();

 private:
  std::string file_;
  Annotator annotator_;
  Time created_;
  std::set<DocumentKey> keys_;
  std::map<std::string, std::size_t> same_text_;  // how many documents there were, by hash of the text
  std::size_t documents_ = 0;
};

/// The file's name as a project can have it: what XML cannot hold replaced by U+FFFD.
std::string clean_name(std::string_view name);

}  // namespace mitjul
