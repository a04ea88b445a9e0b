#include "korean/project_search.h"

namespace mitjul {

std::optional<Problem> search_texts(const Search& search, const TextSequence& texts, const HitBatches::Take& take,
                                    const Progress& progress) {
  if (search.problem() || search.empty()) return search.problem();
  HitBatches batches(take);
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
