#include "ui/advance_cache.h"

#include <algorithm>

#include "core/utf8.h"

namespace mitjul {
namespace {

// Words of a language are some tens of thousands; a text of random ones must not fill the memory.
constexpr std::size_t kMostRuns = 50'000;

}  // namespace

void AdvanceCache::clear() {
  syllables_.fill(-1);
  runs_.clear();
}

void AdvanceCache::measure_whole(std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
                                 std::vector<float>& advances) {
  if (runs_.size() >= kMostRuns) runs_.clear();
  const auto [known, is_new] = runs_.try_emplace(std::string(run));
  if (is_new) measure_(run, cluster_bytes, known->second);
  advances.insert(advances.end(), known->second.begin(), known->second.end());
}

void AdvanceCache::measure(std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
                           std::vector<float>& advances) {
  const auto syllable_at = [&](std::size_t byte, std::size_t size) -> std::size_t {
    if (size != 3) return syllables_.size();
    const char32_t c = next_code_point(run, byte);
    return c >= kFirstSyllable && c <= kLastSyllable ? c - kFirstSyllable : syllables_.size();
  };
  // Whether the run is made of nothing but syllables and ASCII.
  std::size_t byte = 0;
  bool plain = true;
  for (const std::uint8_t size : cluster_bytes) {
    plain = plain && (size == 1 || syllable_at(byte, size) < syllables_.size());
    byte += size;
  }
  if (!plain) return measure_whole(run, cluster_bytes, advances);

  byte = 0;
  for (std::size_t i = 0; i < cluster_bytes.size();) {
    const std::size_t syllable = syllable_at(byte, cluster_bytes[i]);
    if (syllable < syllables_.size()) {
      float& known = syllables_[syllable];
      if (known < 0) {
        std::vector<float> measured;
        measure_(run.substr(byte, 3), {3}, measured);
        known = measured.front();
      }
      advances.push_back(known);
      byte += 3;
      ++i;
      continue;
    }
    std::size_t last = i;
    while (last < cluster_bytes.size() && cluster_bytes[last] == 1) ++last;
    measure_whole(run.substr(byte, last - i), std::vector<std::uint8_t>(last - i, 1), advances);
    byte += last - i;
    i = last;
  }
}

}  // namespace mitjul
