#pragma once

#include <string>
#include <vector>

#include "core/document.h"
#include "core/store.h"

namespace mitjul {

/// A document as one annotator sees it: for formats that know no annotators, where it becomes a document of its own.
struct Layer {
  std::string name;                    ///< the document's; with the annotator's where there are several
  const Annotator* annotator;          ///< nullptr where nobody has annotated
  const AnnotationSet* set = nullptr;  ///< nullptr where nobody has annotated
  /// What the set says, in listing order.
  std::vector<const Annotation*> annotations{};
};

/// One for each set that says something; one without a set where none does.
std::vector<Layer> layers_of(const AnnotatedDocument& document, const std::vector<Annotator>& annotators);

/// What a set says, in the order in which annotations are listed and exported.
std::vector<const Annotation*> listed(const AnnotationSet& set);

/// nullptr where there is none of that key.
const Annotator* find_annotator(const std::vector<Annotator>& annotators, const AnnotatorKey& key);

}  // namespace mitjul
