#include "storage/project_transaction.h"

#include <algorithm>
#include <cassert>

#include "core/error.h"
#include "core/fingerprint.h"
#include "storage/document_rows.h"
#include "storage/refusal_rows.h"
#include "storage/schema_rows.h"
#include "storage/word_rows.h"

namespace mitjul {

std::int64_t annotator_fingerprint(const Annotator& annotator) {
  const std::uint64_t imported = annotator.imported ? 1U : 0U;
  return static_cast<std::int64_t>(Fingerprint().add(annotator.key.view()).add(annotator.name).add(imported).value());
}

void insert_annotator(Database& database, const Annotator& annotator) {
  database.prepare("INSERT INTO annotator SELECT ?1, ?2, ?3, coalesce(max(position), 0) + 1, ?4 FROM annotator")
      .bind(annotator.key.view(), annotator.name, annotator.imported, annotator_fingerprint(annotator))
      .run();
}

void rename_annotator(Database& database, const AnnotatorNameChange& change) {
  Statement known = database.prepare("SELECT imported FROM annotator WHERE key = ?1");
  known.bind(change.annotator.view());
  if (!known.step()) throw Error(ErrorKind::Damaged, database.path(), "annotator " + change.annotator.str());
  const Annotator renamed{change.annotator, change.after, known.integer(0) != 0};
  database.prepare("UPDATE annotator SET name = ?2, fingerprint = ?3 WHERE key = ?1")
      .bind(renamed.key.view(), renamed.name, annotator_fingerprint(renamed))
      .run();
}

ProjectTransaction::ProjectTransaction(Database& database, const EditHeader& header)
    : database_(database), transaction_(database, Transaction::Kind::Write), header_(header) {}

LogEntry& ProjectTransaction::entry() {
  if (!entry_) entry_.emplace(database_, header_);
  return *entry_;
}

std::int64_t ProjectTransaction::document_row(const DocumentKey& key) {
  const auto known = document_rows_.find(key);
  if (known != document_rows_.end()) return known->second;
  const auto row = find_document_row(database_, key);
  if (!row) throw Error(ErrorKind::Damaged, database_.path(), key.str());
  document_rows_.emplace(key, *row);
  return *row;
}

std::int64_t ProjectTransaction::set_row(std::int64_t row, const SetKey& key) {
  const auto known = set_rows_.find(key);
  if (known != set_rows_.end()) return known->second;
  return set_rows_.emplace(key, mitjul::set_row(database_, row, key)).first->second;
}

std::int64_t ProjectTransaction::take_number(const DocumentKey& document, const AnnotatorKey& annotator) {
  const auto row = find_document_row(database_, document);
  // The edit will be refused: there is no such document.
  return row ? mitjul::take_number(database_, *row, annotator) : 0;
}

int ProjectTransaction::take_schema_version(int wanted) { return free_schema_version(database_, wanted); }

std::int64_t ProjectTransaction::take_proposal_number() { return free_proposal_number(database_); }

bool ProjectTransaction::name_taken(const std::string& name, const DocumentKey& except) {
  Statement found = database_.prepare("SELECT 1 FROM document WHERE name = ?1 AND in_trash = 0 AND key <> ?2");
  found.bind(name, except.view());
  return found.step();
}

std::multimap<AnnotationId, AnnotationRef> ProjectTransaction::referrers_elsewhere(const DocumentKey& document) {
  const auto annotator = [](std::string_view key) { return AnnotatorKey::parse(key).value_or(AnnotatorKey()); };
  Statement found = database_.prepare(
      "SELECT a.target_annotator, a.target_number, d.key, a.annotator, a.number FROM argument a"
      " JOIN document d ON d.id = a.document WHERE a.target_document = ?1 AND a.target_document <> ''");
  found.bind(document.view());
  std::multimap<AnnotationId, AnnotationRef> referrers;
  while (found.step()) {
    referrers.emplace(AnnotationId{annotator(found.text(0)), found.integer(1)},
                      AnnotationRef{DocumentKey::parse(found.text(2)).value_or(DocumentKey()),
                                    {annotator(found.text(3)), found.integer(4)}});
  }
  return referrers;
}

bool ProjectTransaction::ever_annotated() { return database_.integer("SELECT count(*) FROM last_number") > 0; }

std::vector<SchemaUse> ProjectTransaction::schema_uses() { return read_schema_uses(database_); }

void ProjectTransaction::apply(const Change& change, const AnnotatedDocument* document) {
  const DocumentKey key = document_of(change);
  std::optional<std::int64_t> row;
  if (!key.empty()) row = document_row(key);
  entry().add(change, row);
  if (const auto* annotation = std::get_if<AnnotationChange>(&change)) {
    assert(document != nullptr);
    write(*annotation, *row, document->document.text);
  } else if (const auto* tags = std::get_if<RetaggingChange>(&change)) {
    assert(document != nullptr);
    write(*tags, *row, *document);
  } else if (const auto* schema = std::get_if<SchemaChange>(&change)) {
    store_schema(database_, schema->after);
  } else if (const auto* state = std::get_if<SetStateChange>(&change)) {
    write_set_state(database_, set_row(*row, state->set), state->after);
  } else if (const auto* settings = std::get_if<SettingsChange>(&change)) {
    write_settings(database_, settings->after);
  } else if (const auto* name = std::get_if<AnnotatorNameChange>(&change)) {
    rename_annotator(database_, *name);
  } else if (const auto* proposal = std::get_if<ProposalChange>(&change)) {
    write_proposal_change(database_, *proposal);
  } else if (const auto* words = std::get_if<GazetteerChange>(&change)) {
    write_gazetteer_change(database_, *words);
  } else if (const auto* refusal = std::get_if<RefusalChange>(&change)) {
    assert(document != nullptr);
    write_refusal_change(database_, *row, *refusal, document->document.text);
  } else {
    update_document_info(database_, *row, *std::get<DocumentChange>(change).after);
  }
}

void ProjectTransaction::write(const AnnotationChange& change, std::int64_t row, const Text& text) {
  const std::int64_t set = set_row(row, change.set);
  Count& count = counts_[set];
  if (change.before) {
    annotations_.remove(row, change.before->id);
    --count.annotations;
    count.fingerprint -= fingerprint(*change.before);
  }
  if (change.after) {
    const AnnotationId& id = change.after->id;
    annotations_.add(row, set, *change.after, text);
    std::int64_t& last = last_numbers_[{row, id.annotator}];
    last = std::max(last, id.number);
    ++count.annotations;
    count.fingerprint += fingerprint(*change.after);
  }
}

void ProjectTransaction::write(const RetaggingChange& change, std::int64_t row, const AnnotatedDocument& document) {
  const AnnotationSet* const set = document.find_set(change.set);
  if (set == nullptr) throw Error(ErrorKind::Damaged, database_.path(), change.set.annotator.str());
  Count& count = counts_[set_row(row, change.set)];
  for (const AnnotationId& id : change.annotations) {
    const Annotation* const annotation = set->find(id);
    if (annotation == nullptr) throw Error(ErrorKind::Damaged, database_.path(), to_string(id));
    count.fingerprint += fingerprint(retagged(*annotation, change.after)) - fingerprint(*annotation);
    update_tags(database_, row, id, change.after);
  }
}

void ProjectTransaction::add_document(const AnnotatedDocument& document) {
  const std::int64_t row = insert_document(database_, document.document);
  entry().add_arrival(document.document.info, row);
  for (const auto& [key, set] : document.sets) insert_set(row, document.document, set);
}

void ProjectTransaction::add_set(const Document& document, const AnnotationSet& set) {
  insert_set(document_row(document.info.key), document, set);
}

void ProjectTransaction::insert_set(std::int64_t row, const Document& document, const AnnotationSet& set) {
  const std::int64_t id = set_row(row, set.key());
  write_set_state(database_, id, set.state());
  std::map<AnnotatorKey, std::int64_t> highest;
  for (const auto& [annotation_id, annotation] : set.annotations()) {
    insert_annotation(database_, row, id, annotation, document.text);
    std::int64_t& number = highest[annotation_id.annotator];
    number = std::max(number, annotation_id.number);
  }
  for (const auto& [annotator, number] : highest) raise_last_number(database_, row, {annotator, number});
  count_annotations(database_, id, static_cast<std::int64_t>(set.size()), set.fingerprint());
  entry().add_arrival(set, row);
}

void ProjectTransaction::add_annotator(const Annotator& annotator) { insert_annotator(database_, annotator); }

std::optional<StoredEdit> ProjectTransaction::take_target(EditNumber number) {
  if (number == 0) return std::nullopt;
  header_.target = number;
  if (entry_) entry_->header().target = number;
  return StoredEdit{number, read_edit(database_, number)};
}

std::optional<StoredEdit> ProjectTransaction::next_undo(const AnnotatorKey& annotator) {
  return take_target(undo_top(database_, annotator));
}

std::optional<StoredEdit> ProjectTransaction::next_redo(const AnnotatorKey& annotator) {
  return take_target(redo_target(database_, annotator));
}

EditNumber ProjectTransaction::commit() {
  annotations_.write(database_);
  for (const auto& [set, count] : counts_) count_annotations(database_, set, count.annotations, count.fingerprint);
  for (const auto& [place, number] : last_numbers_) raise_last_number(database_, place.first, {place.second, number});
  entry().finish();
  const EditNumber number = entry().number();
  transaction_.commit();
  return number;
}

}  // namespace mitjul
