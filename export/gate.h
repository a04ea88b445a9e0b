#pragma once

#include "export/export_writer.h"
#include "export/file_names.h"

namespace mitjul {

/// GATE's own XML: a folder with a file for each document, in it a set for each annotator. Nodes are numbered by
/// UTF-16 units. What becomes of what: docs/formats/gate.md.
class GateWriter : public ExportWriter {
 public:
  explicit GateWriter(const ExportTask& task) : task_(task) {}

  void begin() override;
  void write(const AnnotatedDocument& document) override;

 private:
  const ExportTask task_;
  FileNames files_;
};

}  // namespace mitjul
