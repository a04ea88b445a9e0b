#include "core/refused_suggestion.h"

#include "core/fingerprint.h"

namespace mitjul {

std::uint64_t fingerprint(const RefusedSuggestion& refusal) {
  return Fingerprint()
      .add(refusal.annotator.view())
      .add(std::uint64_t{refusal.span.start.value()})
      .add(std::uint64_t{refusal.span.end.value()})
      .add(refusal.label)
      .value();
}

}  // namespace mitjul
