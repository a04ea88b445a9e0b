#include "export/formats.h"

#include <algorithm>

#include "core/annotation_stream.h"
#include "export/csv.h"
#include "export/html_report.h"
#include "export/native_xml.h"
#include "export/refi_codebook.h"
#include "export/xlsx.h"

namespace mitjul {
namespace {

using Feature = AnnotationFeature;

constexpr std::string_view kTableHolds =
    "spans contexts discontinuous attributes relations document-labels notes provenance";

template <class Writer>
std::unique_ptr<ExportWriter> make(const ExportTask& task) {
  return std::make_unique<Writer>(task);
}

template <class Items, class Id>
const typename Items::value_type* find_named(const Items& items, Id id, std::string_view wanted) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.*id == wanted; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> kFormats{
      {"mitjul-xml", "Mitjul XML", "xml", Container::File, kNativeHolds, {}, {}, make<NativeXmlWriter>, true, false},
      {"qdc",
       "REFI-QDA codebook",
       "qdc",
       Container::File,
       "the schema without relations",
       {},
       {},
       make<RefiCodebookWriter>,
       false,
       true},
      {"csv",
       "CSV table of annotations",
       "csv",
       Container::File,
       kTableHolds,
       {{"bom", "yes", {"yes", "no"}}, {"guard", "yes", {"yes", "no"}}},
       {Feature::Titles, Feature::Metadata, Feature::Zones, Feature::Substitutions, Feature::SetStates},
       make<CsvWriter>,
       false,
       false},
      {"xlsx",
       "Excel workbook",
       "xlsx",
       Container::File,
       "metadata sets spans contexts discontinuous attributes relations document-labels notes provenance",
       {{"headings", "ko", {"ko", "en"}}},
       {Feature::Zones, Feature::Substitutions},
       make<XlsxWriter>,
       false,
       false},
      {"html-report",
       "HTML report",
       "html",
       Container::File,
       "documents metadata sets spans discontinuous attributes relations document-labels notes confidence",
       {{"language", "ko", {"ko", "en"}}},
       {Feature::Zones, Feature::Substitutions, Feature::Provenance, Feature::Confirmations},
       make<HtmlReportWriter>,
       false,
       false},
  };
  return kFormats;
}

const ExportFormat* find_export_format(std::string_view id) {
  return find_named(export_formats(), &ExportFormat::id, id);
}

const FormatOption* find_option(const ExportFormat& format, std::string_view name) {
  return find_named(format.options, &FormatOption::name, name);
}

bool allows(const FormatOption& option, std::string_view value) {
  if (!option.choices.empty())
    return std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end();
  return option.allows == nullptr || option.allows(value);
}

}  // namespace mitjul
