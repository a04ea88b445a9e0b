#include "korean/project_search.h"

#include <chrono>
#include <utility>

namespace mitjul {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kFirstBatch = 100;
constexpr std::size_t kLargestBatch = 20'000;
constexpr std::chrono::milliseconds kBetweenBatches{100};

/// Hits on their way, until there are enough of them or they have waited long enough.
class Batches {
 public:
  explicit Batches(const std::function<bool(std::vector<TextHit>)>& take) : take_(take) {}

  bool add(TextHit hit) {
    hits_.push_back(hit);
    return hits_.size() < (first_ ? kFirstBatch : kLargestBatch) || flush();
  }
  bool end_of_text() { return hits_.empty() || (!first_ && Clock::now() - last_ < kBetweenBatches) || flush(); }
  bool flush() {
    if (hits_.empty()) return true;
    first_ = false;
    last_ = Clock::now();
    return take_(std::exchange(hits_, {}));
  }

 private:
  const std::function<bool(std::vector<TextHit>)>& take_;
  std::vector<TextHit> hits_;
  bool first_ = true;
  Clock::time_point last_;
};

}  // namespace

std::optional<Problem> search_texts(const Search& search, const TextSequence& texts,
                                    const std::function<bool(std::vector<TextHit>)>& take, const Progress& progress) {
  if (search.problem() || search.empty()) return search.problem();
  Batches batches(take);
  for (std::uint32_t i = 0; i < texts.count; ++i) {
    const double share = static_cast<double>(i) / texts.count;
    if (!go_on(progress, share)) return std::nullopt;
    bool wanted = true;
    bool cancelled = false;
    const Progress within = [&](double) {
      cancelled = cancelled || !go_on(progress, share);
      return !cancelled;
    };
    const auto problem = search.find(
        texts.at(i),
        [&](Span span) {
          wanted = batches.add({i, span});
          return wanted;
        },
        within);
    if (cancelled || !wanted) return std::nullopt;
    if (problem) {
      batches.flush();
      return problem;
    }
    if (!batches.end_of_text()) return std::nullopt;
  }
  batches.flush();
  return std::nullopt;
}

}  // namespace mitjul
