#pragma once

#include <string>
#include <variant>

#include "core/change.h"
#include "core/problem.h"

namespace mitjul {

/// The edit that takes an annotation of another set of the document over into `own`: a copy with its label, anchor,
/// attributes and note, by curation, with `from` as its origin. The ends of a relation must be in `own`, or have been
/// taken over: each is then tied to what says the same there, or else to what came from `from` and overlaps it.
/// Otherwise why not: `EndsOfOther`; `AnnotationPresent` where `own` says the same already; `UnknownAnnotation`.
std::variant<Edit, Problem> take_over(const AnnotatedDocument& document, const SetKey& own, const AnnotationId& id,
                                      const std::string& from);

/// What says the same in a set: the label, and the anchor. nullptr where nothing does.
const Annotation* find_same(const AnnotationSet& set, const std::string& label, const Anchor& anchor);

/// The annotation of `own` that stands for one of another set, as `take_over` ties relations to it; one of `own` stands
/// for itself. nullptr where there is none.
const Annotation* counterpart(const AnnotatedDocument& document, const SetKey& own, const Annotation& annotation,
                              const std::string& from);

}  // namespace mitjul
