#include "core/fingerprint.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>

namespace mitjul {
namespace {

// An annotation with its provenance fits, so that its bytes are allocated once.
constexpr std::size_t kUsualSize = 320;

}  // namespace

Fingerprint::Fingerprint() { bytes_.reserve(kUsualSize); }

Fingerprint& Fingerprint::add(std::uint64_t number) {
  std::array<char, sizeof number> little_endian{};
  for (char& byte : little_endian) {
    byte = static_cast<char>(number & 0xFFU);
    number >>= 8U;
  }
  bytes_.append(little_endian.data(), little_endian.size());
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
