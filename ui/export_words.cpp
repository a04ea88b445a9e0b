#include "ui/export_words.h"

#include <wx/intl.h>

#include <algorithm>
#include <array>

#include "messages/export_words.h"
#include "messages/schema_words.h"
#include "ui/annotation_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

struct FormatWords {
  std::string_view id;
  FormatGroup group;
  const char* readers;
};

// In a group, as lists have them.
constexpr std::array kFormats{
    FormatWords{"mitjul-xml", FormatGroup::Everything, wxTRANSLATE("Mitjul on another computer: nothing is lost")},
    FormatWords{"html-report", FormatGroup::People, wxTRANSLATE("Any web browser: a report to read and print")},
    FormatWords{"xlsx", FormatGroup::People, wxTRANSLATE("Excel and Hancell: tables to look through")},
    FormatWords{"csv", FormatGroup::People, wxTRANSLATE("Excel, R and pandas: plain tables")},
    FormatWords{"jsonl", FormatGroup::Programs, wxTRANSLATE("pandas, DuckDB and Hugging Face")},
    FormatWords{"conll", FormatGroup::Programs, wxTRANSLATE("Training of taggers: a token on each line")},
    FormatWords{"klue-ner", FormatGroup::Programs, wxTRANSLATE("Programs for KLUE-NER: a character on each line")},
    FormatWords{"nikl-ne", FormatGroup::Programs, wxTRANSLATE("Programs for the NIKL corpora, and Korpora")},
    FormatWords{"spacy", FormatGroup::Programs, wxTRANSLATE("spaCy: training data")},
    FormatWords{"tei", FormatGroup::Programs, wxTRANSLATE("Archives and editors of the digital humanities")},
    FormatWords{"w3c", FormatGroup::Programs, wxTRANSLATE("Web annotation and linked data (JSON-LD)")},
    FormatWords{"brat", FormatGroup::Tools, wxTRANSLATE("brat, and what else reads .ann files")},
    FormatWords{"xmi", FormatGroup::Tools, wxTRANSLATE("INCEpTION and UIMA")},
    FormatWords{"webanno-tsv", FormatGroup::Tools, wxTRANSLATE("WebAnno and INCEpTION")},
    FormatWords{"label-studio", FormatGroup::Tools, wxTRANSLATE("Label Studio: tasks with their annotations")},
    FormatWords{"doccano", FormatGroup::Tools, wxTRANSLATE("doccano: entities and relations")},
    FormatWords{"gate", FormatGroup::Tools, wxTRANSLATE("GATE and gatenlp")},
    FormatWords{"bioc", FormatGroup::Tools, wxTRANSLATE("Programs for biomedical texts")},
    FormatWords{"refi-qda", FormatGroup::Tools, wxTRANSLATE("QualCoder, MAXQDA, ATLAS.ti and NVivo: the project")},
    FormatWords{"qdc", FormatGroup::Tools, wxTRANSLATE("QualCoder, MAXQDA, ATLAS.ti and NVivo: the labels alone")},
};

struct Words {
  std::string_view id;
  const char* words;
};

constexpr std::array kOptions{
    Words{"bom", wxTRANSLATE("For Excel (byte order mark)")},
    Words{"flatten", wxTRANSLATE("Of overlapping spans")},
    Words{"guard", wxTRANSLATE("Nothing is taken for a formula")},
    Words{"headings", wxTRANSLATE("Headings")},
    Words{"language", wxTRANSLATE("Language of the report")},
    Words{"map", wxTRANSLATE("Tags for labels")},
    Words{"scheme", wxTRANSLATE("Tags")},
    Words{"text", wxTRANSLATE("With the text of the documents")},
    Words{"units", wxTRANSLATE("Sentences")},
};

constexpr std::array kValues{
    Words{"bioes", wxTRANSLATE("BIOES: with ends and single tokens")},
    Words{"conll2003", wxTRANSLATE("CoNLL-2003: four columns")},
    Words{"document", wxTRANSLATE("the whole document as one")},
    Words{"en", wxTRANSLATE("English")},
    Words{"iob2", wxTRANSLATE("IOB2: beginning, inside, outside")},
    Words{"ko", wxTRANSLATE("Korean")},
    Words{"line", wxTRANSLATE("each line")},
    Words{"longest", wxTRANSLATE("The longest one")},
    Words{"no", wxTRANSLATE("no")},
    Words{"schema", wxTRANSLATE("The one whose label stands first in the schema")},
    Words{"sentence", wxTRANSLATE("each sentence")},
    Words{"yes", wxTRANSLATE("yes")},
};

template <class Table>
const typename Table::value_type* find_in(const Table& table, std::string_view id) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& each) { return each.id == id; });
  return found == table.end() ? nullptr : &*found;
}

template <class Table>
wxString words_in(const Table& table, std::string_view id) {
  const auto* const found = find_in(table, id);
  return found == nullptr ? to_wx(id) : wxGetTranslation(found->words);
}

/// Where a format stands among all; those that are not known behind the others of their group.
std::pair<FormatGroup, std::ptrdiff_t> place_of(const ExportFormat& format) {
  const auto* const found = find_in(kFormats, format.id);
  return {group_of(format.id), (found == nullptr ? kFormats.end() : found) - kFormats.begin()};
}

}  // namespace

wxString group_name(FormatGroup group) {
  switch (group) {
    case FormatGroup::Everything: return _("To keep and pass on");
    case FormatGroup::People: return _("To read");
    case FormatGroup::Programs: return _("For analysis and training");
    case FormatGroup::Tools: return _("For other annotation tools");
  }
  return {};
}

bool has_format_words(std::string_view format) { return find_in(kFormats, format) != nullptr; }

FormatGroup group_of(std::string_view format) {
  const auto* const found = find_in(kFormats, format);
  return found == nullptr ? FormatGroup::Programs : found->group;
}

wxString name_of(const ExportFormat& format) { return wxGetTranslation(to_wx(format.name)); }

wxString readers_of(const ExportFormat& format) {
  const auto* const found = find_in(kFormats, format.id);
  return found == nullptr ? to_wx(format.holds) : wxGetTranslation(found->readers);
}

std::vector<const ExportFormat*> formats_by_group() {
  std::vector<const ExportFormat*> formats;
  for (const ExportFormat& format : export_formats()) formats.push_back(&format);
  std::stable_sort(formats.begin(), formats.end(),
                   [](const ExportFormat* a, const ExportFormat* b) { return place_of(*a) < place_of(*b); });
  return formats;
}

bool has_option_words(std::string_view option) { return find_in(kOptions, option) != nullptr; }

wxString option_name(std::string_view option) { return words_in(kOptions, option); }

wxString option_value(std::string_view value) { return words_in(kValues, value); }

wxString option_hint(std::string_view option) {
  if (option == "flatten") return _("Or the ids of labels, the first before the others: ORG,PERSON");
  if (option == "map") return _("Ids of labels and their tags: ORG:OG,PERSON:PS");
  return {};
}

std::vector<std::string_view> usual_values(std::string_view option) {
  if (option == "flatten") return {"longest", "schema"};
  return {};
}

wxString losses_in_words(const std::vector<ExportLoss>& losses) {
  wxString all;
  for (const ExportLoss& loss : losses) {
    if (!all.empty()) all += wxString::FromUTF8(" · ");
    const wxString what = to_wx(std::visit([](auto feature) { return words(feature); }, loss.what));
    const bool of_schema = std::holds_alternative<SchemaFeature>(loss.what);
    all += (of_schema ? wxString::Format(_("of the schema: %s"), what) : what) + " " + grouped(loss.count);
  }
  return all;
}

}  // namespace mitjul
