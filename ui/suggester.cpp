#include "ui/suggester.h"

#include "korean/claim_suggestions.h"
#include "korean/suggestions.h"
#include "korean/unit.h"
#include "ui/claim_edit.h"

namespace mitjul {
namespace {

// Long enough that a burst of changes asks once, and short enough to seem at once.
constexpr int kDelayMilliseconds = 120;

}  // namespace

Suggester::Suggester(Editor& editor, ProjectReader& reader) : editor_(editor), reader_(reader) {
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { ask(); });
}

Suggester::~Suggester() { timer_.Stop(); }

void Suggester::update_later() {
  if (!timer_.IsRunning()) timer_.StartOnce(kDelayMilliseconds);
}

void Suggester::ask() {
  again_ = asked_;
  const AnnotatedDocument* const document = editor_.document();
  if (asked_ || document == nullptr) return;
  const DocumentKey key = document->document.info.key;
  if (!editor_.workspace().settings().suggestions) return editor_.set_suggestions(key, {});
  const AnnotatorKey annotator = editor_.workspace().annotator();
  std::vector<LabelledSpan> annotations;
  if (const AnnotationSet* const set = editor_.set()) annotations = labelled_spans(*set);
  Refused refused;
  for (const RefusedSuggestion& each : document->refusals) {
    if (each.annotator == annotator) refused.places.insert({each.span, each.label});
  }
  asked_ = true;
  reader_.ask([this, key, text = document->document.text, zones = document->document.info.zones, schema = editor_.schema(),
               annotations = std::move(annotations),
               refused = std::move(refused)](const ProjectWords& words, const Progress&) -> ProjectReader::Answer {
    std::vector<Suggestion> suggestions = suggest_words(text, key, words, schema, annotations, refused);
    const ClaimSources sources(text, outline(text, units(text), zones), words.evidence());
    const std::string label = claim_label(schema);
    std::vector<Suggestion> claims = suggest_claims(text, sources, schema, [&](Span unit) {
      return refused.places.count({unit, label}) > 0 ||
             std::any_of(annotations.begin(), annotations.end(),
                         [&](const LabelledSpan& each) { return each.label == label && each.span.overlaps(unit); });
    });
    suggestions.insert(suggestions.end(), claims.begin(), claims.end());
    return [this, key, suggestions = std::move(suggestions)] {
      asked_ = false;
      editor_.set_suggestions(key, suggestions);
      if (again_) ask();
    };
  });
}

}  // namespace mitjul
