#include "core/refusal.h"

#include "core/fingerprint.h"

namespace mitjul {

std::uint64_t fingerprint(const Refusal& refusal) {
  return Fingerprint()
      .add(refusal.annotator.view())
      .add(std::uint64_t{refusal.span.start.value()})
      .add(std::uint64_t{refusal.span.end.value()})
      .add(refusal.label)
      .value();
}

}  // namespace mitjul
