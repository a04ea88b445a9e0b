#pragma once

#include <memory>

#include "export/export_writer.h"

namespace mitjul {

/// WebAnno TSV 3.3, which INCEpTION imports: a folder with a file for each document and annotator. Positions are UTF-16
/// units; a row for each token, and one below it for each part of a token that is annotated. What becomes of what:
/// docs/formats/webanno-tsv.md.
class WebannoTsvWriter : public ExportWriter {
 public:
  explicit WebannoTsvWriter(const ExportTask& task);
  ~WebannoTsvWriter() override;

  void begin() override;
  void write(const AnnotatedDocument& document) override;

 private:
  class Files;

  const ExportTask task_;
  const std::unique_ptr<Files> files_;
};

}  // namespace mitjul
