#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/progress.h"
#include "korean/search.h"

namespace mitjul {

/// A hit in one of several texts.
struct TextHit {
  std::uint32_t text = 0;  ///< which one, from 0
  Span span;

  auto operator<=>(const TextHit&) const = default;
};

/// Texts that are searched one behind another; `at` gives one when its turn comes.
struct TextSequence {
  std::uint32_t count = 0;
  std::function<SearchText(std::uint32_t)> at;
};

/// Calls `take` with the hits in all texts, in order, in batches that are never empty: the first as soon as there is
/// something to show, the others about ten a second. A false answer of `take` or of `progress` (which is told the share
/// of the texts) ends the search. Why a regular expression was given up, if it was. Throws what `at` throws.
std::optional<Problem> search_texts(const Search& search, const TextSequence& texts,
                                    const std::function<bool(std::vector<TextHit>)>& take,
                                    const Progress& progress = {});

}  // namespace mitjul
