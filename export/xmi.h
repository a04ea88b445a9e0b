#pragma once

#include <memory>

#include "export/export_writer.h"

namespace mitjul {

/// UIMA XMI as INCEpTION has it: a folder with `TypeSystem.xml` and an `.xmi` file for each document and annotator.
/// Positions are UTF-16 units. What becomes of what: docs/formats/xmi.md.
class XmiWriter : public ExportWriter {
 public:
  explicit XmiWriter(const ExportTask& task);
  ~XmiWriter() override;

  void begin() override;
  void write(const AnnotatedDocument& document) override;

 private:
  class Files;

  const ExportTask task_;
  const std::unique_ptr<Files> files_;
};

}  // namespace mitjul
