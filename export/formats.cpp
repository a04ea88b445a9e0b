#include "export/formats.h"

#include <algorithm>

#include "core/annotation_stream.h"
#include "export/doccano.h"
#include "export/jsonl.h"
#include "export/label_studio.h"
#include "export/native_xml.h"
#include "export/refi_codebook.h"
#include "export/spacy.h"
#include "export/w3c_annotations.h"

namespace mitjul {
namespace {

using Feature = AnnotationFeature;

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
      {"jsonl", "JSON lines", "jsonl", Container::File, kNativeHolds, {}, {}, make<JsonlWriter>, true, false},
      {"doccano",
       "doccano JSONL",
       "jsonl",
       Container::File,
       "documents metadata spans relations",
       {},
       {Feature::Zones, Feature::Substitutions, Feature::SetStates, Feature::DiscontinuousSpans,
        Feature::AttributeValues, Feature::RelationAttributes, Feature::DocumentLabels, Feature::Notes,
        Feature::Provenance, Feature::Confirmations, Feature::Confidence},
       make<DoccanoWriter>,
       false,
       false},
      {"label-studio",
       "Label Studio",
       "json",
       Container::File,
       "documents metadata sets spans attributes relations document-labels notes",
       {},
       {Feature::Zones, Feature::Substitutions, Feature::SetStates, Feature::DiscontinuousSpans,
        Feature::RelationAttributes, Feature::Provenance, Feature::Confirmations, Feature::Confidence},
       make<LabelStudioWriter>,
       false,
       false},
      {"spacy",
       "spaCy JSONL",
       "jsonl",
       Container::File,
       "documents metadata spans",
       {},
       {Feature::Zones, Feature::Substitutions, Feature::SetStates, Feature::DiscontinuousSpans,
        Feature::AttributeValues, Feature::Relations, Feature::DocumentLabels, Feature::Notes, Feature::Provenance,
        Feature::Confirmations, Feature::Confidence},
       make<SpacyWriter>,
       false,
       false},
      {"w3c",
       "W3C Web Annotation",
       "jsonld",
       Container::File,
       "documents spans discontinuous attributes relations document-labels notes",
       {},
       {Feature::Metadata, Feature::Zones, Feature::Substitutions, Feature::SetStates, Feature::Provenance,
        Feature::Confirmations, Feature::Confidence},
       make<W3cWriter>,
       false,
       false},
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
