#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mitjul {

/// Remembers how wide clusters are. A Hangul syllable has one width whatever stands beside it, so each is measured
/// once; runs of ASCII, and words with anything else (emoji, marks, other scripts), are measured whole.
class AdvanceCache {
 public:
  /// Appends the advances of the clusters of a run that is shaped as one.
  using Measure =
      std::function<void(std::string_view run, const std::vector<std::uint8_t>& cluster_bytes, std::vector<float>&)>;

  explicit AdvanceCache(Measure measure) : measure_(std::move(measure)) { clear(); }

  void clear();
  void measure(std::string_view run, const std::vector<std::uint8_t>& cluster_bytes, std::vector<float>& advances);

 private:
  void measure_whole(std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
                     std::vector<float>& advances);

  static constexpr char32_t kFirstSyllable = 0xAC00;
  static constexpr char32_t kLastSyllable = 0xD7A3;

  Measure measure_;
  std::array<float, kLastSyllable - kFirstSyllable + 1> syllables_{};  // below 0: not measured yet
  std::unordered_map<std::string, std::vector<float>> runs_;
};

}  // namespace mitjul
