#include "core/annotation_removal.h"

#include <algorithm>
#include <iterator>

namespace mitjul {

std::vector<Annotation> remove_annotations(AnnotatedDocument& document,
                                           const std::function<bool(const Annotation&)>& goes) {
  std::vector<Annotation> removed;
  for (auto& [key, set] : document.sets) {
    const std::size_t first = removed.size();
    for (const auto& [id, annotation] : set.annotations()) {
      if (goes(annotation)) removed.push_back(annotation);
    }
    for (std::size_t i = first; i < removed.size(); ++i) set.remove(removed[i].id);
  }
  return removed;
}

std::vector<Annotation> remove_relations_without_ends(
    AnnotatedDocument& document, const std::function<bool(const AnnotationRef&)>& is_there_elsewhere) {
  const auto is_there = [&](const AnnotationRef& end) {
    const bool here = end.document.empty() || end.document == document.document.info.key;
    if (here) return document.find(end.id) != nullptr;
    return !is_there_elsewhere || is_there_elsewhere(end);
  };
  std::vector<Annotation> removed;
  while (true) {  // a relation that goes may be an end of another one
    std::vector<Annotation> more = remove_annotations(document, [&](const Annotation& annotation) {
      const Relation* const relation = annotation.relation();
      return relation != nullptr && !std::all_of(relation->arguments.begin(), relation->arguments.end(),
                                                 [&](const Argument& argument) { return is_there(argument.target); });
    });
    if (more.empty()) return removed;
    std::move(more.begin(), more.end(), std::back_inserter(removed));
  }
}

}  // namespace mitjul
