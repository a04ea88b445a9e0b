#pragma once

#include "export/export_writer.h"
#include "export/json_writer.h"

namespace mitjul {

/// Writes JSON lines for spaCy and Prodigy (docs/formats/spacy.md): `text`, `spans` in code points, `meta`; a line for
/// each annotation set.
class SpacyWriter : public ExportWriter {
 public:
  explicit SpacyWriter(const ExportTask& task) : task_(task) {}

  void begin() override;
  void write(const AnnotatedDocument& document) override;

 private:
  ExportTask task_;
  JsonWriter json_;
};

}  // namespace mitjul
