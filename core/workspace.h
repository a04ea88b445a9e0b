#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/change.h"
#include "core/problem.h"
#include "core/schema_edit.h"
#include "core/store.h"
#include "core/unit_cache.h"

namespace mitjul {

/// What became of an edit.
struct Outcome {
  std::optional<Problem> refused;  ///< why nothing happened
  EditNumber number = 0;           ///< in the log; 0 where there was nothing to do
  EditKind kind = EditKind::Do;
  EditNumber target = 0;  ///< the edit that was undone or redone
  Edit edit;              ///< what happened, with the final ids and times

  bool done() const { return !refused; }
};

/// Told to views: what has changed, here or in another program.
struct WorkspaceEvent {
  std::vector<DocumentKey> documents;  ///< whose annotations or description changed
  bool schema_changed = false;
  bool settings_changed = false;
  bool gazetteer_changed = false;
  bool proposals_changed = false;
  bool from_outside = false;
};

/// The one door through which the annotations of a project change.
/// Documents are loaded when they are asked for and stay until they are closed. Not for several threads.
class Workspace {
 public:
  using Clock = std::function<Time()>;
  using Listener = std::function<void(const WorkspaceEvent&)>;

  /// Works as the first annotator of the project until told otherwise. Without `units`, no label is kept from reaching
  /// beyond one.
  explicit Workspace(std::unique_ptr<Store> store, Clock clock = now, FindUnits units = {});

  Store& store() { return *store_; }
  const Schema& schema() const { return schema_; }
  const ProjectSettings& settings() const { return settings_; }
  /// The word list, read when it is first asked for: throws `Error{Damaged}` where it does not fit its fingerprint.
  /// The reference stays valid; what it says may change with every event.
  const GazetteerEntries& gazetteer();
  const std::vector<Annotator>& annotators() const { return annotators_; }
  const AnnotatorKey& annotator() const { return annotator_; }
  /// What was proposed for the schema, oldest first.
  const std::vector<SchemaProposal>& proposals() const { return proposals_; }
  /// `key` is one of the project's annotators (asserted).
  void work_as(const AnnotatorKey& key);
  /// Makes somebody known to the project: no edit. Refused where the name cannot be had.
  std::optional<Problem> add_annotator(const std::string& name);

  /// Throws `Error{Damaged}` where the document does not fit its hashes. The reference stays valid
  /// until `close`, or until another program purges the document (a listener is told).
  const AnnotatedDocument& open(const DocumentKey& key);
  void close(const DocumentKey& key);

  /// Checks the edit against schema and present state (a refusal says why), stores it, changes memory, tells the
  /// views: all, or nothing. New annotations with provisional ids get their numbers, and times, here; a set that was
  /// new is in progress afterwards. Words, settings and refusals that are already as the edit wants them are left out
  /// of it; where nothing is left, nothing is done. Throws `Error` if it cannot be stored; nothing has changed then.
  Outcome perform(Edit edit);
  /// Changes the schema, with the annotations and words that it concerns, as one edit. The schema is a draft then, of
  /// which `publish_schema` makes the next version.
  Outcome change_schema(const SchemaOperation& operation);
  /// What `change_schema` would do now. Looks at every annotation concerned.
  SchemaEffect effect_of(const SchemaOperation& operation);
  /// Makes a version of the draft: annotations under labels and values whose meaning was revised wait for review from
  /// then on. `unchanged`: of them, those whose meaning is what it was (see `revised_in_draft`).
  Outcome publish_schema(const std::set<std::string>& unchanged = {});
  /// Proposes what `change_schema` would do to whoever may change the schema. Nothing is done where it would change
  /// nothing.
  Outcome propose(const SchemaOperation& operation, const std::string& comment);
  /// Does what was proposed, together with what has changed since, and notes the decision, as one edit. Refused where
  /// that no longer fits.
  Outcome accept(std::int64_t proposal, const std::string& answer);
  Outcome decline(std::int64_t proposal, const std::string& answer);
  /// Takes back the last edit of the annotator, in whatever document. Refused if what it left was changed since.
  Outcome undo();
  Outcome redo();

  /// Removes documents and every trace of them from the project for good, all or none; an edit of the log, but none
  /// that can be undone.
  PurgeReport purge(const std::vector<DocumentKey>& keys);

  /// The units of a document, for checks of what is not in the project yet.
  UnitsOf units_of() { return units_.function(); }

  /// Reloads what other programs have changed. Cheap when they have not.
  void refresh();

  void listen(Listener listener) { listeners_.push_back(std::move(listener)); }

 private:
  friend class ImportEdit;

  const AnnotatedDocument* find(const DocumentKey& key);
  void for_each_document(const std::function<void(const AnnotatedDocument&)>& use);
  void reload(bool from_outside);
  void drop_what_changes_nothing(Edit& edit);
  void show_what_is_concerned(SchemaEditMaker& maker);
  std::set<DocumentKey> open_documents() const;
  void close_all_but(const std::set<DocumentKey>& keys);
  /// What an operation does to the present schema: no changes where that is nothing, or where it is refused.
  Outcome schema_edit(const SchemaOperation& operation);
  Outcome decide(std::int64_t proposal, ProposalState state, const std::string& answer);
  void begin_sets(Edit& edit);
  Outcome take_step(EditKind kind);
  /// Documents that were not open before, and were opened for the edit alone, are closed again before anybody is told:
  /// a schema may concern all of them.
  Outcome carry_out(StoreTransaction& transaction, Edit edit, EditKind kind, EditNumber target,
                    const std::set<DocumentKey>& open_before);
  void apply_to_memory(const Change& change);
  void apply_to_gazetteer(const GazetteerChange& change);
  void apply_to_proposals(const ProposalChange& change);
  void tell(const Edit& edit);

  std::unique_ptr<Store> store_;
  UnitCache units_;
  Clock clock_;
  Schema schema_;
  ProjectSettings settings_;
  GazetteerSum gazetteer_sum_;
  std::optional<GazetteerEntries> gazetteer_;  // once it is read
  std::vector<Annotator> annotators_;
  std::vector<SchemaProposal> proposals_;
  AnnotatorKey annotator_;
  std::map<DocumentKey, std::unique_ptr<AnnotatedDocument>> open_;
  std::int64_t data_version_ = 0;
  EditNumber last_edit_ = 0;
  std::vector<Listener> listeners_;
};

}  // namespace mitjul
