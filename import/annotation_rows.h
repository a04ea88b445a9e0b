#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/document.h"
#include "core/problem.h"

namespace mitjul {

/// Puts documents together from the rows of a table of annotations, as exports to csv and xlsx write it, so far as it
/// takes to verify them. The documents have no text: the table has none. What contradicts itself in a row, the place
/// and the length of a quote for example, is a problem.
class AnnotationRows {
 public:
  /// The names of the columns, in English or in Korean. False, with a problem, where one that is needed is missing.
  bool begin(const std::vector<std::string>& names);
  void take(const std::vector<std::string>& cells, std::size_t line);

  /// The key in a row of documents or annotations; empty where it is none.
  DocumentKey document_of(const std::vector<std::string>& cells) const;
  /// The documents that are complete are the caller's to take away.
  std::map<DocumentKey, AnnotatedDocument>& documents() { return documents_; }
  /// Makes a document known that may have no annotation.
  AnnotatedDocument& document(const DocumentKey& key);
  std::vector<Problem>& problems() { return problems_; }

 private:
  enum Column : std::size_t { kDocument, kId, kKind, kLabel, kSegments, kQuote, kEnds, kColumns };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const std::string& cell(const std::vector<std::string>& cells, Column column) const;
  void report(ProblemCode code, std::vector<std::string> details);
  std::optional<Anchor> anchor_of(const std::vector<std::string>& cells);
  std::optional<Anchor> spans_of(const std::vector<std::string>& cells);
  std::optional<Anchor> relation_of(const std::vector<std::string>& cells);

  std::array<std::size_t, kColumns> places_{};
  std::map<DocumentKey, AnnotatedDocument> documents_;
  std::vector<Problem> problems_;
  Place place_;
};

}  // namespace mitjul
