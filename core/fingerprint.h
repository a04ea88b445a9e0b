#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/time.h"

namespace mitjul {

/// Collects values, unambiguously, and gives a 64-bit hash of them (XXH3 of the bytes, little endian).
/// Finds accidents, not attacks. Stored in project files: the order in which values are added is part of the format.
class Fingerprint {
 public:
  Fingerprint& add(std::uint64_t number);
  Fingerprint& add(std::string_view text);
  Fingerprint& add(const std::optional<Time>& time);

  std::uint64_t value() const;

 private:
  void append(const char* bytes, std::size_t size);

  // An annotation with its provenance fits: one is made for each that is loaded, and allocates nothing.
  std::array<char, 512> small_;
  std::size_t size_ = 0;
  std::string large_;  // everything, once it does not fit
};

}  // namespace mitjul
