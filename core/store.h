#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/change.h"
#include "core/document.h"
#include "core/export_profile.h"
#include "core/pseudonym_table.h"
#include "core/review.h"
#include "core/schema.h"
#include "core/schema_checks.h"

namespace mitjul {

/// Somebody, or some program, whose annotation sets a project holds.
struct Annotator {
  AnnotatorKey key;
  std::string name;
  bool imported = false;  ///< came in with somebody else's annotations

  bool operator==(const Annotator&) const = default;
};

struct SetSummary {
  SetKey key;
  SetState state = SetState::New;
  std::int64_t annotations = 0;
};

/// What a list of documents shows.
struct DocumentSummary {
  DocumentKey key;
  std::string name;
  std::uint32_t code_points = 0;
  bool in_trash = false;
  std::string sha256;
  std::int64_t arrival = 0;  ///< higher for a document that came in later
  std::vector<SetSummary> sets;
};

/// What is known of a document besides its name.
struct DocumentDescription {
  DocumentKey key;
  std::string title;
  std::vector<std::pair<std::string, std::string>> metadata;
};

enum class EditKind {
  Do,      ///< can be undone
  Undo,    ///< takes back the edit it names
  Redo,    ///< does the edit it names again
  Import,  ///< only the trash can take it back
  Purge,   ///< nothing can
};

/// An edit as it is about to be written to the log.
struct EditHeader {
  std::string name;
  AnnotatorKey annotator;
  Time time;
  EditKind kind = EditKind::Do;
  EditNumber target = 0;  ///< of `Undo` and `Redo`: known once the transaction was asked for it
};

/// A line of the log.
struct LoggedEdit {
  EditNumber number = 0;
  EditHeader header;
  std::vector<std::string> documents;  ///< names, sorted; those purged since have none
};

/// What an edit of the log did to one annotation.
struct LoggedChange {
  EditNumber number = 0;
  EditHeader header;
  AnnotationChange change;
};

/// An edit that can be undone or redone next.
struct StoredEdit {
  EditNumber number = 0;
  Edit edit;
};

/// What a purge took away besides the documents themselves.
struct PurgeReport {
  std::int64_t relations_elsewhere = 0;  ///< relations of other documents that pointed into them
  bool compacted = true;                 ///< whether the file could be made smaller, too
};

/// One edit on its way into the project: while it lives, no other program can write. Destroyed without `commit`,
/// it leaves everything as it was. Every member throws `Error`.
class StoreTransaction {
 public:
  StoreTransaction() = default;
  StoreTransaction(const StoreTransaction&) = delete;
  StoreTransaction& operator=(const StoreTransaction&) = delete;
  virtual ~StoreTransaction() = default;

  /// A number that this annotator has never used in this document.
  virtual std::int64_t take_number(const DocumentKey& document, const AnnotatorKey& annotator) = 0;
  /// `wanted` if no schema of this project had that version yet, else the one behind the highest.
  virtual int take_schema_version(int wanted) = 0;
  /// A number that no proposal has ever had.
  virtual std::int64_t take_proposal_number() = 0;
  /// Whether a document that is not in the trash, other than `except`, has this name.
  virtual bool name_taken(const std::string& name, const DocumentKey& except) = 0;
  /// Annotations of other documents that refer into this one, by what they refer to.
  virtual std::multimap<AnnotationId, AnnotationRef> referrers_elsewhere(const DocumentKey& document) = 0;
  /// Whether any annotation has been made in this project, be it gone again.
  virtual bool ever_annotated() = 0;
  /// What of a schema the annotations use, those of documents in the trash included.
  virtual std::vector<SchemaUse> schema_uses() = 0;

  /// Makes the change and writes it to the log. `document`: the one that the change is about, as it was before the
  /// edit; nullptr for changes that are about none. Both must live until `commit`.
  virtual void apply(const Change& change, const AnnotatedDocument* document) = 0;
  /// A document that comes in, with its sets. The log gets its description and the sets' fingerprints, not
  /// every annotation: what they were is in the first change of each.
  virtual void add_document(const AnnotatedDocument& document) = 0;
  /// A set that comes in for a document that is there.
  virtual void add_set(const Document& document, const AnnotationSet& set) = 0;
  virtual void add_annotator(const Annotator& annotator) = 0;

