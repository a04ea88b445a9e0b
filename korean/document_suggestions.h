#pragma once

#include <set>
#include <vector>

#include "core/document.h"
#include "core/progress.h"
#include "core/schema.h"
#include "korean/project_words.h"
#include "korean/suggestion.h"

namespace mitjul {

/// What suggestions for a document depend on, as a value that a worker can take.
struct SuggestionRequest {
  SuggestionRequest(const AnnotatedDocument& document, const AnnotatorKey& annotator, const Schema& project_schema);

  DocumentKey document;
  Text text;
  std::vector<Zone> zones;
  std::vector<LabelledSpan> annotations;  ///< of the annotator, in reading order
  std::set<LabelledSpan> refused;         ///< by the annotator
  Schema schema;
};

/// All that is suggested for a document: words, dates and quantities (`suggest_words`), and units that are claims
/// (`suggest_claims`); in reading order, what holds another before it. Nothing that is annotated or was refused.
/// Linear in the text. Where `progress` cancels it, what is there then is returned.
std::vector<Suggestion> suggest(const SuggestionRequest& request, const ProjectWords& words,
                                const Progress& progress = {});

}  // namespace mitjul
