#include "export/formats.h"

#include <algorithm>

#include "core/annotation_stream.h"
#include "export/bioc.h"
#include "export/brat.h"
#include "export/conll.h"
#include "export/csv.h"
#include "export/doccano.h"
#include "export/gate.h"
#include "export/html_report.h"
#include "export/jsonl.h"
#include "export/klue_ner.h"
#include "export/label_studio.h"
#include "export/native_xml.h"
#include "export/nikl_ne.h"
#include "export/refi_codebook.h"
#include "export/refi_project.h"
#include "export/spacy.h"
#include "export/tei.h"
#include "export/w3c_annotations.h"
#include "export/webanno_tsv.h"
#include "export/xlsx.h"
#include "export/xmi.h"

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

// Options of formats without overlap, made of sentences.
FormatOption flatten(std::string_view otherwise) { return {"flatten", otherwise, {}, Flattening::allows}; }
const FormatOption kSentences{"units", "sentence", {"sentence", "line", "document"}};

FormatOption tag_map(bool (*allows)(std::string_view)) { return {"map", "", {}, allows}; }

/// What such a format loses, which has no place for metadata either.
std::vector<Feature> flat_loses(std::vector<Feature> more) {
  more.insert(more.end(),
              {Feature::Zones, Feature::Substitutions, Feature::SetStates, Feature::Annotators,
               Feature::DiscontinuousSpans, Feature::AttributeValues, Feature::Relations, Feature::DocumentLabels,
               Feature::Notes, Feature::Provenance, Feature::Confirmations, Feature::Confidence});
  return more;
}

}  // namespace

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> kFormats{
      {"mitjul-xml", "Mitjul XML", "xml", Container::File, kNativeHolds, {}, {}, make<NativeXmlWriter>, true, false},
      {"conll",
       "CoNLL (IOB2, BIOES)",
       "conll",
       Container::File,
       "documents spans",
       {{"scheme", "iob2", {"iob2", "bioes", "conll2003"}},
        flatten("schema"),
        tag_map([](std::string_view map) { return parse_tag_map(map).has_value(); }),
        kSentences,
        {"text", "no", {"no", "yes"}}},
       flat_loses({Feature::Titles, Feature::Metadata}),
       make<ConllWriter>},
      {"klue-ner",
       "KLUE-NER",
       "tsv",
       Container::File,
       "documents spans",
       {flatten("longest"), tag_map([](std::string_view map) { return allows_tag_map(map, klue_tags()); }), kSentences},
       flat_loses({Feature::Titles, Feature::Metadata}),
       make<KlueNerWriter>},
      {"nikl-ne",
       "NIKL named entities",
       "json",
       Container::File,
       "documents metadata spans",
       {flatten("longest"), tag_map([](std::string_view map) { return allows_tag_map(map, nikl_tags()); }), kSentences},
       flat_loses({}),
       make<NiklNeWriter>},
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
      {"gate",
       "GATE XML",
       "xml",
       Container::Folder,
       "documents metadata zones spans attributes relations notes annotators",
       {},
       {Feature::Substitutions, Feature::SetStates, Feature::DiscontinuousSpans, Feature::DistantRelations,
        Feature::RelationAttributes, Feature::DocumentLabels, Feature::Provenance, Feature::Confirmations,
        Feature::Confidence},
       make<GateWriter>},
      {"webanno-tsv",
       "WebAnno TSV 3.3",
       "tsv",
       Container::Folder,
       "documents spans attributes relations",
       {kSentences},
       {Feature::Titles, Feature::Metadata, Feature::Zones, Feature::Substitutions, Feature::SetStates,
        Feature::Annotators, Feature::DiscontinuousSpans, Feature::SeveralValues, Feature::RelationsOnRelations,
        Feature::DistantRelations, Feature::DocumentLabels, Feature::Notes, Feature::Provenance, Feature::Confirmations,
        Feature::Confidence},
       make<WebannoTsvWriter>},
      {"xmi",
       "UIMA XMI",
       "xmi",
       Container::Folder,
       "documents spans discontinuous attributes relations document-labels notes annotators",
       {kSentences},
       {Feature::Metadata, Feature::Zones, Feature::Substitutions, Feature::DistantRelations, Feature::Provenance,
        Feature::Confirmations, Feature::Confidence},
       make<XmiWriter>},
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
      {"csv",
       "CSV table of annotations",
       "csv",
       Container::File,
       kTableHolds,
       {{"bom", "yes", {"yes", "no"}}, {"guard", "yes", {"yes", "no"}}},
       {Feature::Texts, Feature::Titles, Feature::Metadata, Feature::Zones, Feature::Substitutions, Feature::SetStates},
       make<CsvWriter>,
       false,
       false},
      {"xlsx",
       "Excel workbook",
       "xlsx",
       Container::File,
       "metadata sets spans contexts discontinuous attributes relations document-labels notes provenance",
       {{"headings", "ko", {"ko", "en"}}},
       {Feature::Texts, Feature::Zones, Feature::Substitutions},
       make<XlsxWriter>,
       false,
       false},
      {"refi-qda",
       "REFI-QDA project",
       "qdpx",
       Container::Archive,
       "documents metadata spans attributes relations document-labels notes schema",
       {},
       {Feature::Zones, Feature::Substitutions, Feature::SetStates, Feature::DiscontinuousSpans,
        Feature::LargeRelations, Feature::Provenance, Feature::Confirmations, Feature::Confidence},
       make<RefiProjectWriter>,
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
       {Feature::Zones, Feature::Substitutions, Feature::SetStates},
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
