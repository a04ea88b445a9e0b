#pragma once

// What the tests of readers of other programs' files share.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation_checks.h"
#include "tests/import/reading.h"

namespace mitjul {

struct ForeignReading {
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  std::vector<Problem> problems;
};

inline ForeignReading read_foreign(const AnnotationStream& reader, std::string_view name, std::string_view bytes) {
  const TempFolder folder;
  ForeignReading result;
  result.problems = reader(
      folder.write(name, bytes), [&](StreamHeader header) { result.header = std::move(header); },
      [&](AnnotatedDocument document) { result.documents.push_back(std::move(document)); });
  // Whatever is read must be something that can be looked at.
  for (const AnnotatedDocument& document : result.documents) check_document(document, result.header.schema, {});
  return result;
}

/// Everything that is said of a document, in listing order.
inline std::vector<const Annotation*> annotations_of(const AnnotatedDocument& document) {
  std::vector<const Annotation*> all;
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) all.push_back(&annotation);
  }
  std::sort(all.begin(), all.end(), [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });
  return all;
}

/// The spans as `label quote`.
inline std::vector<std::string> spans_of(const AnnotatedDocument& document) {
  std::vector<std::string> spans;
  for (const Annotation* const annotation : annotations_of(document)) {
    if (annotation->spans() == nullptr) continue;
    spans.push_back(annotation->label);
    for (const Span& segment : annotation->spans()->segments())
      spans.back() += " " + std::string(document.document.text.slice(segment));
  }
  return spans;
}

/// The relations as `about from=CLAIM to=ORG`.
inline std::vector<std::string> relations_of(const AnnotatedDocument& document) {
  std::vector<std::string> relations;
  for (const Annotation* const annotation : annotations_of(document)) {
    if (annotation->relation() == nullptr) continue;
    relations.push_back(annotation->label);
    for (const Argument& argument : annotation->relation()->arguments) {
      const Annotation* const end = document.find(argument.target.id);
      relations.back() += " " + argument.role + "=" + (end == nullptr ? to_string(argument.target) : end->label);
    }
  }
  return relations;
}

/// The labels of the document as `TOPIC tone=cold`.
inline std::vector<std::string> labels_of(const AnnotatedDocument& document) {
  std::vector<std::string> labels;
  for (const Annotation* const annotation : annotations_of(document)) {
    if (!annotation->on_document()) continue;
    labels.push_back(annotation->label);
    for (const auto& [id, values] : annotation->attributes) {
      for (const std::string& value : values) labels.back() += " " + id + "=" + value;
    }
  }
  return labels;
}

}  // namespace mitjul
