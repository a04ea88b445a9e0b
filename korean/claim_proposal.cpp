#include "korean/claim_proposal.h"

#include <algorithm>

namespace mitjul {
namespace {

/// The labels of the preset `claims-entities` that its relation `source` may point at.
std::optional<NamedSpan::Kind> kind_of(std::string_view label) {
  if (label == "PERSON") return NamedSpan::Kind::Person;
  if (label == "ORG") return NamedSpan::Kind::Organisation;
  if (label == "LOCATION") return NamedSpan::Kind::Location;
  if (label == "SOURCE") return NamedSpan::Kind::Source;
  return std::nullopt;
}

}  // namespace

std::optional<ClaimProposal> claim_proposal(const Text& text, const ClaimSources& sources, TextPos pos,
                                            const std::vector<NamedSpan>& named) {
  const auto unit = sources.unit_at(pos);
  if (!unit) return std::nullopt;
  const Span span = sources.outline()[*unit].span;
  return ClaimProposal{span, claim_type(text, span), sources.of(*unit, named)};
}

std::vector<NamedSpan> named_spans(const AnnotationSet& set) {
  std::vector<NamedSpan> named;
  for (const auto& [id, annotation] : set.annotations()) {
    const Spans* const spans = annotation.spans();
    const auto kind = kind_of(annotation.label);
    if (spans != nullptr && !spans->discontinuous() && kind) named.push_back({spans->hull(), *kind});
  }
  std::sort(named.begin(), named.end());
  return named;
}

}  // namespace mitjul
