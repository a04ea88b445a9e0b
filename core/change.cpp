#include "core/change.h"

#include <utility>

namespace mitjul {

Change inverse(const Change& change) {
  Change swapped = change;
  std::visit([](auto& either) { std::swap(either.before, either.after); }, swapped);
  return swapped;
}

Edit inverse(const Edit& edit) {
  Edit inverted{edit.name, {}};
  for (auto change = edit.changes.rbegin(); change != edit.changes.rend(); ++change) {
    inverted.changes.push_back(inverse(*change));
  }
  return inverted;
}

DocumentKey document_of(const Change& change) {
  if (const auto* annotation = std::get_if<AnnotationChange>(&change)) return annotation->set.document;
  if (const auto* state = std::get_if<SetStateChange>(&change)) return state->set.document;
  if (const auto* document = std::get_if<DocumentChange>(&change)) return document->document;
  return {};
}

}  // namespace mitjul
