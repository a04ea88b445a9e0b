#pragma once

#include <memory>

#include "export/export_writer.h"

namespace mitjul {

/// Writes the native XML (docs/formats/mitjul-xml.md, mitjul-annotations-1.xsd).
class NativeXmlWriter : public ExportWriter {
 public:
  explicit NativeXmlWriter(const ExportTask& task);
  ~NativeXmlWriter() override;

  void begin() override;
  void write(const AnnotatedDocument& document) override;
  void end() override;

 private:
  class Elements;

  ExportTask task_;
  std::unique_ptr<Elements> elements_;
};

}  // namespace mitjul
