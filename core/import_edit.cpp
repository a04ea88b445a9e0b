#include "core/import_edit.h"

#include <algorithm>

#include "core/edit_checks.h"
#include "core/schema_merge.h"

namespace mitjul {
namespace {

std::string numbered(const std::string& name, int number) { return name + " (" + std::to_string(number) + ")"; }

/// A copy of a set under another key, with ids of one annotator given to another, and references to documents that
/// have another key here rewritten.
AnnotationSet readdressed(const AnnotationSet& set, const SetKey& key, const AnnotatorKey& from, const AnnotatorKey& to,
                          const std::map<DocumentKey, DocumentKey>& renamed) {
  AnnotationSet result(key);
  result.set_state(set.state());
  for (const auto& [id, original] : set.annotations()) {
    Annotation annotation = original;
    if (annotation.id.annotator == from) annotation.id.annotator = to;
    if (auto* const relation = std::get_if<Relation>(&annotation.anchor)) {
      for (Argument& argument : relation->arguments) {
        AnnotationRef& target = argument.target;
        const auto other = renamed.find(target.document);
        if (other != renamed.end()) target.document = other->second;
        if (target.document == key.document) target.document = {};
        if (target.document.empty() && set.find(target.id) != nullptr && target.id.annotator == from) {
          target.id.annotator = to;
        }
      }
    }
    result.put(std::move(annotation));
  }
  return result;
}

bool has_any_id_of(const AnnotatedDocument& document, const AnnotationSet& set) {
  return std::any_of(set.annotations().begin(), set.annotations().end(),
                     [&](const auto& entry) { return document.find(entry.first) != nullptr; });
}

bool says_nothing(const AnnotationSet* set) {
  return set == nullptr || (set->size() == 0 && set->state() == SetState::New);
}

}  // namespace

std::string free_name(const std::string& name, const std::set<std::string>& taken) {
  std::string candidate = name;
  for (int number = 2; taken.count(candidate) != 0; ++number) candidate = numbered(name, number);
  return candidate;
}

ImportEdit::ImportEdit(Workspace& workspace)
    : workspace_(workspace),
      transaction_(workspace.store_->begin({"import", workspace.annotator_, workspace.clock_(), EditKind::Import, 0})) {
  workspace_.refresh();
  schema_ = workspace_.schema();
  // Words of the list, too, may have labels of the schema.
  annotated_ = transaction_->ever_annotated() || workspace_.gazetteer_sum_.entries > 0;
  for (const Annotator& annotator : workspace_.annotators()) annotators_.emplace(annotator.key, annotator.name);
  for (const DocumentSummary& document : workspace_.store_->documents()) {
    in_trash_.emplace(document.key, document.in_trash);
    if (document.in_trash) continue;
    names_.insert(document.name);
    by_text_.emplace(document.sha256, document.key);
  }
}

std::vector<Problem> ImportEdit::add_schema(const Schema& schema, bool inferred) {
  if (schema == schema_) return {};
  const auto locked = check_schema_lock(workspace_.settings(), workspace_.annotator(), workspace_.annotators());
  SchemaChange change{schema_, schema};
  const auto made_with = preset(schema_.name);
  if (inferred || annotated_ || !made_with || *made_with != schema_) {
    const Schema base = inferred ? with_wider_roles(schema_, schema, inferred_labels_) : schema_;
    MergedSchema merged = merge_schemas(base, inferred ? adapt_to(base, schema) : schema);
    if (!merged.conflicts.empty()) return std::move(merged.conflicts);
    if (merged.schema == schema_) return {};
    change.after = std::move(merged.schema);
    if (!locked) change.after.version = transaction_->take_schema_version(schema_.version + 1);
  }
  if (locked) return {*locked};
  for (const Label& label : change.after.labels) {
    if (inferred && schema_.find(label.id) == nullptr) inferred_labels_.insert(label.id);
  }
  schema_ = change.after;
  anything_ = true;
  transaction_->apply(change, nullptr);
  return {};
}

void ImportEdit::add_annotator(const Annotator& annotator) {
  if (!annotators_.emplace(annotator.key, annotator.name).second) return;
  transaction_->add_annotator({annotator.key, annotator.name, true});
  anything_ = true;
}

void ImportEdit::announce(const DocumentKey& key, const std::string& sha256) {
  if (in_trash_.count(key) != 0) return;
  const auto same_text = by_text_.find(sha256);
  if (same_text != by_text_.end()) renamed_.emplace(key, same_text->second);
}

Arrival ImportEdit::add(AnnotatedDocument document) {
  const std::string text = document.document.info.sha256;
  const auto same_text = by_text_.find(text);
  if (same_text != by_text_.end()) return merge(same_text->second, std::move(document), false);
  Arrival arrival = add_new(std::move(document));
  by_text_.emplace(text, arrival.info.key);
  return arrival;
}

Arrival ImportEdit::add_keyed(AnnotatedDocument document) {
  const DocumentInfo& info = document.document.info;
  if (in_trash_.count(info.key) != 0) return merge(info.key, std::move(document), true);
  const auto same_text = by_text_.find(info.sha256);
  if (same_text != by_text_.end()) return merge(same_text->second, std::move(document), false);
  return add_new(std::move(document));
}

Arrival ImportEdit::add_new(AnnotatedDocument document) {
  DocumentInfo& info = document.document.info;
  info.name = take_name(info.name);
  in_trash_.emplace(info.key, false);
  for (auto& [key, set] : document.sets) {
    annotated_ = annotated_ || set.size() > 0;
    set = readdressed(set, key, {}, {}, renamed_);
  }
  transaction_->add_document(document);
  anything_ = true;
  return {Arrival::Kind::Added, info, {}};
}

Arrival ImportEdit::merge(const DocumentKey& present_key, AnnotatedDocument document, bool same_key) {
  const AnnotatedDocument present = workspace_.store_->load(present_key);
  Arrival arrival{Arrival::Kind::Present, present.document.info, {}};
  const std::string& name = present.document.info.name;
  if (in_trash_.at(present_key)) {
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
  for (const auto& [key, incoming] : document.sets) {
    if (says_nothing(&incoming)) continue;
    merge_set(present, readdressed(incoming, {present_key, key.annotator, key.curated}, {}, {}, renamed_), arrival);
  }
  return arrival;
}

void ImportEdit::merge_set(const AnnotatedDocument& present, AnnotationSet set, Arrival& arrival) {
  const SetKey key = set.key();
  const AnnotationSet* const there = present.find_set(key);
  const auto is_present = [&](const AnnotatorKey& annotator) {
    arrival.problems.push_back(make_problem(ProblemCode::AnnotationSetPresent, {annotators_[annotator]}));
  };
  if (there != nullptr && *there == set) return is_present(key.annotator);
  if (!says_nothing(there) || has_any_id_of(present, set)) {
    for (const auto& [other, known] : present.sets) {
      // Under the annotator that stood in for this one when the same came in before.
      if (other.curated == key.curated && known.size() == set.size() && known.size() > 0 &&
          known == readdressed(set, other, key.annotator, other.annotator, {})) {
        return is_present(other.annotator);
      }
    }
    // Its own ids can be given to another annotator; those of others are what they are.
    const bool possible = std::none_of(set.annotations().begin(), set.annotations().end(), [&](const auto& entry) {
      return entry.first.annotator != key.annotator && present.find(entry.first) != nullptr;
    });
    if (!possible) {
      arrival.problems.push_back(make_problem(ProblemCode::AnnotationSetLeftOut, {annotators_[key.annotator]}));
      return;
    }
    const AnnotatorKey other = stand_in_for(key.annotator, present);
    set = readdressed(set, {key.document, other, key.curated}, key.annotator, other, {});
    arrival.problems.push_back(
        make_problem(ProblemCode::AnnotationSetDiffers, {annotators_[key.annotator], annotators_[other]}));
  }
  transaction_->add_set(present.document, set);
  annotated_ = annotated_ || set.size() > 0;
  anything_ = true;
  arrival.kind = Arrival::Kind::Merged;
}

std::string ImportEdit::take_name(const std::string& name) {
  if (names_.insert(name).second) return name;
  int& number = next_number_.try_emplace(name, 2).first->second;
  while (!names_.insert(numbered(name, number)).second) ++number;
  return numbered(name, number);
}

/// The first annotator who was made for this one and has nothing in the document yet: three files may each say
/// something else under one name.
AnnotatorKey ImportEdit::stand_in_for(const AnnotatorKey& original, const AnnotatedDocument& present) {
  const auto is_free = [&](const AnnotatorKey& stand_in) {
    return std::none_of(present.sets.begin(), present.sets.end(), [&](const auto& entry) {
      const auto& annotations = entry.second.annotations();
      return entry.first.annotator == stand_in ||
             std::any_of(annotations.begin(), annotations.end(),
                         [&](const auto& each) { return each.first.annotator == stand_in; });
    });
  };
  std::vector<AnnotatorKey>& known = stand_ins_[original];
  const auto found = std::find_if(known.begin(), known.end(), is_free);
  if (found != known.end()) return *found;
  std::set<std::string> taken;
  for (const auto& [key, name] : annotators_) taken.insert(name);
  const AnnotatorKey made = AnnotatorKey::generate();
  known.push_back(made);
  add_annotator({made, free_name(annotators_[original], taken), true});
  return made;
}

EditNumber ImportEdit::commit() {
  if (!anything_) {
    transaction_.reset();
    return 0;
  }
  const EditNumber number = transaction_->commit();
  transaction_.reset();
  workspace_.reload(false);
  return number;
}

}  // namespace mitjul
