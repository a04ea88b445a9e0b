#include "core/relation_edits.h"

#include <algorithm>
#include <utility>

#include "core/annotation_checks.h"
#include "core/annotation_edits.h"

namespace mitjul {
namespace {

/// The annotation at an end; nullptr where it is not in the document.
const Annotation* target_of(const Annotation& relation, std::size_t end, const AnnotatedDocument& document) {
  const Relation* const ends = relation.relation();
  if (ends == nullptr || ends->arguments.size() <= end) return nullptr;
  const AnnotationRef& target = ends->arguments[end].target;
  return target.document.empty() ? document.find(target.id) : nullptr;
}

bool may_play(const Schema& schema, const Annotation& relation, std::size_t end, const Annotation& target) {
  const Label* const label = schema.find(relation.label);
  if (label == nullptr || target.id == relation.id) return false;
  const std::string& id = relation.relation()->arguments[end].role;
  const auto role =
      std::find_if(label->roles.begin(), label->roles.end(), [&](const Role& known) { return known.id == id; });
  return role != label->roles.end() && role_allows(schema, *role, target);
}

}  // namespace

std::optional<Relation> turned(const Schema& schema, const Annotation& relation, const AnnotatedDocument& document) {
  const Annotation* const first = target_of(relation, 0, document);
  const Annotation* const second = target_of(relation, 1, document);
  if (first == nullptr || second == nullptr) return std::nullopt;
  if (!may_play(schema, relation, 0, *second) || !may_play(schema, relation, 1, *first)) return std::nullopt;
  Relation result = *relation.relation();
  std::swap(result.arguments[0].target, result.arguments[1].target);
  return result;
}

std::optional<Relation> with_second_end(const Schema& schema, const Annotation& relation, const Annotation& target) {
  const Relation* const present = relation.relation();
  if (present == nullptr || present->arguments.size() < 2 || !may_play(schema, relation, 1, target)) {
    return std::nullopt;
  }
  Relation result = *present;
  result.arguments[1].target = {{}, target.id};
  for (std::size_t end = 0; end < result.arguments.size(); ++end) {
    if (end != 1 && result.arguments[end].target == result.arguments[1].target) return std::nullopt;
  }
  return result;
}

std::optional<Annotation> as_kind(const Schema& schema, const Annotation& relation, const std::string& label,
                                  const AnnotatedDocument& document) {
  const Annotation* const first = target_of(relation, 0, document);
  const Annotation* const second = target_of(relation, 1, document);
  if (first == nullptr || second == nullptr || relation.relation()->arguments.size() != 2) return std::nullopt;
  if (label == relation.label) return relation;
  auto anchor = relation_between(schema, label, *first, *second);
  if (!anchor) return std::nullopt;
  Annotation result = with_label(relation, label, schema);
  result.anchor = *std::move(anchor);
  return result;
}

std::vector<std::string> kinds_of(const Schema& schema, const Annotation& relation, const AnnotatedDocument& document) {
  std::vector<std::string> kinds;
  for (const Label& label : schema.labels) {
    if (label.id == relation.label || as_kind(schema, relation, label.id, document)) kinds.push_back(label.id);
  }
  return kinds;
}

}  // namespace mitjul
