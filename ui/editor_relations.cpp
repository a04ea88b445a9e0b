// Relations: made from one annotation to another, gone along, turned, moved and given another label.

#include <algorithm>

#include "core/annotation_edits.h"
#include "core/relation_edits.h"
#include "core/take_over.h"
#include "ui/editor.h"

namespace mitjul {
namespace {

bool ends_at(const Annotation& relation, const AnnotationId& id) {
  const auto& ends = relation.relation()->arguments;
  return std::any_of(ends.begin(), ends.end(),
                     [&](const Argument& end) { return end.target.document.empty() && end.target.id == id; });
}

}  // namespace

Editor::Refusal Editor::begin_relation() {
  const Annotation* const from = selected();
  if (from == nullptr) return std::nullopt;
  if (const Refusal refusal = refuse_to_change(from->id)) return refusal;
  RelationDraft draft{from->id, {}};
  for (const Label& label : schema().labels) {
    if (may_take_part(schema(), label, *from)) draft.labels.push_back(label.id);
  }
  if (const Relation* const relation = from->relation(); draft.labels.empty() && relation != nullptr) {
    draft = {relation->arguments.front().target.id, {from->label}, from->id};
  }
  if (draft.labels.empty()) return std::nullopt;
  draft_ = std::move(draft);
  tell({.selection = true});
  return std::nullopt;
}

std::vector<std::string> Editor::relations_to(const AnnotationId& target) const {
  std::vector<std::string> labels;
  if (!draft_ || document_ == nullptr) return labels;
  const Annotation* const to = document_->find(target);
  const Annotation* const from = document_->find(draft_->moved.value_or(draft_->from));
  if (from == nullptr || to == nullptr) return labels;
  for (const std::string& label : draft_->labels) {
    const bool allowed = draft_->moved ? with_second_end(schema(), *from, *to).has_value()
                                       : relation_between(schema(), label, *from, *to).has_value();
    if (allowed) labels.push_back(label);
  }
  return labels;
}

Editor::Refusal Editor::relate(const AnnotationId& target, const std::string& label) {
  if (!draft_ || document_ == nullptr) return std::nullopt;
  const Annotation* const from = document_->find(draft_->from);
  const Annotation* const to = document_->find(target);
  if (to == nullptr) return std::nullopt;
  Refusal refusal = refuse_to_change(target);
  if (refusal) return refusal;
  if (draft_->moved) {
    refusal = move_end(*draft_->moved, *to);
  } else if (from == nullptr) {
    return std::nullopt;
  } else {
    auto relation = relation_between(schema(), label, *from, *to);
    if (!relation) return make_problem(ProblemCode::RoleNotAllowed, {label, to->label});
    refusal = make(label, *std::move(relation));
  }
  if (!refusal) {
    draft_.reset();
    tell({.selection = true});
  }
  return refusal;
}

/// Where there is the same relation already, it is selected, and the other one stays as it is.
Editor::Refusal Editor::move_end(const AnnotationId& id, const Annotation& target) {
  const Annotation* const present = document_->find(id);
  if (present == nullptr) return make_problem(ProblemCode::UnknownAnnotation, {to_string(id)});
  const auto moved = with_second_end(schema(), *present, target);
  if (!moved) {
    return make_problem(ProblemCode::RoleNotAllowed, {present->relation()->arguments[1].role, target.label});
  }
  const Annotation* const same = set() == nullptr ? nullptr : find_same(*set(), present->label, *moved);
  if (same != nullptr) {
    select_annotation(same->id, false);
    return std::nullopt;
  }
  Annotation changed = *present;
  changed.anchor = *moved;
  Refusal refusal = change(changed, "move");
  if (!refusal) select_annotation(id, false);
  return refusal;
}

Editor::Refusal Editor::apply_relation_label(const Label& label) {
  const Annotation* const from = draft_ ? document_->find(draft_->from) : selected();
  if (from == nullptr) return std::nullopt;
  if (const Refusal refusal = refuse_to_change(from->id)) return refusal;
  if (may_take_part(schema(), label, *from)) {
    draft_ = RelationDraft{from->id, {label.id}};
    tell({.selection = true});
    return std::nullopt;
  }
  if (draft_ || from->relation() == nullptr) return std::nullopt;
  const auto changed = as_kind(schema(), *from, label.id, *document_);
  if (!changed) {
    const Annotation* const first = document_->find(from->relation()->arguments.front().target.id);
    return make_problem(ProblemCode::RoleNotAllowed,
                        {label.roles.front().id, first == nullptr ? std::string() : first->label});
  }
  return change(*changed, "relabel");
}

Editor::Refusal Editor::turn_relation() {
  const Annotation* const relation = selected();
  if (relation == nullptr || relation->relation() == nullptr) return std::nullopt;
  if (const Refusal refusal = refuse_to_change(relation->id)) return refusal;
  const auto result = turned(schema(), *relation, *document_);
  if (!result) {
    const Argument& second = relation->relation()->arguments[1];
    const Annotation* const first = document_->find(relation->relation()->arguments[0].target.id);
    return make_problem(ProblemCode::RoleNotAllowed, {second.role, first == nullptr ? std::string() : first->label});
  }
  Annotation changed = *relation;
  changed.anchor = *result;
  return change(changed, "turn");
}

std::vector<std::string> Editor::kinds_of_selected() const {
  const Annotation* const relation = selected();
  if (relation == nullptr || relation->relation() == nullptr) return {};
  return kinds_of(schema(), *relation, *document_);
}

/// Relations stand behind all spans in the list.
std::vector<const Annotation*> Editor::relations_at(const AnnotationId& id) const {
  std::vector<const Annotation*> relations;
  auto each = std::partition_point(listed_.begin(), listed_.end(),
                                   [](const Annotation* annotation) { return annotation->spans() != nullptr; });
  for (; each != listed_.end() && (*each)->relation() != nullptr; ++each) {
    if (ends_at(**each, id)) relations.push_back(*each);
  }
  return relations;
}

bool Editor::select_relation(bool forward) {
  if (selected() == nullptr || !walk_.at()) return false;
  const Annotation* const next = walk_.step(relations_at(*walk_.at()), forward);
  if (next == nullptr) return false;
  select_annotation(next->id);
  return true;
}

bool Editor::select_other_end() {
  if (selected() == nullptr || !walk_.at()) return false;
  const Annotation* const end = walk_.other_end(relations_at(*walk_.at()), *document_);
  if (end == nullptr) return false;
  select_annotation(end->id);
  return true;
}

}  // namespace mitjul
