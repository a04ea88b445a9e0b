#pragma once

#include "export/export_writer.h"
#include "export/file_names.h"
#include "export/xml_writer.h"

namespace mitjul {

/// Writes a TEI P5 file for each document: the text once, with anchors, and everything that is said of it in
/// `standOff`. What becomes of what: docs/formats/tei.md. Places are anchors; `string-range` says them in code points.
class TeiWriter : public ExportWriter {
 public:
  explicit TeiWriter(const ExportTask& task) : task_(task) {}

  void begin() override;
  void write(const AnnotatedDocument& document) override;

 private:
  ExportTask task_;
  FileNames names_;
  std::string categories_;  // of the schema, the same in every file
};

}  // namespace mitjul
