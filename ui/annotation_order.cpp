#include "ui/annotation_order.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

namespace mitjul {
namespace {

/// Keys are made once: comparisons are many.
template <class MakeKey>
void sort_by(std::vector<const Annotation*>& annotations, bool descending, MakeKey make_key) {
  using Key = decltype(make_key(*annotations.front()));
  std::vector<std::pair<Key, const Annotation*>> keyed;
  keyed.reserve(annotations.size());
  for (const Annotation* const each : annotations) keyed.emplace_back(make_key(*each), each);
  std::stable_sort(keyed.begin(), keyed.end(), [descending](const auto& a, const auto& b) {
    return descending ? b.first < a.first : a.first < b.first;
  });
  std::transform(keyed.begin(), keyed.end(), annotations.begin(), [](const auto& each) { return each.second; });
}

std::string_view words_of(const Annotation& annotation, const AnnotatedDocument& document) {
  const Annotation* at = &annotation;
  if (const Relation* const relation = annotation.relation()) {
    const AnnotationRef& first = relation->arguments.front().target;
    at = first.document.empty() ? document.find(first.id) : nullptr;
  }
  const Spans* const spans = at == nullptr ? nullptr : at->spans();
  if (spans == nullptr || !document.document.text.holds(spans->hull())) return {};
  return document.document.text.slice(spans->hull());
}

Time last_change(const Annotation& annotation) {
  return annotation.provenance.modified.value_or(annotation.provenance.created);
}

}  // namespace

void sort_annotations(std::vector<const Annotation*>& annotations, AnnotationOrder order, bool descending,
                      const Schema& schema, const AnnotatedDocument& document) {
  if (annotations.empty()) return;
  switch (order) {
    case AnnotationOrder::Place:
      if (descending) std::reverse(annotations.begin(), annotations.end());
      break;
    case AnnotationOrder::Label: {
      std::map<std::string_view, std::size_t> places;
      for (const Label& label : schema.labels) places.emplace(label.id, places.size());
      sort_by(annotations, descending, [&](const Annotation& each) {
        const auto place = places.find(each.label);
        return place == places.end() ? places.size() : place->second;
      });
      break;
    }
    case AnnotationOrder::Words:
      sort_by(annotations, descending, [&](const Annotation& each) { return words_of(each, document); });
      break;
    case AnnotationOrder::Changed: sort_by(annotations, descending, last_change); break;
    case AnnotationOrder::Author:
      sort_by(annotations, descending, [&](const Annotation& each) { return document.set_of(each.id)->key(); });
      break;
  }
}

}  // namespace mitjul
