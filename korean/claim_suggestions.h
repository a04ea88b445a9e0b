#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "core/schema.h"
#include "korean/claim_sources.h"
#include "korean/suggestion.h"

namespace mitjul {

/// The label of claims.
inline constexpr std::string_view kClaimLabel = "CLAIM";

/// Whether a schema has the label for claims, for spans.
bool has_claims(const Schema& schema);

/// The units of a text that the claim guideline takes for claims, as suggestions in reading order; none unless
/// `has_claims(schema)`. Its attributes `type` and `attribution` are set where the schema has them with the
/// value. `left_out`: a unit that is not to be suggested, because it is annotated or was refused; empty: none.
/// Linear in the text.
std::vector<Suggestion> suggest_claims(const Text& text, const ClaimSources& sources, const Schema& schema,
                                       const std::function<bool(Span)>& left_out = {});

}  // namespace mitjul
