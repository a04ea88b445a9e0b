#pragma once

// What the tests of the formats of sentences and flat tags share.

#include "core/schema.h"
#include "export/formats.h"
#include "export/layers.h"
#include "import/formats.h"
#include "tests/export/exporting.h"
#include "tests/support/marked_text.h"

namespace mitjul {

struct Said {
  std::string label;
  Spans spans;
};

/// One document, annotated by one person.
inline AnnotatedDocument annotated(const std::string& key, Text text, const std::vector<Said>& said,
                                   const std::string& annotator = "h4k2qa") {
  AnnotatedDocument document{Document::make("기사 🚀.txt", std::move(text)), {}};
  document.document.info.key = *DocumentKey::parse(key);
  AnnotationSet& set = document.set({document.document.info.key, *AnnotatorKey::parse(annotator), false});
  std::int64_t number = 0;
  for (const Said& each : said)
    set.put({{*AnnotatorKey::parse(annotator), ++number}, each.label, each.spans, {}, {}, {}});
  return document;
}

inline Delivery delivery_of(std::vector<AnnotatedDocument> documents, const std::string& schema = "claims-entities") {
  return {*preset(schema), {{*AnnotatorKey::parse("h4k2qa"), "annotator01", false}}, std::move(documents)};
}

/// The sentence of the documentation, with its entity, its claim and its span in two pieces.
inline Delivery example_delivery() {
  return delivery_of({annotated("d3f7k2m5qa", Text("🚀 화웨이가 칩을 확보했다."),
                                {{"ORG", Span(2, 5)}, {"CUE", Spans({Span(7, 9), Span(10, 14)})}})});
}

struct FlatExport {
  std::string bytes;
  std::vector<std::string> losses;  ///< `overlapping-spans 2`, without those of every export
  std::vector<AnnotatedDocument> read;
  StreamHeader header;

  /// `ORG 화웨이`, of all documents.
  std::vector<std::string> spans() const {
    std::vector<std::string> words;
    for (const AnnotatedDocument& document : read) {
      for (const auto& [key, set] : document.sets) {
        for (const Annotation* const annotation : listed(set)) {
          words.push_back(annotation->label + " " +
                          std::string(document.document.text.slice(annotation->spans()->hull())));
        }
      }
    }
    return words;
  }
};

/// Exports, verifies, and reads it again.
inline FlatExport exported_as(std::string_view id, const Delivery& delivery,
                              const std::map<std::string, std::string>& options = {}, FindUnits units = {}) {
  const TempFolder folder;
  const std::filesystem::path out = folder / "🚀 내보냄";
  ExportOptions asked = example_options();
  asked.values = options;
  asked.units = std::move(units);
  FlatExport result;
  const ExportFormat& format = *find_export_format(id);
  for (const ExportLoss& loss : write_export(format, delivery.source(), out, asked, annotation_reader(id), {}).losses) {
    const std::string_view name = to_string(loss);
    if (name == "schema-details" || name == "set-states" || name == "annotators" || name == "provenance") continue;
    result.losses.push_back(std::string(name) + " " + std::to_string(loss.count));
  }
  result.bytes = bytes_of(out);
  annotation_reader(id)(
      out, [&](StreamHeader header) { result.header = std::move(header); },
      [&](AnnotatedDocument document) { result.read.push_back(std::move(document)); });
  return result;
}

}  // namespace mitjul
