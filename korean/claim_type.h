#pragma once

#include <string_view>

#include "core/text.h"

namespace mitjul {

/// What kind of thing a claim says; the values of the attribute `type` of the preset `claims-entities`.
enum class ClaimType { Fact, Comparison, Causal, Prediction, Opinion };

/// The value in the schema: `fact`, `comparison` …
std::string_view to_string(ClaimType type);

/// The type of any unit, whether it was found to be a claim or not: prediction before causal before comparison, opinion
/// where none of them fits. The words that show them are in korean/tables/claim_types.tsv.
ClaimType claim_type(const Text& text, Span unit);

}  // namespace mitjul
