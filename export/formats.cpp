#include "export/formats.h"

#include <algorithm>

#include "core/annotation_stream.h"
#include "export/brat.h"
#include "export/native_xml.h"
#include "export/refi_codebook.h"
#include "export/xmi.h"

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

using Feature = AnnotationFeature;

}  // namespace

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> kFormats{
      {"mitjul-xml", "Mitjul XML", "xml", Container::File, kNativeHolds, {}, {}, make<NativeXmlWriter>, true, false},
      {"brat",
       "brat standoff",
       "ann",
       Container::Folder,
       "documents spans discontinuous attributes relations notes schema",
       {},
       {Feature::Titles, Feature::Metadata, Feature::Zones, Feature::Substitutions, Feature::SetStates,
        Feature::Annotators, Feature::SeveralValues, Feature::RelationsOnRelations, Feature::DistantRelations,
        Feature::RelationAttributes, Feature::DocumentLabels, Feature::Provenance, Feature::Confirmations,
        Feature::Confidence},
       make<BratWriter>},
      {"xmi",
       "UIMA XMI",
       "xmi",
       Container::Folder,
       "documents spans discontinuous attributes relations document-labels notes annotators",
       {},
       {Feature::Metadata, Feature::Zones, Feature::Substitutions, Feature::DistantRelations, Feature::Provenance,
        Feature::Confirmations, Feature::Confidence},
       make<XmiWriter>},
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
