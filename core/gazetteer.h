#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace mitjul {

/// A word that the project knows. The label is the id of a span label; empty: a word that is never cut at a particle.
struct GazetteerEntry {
  std::string word;
  std::string label;

  auto operator<=>(const GazetteerEntry&) const = default;
};

/// The word list of a project, by word (in code point order), then label. A word may have several labels.
using GazetteerEntries = std::set<GazetteerEntry>;

constexpr std::size_t kLongestGazetteerWord = 200;  ///< in code points
constexpr std::size_t kLargestGazetteer = 200000;   ///< in entries

/// Whether a word list can hold `word`: 1 to 200 code points that XML can hold, without a line end, and without white
/// space at its ends. It need not be normalised.
bool is_gazetteer_word(std::string_view word);

/// What tells two word lists apart without reading them. Stored in project files.
struct GazetteerSum {
  std::int64_t entries = 0;
  std::uint64_t fingerprint = 0;  ///< sum of those of the entries, modulo 2^64

  void add(const GazetteerEntry& entry);
  void remove(const GazetteerEntry& entry);

  bool operator==(const GazetteerSum&) const = default;
};

GazetteerSum sum_of(const GazetteerEntries& gazetteer);

}  // namespace mitjul
