#include "core/import_edit.h"

#include <algorithm>

#include "core/schema_merge.h"

namespace mitjul {

std::string free_name(const std::string& name, const std::set<std::string>& taken) {
  std::string candidate = name;
  for (int number = 2; taken.count(candidate) != 0; ++number) candidate = name + " (" + std::to_string(number) + ")";
  return candidate;
}

ImportEdit::ImportEdit(Workspace& workspace)
    : workspace_(workspace),
      transaction_(workspace.store_->begin({"import", workspace.annotator_, workspace.clock_(), EditKind::Import, 0})) {
  workspace_.refresh();
  schema_ = workspace_.schema();
  for (const Annotator& annotator : workspace_.annotators()) annotators_.insert(annotator.key);
  for (const DocumentSummary& document : workspace_.store_->documents()) {
    keys_.insert(document.key);
    if (document.in_trash) {
      in_trash_.insert(document.key);
    } else {
      names_.insert(document.name);
      by_text_.emplace(document.sha256, document.key);
    }
    for (const SetSummary& set : document.sets) annotated_ = annotated_ || set.annotations > 0;
  }
}

std::vector<Problem> ImportEdit::add_schema(const Schema& schema) {
  if (schema == schema_) return {};
  SchemaChange change{schema_, schema};
  const auto made_with = preset(schema_.name);
  if (annotated_ || !made_with || *made_with != schema_) {
    MergedSchema merged = merge_schemas(schema_, schema);
    if (!merged.conflicts.empty()) return std::move(merged.conflicts);
    if (merged.schema == schema_) return {};
    change.after = std::move(merged.schema);
    change.after.version = transaction_->take_schema_version(schema_.version + 1);
  }
  schema_ = change.after;
  schema_changed_ = true;
  anything_ = true;
  transaction_->apply(change, nullptr);
  return {};
}

void ImportEdit::add_annotator(const Annotator& annotator) {
  if (!annotators_.insert(annotator.key).second) return;
  Annotator imported = annotator;
  imported.imported = true;
  transaction_->add_annotator(imported);
  anything_ = true;
}

Arrival ImportEdit::add(AnnotatedDocument document) {
  const DocumentInfo& info = document.document.info;
  if (keys_.count(info.key) != 0) return merge(info.key, std::move(document), true);
  const auto same_text = by_text_.find(info.sha256);
  if (same_text != by_text_.end()) return merge(same_text->second, std::move(document), false);
  return add_new(std::move(document));
}

Arrival ImportEdit::add_new(AnnotatedDocument document) {
  DocumentInfo& info = document.document.info;
  info.name = free_name(info.name, names_);
  names_.insert(info.name);
  keys_.insert(info.key);
  // Two articles with the same text in one delivery are two documents if they come with keys of their own; plain
  // files have none, and the second is the first one again.
  if (document.sets.empty()) by_text_.emplace(info.sha256, info.key);
  transaction_->add_document(document);
  touched_.push_back(info.key);
  anything_ = true;
  return {Arrival::Kind::Added, info, {}};
}

Arrival ImportEdit::merge(const DocumentKey& present_key, AnnotatedDocument document, bool same_key) {
  const AnnotatedDocument present = workspace_.store_->load(present_key);
  Arrival arrival{Arrival::Kind::Present, present.document.info, {}};
  const std::string& name = present.document.info.name;
  if (in_trash_.count(present_key) != 0) {
    arrival.problems.push_back(make_problem(ProblemCode::DocumentInTrash, {name}));
    return arrival;
  }
  if (present.document.info.sha256 != document.document.info.sha256) {
    arrival.problems.push_back(make_problem(ProblemCode::DifferentText, {name}));
    return arrival;
  }
  if (!same_key || document.sets.empty()) {
    arrival.problems.push_back(make_problem(ProblemCode::SameContent, {name}));
  }
  for (auto& [key, incoming] : document.sets) {
    AnnotationSet set({present_key, key.annotator, key.curated});
    set.set_state(incoming.state());
    bool id_taken = false;
    const AnnotationSet* const there = present.find_set(set.key());
    for (const auto& [id, annotation] : incoming.annotations()) {
      id_taken = id_taken || present.find(id) != nullptr;
      set.put(annotation);
    }
    if (there != nullptr && *there == set) {
      arrival.problems.push_back(make_problem(ProblemCode::AnnotationSetPresent, {key.annotator.str()}));
    } else if (there != nullptr || id_taken) {
      arrival.problems.push_back(make_problem(ProblemCode::AnnotationSetDiffers, {key.annotator.str()}));
    } else {
      transaction_->add_set(present.document, set);
      touched_.push_back(present_key);
      anything_ = true;
      arrival.kind = Arrival::Kind::Merged;
    }
  }
  return arrival;
}

EditNumber ImportEdit::commit() {
  if (!anything_) {
    transaction_.reset();
    return 0;
  }
  const EditNumber number = transaction_->commit();
  transaction_.reset();
  workspace_.last_edit_ = number;
  WorkspaceEvent event;
  event.schema_changed = schema_changed_;
  event.documents = touched_;
  for (const DocumentKey& key : touched_) {
    const auto place = workspace_.open_.find(key);
    if (place != workspace_.open_.end()) *place->second = workspace_.store_->load(key);
  }
  workspace_.schema_ = schema_;
  workspace_.annotators_ = workspace_.store_->annotators();
  for (const Workspace::Listener& listener : workspace_.listeners_) listener(event);
  return number;
}

}  // namespace mitjul