  /// The edit that `annotator` would undo or redo next. A transaction of that kind takes it as its target.
  virtual std::optional<StoredEdit> next_undo(const AnnotatorKey& annotator) = 0;
  virtual std::optional<StoredEdit> next_redo(const AnnotatorKey& annotator) = 0;

  /// Everything is on the disk when this returns.
  virtual EditNumber commit() = 0;
};

/// Where a project is kept. `ProjectFile` is the one that ships; tests have one in memory for faults.
/// Every member throws `Error`; reading holds no lock when it returns.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  virtual Schema schema() = 0;
  /// The schema as it was last published: the one in force, unless that is a draft.
  virtual Schema last_published() = 0;
  /// The schema as this version was published; nothing where there was none of that number.
  virtual std::optional<Schema> schema_version(int version) = 0;
  virtual ProjectSettings settings() = 0;
  virtual GazetteerSum gazetteer_sum() = 0;
  /// What was proposed for the schema, oldest first.
  virtual std::vector<SchemaProposal> proposals() = 0;
  /// The word list, checked against its sum.
  virtual GazetteerEntries gazetteer() = 0;
  /// Those made here first, in the order in which they came.
  virtual std::vector<Annotator> annotators() = 0;
  /// By name (in code point order), then key. The trash is included.
  virtual std::vector<DocumentSummary> documents() = 0;
  virtual bool has(const DocumentKey& key) = 0;
  /// The document as it is now, checked against its hashes: throws `Error{Damaged}` where they differ.
  virtual AnnotatedDocument load(const DocumentKey& key) = 0;
  /// A document's text alone, checked against its hash: annotations that are damaged do not keep it from being read.
  virtual Text text(const DocumentKey& key) = 0;
  /// Documents with annotations of any of these labels, the trash included.
  virtual std::vector<DocumentKey> documents_with(const std::set<std::string>& labels) = 0;
  /// What the annotations use of the schema, those of documents in the trash included.
  virtual std::vector<SchemaUse> schema_uses() = 0;
  /// What an annotator has to review of these tags, and has reviewed; the trash and curated sets are left out.
  virtual ReviewWork review_work(const std::vector<RevisedTag>& tags, const AnnotatorKey& annotator) = 0;
  /// Annotators who have confirmed annotations of a document.
  virtual std::vector<std::pair<DocumentKey, AnnotatorKey>> confirmers() = 0;

  /// Changes whenever another program has written to the project.
  virtual std::int64_t data_version() = 0;
  virtual EditNumber last_edit() = 0;
  /// Everything that edits did to an annotation, oldest first. One that came in with an import is not said to be made.
  virtual std::vector<LoggedChange> history(const DocumentKey& document, const AnnotationId& id) = 0;
  /// Documents that edits after this one touched.
  virtual std::vector<DocumentKey> documents_changed_since(EditNumber edit) = 0;

  /// Makes an annotator known, whose name is free. Not an edit: it cannot be undone, and takes nothing away.
  virtual Annotator add_annotator(const std::string& name) = 0;

  /// What is known of documents besides their names, those in the trash included.
  virtual std::vector<DocumentDescription> descriptions() = 0;

  // Profiles and pseudonyms are no edits: they say nothing of the texts, and `undo` behind an annotation must neither
  // forget how an export was made nor whom a delivery means by a pseudonym.

  /// By name, in code point order.
  virtual std::vector<ExportProfile> export_profiles() = 0;
  /// Adds a profile, or replaces the one of its name.
  virtual void put_export_profile(const ExportProfile& profile) = 0;
  /// Whether there was one of that name.
  virtual bool remove_export_profile(const std::string& name) = 0;

  virtual PseudonymTable pseudonyms() = 0;
  /// Writes the table as `after`. False, and nothing is written, where it is not as `before` any more, because another
  /// program has changed it.
  virtual bool change_pseudonyms(const PseudonymTable& before, const PseudonymTable& after) = 0;

  /// Waits for other programs, up to a limit.
  virtual std::unique_ptr<StoreTransaction> begin(const EditHeader& header) = 0;

  /// Removes documents and every trace of them, also from trash and log, all or none. Nothing brings them back.
  virtual PurgeReport purge(const std::vector<DocumentKey>& keys, const EditHeader& header) = 0;
};

}  // namespace mitjul
