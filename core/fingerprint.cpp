#include "core/fingerprint.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace mitjul {

void Fingerprint::append(const char* bytes, std::size_t size) {
  if (large_.empty() && size_ + size <= small_.size()) {
    std::memcpy(small_.data() + size_, bytes, size);
  } else {
    if (large_.empty()) large_.assign(small_.data(), size_);
    large_.append(bytes, size);
  }
  size_ += size;
}

Fingerprint& Fingerprint::add(std::uint64_t number) {
  std::array<char, sizeof number> bytes = std::bit_cast<std::array<char, sizeof number>>(number);
  if constexpr (std::endian::native == std::endian::big) std::reverse(bytes.begin(), bytes.end());
  append(bytes.data(), bytes.size());
  return *this;
}

Fingerprint& Fingerprint::add(std::string_view text) {
  add(std::uint64_t{text.size()});
  if (!text.empty()) append(text.data(), text.size());
  return *this;
}

Fingerprint& Fingerprint::add(const std::optional<Time>& time) {
  add(std::uint64_t{time ? 1U : 0U});
  if (time) add(static_cast<std::uint64_t>(time->time_since_epoch().count()));
  return *this;
}

std::uint64_t Fingerprint::value() const { return XXH3_64bits(large_.empty() ? small_.data() : large_.data(), size_); }

}  // namespace mitjul
