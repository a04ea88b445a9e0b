#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace mitjul {

/// A wording and how often it stands somewhere.
struct CountedWording {
  std::string wording;
  std::size_t count = 0;

  bool operator==(const CountedWording&) const = default;
};

/// A stand-in that had to be given up.
struct ChangedStandIn {
  std::string before;
  std::string now;

  bool operator==(const ChangedStandIn&) const = default;
};

/// `김 (3)`; where there are very many, the first ones.
std::vector<std::string> in_words(const std::vector<CountedWording>& wordings);
/// `인물1 → 인물4`.
std::vector<std::string> in_words(const std::vector<ChangedStandIn>& changed);

}  // namespace mitjul
