#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "core/store.h"
#include "storage/annotation_rows.h"
#include "storage/database.h"
#include "storage/edit_log.h"

namespace mitjul {

/// One edit on its way into a project file: the file's write lock is held while it lives.
class ProjectTransaction : public StoreTransaction {
 public:
  ProjectTransaction(Database& database, const EditHeader& header);

  std::int64_t take_number(const DocumentKey& document, const AnnotatorKey& annotator) override;
  int take_schema_version(int wanted) override;
  std::int64_t take_proposal_number() override;
  bool name_taken(const std::string& name, const DocumentKey& except) override;
  std::multimap<AnnotationId, AnnotationRef> referrers_elsewhere(const DocumentKey& document) override;
  bool ever_annotated() override;
  std::vector<SchemaUse> schema_uses() override;

  void apply(const Change& change, const AnnotatedDocument* document) override;
  void add_document(const AnnotatedDocument& document) override;
  void add_set(const Document& document, const AnnotationSet& set) override;
  void add_annotator(const Annotator& annotator) override;

  std::optional<StoredEdit> next_undo(const AnnotatorKey& annotator) override;
  std::optional<StoredEdit> next_redo(const AnnotatorKey& annotator) override;

  EditNumber commit() override;

 private:
  LogEntry& entry();
  std::int64_t document_row(const DocumentKey& key);
  std::int64_t set_row(std::int64_t row, const SetKey& key);
  std::optional<StoredEdit> take_target(EditNumber number);
  void write(const AnnotationChange& change, std::int64_t row, const Text& text);
  void write(const RetaggingChange& change, std::int64_t row, const AnnotatedDocument& document);
  void insert_set(std::int64_t row, const Document& document, const AnnotationSet& set);

  Database& database_;
  Transaction transaction_;
  EditHeader header_;
  std::optional<LogEntry> entry_;

  // What edits of many annotations would look up and write for each of them: rows of sets and documents, and what
  // `commit` writes.
  struct Count {
    std::int64_t annotations = 0;
    std::uint64_t fingerprint = 0;
  };
  std::map<DocumentKey, std::int64_t> document_rows_;
  std::map<SetKey, std::int64_t> set_rows_;
  std::map<std::int64_t, Count> counts_;  // by row of the set
  AnnotationRows annotations_;
  std::map<std::pair<std::int64_t, AnnotatorKey>, std::int64_t> last_numbers_;  // by row of the document
};

void insert_annotator(Database& database, const Annotator& annotator);
void rename_annotator(Database& database, const AnnotatorNameChange& change);

/// What stands beside an annotator in its row.
std::int64_t annotator_fingerprint(const Annotator& annotator);

}  // namespace mitjul
