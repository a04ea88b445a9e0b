#include "korean/document_suggestions.h"

#include <algorithm>

#include "korean/claim_suggestions.h"
#include "korean/suggestions.h"
#include "korean/unit.h"

namespace mitjul {
namespace {

std::vector<Suggestion> claims_for(const SuggestionRequest& request, const ProjectWords& words) {
  const ClaimSources sources(request.text, outline(request.text, units(request.text), request.zones), words.evidence());
  std::vector<Suggestion> claims = suggest_claims(request.text, sources, request.schema);
  std::erase_if(claims, [&](const Suggestion& claim) {
    return request.refused.count({claim.span, claim.label}) > 0 ||
           std::any_of(request.annotations.begin(), request.annotations.end(), [&](const LabelledSpan& each) {
             return each.label == claim.label && each.span.overlaps(claim.span);
           });
  });
  return claims;
}

}  // namespace

SuggestionRequest::SuggestionRequest(const AnnotatedDocument& annotated, const AnnotatorKey& annotator,
                                     const Schema& project_schema)
    : document(annotated.document.info.key),
      text(annotated.document.text),
      zones(annotated.document.info.zones),
      schema(project_schema) {
  if (const AnnotationSet* const set = annotated.find_set({document, annotator, false})) {
    annotations = labelled_spans(*set);
  }
  for (const RefusedSuggestion& each : annotated.refusals) {
    if (each.annotator == annotator) refused.insert({each.span, each.label});
  }
}

std::vector<Suggestion> suggest(const SuggestionRequest& request, const ProjectWords& words) {
  std::vector<Suggestion> all =
      suggest_words(request.text, request.document, words, request.schema, request.annotations, {request.refused, {}});
  const std::vector<Suggestion> claims = claims_for(request, words);
  all.insert(all.end(), claims.begin(), claims.end());
  std::sort(all.begin(), all.end(), [](const Suggestion& a, const Suggestion& b) {
    if (a.span.start != b.span.start) return a.span.start < b.span.start;
    return a.span.end != b.span.end ? a.span.end > b.span.end : a.label < b.label;
  });
  return all;
}

}  // namespace mitjul
