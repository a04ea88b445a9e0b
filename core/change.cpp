#include "core/change.h"

#include <utility>

namespace mitjul {
namespace {

template <class Either>
void swap_sides(Either& change) {
  std::swap(change.before, change.after);
}

void swap_sides(GazetteerChange& change) { std::swap(change.removed, change.added); }

}  // namespace

Change inverse(const Change& change) {
  Change swapped = change;
  std::visit([](auto& either) { swap_sides(either); }, swapped);
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
  if (const auto* refusal = std::get_if<RefusalChange>(&change)) return refusal->document;
  return {};
}

}  // namespace mitjul
