#include "ui/relation_walk.h"

#include <algorithm>

namespace mitjul {
namespace {

/// Which end of a relation an annotation is; nothing where it is none.
std::optional<std::size_t> end_of(const Relation& relation, const AnnotationId& id) {
  const auto& ends = relation.arguments;
  const auto found = std::find_if(ends.begin(), ends.end(), [&](const Argument& end) {
    return end.target.document.empty() && end.target.id == id;
  });
  if (found == ends.end()) return std::nullopt;
  return static_cast<std::size_t>(found - ends.begin());
}

}  // namespace

void RelationWalk::stand(const Annotation& selected, const AnnotatedDocument& document) {
  on_relation_ = selected.relation() != nullptr;
  if (on_relation_) {
    along_ = selected.id;
    const Argument& first = selected.relation()->arguments.front();
    if (!at_ || !end_of(*selected.relation(), *at_)) at_ = first.target.id;
    return;
  }
  at_ = selected.id;
  const Annotation* const along = along_ ? document.find(*along_) : nullptr;
  if (along == nullptr || along->relation() == nullptr || !end_of(*along->relation(), selected.id)) along_.reset();
}

const Annotation* RelationWalk::step(const std::vector<const Annotation*>& relations, bool forward) const {
  if (relations.empty()) return nullptr;
  const auto present =
      std::find_if(relations.begin(), relations.end(), [this](const Annotation* each) { return along_ == each->id; });
  if (present == relations.end()) return forward ? relations.front() : relations.back();
  const auto index = static_cast<std::size_t>(present - relations.begin());
  // From an annotation, first the relation that one came along.
  if (!on_relation_) return *present;
  return relations[(index + (forward ? 1 : relations.size() - 1)) % relations.size()];
}

const Annotation* RelationWalk::other_end(const std::vector<const Annotation*>& relations,
                                          const AnnotatedDocument& document) const {
  const Annotation* relation = along_ ? document.find(*along_) : nullptr;
  if (relation == nullptr && relations.size() == 1) relation = relations.front();
  if (relation == nullptr || relation->relation() == nullptr || !at_) return nullptr;
  const auto& ends = relation->relation()->arguments;
  const std::size_t from = end_of(*relation->relation(), *at_).value_or(0);
  const AnnotationRef& target = ends[(from + 1) % ends.size()].target;
  return target.document.empty() ? document.find(target.id) : nullptr;
}

}  // namespace mitjul
