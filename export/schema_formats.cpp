#include "export/schema_formats.h"

#include <algorithm>

#include "core/file_io.h"
#include "export/brat_schema.h"
#include "export/label_studio_schema.h"
#include "export/refi_codebook.h"
#include "export/schema_xml.h"

namespace mitjul {
namespace {

WrittenSchema write_native_schema(const Schema& schema) { return {{{"schema.xml", schema_to_xml(schema)}}, {}}; }

}  // namespace

const std::vector<SchemaExportFormat>& schema_export_formats() {
  static const std::vector<SchemaExportFormat> kFormats{
      {"mitjul-xml", "Mitjul XML", "xml", "everything", write_native_schema},
      {"brat", "brat configuration", "conf",
       "labels, hierarchy, relations of two ends, choices, overlap, names, colours", write_brat_schema},
      {"label-studio", "Label Studio configuration", "xml",
       "labels of spans and documents, relations of two ends, attributes, colours, keys", write_label_studio_schema},
      {"qdc", "REFI-QDA codebook", "qdc", "labels, hierarchy, attributes, colours, descriptions, guidelines",
       write_refi_codebook},
  };
  return kFormats;
}

const SchemaExportFormat* find_schema_export_format(std::string_view id) {
  const auto& formats = schema_export_formats();
  const auto found =
      std::find_if(formats.begin(), formats.end(), [id](const SchemaExportFormat& format) { return format.id == id; });
  return found == formats.end() ? nullptr : &*found;
}

void put_in_place(const WrittenSchema& schema, const std::filesystem::path& out) {
  std::error_code unknown;
  const bool folder = std::filesystem::is_directory(out, unknown);
  for (const WrittenSchema::File& file : schema.files) {
    const bool first = &file == &schema.files.front();
    const std::filesystem::path beside = folder ? out : out.parent_path();
    OutputFile written(first && !folder ? out : beside / path_from_utf8(file.name));
    written.write(file.bytes);
    written.finish();
    written.put_in_place();
  }
}

}  // namespace mitjul
