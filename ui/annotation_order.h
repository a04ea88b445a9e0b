#pragma once

#include <vector>

#include "core/document.h"
#include "core/schema.h"

namespace mitjul {

/// By what the list of annotations is sorted.
enum class AnnotationOrder { Place, Label, Words, Changed, Author };

/// Sorts annotations of a document that stand in listing order; what is equal stays in that order, both ways. Labels
/// stand in the order of the schema, words in that of the code points, relations by the words of their first end; the
/// time is that of the last change, and those of one annotation set stand together.
void sort_annotations(std::vector<const Annotation*>& annotations, AnnotationOrder order, bool descending,
                      const Schema& schema, const AnnotatedDocument& document);

}  // namespace mitjul
