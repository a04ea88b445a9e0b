#include "core/fingerprint.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mitjul {

Fingerprint& Fingerprint::add(std::uint64_t number) {
  for (int i = 0; i < 8; ++i) {
    bytes_ += static_cast<char>(number & 0xFFU);
    number >>= 8U;
  }
  return *this;
}

Fingerprint& Fingerprint::add(std::string_view text) {
  add(std::uint64_t{text.size()});
  bytes_ += text;
  return *this;
}

Fingerprint& Fingerprint::add(const std::optional<Time>& time) {
  add(std::uint64_t{time ? 1U : 0U});
  if (time) add(static_cast<std::uint64_t>(time->time_since_epoch().count()));
  return *this;
}

std::uint64_t Fingerprint::value() const { return XXH3_64bits(bytes_.data(), bytes_.size()); }

}  // namespace mitjul
