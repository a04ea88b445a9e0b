#pragma once

#include <optional>
#include <vector>

#include "core/annotation_set.h"
#include "korean/claim_sources.h"
#include "korean/claim_type.h"

namespace mitjul {

/// What marking a place as a claim proposes: the unit there, what kind of claim it is, and who says it.
struct ClaimProposal {
  Span span;
  ClaimType type = ClaimType::Fact;
  ClaimSourceProposal source;
};

/// The proposal at a place; nothing between units. Whether the unit is a claim at all is not asked: the analyst says
/// so. `sources` are those of the text; `named`: what is annotated, see `named_spans`. Far below a millisecond.
std::optional<ClaimProposal> claim_proposal(const Text& text, const ClaimSources& sources, TextPos pos,
                                            const std::vector<NamedSpan>& named);

/// The annotations of a set that may be sources (labels PERSON, ORG, LOCATION, SOURCE on a span of one piece), in the
/// order of the text.
std::vector<NamedSpan> named_spans(const AnnotationSet& set);

}  // namespace mitjul
