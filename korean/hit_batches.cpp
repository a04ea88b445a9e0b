#include "korean/hit_batches.h"

#include <utility>

namespace mitjul {
namespace {

constexpr std::size_t kFirstBatch = 100;
constexpr std::size_t kLargestBatch = 20'000;
constexpr std::chrono::milliseconds kBetweenBatches{100};

}  // namespace

bool HitBatches::add(TextHit hit) {
  hits_.push_back(hit);
  return hits_.size() < (first_ ? kFirstBatch : kLargestBatch) || flush();
}

bool HitBatches::end_of_text() {
  const bool wait = !first_ && std::chrono::steady_clock::now() - last_ < kBetweenBatches;
  return hits_.empty() || wait || flush();
}

bool HitBatches::flush() {
  if (hits_.empty()) return true;
  first_ = false;
  last_ = std::chrono::steady_clock::now();
  return take_(std::exchange(hits_, {}));
}

}  // namespace mitjul
