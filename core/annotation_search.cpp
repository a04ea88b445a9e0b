#include "core/annotation_search.h"

#include <algorithm>

namespace mitjul {
namespace {

bool has_value(const Annotation& annotation, const AnnotationQuery& query) {
  if (query.attribute.empty()) return true;
  const auto found = annotation.attributes.find(query.attribute);
  if (found == annotation.attributes.end()) return false;
  const std::vector<std::string>& values = found->second;
  return query.value.empty() ? !values.empty() : std::find(values.begin(), values.end(), query.value) != values.end();
}

}  // namespace

std::vector<const Annotation*> find_annotations(const AnnotatedDocument& document, const Schema& schema,
                                                const AnnotationQuery& query) {
  std::vector<const Annotation*> found;
  for (const auto& [key, set] : document.sets) {
    if (!query.annotator.empty() && key.annotator != query.annotator) continue;
    for (const auto& [id, annotation] : set.annotations()) {
      const bool of_label = query.label.empty() || schema.is_a(annotation.label, query.label);
      if (annotation.spans() != nullptr && of_label && has_value(annotation, query)) found.push_back(&annotation);
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });
  return found;
}

}  // namespace mitjul
