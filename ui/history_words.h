#pragma once

#include <wx/string.h>

#include <vector>

#include "core/store.h"

namespace mitjul {

/// What a change did to an annotation, a line for each thing: `Label: 인물 → 기관`. `document` is the one that it is
/// in.
std::vector<wxString> words_of_change(const AnnotationChange& change, const Schema& schema,
                                      const AnnotatedDocument& document);

/// The history of an annotation, the last change first: when and who, and below it what. Where it came in with an
/// import, that is told from the annotation itself.
wxString words_of_history(const std::vector<LoggedChange>& history, const Annotation& annotation,
                          const std::vector<Annotator>& annotators, const Schema& schema,
                          const AnnotatedDocument& document);

/// The name of an annotator of the project, or else the key.
wxString annotator_name(const std::vector<Annotator>& annotators, const AnnotatorKey& key);

}  // namespace mitjul
