#include "core/change.h"

#include <algorithm>
#include <utility>

namespace mitjul {
namespace {

template <class Either>
void swap_sides(Either& change) {
  std::swap(change.before, change.after);
}

void swap_sides(GazetteerChange& change) { std::swap(change.removed, change.added); }

void invert(Change& change) {
  std::visit([](auto& either) { swap_sides(either); }, change);
}

}  // namespace

Change inverse(Change change) {
  invert(change);
  return change;
}

Edit inverse(Edit edit) {
  std::reverse(edit.changes.begin(), edit.changes.end());
  for (Change& change : edit.changes) invert(change);
  return edit;
}

bool is_tagged(const Annotation& annotation, const Tagging& tagging) {
  return annotation.label == tagging.label &&
         std::all_of(tagging.attributes.begin(), tagging.attributes.end(), [&](const auto& tag) {
           const auto found = annotation.attributes.find(tag.first);
           return found == annotation.attributes.end() ? tag.second.empty() : found->second == tag.second;
         });
}

Annotation retagged(Annotation annotation, const Tagging& tagging) {
  annotation.label = tagging.label;
  for (const auto& [attribute, values] : tagging.attributes) {
    if (values.empty()) {
      annotation.attributes.erase(attribute);
    } else {
      annotation.attributes[attribute] = values;
    }
  }
  return annotation;
}

DocumentKey document_of(const Change& change) {
  if (const auto* annotation = std::get_if<AnnotationChange>(&change)) return annotation->set.document;
  if (const auto* tags = std::get_if<RetaggingChange>(&change)) return tags->set.document;
  if (const auto* state = std::get_if<SetStateChange>(&change)) return state->set.document;
  if (const auto* document = std::get_if<DocumentChange>(&change)) return document->document;
  if (const auto* refusal = std::get_if<RefusalChange>(&change)) return refusal->document;
  return {};
}

}  // namespace mitjul
