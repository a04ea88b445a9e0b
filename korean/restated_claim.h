#pragma once

#include <string>

#include "core/text.h"
#include "korean/word_evidence.h"

namespace mitjul {

/// A claim as a sentence that stands alone, as far as rules can make one: the quotation of “…”라고 말했다, what stands
/// before …다고 밝혔다, what follows …에 따르면; without a leading 그러나, 또한, 특히; -었음 as -었다. Where no rule is
/// certain, the unit as it stands. UTF-8, never empty for a span that is not; `claim` lies in the text (asserted).
std::string restated_claim(const Text& text, Span claim, const WordEvidence& evidence);

}  // namespace mitjul
