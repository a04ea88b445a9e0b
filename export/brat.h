#pragma once

#include <map>
#include <set>
#include <string>

#include "export/brat_schema.h"
#include "export/export_writer.h"
#include "export/file_names.h"
#include "export/layers.h"

namespace mitjul {

/// A brat collection: `annotation.conf` and `visual.conf`, and for each document and annotator a text and an `.ann`
/// file in the same words. Positions are code points. What becomes of what: docs/formats/brat.md.
class BratWriter : public ExportWriter {
 public:
  explicit BratWriter(const ExportTask& task) : task_(task) {}

  void begin() override;
  void write(const AnnotatedDocument& document) override;

 private:
  void write(const Text& text, const Layer& layer);

  const ExportTask task_;
  BratNames names_;
  FileNames files_;
};

}  // namespace mitjul
