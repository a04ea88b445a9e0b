#pragma once

#include "export/export_writer.h"
#include "export/json_writer.h"

namespace mitjul {

/// Writes JSON lines that doccano imports for sequence labelling with relations (docs/formats/doccano.md): positions in
/// UTF-16 units, a line for each annotation set.
class DoccanoWriter : public ExportWriter {
 public:
  explicit DoccanoWriter(const ExportTask& task) : task_(task) {}

  void begin() override;
  void write(const AnnotatedDocument& document) override;

 private:
  ExportTask task_;
  JsonWriter json_;
};

}  // namespace mitjul
