#include "core/annotation_edits.h"

#include <algorithm>
#include <set>

#include "core/annotation_checks.h"

namespace mitjul {
namespace {

bool hangs_on(const Annotation& annotation, const std::set<AnnotationId>& ids) {
  const Relation* const relation = annotation.relation();
  if (relation == nullptr) return false;
  return std::any_of(relation->arguments.begin(), relation->arguments.end(), [&](const Argument& argument) {
    return argument.target.document.empty() && ids.count(argument.target.id) != 0;
  });
}

}  // namespace

AnnotationId provisional_id(const SetKey& set, std::size_t place) {
  return {set.annotator, -static_cast<std::int64_t>(place)};
}

AnnotationChange new_annotation(const SetKey& set, std::size_t place, const std::string& label, Anchor anchor,
                                Method method) {
  Annotation annotation{provisional_id(set, place), label, std::move(anchor), {}, "", {}};
  annotation.provenance.method = method;
  return {set, {}, std::move(annotation)};
}

Edit annotate(const SetKey& set, const std::string& label, Anchor anchor) {
  return {"annotate", {new_annotation(set, 1, label, std::move(anchor))}};
}

Annotation with_label(Annotation annotation, const std::string& label, const Schema& schema) {
  annotation.label = label;
  std::erase_if(annotation.attributes,
                [&](const auto& attribute) { return schema.find_attribute(label, attribute.first) == nullptr; });
  return annotation;
}

Edit relabel(const SetKey& set, const Annotation& annotation, const std::string& label, const Schema& schema) {
  return {"relabel", {AnnotationChange{set, annotation, with_label(annotation, label, schema)}}};
}

Edit move_span(const SetKey& set, const Annotation& annotation, Spans spans) {
  Annotation changed = annotation;
  changed.anchor = std::move(spans);
  return {"move", {AnnotationChange{set, annotation, std::move(changed)}}};
}

Edit delete_annotation(const AnnotatedDocument& document, const AnnotationId& id) {
  Edit edit{"delete", {}};
  std::set<AnnotationId> gone{id};
  // Relations on relations: until no more is found.
  for (bool more = true; more;) {
    more = false;
    for (const auto& [key, set] : document.sets) {
      for (const auto& [other, annotation] : set.annotations()) {
        if (gone.count(other) == 0 && hangs_on(annotation, gone)) more = gone.insert(other).second;
      }
    }
  }
  for (const auto& [key, set] : document.sets) {
    for (const AnnotationId& each : gone) {
      if (const Annotation* const found = set.find(each)) edit.changes.emplace_back(AnnotationChange{key, *found, {}});
    }
  }
  return edit;
}

std::optional<Relation> relation_between(const Schema& schema, const std::string& label, const Annotation& from,
                                         const Annotation& to) {
  const Label* const found = schema.find(label);
  if (found == nullptr || found->kind != LabelKind::Relation || from.id == to.id) return std::nullopt;
  const auto& roles = found->roles;
  const auto tie = [&](const Annotation& first, const Annotation& second) -> std::optional<Relation> {
    for (std::size_t i = 0; i < roles.size(); ++i) {
      for (std::size_t j = i + 1; j < roles.size(); ++j) {
        if (!role_allows(schema, roles[i], first) || !role_allows(schema, roles[j], second)) continue;
        return Relation{{{roles[i].id, {{}, first.id}}, {roles[j].id, {{}, second.id}}}};
      }
    }
    return std::nullopt;
  };
  if (auto relation = tie(from, to)) return relation;
  return tie(to, from);
}

bool may_take_part(const Schema& schema, const Label& relation, const Annotation& annotation) {
  return relation.kind == LabelKind::Relation &&
         std::any_of(relation.roles.begin(), relation.roles.end(),
                     [&](const Role& role) { return role_allows(schema, role, annotation); });
}

}  // namespace mitjul
