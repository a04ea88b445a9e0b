#include "core/workspace.h"

#include <algorithm>
#include <cassert>
#include <set>

#include "core/edit_checks.h"
#include "core/error.h"

namespace mitjul {
namespace {

/// Gives a relation its one form: references into the same document without its key, ends in the order of the roles.
void tidy(Relation& relation, const DocumentKey& document, const Label* label) {
  for (Argument& argument : relation.arguments) {
    if (argument.target.document == document) argument.target.document = {};
  }
  if (label == nullptr) return;
  const auto place = [label](const Argument& argument) {
    return std::find_if(label->roles.begin(), label->roles.end(),
                        [&](const Role& role) { return role.id == argument.role; });
  };
  std::stable_sort(relation.arguments.begin(), relation.arguments.end(),
                   [&](const Argument& a, const Argument& b) { return place(a) < place(b); });
}

/// Gives new annotations their numbers, and the references to them.
void number(Edit& edit, const AnnotatorKey& annotator, const Schema& schema, StoreTransaction& transaction) {
  std::map<std::pair<DocumentKey, std::int64_t>, AnnotationId> numbered;
  for (Change& change : edit.changes) {
    auto* const made = std::get_if<AnnotationChange>(&change);
    if (made == nullptr || !made->after || !made->after->id.provisional()) continue;
    const AnnotationId id{annotator, transaction.take_number(made->set.document, annotator)};
    numbered.emplace(std::pair(made->set.document, made->after->id.number), id);
    made->after->id = id;
  }
  for (Change& change : edit.changes) {
    auto* const made = std::get_if<AnnotationChange>(&change);
    if (made == nullptr || !made->after) continue;
    auto* const relation = std::get_if<Relation>(&made->after->anchor);
    if (relation == nullptr) continue;
    tidy(*relation, made->set.document, schema.find(made->after->label));
    for (Argument& argument : relation->arguments) {
      if (!argument.target.id.provisional()) continue;
      const DocumentKey& document = argument.target.document.empty() ? made->set.document : argument.target.document;
      const auto found = numbered.find({document, argument.target.id.number});
      if (found != numbered.end()) argument.target.id = found->second;
    }
  }
}

/// Whether they differ in where they come from, at most: who confirms an annotation does not modify it.
bool says_the_same(const Annotation& a, Annotation b) {
  b.provenance = a.provenance;
  return a == b;
}

void stamp(Edit& edit, Time time, int schema_version) {
  for (Change& change : edit.changes) {
    auto* const made = std::get_if<AnnotationChange>(&change);
    if (made == nullptr || !made->after) continue;
    Provenance& provenance = made->after->provenance;
    const Provenance before = made->before ? made->before->provenance : Provenance();
    if (provenance.confirmed && provenance.confirmed != before.confirmed) provenance.confirmed = time;
    if (!made->before) {
      provenance.created = time;
    } else if (!says_the_same(*made->before, *made->after)) {
      provenance.modified = time;
    }
    provenance.schema_version = schema_version;
  }
}

/// Leaves the words that are there to be removed and those that are not there yet, each once. Where one is removed and
/// added, it stays or comes.
void leave_what_changes(GazetteerChange& change, const GazetteerEntries& present) {
  std::set<GazetteerEntry> seen(change.added.begin(), change.added.end());
  const auto leave = [&](std::vector<GazetteerEntry>& entries, const auto& wanted) {
    entries.erase(std::remove_if(entries.begin(), entries.end(), [&](const auto& entry) { return !wanted(entry); }),
                  entries.end());
  };
  leave(change.removed,
        [&](const GazetteerEntry& entry) { return present.count(entry) != 0 && seen.insert(entry).second; });
  seen.clear();
  leave(change.added,
        [&](const GazetteerEntry& entry) { return present.count(entry) == 0 && seen.insert(entry).second; });
}

}  // namespace

Workspace::Workspace(std::unique_ptr<Store> store, Clock clock, FindUnits units)
    : store_(std::move(store)), units_(std::move(units)), clock_(std::move(clock)) {
  // The versions are read first: what changes after that is seen as changed.
  data_version_ = store_->data_version();
  last_edit_ = store_->last_edit();
  schema_ = store_->schema();
  settings_ = store_->settings();
  gazetteer_sum_ = store_->gazetteer_sum();
  annotators_ = store_->annotators();
  proposals_ = store_->proposals();
  if (!annotators_.empty()) annotator_ = annotators_.front().key;
}

void Workspace::work_as(const AnnotatorKey& key) {
  assert(std::any_of(annotators_.begin(), annotators_.end(), [&](const Annotator& known) { return known.key == key; }));
  annotator_ = key;
}

std::optional<Problem> Workspace::add_annotator(const std::string& name) {
  refresh();
  if (auto problem = check_annotator_name(name, annotators_)) return problem;
  store_->add_annotator(name);
  annotators_ = store_->annotators();
  return std::nullopt;
}

const GazetteerEntries& Workspace::gazetteer() {
  if (!gazetteer_) gazetteer_ = store_->gazetteer();
  return *gazetteer_;
}

const AnnotatedDocument& Workspace::open(const DocumentKey& key) {
  auto& place = open_[key];
  if (!place) {
    try {
      place = std::make_unique<AnnotatedDocument>(store_->load(key));
    } catch (...) {
      open_.erase(key);
      throw;
    }
  }
  return *place;
}

void Workspace::close(const DocumentKey& key) { open_.erase(key); }

void Workspace::refresh() {
  if (store_->data_version() != data_version_) reload(true);
}

void Workspace::reload(bool from_outside) {
  WorkspaceEvent event;
  event.from_outside = from_outside;
  // The versions are read first: what changes after that is seen as changed. They are kept last: what could not be
  // read is read again.
  const std::int64_t version = store_->data_version();
  const EditNumber last = store_->last_edit();
  event.documents = store_->documents_changed_since(last_edit_);
  // All is read before anything changes here: views point into what is open until they are told.
  std::vector<DocumentKey> purged;
  std::vector<std::pair<AnnotatedDocument*, AnnotatedDocument>> reloaded;
  for (const auto& [key, document] : open_) {
    const bool changed = std::find(event.documents.begin(), event.documents.end(), key) != event.documents.end();
    if (!store_->has(key)) {
      purged.push_back(key);
    } else if (changed) {
      reloaded.emplace_back(document.get(), store_->load(key));
    }
  }
  Schema schema = store_->schema();
  const ProjectSettings settings = store_->settings();
  const GazetteerSum sum = store_->gazetteer_sum();
  event.gazetteer_changed = sum != gazetteer_sum_;
  std::optional<GazetteerEntries> gazetteer;
  if (gazetteer_ && event.gazetteer_changed) gazetteer = store_->gazetteer();
  std::vector<Annotator> annotators = store_->annotators();
  std::vector<SchemaProposal> proposals = store_->proposals();

  for (auto& [document, present] : reloaded) *document = std::move(present);
  for (const DocumentKey& key : purged) {
    event.documents.push_back(key);
    open_.erase(key);
  }
  event.schema_changed = schema != schema_;
  schema_ = std::move(schema);
  event.settings_changed = settings != settings_;
  settings_ = settings;
  gazetteer_sum_ = sum;
  if (gazetteer) *gazetteer_ = *std::move(gazetteer);
  annotators_ = std::move(annotators);
  event.proposals_changed = proposals != proposals_;
  proposals_ = std::move(proposals);
  data_version_ = version;
  last_edit_ = last;
  for (const Listener& listener : listeners_) listener(event);
}

PurgeReport Workspace::purge(const std::vector<DocumentKey>& keys) {
  const PurgeReport report = store_->purge(keys, {"purge", annotator_, clock_(), EditKind::Purge, 0});
  reload(false);
  return report;
}

const AnnotatedDocument* Workspace::find(const DocumentKey& key) {
  if (open_.count(key) == 0 && !store_->has(key)) return nullptr;
  return &open(key);
}

void Workspace::for_each_document(const std::function<void(const AnnotatedDocument&)>& use) {
  for (const DocumentSummary& document : store_->documents()) {
    const auto place = open_.find(document.key);
    if (place != open_.end()) {
      use(*place->second);
    } else {
      use(store_->load(document.key));
    }
  }
}

Outcome Workspace::perform(Edit edit) {
  if (edit.changes.empty()) return {};
  const Time time = clock_();
  const auto transaction = store_->begin({edit.name, annotator_, time, EditKind::Do, 0});
  refresh();
  drop_what_changes_nothing(edit);
  if (edit.changes.empty()) return {};
  number(edit, annotator_, schema_, *transaction);
  stamp(edit, time, schema_.version);
  for (Change& change : edit.changes) {
    auto* const schema = std::get_if<SchemaChange>(&change);
    if (schema == nullptr || schema->after.draft) continue;
    const int version = transaction->take_schema_version(schema->after.version);
    schema->after = as_version(std::move(schema->after), schema->before.version, version);
  }
  begin_sets(edit);
  return carry_out(*transaction, std::move(edit), EditKind::Do, 0, open_documents());
}

void Workspace::drop_what_changes_nothing(Edit& edit) {
  for (Change& change : edit.changes) {
    if (auto* const words = std::get_if<GazetteerChange>(&change)) leave_what_changes(*words, gazetteer());
  }
  const auto changes_nothing = [](const Change& change) {
    if (const auto* words = std::get_if<GazetteerChange>(&change))
      return words->removed.empty() && words->added.empty();
    if (const auto* settings = std::get_if<SettingsChange>(&change)) return settings->before == settings->after;
    if (const auto* name = std::get_if<AnnotatorNameChange>(&change)) return name->before == name->after;
    const auto* refusal = std::get_if<RefusalChange>(&change);
    return refusal != nullptr && refusal->before == refusal->after;
  };
  edit.changes.erase(std::remove_if(edit.changes.begin(), edit.changes.end(), changes_nothing), edit.changes.end());
}

void Workspace::begin_sets(Edit& edit) {
  std::set<SetKey> annotated;
  std::set<SetKey> with_state;
  for (const Change& change : edit.changes) {
    if (const auto* annotation = std::get_if<AnnotationChange>(&change)) annotated.insert(annotation->set);
    if (const auto* state = std::get_if<SetStateChange>(&change)) with_state.insert(state->set);
  }
  for (const SetKey& key : annotated) {
    const AnnotatedDocument* const document = find(key.document);
    if (document == nullptr || with_state.count(key) != 0) continue;
    const AnnotationSet* const set = document->find_set(key);
    if (set == nullptr || set->state() == SetState::New) {
      edit.changes.push_back(SetStateChange{key, SetState::New, SetState::InProgress});
    }
  }
}

Outcome Workspace::undo() { return take_step(EditKind::Undo); }

Outcome Workspace::redo() { return take_step(EditKind::Redo); }

Outcome Workspace::take_step(EditKind kind) {
  const bool undo = kind == EditKind::Undo;
  const auto transaction = store_->begin({undo ? "undo" : "redo", annotator_, clock_(), kind, 0});
  refresh();
  std::optional<StoredEdit> step = undo ? transaction->next_undo(annotator_) : transaction->next_redo(annotator_);
  if (!step) {
    Outcome nothing;
    nothing.refused = make_problem(undo ? ProblemCode::NothingToUndo : ProblemCode::NothingToRedo);
    return nothing;
  }
  return carry_out(*transaction, undo ? inverse(std::move(step->edit)) : std::move(step->edit), kind, step->number,
                   open_documents());
}

std::set<DocumentKey> Workspace::open_documents() const {
  std::set<DocumentKey> keys;
  for (const auto& [key, document] : open_) keys.insert(key);
  return keys;
}

void Workspace::close_all_but(const std::set<DocumentKey>& keys) {
  for (auto place = open_.begin(); place != open_.end();) {
    place = keys.count(place->first) != 0 ? std::next(place) : open_.erase(place);
  }
}

Outcome Workspace::carry_out(StoreTransaction& transaction, Edit edit, EditKind kind, EditNumber target,
                             const std::set<DocumentKey>& open_before) {
  Outcome outcome;
  outcome.kind = kind;
  outcome.target = target;
  outcome.refused = check_edit(edit, {schema_, settings_, annotators_, proposals_, annotator_,
                                      [this]() -> const GazetteerEntries& { return gazetteer(); },
                                      [this](const DocumentKey& key) { return find(key); },
                                      [this](const auto& use) { for_each_document(use); }, transaction, units_of()});
  if (outcome.refused) {
    if (outcome.refused->code == ProblemCode::ChangedMeanwhile && kind != EditKind::Do) {
      outcome.refused->code = ProblemCode::ChangedSince;
      outcome.refused->details.insert(outcome.refused->details.begin(), std::to_string(target));
    }
    close_all_but(open_before);
    return outcome;
  }
  for (const Change& change : edit.changes) {
    const auto place = open_.find(document_of(change));
    transaction.apply(change, place != open_.end() ? place->second.get() : nullptr);
  }
  outcome.number = transaction.commit();
  last_edit_ = outcome.number;
  for (const Change& change : edit.changes) apply_to_memory(change);
  close_all_but(open_before);
  outcome.edit = std::move(edit);
  tell(outcome.edit);
  return outcome;
}

void Workspace::apply_to_memory(const Change& change) {
  if (const auto* schema = std::get_if<SchemaChange>(&change)) {
    schema_ = schema->after;
    return;
  }
  if (const auto* settings = std::get_if<SettingsChange>(&change)) {
    settings_ = settings->after;
    return;
  }
  if (const auto* words = std::get_if<GazetteerChange>(&change)) {
    apply_to_gazetteer(*words);
    return;
  }
  if (const auto* proposal = std::get_if<ProposalChange>(&change)) {
    apply_to_proposals(*proposal);
    return;
  }
  if (const auto* name = std::get_if<AnnotatorNameChange>(&change)) {
    for (Annotator& annotator : annotators_) {
      if (annotator.key == name->annotator) annotator.name = name->after;
    }
    return;
  }
  // Only what is open is in memory; the check has opened every document of the edit.
  const auto place = open_.find(document_of(change));
  if (place == open_.end()) return;
  AnnotatedDocument& document = *place->second;
  if (const auto* annotation = std::get_if<AnnotationChange>(&change)) {
    AnnotationSet& set = document.set(annotation->set);
    if (annotation->after) {
      set.put(*annotation->after);
    } else {
      set.remove(annotation->before->id);
    }
  } else if (const auto* tags = std::get_if<RetaggingChange>(&change)) {
    AnnotationSet& set = document.set(tags->set);
    for (const AnnotationId& id : tags->annotations) set.put(retagged(*set.find(id), tags->after));
  } else if (const auto* state = std::get_if<SetStateChange>(&change)) {
    document.set(state->set).set_state(state->after);
  } else if (const auto* info = std::get_if<DocumentChange>(&change)) {
    document.document.info = *info->after;
  } else if (const auto* refusal = std::get_if<RefusalChange>(&change)) {
    if (refusal->after) {
      document.refusals.insert(refusal->refusal);
    } else {
      document.refusals.erase(refusal->refusal);
    }
  }
}

void Workspace::apply_to_gazetteer(const GazetteerChange& change) {
  for (const GazetteerEntry& entry : change.removed) {
    gazetteer_sum_.remove(entry);
    gazetteer_->erase(entry);
  }
  for (const GazetteerEntry& entry : change.added) {
    gazetteer_sum_.add(entry);
    gazetteer_->insert(entry);
  }
}

void Workspace::tell(const Edit& edit) {
  WorkspaceEvent event;
  for (const Change& change : edit.changes) {
    const DocumentKey document = document_of(change);
    event.schema_changed = event.schema_changed || std::holds_alternative<SchemaChange>(change);
    event.settings_changed = event.settings_changed || std::holds_alternative<SettingsChange>(change);
    event.gazetteer_changed = event.gazetteer_changed || std::holds_alternative<GazetteerChange>(change);
    event.proposals_changed = event.proposals_changed || std::holds_alternative<ProposalChange>(change);
    // Changes of one document mostly come together.
    if (document.empty() || (!event.documents.empty() && event.documents.back() == document)) continue;
    if (std::find(event.documents.begin(), event.documents.end(), document) == event.documents.end()) {
      event.documents.push_back(document);
    }
  }
  for (const Listener& listener : listeners_) listener(event);
}

}  // namespace mitjul
