#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "core/span.h"

namespace mitjul {

/// Chance that is the same in every run, for tests that make their values of it.
class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  /// `limit`: not 0.
  std::uint32_t below(std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random_);
  }
  /// In a third of all cases.
  bool sometimes() { return below(3) == 0; }

  /// Within a text of so many characters; not 0.
  Span span(std::uint32_t length) {
    const std::uint32_t start = below(length);
    return {start, start + 1 + below(length - start)};
  }

  /// At most so many of the pieces, one behind the other.
  template <class Pieces>
  std::string made_of(const Pieces& pieces, std::uint32_t most) {
    std::string made;
    for (std::uint32_t count = below(most + 1); count > 0; --count)
      made += pieces[below(static_cast<std::uint32_t>(pieces.size()))];
    return made;
  }

 private:
  std::mt19937 random_;
};

}  // namespace mitjul
