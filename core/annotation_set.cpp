#include "core/annotation_set.h"

#include "core/names.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 4> kStates{"new", "in-progress", "finished", "skipped"};

}  // namespace

std::string_view to_string(SetState state) { return name_of(kStates, state); }

std::optional<SetState> parse_set_state(std::string_view text) { return enum_named<SetState>(kStates, text); }

const Annotation* AnnotationSet::find(const AnnotationId& id) const {
  const auto found = annotations_.find(id);
  return found == annotations_.end() ? nullptr : &found->second;
}

void AnnotationSet::put(Annotation annotation) {
  fingerprint_ += mitjul::fingerprint(annotation);
  const AnnotationId id = annotation.id;
  // Mostly they come in order, each behind all others.
  const bool last = annotations_.empty() || annotations_.rbegin()->first < id;
  const auto place = last ? annotations_.end() : annotations_.lower_bound(id);
  if (place == annotations_.end() || place->first != id) {
    annotations_.emplace_hint(place, id, std::move(annotation));
  } else {
    fingerprint_ -= mitjul::fingerprint(place->second);
    place->second = std::move(annotation);
  }
}

void AnnotationSet::remove(const AnnotationId& id) {
  const auto found = annotations_.find(id);
  if (found == annotations_.end()) return;
  fingerprint_ -= mitjul::fingerprint(found->second);
  annotations_.erase(found);
}

}  // namespace mitjul
