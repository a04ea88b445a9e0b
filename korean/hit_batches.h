#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/span.h"

namespace mitjul {

/// A hit in one of several texts.
struct TextHit {
  std::uint32_t text = 0;  ///< which one, from 0
  Span span;

  auto operator<=>(const TextHit&) const = default;
};

/// Hits on their way to who shows them, in batches that are never empty: the first as soon as there is something to
/// show, the others about ten a second. Every member is false once nobody wants more.
class HitBatches {
 public:
  /// A false answer: nobody wants more.
  using Take = std::function<bool(std::vector<TextHit>)>;
  explicit HitBatches(Take take) : take_(std::move(take)) {}

  bool add(TextHit hit);
  bool end_of_text();
  /// At the end of all texts.
  bool flush();

 private:
  Take take_;
  std::vector<TextHit> hits_;
  bool first_ = true;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace mitjul
