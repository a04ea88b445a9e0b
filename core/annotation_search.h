#pragma once

#include <string>
#include <vector>

#include "core/document.h"
#include "core/schema.h"

namespace mitjul {

/// Which annotations are looked for; what is empty does not matter.
struct AnnotationQuery {
  std::string label;       ///< an id; those below it count as well
  AnnotatorKey annotator;  ///< whose
  std::string attribute;   ///< an id: annotations that have a value for it
  std::string value;       ///< of that attribute, or one of its values
};

/// The annotations of a document that are on spans and fit, of all annotators, in reading order.
std::vector<const Annotation*> find_annotations(const AnnotatedDocument& document, const Schema& schema,
                                                const AnnotationQuery& query);

}  // namespace mitjul
