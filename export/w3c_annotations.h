#pragma once

#include <string>

#include "export/export_writer.h"
#include "export/json_writer.h"

namespace mitjul {

/// Writes an AnnotationPage of the Web Annotation Data Model (W3C Recommendation, 23 February 2017) in JSON-LD
/// (docs/formats/w3c.md): positions in code points with quotes, the texts as bodies of annotations of their own.
class W3cWriter : public ExportWriter {
 public:
  explicit W3cWriter(const ExportTask& task) : task_(task) {}

  void begin() override;
  void write(const AnnotatedDocument& document) override;
  void end() override;

 private:
  void begin_item();
  void end_item();
  void write_text(const Document& document);
  void write_annotation(const Annotation& annotation, const AnnotationSet& set, const Document& document);
  void write_creator(const AnnotatorKey& key);
  /// The label, the attributes and the note, in an array that stays open.
  void begin_bodies(const Annotation& annotation);
  void write_targets(const Annotation& annotation, const Document& document);
  void begin_target(const Document& document);
  void write_selectors(const Text& text, const Span& place);
  void write_relation(const Annotation& annotation, const DocumentKey& document);
  void write_end(const Argument& end, const DocumentKey& document);

  ExportTask task_;
  JsonWriter json_;
  bool first_ = true;
};

}  // namespace mitjul
