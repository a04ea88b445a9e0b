#pragma once

#include <string>

#include "export/export_writer.h"
#include "export/schema_formats.h"
#include "export/xml_writer.h"

namespace mitjul {

/// A schema as a codebook of REFI-QDA 1.0, `.qdc`. What becomes of what: docs/formats/refi-codebook.md.
WrittenSchema write_refi_codebook(const Schema& schema);

/// The same as an export of the schema alone.
class RefiCodebookWriter : public ExportWriter {
 public:
  explicit RefiCodebookWriter(const ExportTask& task) : task_(task) {}

  void begin() override;
  void write(const AnnotatedDocument& /*document*/) override {}

 private:
  ExportTask task_;
};

/// What stands in files as the program that wrote them.
std::string refi_origin();
/// A GUID, the same for the same name.
std::string refi_guid(const std::string& name);
/// The GUID of a code, the same in every file: of a label (`CLAIM`), an attribute (`CLAIM/type`) or a value
/// (`CLAIM/type/fact`).
std::string refi_code_guid(const std::string& path);

/// The element `Codes` of a codebook or a project.
void write_refi_codes(XmlWriter& xml, const Schema& schema, const std::string& indent);
/// What codes cannot hold of a schema.
std::vector<SchemaLoss> refi_code_losses(const Schema& schema);

}  // namespace mitjul
