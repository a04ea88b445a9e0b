#include "korean/document_suggestions.h"

#include <algorithm>

#include "korean/claim_suggestions.h"
#include "korean/suggestions.h"
#include "korean/unit.h"

namespace mitjul {
namespace {

// How much of the work is done behind the words, and behind what is read for all claims.
constexpr double kWordsDone = 0.3;
constexpr double kSourcesDone = 0.6;

/// Tells of units in reading order whether an annotation of a label shares letters with them: one walk over both.
class UnitsWithLabel {
 public:
  /// `annotations` in reading order.
  UnitsWithLabel(const std::vector<LabelledSpan>& annotations, std::string_view label) {
    for (const LabelledSpan& each : annotations) {
      if (each.label == label) spans_.push_back(each.span);
    }
  }

  bool have(Span unit) {
    for (; next_ < spans_.size() && spans_[next_].start < unit.end; ++next_) {
      reach_ = std::max(reach_, spans_[next_].end);
    }
    return reach_ > unit.start;
  }

 private:
  std::vector<Span> spans_;
  std::size_t next_ = 0;  // the first that starts behind the units up to here
  TextPos reach_;         // how far those before it reach
};

std::vector<Suggestion> claims_for(const SuggestionRequest& request, const ProjectWords& words,
                                   const Progress& progress) {
  if (!has_claims(request.schema) || !go_on(progress, kWordsDone)) return {};
  const ClaimSources sources(request.text, outline(request.text, units(request.text), request.zones), words.evidence());
  if (!go_on(progress, kSourcesDone)) return {};
  UnitsWithLabel annotated(request.annotations, kClaimLabel);
  const double length = std::max<double>(request.text.length(), 1);
  bool going_on = true;
  return suggest_claims(request.text, sources, request.schema, [&](Span unit) {
    going_on = going_on && go_on(progress, kSourcesDone + (1 - kSourcesDone) * unit.start.value() / length);
    return !going_on || annotated.have(unit) || request.refused.contains({unit, std::string(kClaimLabel)});
  });
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

std::vector<Suggestion> suggest(const SuggestionRequest& request, const ProjectWords& words, const Progress& progress) {
  std::vector<Suggestion> all =
      suggest_words(request.text, request.document, words, request.schema, request.annotations, {request.refused, {}});
  const std::vector<Suggestion> claims = claims_for(request, words, progress);
  all.insert(all.end(), claims.begin(), claims.end());
  std::sort(all.begin(), all.end(), [](const Suggestion& a, const Suggestion& b) {
    if (a.span.start != b.span.start) return a.span.start < b.span.start;
    return a.span.end != b.span.end ? a.span.end > b.span.end : a.label < b.label;
  });
  return all;
}

}  // namespace mitjul
