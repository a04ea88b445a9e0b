#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "core/progress.h"
#include "korean/hit_batches.h"
#include "korean/search.h"

namespace mitjul {

/// Texts that are searched one behind another; `at` gives one when its turn comes.
struct TextSequence {
  std::uint32_t count = 0;
  std::function<SearchText(std::uint32_t)> at;
};

/// Calls `take` with the hits in all texts, in order, in batches (see `HitBatches`). A false answer of `take` or of
/// `progress`, which is told the share of the texts, ends the search. Why a regular expression was given up, if it was.
/// Throws what `at` throws.
std::optional<Problem> search_texts(const Search& search, const TextSequence& texts, const HitBatches::Take& take,
                                    const Progress& progress = {});

}  // namespace mitjul
