#pragma once

// The one sentence that the examples of all formats are about.

#include <string>

#include "tests/export/exporting.h"

namespace mitjul {

inline const AnnotatorKey kExampleAnnotator = *AnnotatorKey::parse("h4k2qa");
inline const DocumentKey kExampleDocument = *DocumentKey::parse("d3f7k2m5qa");

inline Annotation example_annotation(std::int64_t number, std::string label, Anchor anchor) {
  Annotation made{{kExampleAnnotator, number}, std::move(label), std::move(anchor), {}, "", {}};
  made.provenance.created = example_time();
  made.provenance.schema_version = 3;
  return made;
}

/// The example of the native format's documentation, with a discontinuous span beside.
inline Delivery example_sentence() {
  Delivery delivery = read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/contract/export.xml");
  AnnotatedDocument& article = delivery.documents.at(0);
  Label event;
  event.id = "EVENT";
  event.name = "사건";
  delivery.schema.labels.push_back(event);
  article.set({kExampleDocument, kExampleAnnotator, false})
      .put(example_annotation(4, "EVENT", Spans({Span(7, 9), Span(10, 14)})));
  return delivery;
}

/// What a format makes of it.
inline std::string exported_as(std::string_view format, const Delivery& delivery, const AnnotationStream& reader,
                               ExportResult* result = nullptr, const ExportOptions& options = example_options()) {
  const TempFolder folder;
  const ExportResult written =
      write_export(*find_export_format(format), delivery.source(), folder / "🚀 내보냄", options, reader, {});
  if (result != nullptr) *result = written;
  return bytes_of(folder / "🚀 내보냄");
}

/// Losses as `notes 3`.
inline std::vector<std::string> lost_in(const ExportResult& result) {
  std::vector<std::string> words;
  for (const ExportLoss& loss : result.losses)
    words.push_back(std::string(to_string(loss)) + " " + std::to_string(loss.count));
  return words;
}

}  // namespace mitjul
