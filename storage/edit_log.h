#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/store.h"
#include "storage/database.h"

namespace mitjul {

// The log: every edit with its changes, in tables `edit`, `change` and `undo_state`. It is the undo history and the
// audit trail in one. Undo and redo are two stacks an annotator, linked through the edits themselves, so that a step
// costs the same however long the log is.

/// An edit on its way into the log. Rows are written as they come; nothing is valid before `finish`.
class LogEntry {
 public:
  LogEntry(Database& database, EditHeader header);

  EditNumber number() const { return number_; }
  EditHeader& header() { return header_; }

  /// `row`: of the document the change is about.
  void add(const Change& change, std::optional<std::int64_t> row);
  /// The arrival of a document, and of a set with all its annotations.
  void add_arrival(const DocumentInfo& info, std::int64_t row);
  void add_arrival(const AnnotationSet& set, std::int64_t row);

  /// Completes the edit and moves the undo stacks of its annotator.
  void finish();

  struct Row;

 private:
  void add(const Row& row);

  Database& database_;
  EditHeader header_;
  EditNumber number_ = 0;
  int position_ = 0;
  std::uint64_t chain_ = 0;
};

/// The number of the edit that would be undone next; 0: none.
EditNumber undo_top(Database& database, const AnnotatorKey& annotator);
/// The number of the edit that would be redone next; 0: none.
EditNumber redo_target(Database& database, const AnnotatorKey& annotator);

/// Reads an edit back. Throws `Error{Damaged}` where its rows do not fit its fingerprint.
Edit read_edit(Database& database, EditNumber number);
/// The log from an edit on, oldest first, without the changes.
std::vector<LoggedEdit> read_log(Database& database, EditNumber first);
/// What the log has of an annotation, oldest first; `row`: of its document, whose key is `document`; `present`
/// reads the annotation as it is now; it is asked where the log alone does not tell.
std::vector<LoggedChange> read_history(Database& database, std::int64_t row, const DocumentKey& document,
                                       const AnnotationId& id,
                                       const std::function<std::optional<Annotation>()>& present);
/// Edits whose rows do not fit their fingerprints.
std::vector<EditNumber> damaged_edits(Database& database);
/// Annotators whose stacks do not begin with an edit that can be undone, or redone.
std::vector<std::string> damaged_undo_states(Database& database);
/// Takes edits that have lost changes to a purge out of the stacks if nothing is left of them, and renews the
/// fingerprints of the others.
void mend_log_after_purge(Database& database, const std::vector<EditNumber>& edits);

std::string_view to_string(EditKind kind);

}  // namespace mitjul
