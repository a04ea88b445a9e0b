#include "export/formats.h"

#include <algorithm>

#include "core/annotation_stream.h"
#include "export/bioc.h"
#include "export/native_xml.h"
#include "export/refi_codebook.h"
#include "export/refi_project.h"
#include "export/tei.h"

namespace mitjul {
namespace {

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
      {"refi-qda",
       "REFI-QDA project",
       "qdpx",
       Container::Archive,
       "documents metadata spans attributes relations document-labels notes schema",
       {},
       {AnnotationFeature::Zones, AnnotationFeature::Substitutions, AnnotationFeature::SetStates,
        AnnotationFeature::DiscontinuousSpans, AnnotationFeature::LargeRelations, AnnotationFeature::Provenance,
        AnnotationFeature::Confirmations, AnnotationFeature::Confidence},
       make<RefiProjectWriter>,
       false,
       false},
      {"tei",
       "TEI P5",
       "xml",
       Container::Folder,
       "documents metadata zones sets spans discontinuous attributes relations document-labels notes provenance",
       {},
       {},
       make<TeiWriter>,
       false,
       false},
      {"bioc",
       "BioC XML",
       "xml",
       Container::File,
       "documents metadata spans discontinuous attributes relations document-labels notes provenance",
       {},
       {AnnotationFeature::Zones, AnnotationFeature::Substitutions, AnnotationFeature::SetStates},
       make<BiocWriter>,
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
