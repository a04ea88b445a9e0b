#include "export/formats.h"

#include <algorithm>

#include "export/native_xml.h"
#include "export/refi_codebook.h"

namespace mitjul {

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> kFormats{
      {"mitjul-xml", "Mitjul XML", "xml", false, kNativeHolds, {}, export_native_xml},
      {"qdc", "REFI-QDA codebook", "qdc", false, "the schema without relations", {}, export_refi_codebook, true},
  };
  return kFormats;
}

const ExportFormat* find_export_format(std::string_view id) {
  const auto& formats = export_formats();
  const auto found =
      std::find_if(formats.begin(), formats.end(), [id](const ExportFormat& format) { return format.id == id; });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace mitjul
