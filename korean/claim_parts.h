#pragma once

#include <vector>

#include "core/text.h"
#include "korean/word_evidence.h"

namespace mitjul {

/// The clauses of a claim, where it can be split into claims that each say something: behind -고, -며, -지만, -으나,
/// -는데, -면서, where a comma follows or the next clause has a subject of its own. Each part is a span on word
/// boundaries without the comma and blanks between; the last one has the final punctuation. Nothing is split inside
/// quotations and brackets. Empty where there is nothing to split. `claim` lies in the text (asserted).
std::vector<Span> claim_parts(const Text& text, Span claim, const WordEvidence& evidence);

}  // namespace mitjul
