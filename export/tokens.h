#pragma once

#include <vector>

#include "core/text.h"
#include "core/unit_cache.h"

namespace mitjul {

/// A sentence and its tokens, for programs that show no text without them. Neither begins or ends with a blank.
struct TokenisedSentence {
  Span span;
  std::vector<Span> tokens;  ///< at least one
};

/// All that is no blank, in tokens: eojeols, with the punctuation at their edges as tokens of its own. A sentence is a
/// unit with what stands between it and the next one. Without `find`, every line is a sentence.
std::vector<TokenisedSentence> tokenised(const Text& text, const FindUnits& find);

}  // namespace mitjul
