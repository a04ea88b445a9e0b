#pragma once

#include "cli/session.h"
#include "korean/project_words.h"

namespace mitjul {

/// What the tools for words need to know of the project, as the session's annotator works in it: of all documents that
/// are not in the trash.
ProjectWords read_project_words(Session& session);

/// The annotator's own annotations of a document that have a span of one piece, in reading order.
std::vector<LabelledSpan> own_annotations(const AnnotatedDocument& document, const AnnotatorKey& annotator);

}  // namespace mitjul
