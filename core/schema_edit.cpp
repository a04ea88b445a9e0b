#include "core/schema_edit.h"

#include <algorithm>

#include "core/annotation_checks.h"

namespace mitjul {
namespace {

/// Whether annotations may say something with the attributes of `before` that they cannot say with those of `after`.
bool loses_values(const std::vector<Attribute>& before, const std::vector<Attribute>& after) {
  return !std::all_of(before.begin(), before.end(), [&](const Attribute& attribute) {
    const auto present =
        std::find_if(after.begin(), after.end(), [&](const Attribute& each) { return each.id == attribute.id; });
    if (present == after.end() || present->type != attribute.type) return false;
    return std::all_of(attribute.values.begin(), attribute.values.end(),
                       [&](const AttributeValue& value) { return is_value_of(*present, value.id); });
  });
}

/// Every annotation that goes, with the relations of the document that hang on them directly or through others.
std::set<AnnotationId> with_relations(const AnnotatedDocument& document, std::set<AnnotationId> gone) {
  bool more = !gone.empty();
  while (more) {
    more = false;
    for (const auto& [key, set] : document.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        const Relation* const relation = annotation.relation();
        if (relation == nullptr || gone.count(id) != 0) continue;
        const bool hangs =
            std::any_of(relation->arguments.begin(), relation->arguments.end(), [&](const Argument& argument) {
              return argument.target.document.empty() && gone.count(argument.target.id) != 0;
            });
        if (hangs) more = gone.insert(id).second;
      }
    }
  }
  return gone;
}

}  // namespace

SchemaEditMaker::SchemaEditMaker(const Schema& before, Schema after, SchemaOperation operation)
    : before_(before), after_(std::move(after)), operation_(std::move(operation)) {
  if (const auto* merge = std::get_if<MergeLabels>(&operation_)) {
    gone_ = merge->from;
    instead_ = merge->into;
  } else if (const auto* deletion = std::get_if<DeleteLabel>(&operation_)) {
    gone_ = deletion->label;
  } else if (const auto* change = std::get_if<ChangeLabel>(&operation_)) {
    values_ = change->values;
    const Label* const label = before_.find(change->label.id);
    if (label == nullptr) return;
    if (values_.empty() && !loses_values(label->attributes, change->label.attributes)) return;
    for (const Label& each : before_.labels) {
      if (before_.is_a(each.id, label->id)) labels_.insert(each.id);
    }
  }
  if (!gone_.empty()) labels_.insert(gone_);
}

std::string SchemaEditMaker::label_after(const std::string& label) const { return label == gone_ ? instead_ : label; }

std::vector<std::string> SchemaEditMaker::values_after(const std::string& label, const std::string& attribute,
                                                       const std::vector<std::string>& values) const {
  const Attribute* const present = after_.find_attribute(label, attribute);
  std::vector<std::string> kept;
  if (present == nullptr) return kept;
  for (const std::string& value : values) {
    const auto change = std::find_if(values_.begin(), values_.end(), [&](const ValueChange& each) {
      return each.attribute == attribute && each.from == value;
    });
    const std::string& now = change != values_.end() ? change->to : value;
    if (now.empty() || !is_value_of(*present, now) || std::find(kept.begin(), kept.end(), now) != kept.end()) continue;
    kept.push_back(now);
  }
  if (present->type != AttributeType::Choices && kept.size() > 1) kept.resize(1);
  return kept;
}

void SchemaEditMaker::retag(const Annotation& annotation, std::map<Group, std::vector<AnnotationId>>& groups) {
  const std::string label = label_after(annotation.label);
  Attributes before;
  Attributes after;
  bool loses = false;
  for (const auto& [attribute, values] : annotation.attributes) {
    std::vector<std::string> now = values_after(label, attribute, values);
    if (now == values) continue;
    loses = loses || now.size() < values.size();
    before[attribute] = values;
    after[attribute] = std::move(now);
  }
  if (label == annotation.label && before.empty()) return;
  ++effect_.retagged;
  if (loses) ++effect_.values_lost;
  groups[{annotation.label, std::move(before), label, std::move(after)}].push_back(annotation.id);
}

void SchemaEditMaker::add_deletions(const AnnotatedDocument& document) {
  std::set<AnnotationId> tagged;
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      if (annotation.label == gone_) tagged.insert(id);
    }
  }
  const std::set<AnnotationId> gone = with_relations(document, std::move(tagged));
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      if (gone.count(id) == 0) continue;
      ++(annotation.label == gone_ ? effect_.deleted : effect_.relations);
      changes_.emplace_back(AnnotationChange{key, annotation, std::nullopt});
    }
  }
}

void SchemaEditMaker::add(const AnnotatedDocument& document) {
  if (!gone_.empty() && instead_.empty()) return add_deletions(document);
  for (const auto& [key, set] : document.sets) {
    std::map<Group, std::vector<AnnotationId>> groups;
    for (const auto& [id, annotation] : set.annotations()) {
      if (labels_.count(annotation.label) != 0) retag(annotation, groups);
    }
    for (auto& [group, ids] : groups) {
      const auto& [label, attributes, label_now, attributes_now] = group;
      changes_.emplace_back(RetaggingChange{key, std::move(ids), {label, attributes}, {label_now, attributes_now}});
    }
  }
}

void SchemaEditMaker::add(const GazetteerEntries& words) {
  if (gone_.empty()) return;
  GazetteerChange change;
  for (const GazetteerEntry& entry : words) {
    if (entry.label != gone_) continue;
    change.removed.push_back(entry);
    const GazetteerEntry now{entry.word, instead_};
    if (words.count(now) == 0) change.added.push_back(now);
  }
  effect_.words = static_cast<std::int64_t>(change.removed.size());
  if (!change.removed.empty()) changes_.emplace_back(std::move(change));
}

Edit SchemaEditMaker::take() {
  changes_.emplace_back(SchemaChange{before_, std::move(after_)});
  return {std::string(name_of(operation_)), std::move(changes_)};
}

}  // namespace mitjul
