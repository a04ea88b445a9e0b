#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/finding.h"
#include "ui/find_job.h"

namespace mitjul {

/// A problem as a line of a list, with what there is to say of the annotation without reading its document again.
struct ProblemRow {
  Finding finding;
  std::string label;  ///< its id
  std::string words;  ///< what it quotes, on one line and shortened; empty for what is on no span

  bool operator==(const ProblemRow&) const = default;
};

/// What a check of the project's annotations goes by: a value that a worker takes.
struct ProblemRules {
  Schema schema;
  AnnotatorKey annotator;  ///< whose annotations are looked at
  ReviewContext review;
};

/// What was found in a document.
struct DocumentProblems {
  NamedDocument document;
  std::vector<ProblemRow> rows;
};

/// The problems of the annotator's own set of a document.
std::vector<ProblemRow> problem_rows(const AnnotatedDocument& document, const ProblemRules& rules,
                                     const UnitsOf& units);

/// The problems of a project as the rows of a list: by documents, and in each of them as they were found. Shows those
/// of one kind, or of one document, or all. No window itself.
class ProblemRows {
 public:
  /// Puts these in the place of what was known of these documents.
  void put(std::vector<DocumentProblems> found);
  /// Forgets all documents but these.
  void keep_only(const std::set<DocumentKey>& documents);
  void clear();

  /// Which rows are shown: of this kind, and of this document; nothing: of all.
  void show(std::optional<ProblemCode> kind, std::optional<DocumentKey> document);
  const std::optional<ProblemCode>& kind() const { return kind_; }

  std::size_t size() const { return shown_.size(); }
  /// Valid until the next change.
  const ProblemRow& row(std::size_t index) const { return *shown_[index]; }
  std::vector<Finding> shown_findings() const;

  /// How many of each kind there are, whatever kind is shown, in the document that is shown or all of them.
  const std::map<ProblemCode, std::size_t>& kinds() const { return kinds_; }
  std::size_t count(Severity severity) const;
  /// How many a document has.
  std::size_t count_in(const DocumentKey& document) const;
  /// The problems of an annotation, the worst first. Valid until the next change. In the time that it takes to look
  /// into an index, where the same document was asked of before.
  std::vector<const ProblemRow*> of(const DocumentKey& document, const AnnotationId& annotation) const;

 private:
  void forget(const DocumentKey& document);
  void index(const DocumentKey& document) const;
  void list();

  std::map<DocumentKey, std::string> names_;
  std::map<std::pair<std::string, DocumentKey>, std::vector<ProblemRow>> documents_;  // as they are listed
  std::optional<ProblemCode> kind_;
  std::optional<DocumentKey> only_;
  std::vector<const ProblemRow*> shown_;
  std::map<ProblemCode, std::size_t> kinds_;
  // Made when it is asked for: only one document is shown.
  mutable std::optional<DocumentKey> indexed_;
  mutable std::vector<std::pair<AnnotationId, const ProblemRow*>> by_annotation_;
};

}  // namespace mitjul
