#pragma once

#include <functional>
#include <vector>

#include "core/schema.h"
#include "korean/claim_sources.h"
#include "korean/suggestion.h"

namespace mitjul {

/// The units of a text that the claim guideline takes for claims, as suggestions in reading order; none if the schema
/// has no label `CLAIM` for spans. Its attributes `type` and `attribution` are set where the schema has them with the
/// value. `left_out`: a unit that is not to be suggested, because it is annotated or was refused; empty: none.
/// Linear in the text.
std::vector<Suggestion> suggest_claims(const Text& text, const ClaimSources& sources, const Schema& schema,
                                       const std::function<bool(Span)>& left_out = {});

}  // namespace mitjul
