#include "export/formats.h"

#include <algorithm>

#include "export/native_xml.h"

namespace mitjul {

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> kFormats{
      {"mitjul-xml", "Mitjul XML", "xml", false, kNativeHolds, {}, export_native_xml},
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
