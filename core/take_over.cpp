#include "core/take_over.h"

#include <algorithm>
#include <optional>

#include "core/annotation_edits.h"
#include "core/relation_depth.h"

namespace mitjul {
namespace {

const Annotation* counterpart_of(const AnnotatedDocument& document, const AnnotationSet& own,
                                 const Annotation& annotation, const std::string& from, int depth);

/// The anchor with ends that are in the own set; nothing where one of them is not, or leads to somebody else's
/// annotation in another document.
std::optional<Anchor> own_anchor(const AnnotatedDocument& document, const AnnotationSet& own,
                                 const Annotation& annotation, const std::string& from, int depth) {
  if (annotation.relation() == nullptr) return annotation.anchor;
  if (depth == 0) return std::nullopt;
  Relation relation = *annotation.relation();
  for (Argument& end : relation.arguments) {
    if (!end.target.document.empty()) {
      if (end.target.id.annotator != own.key().annotator) return std::nullopt;
      continue;
    }
    const Annotation* const target = document.find(end.target.id);
    const Annotation* const mine =
        target == nullptr ? nullptr : counterpart_of(document, own, *target, from, depth - 1);
    if (mine == nullptr) return std::nullopt;
    end.target.id = mine->id;
  }
  return relation;
}

const Annotation* counterpart_of(const AnnotatedDocument& document, const AnnotationSet& own,
                                 const Annotation& annotation, const std::string& from, int depth) {
  if (const Annotation* const itself = own.find(annotation.id)) return itself;
  const auto anchor = own_anchor(document, own, annotation, from, depth);
  if (!anchor) return nullptr;
  if (const Annotation* const same = find_same(own, annotation.label, *anchor)) return same;
  const Spans* const spans = annotation.spans();
  if (spans == nullptr) return nullptr;
  // It was taken over, and its ends were moved since.
  const auto moved = std::find_if(own.annotations().begin(), own.annotations().end(), [&](const auto& each) {
    const Annotation& mine = each.second;
    return mine.provenance.method == Method::Curation && mine.provenance.origin == from &&
           mine.label == annotation.label && mine.spans() != nullptr && mine.spans()->overlaps(*spans);
  });
  return moved == own.annotations().end() ? nullptr : &moved->second;
}

}  // namespace

std::variant<Edit, Problem> take_over(const AnnotatedDocument& document, const SetKey& own, const AnnotationId& id,
                                      const std::string& from) {
  const Annotation* const annotation = document.find(id);
  if (annotation == nullptr) return make_problem(ProblemCode::UnknownAnnotation, {to_string(id)});
  const AnnotationSet none(own);
  const AnnotationSet* const present = document.find_set(own);
  const AnnotationSet& mine = present == nullptr ? none : *present;
  auto anchor = own_anchor(document, mine, *annotation, from, kDeepestRelation);
  if (!anchor) return make_problem(ProblemCode::EndsOfOther, {annotation->label});
  if (find_same(mine, annotation->label, *anchor) != nullptr) {
    return make_problem(ProblemCode::AnnotationPresent, {annotation->label});
  }
  AnnotationChange copy = new_annotation(own, 1, annotation->label, *std::move(anchor), Method::Curation);
  copy.after->attributes = annotation->attributes;
  copy.after->note = annotation->note;
  copy.after->provenance.origin = from;
  return Edit{"take-over", {std::move(copy)}};
}

const Annotation* find_same(const AnnotationSet& set, const std::string& label, const Anchor& anchor) {
  const auto same = std::find_if(set.annotations().begin(), set.annotations().end(), [&](const auto& each) {
    return each.second.label == label && each.second.anchor == anchor;
  });
  return same == set.annotations().end() ? nullptr : &same->second;
}

const Annotation* counterpart(const AnnotatedDocument& document, const SetKey& own, const Annotation& annotation,
                              const std::string& from) {
  const AnnotationSet* const mine = document.find_set(own);
  return mine == nullptr ? nullptr : counterpart_of(document, *mine, annotation, from, kDeepestRelation);
}

}  // namespace mitjul
