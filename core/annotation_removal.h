#pragma once

#include <functional>
#include <vector>

#include "core/document.h"

namespace mitjul {

// What is taken out of a document on its way in or out. Both return what went.

std::vector<Annotation> remove_annotations(AnnotatedDocument& document,
                                           const std::function<bool(const Annotation&)>& goes);

/// Relations that have an end in the document that is not there, and those that had these as an end.
/// `is_there_elsewhere`: about ends in other documents; empty: all of them are there.
std::vector<Annotation> remove_relations_without_ends(
    AnnotatedDocument& document, const std::function<bool(const AnnotationRef&)>& is_there_elsewhere);

}  // namespace mitjul
