#pragma once

#include <memory>

#include "export/export_writer.h"

namespace mitjul {

/// Writes a project of REFI-QDA 1.0, `.qdpx`: `project.qde`, and each text as a file in `Sources`. What becomes of
/// what: docs/formats/refi-qda.md. Positions are code points.
class RefiProjectWriter : public ExportWriter {
 public:
  explicit RefiProjectWriter(const ExportTask& task);
  ~RefiProjectWriter() override;

  void begin() override;
  void write(const AnnotatedDocument& document) override;
  void end() override;

 private:
  class Project;

  std::unique_ptr<Project> project_;
};

}  // namespace mitjul
