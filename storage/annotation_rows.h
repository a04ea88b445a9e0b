#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "core/document.h"
#include "storage/database.h"

namespace mitjul {

/// Annotations that leave and come in one edit. Their rows are written together: one statement for each table deletes
/// what an annotator loses in a document, and what comes is inserted in the order in which the tables keep it.
class AnnotationRows {
 public:
  /// `document` and `set` are rows of those tables. What is removed is there, once; it may come back otherwise.
  void remove(std::int64_t document, const AnnotationId& id);
  /// `annotation` and `text`, that of the document, must live until `write`.
  void add(std::int64_t document, std::int64_t set, const Annotation& annotation, const Text& text);

  void write(Database& database);

 private:
  struct Coming {
    std::int64_t document;
    std::int64_t set;
    const Annotation* annotation;
    const Text* text;
  };

  std::map<std::pair<std::int64_t, AnnotatorKey>, std::vector<std::int64_t>> leaving_;  // numbers
  std::size_t leaving_count_ = 0;
  std::vector<Coming> coming_;
};

}  // namespace mitjul
