#pragma once

#include "export/export_writer.h"
#include "export/xml_writer.h"

namespace mitjul {

/// Writes BioC XML, version 1: a collection with a document for each of ours, whose text is one passage. What becomes
/// of what: docs/formats/bioc.md. Offsets count code points from the beginning of the document.
class BiocWriter : public ExportWriter {
 public:
  explicit BiocWriter(const ExportTask& task) : task_(task) {}

  void begin() override;
  void write(const AnnotatedDocument& document) override;
  void end() override;

 private:
  void flush();

  ExportTask task_;
  XmlWriter xml_;
};

}  // namespace mitjul
