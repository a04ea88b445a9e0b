#pragma once

#include <unicode/regex.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/problem.h"
#include "core/progress.h"
#include "core/text.h"

namespace mitjul {

/// A regular expression of ICU that is looked for in the original texts. Patterns that would take for ever, or all
/// memory, are given up. Several threads may use it at once.
class RegexSearch {
 public:
  explicit RegexSearch(std::string_view pattern);

  const std::optional<Problem>& problem() const { return problem_; }

  /// Calls `take` with what matches and is not empty, in order, widened to whole grapheme clusters, without overlaps,
  /// until it answers false. Why it was given up, if it was. A false answer of
  /// `progress`, which is asked now and then, ends it like one of `take`.
  std::optional<Problem> find(const Text& text, const std::function<bool(Span)>& take, const Progress& progress) const;

 private:
  std::string written_;
  std::unique_ptr<const icu::RegexPattern> pattern_;
  std::optional<Problem> problem_;
};

}  // namespace mitjul
