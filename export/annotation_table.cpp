#include "export/annotation_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "export/layers.h"

namespace mitjul {
namespace {

/// The columns in front of those of attributes.
enum Place : std::size_t {
  kDocumentKey,
  kDocument,
  kAnnotator,
  kCurated,
  kId,
  kKind,
  kLabel,
  kLabelName,
  kStart,
  kEnd,
  kSegments,
  kLeft,
  kQuote,
  kRight,
  kEnds,
  kEndQuotes,
  kNote,
  kMethod,
  kOrigin,
  kConfidence,
  kCreated,
  kModified,
  kSchemaVersion,
  kConfirmed,
  kConfirmedBy,
  kFixedColumns
};

const std::vector<TableColumn>& fixed_columns() {
  static const std::vector<TableColumn> kColumns{
      {"document_key", "문서 키", CellKind::Text, 13},
      {"document", "문서", CellKind::Text, 24},
      {"annotator", "작업자", CellKind::Text, 14},
      {"curated", "검수본", CellKind::Text, 8},
      {"id", "주석 번호", CellKind::Text, 12},
      {"kind", "종류", CellKind::Text, 10},
      {"label", "라벨 아이디", CellKind::Text, 13},
      {"label_name", "라벨", CellKind::Text, 14},
      {"start", "시작", CellKind::Number, 8},
      {"end", "끝", CellKind::Number, 8},
      {"segments", "구간", CellKind::Text, 12},
      {"left", "왼쪽 문맥", CellKind::Text, 36},
      {"quote", "인용", CellKind::Text, 36},
      {"right", "오른쪽 문맥", CellKind::Text, 36},
      {"ends", "관계의 끝", CellKind::Text, 30},
      {"end_quotes", "관계의 끝(인용)", CellKind::Text, 40},
      {"note", "메모", CellKind::Text, 30},
      {"method", "방법", CellKind::Text, 12},
      {"origin", "출처", CellKind::Text, 16},
      {"confidence", "확신도", CellKind::Number, 8},
      {"created", "만든 때(UTC)", CellKind::Moment, 20},
      {"modified", "고친 때(UTC)", CellKind::Moment, 20},
      {"schema_version", "스키마 버전", CellKind::Number, 12},
      {"confirmed", "확인한 때(UTC)", CellKind::Moment, 20},
      {"confirmed_by", "확인한 사람", CellKind::Text, 14},
  };
  return kColumns;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) text += between;
    text += part;
  }
  return text;
}

void describe(const Text& text, const Spans& spans, std::vector<std::string>& cells) {
  cells[kKind] = "span";
  cells[kStart] = std::to_string(spans.start().value());
  cells[kEnd] = std::to_string(spans.end().value());
  for (const Span& segment : spans.segments()) {
    if (!cells[kSegments].empty()) cells[kSegments] += ';';
    cells[kSegments] += fmt::format("{}..{}", segment.start.value(), segment.end.value());
  }
  cells[kQuote] = quote_of(text, spans);
  cells[kLeft] = text.slice({spans.start() - std::min(kContext, spans.start().value()), spans.start()});
  cells[kRight] = text.slice({spans.end(), spans.end() + std::min(kContext, text.end() - spans.end())});
}

void describe(const Schema& schema, const AnnotatedDocument& document, const Annotation& annotation,
              const Relation& relation, std::vector<std::string>& cells) {
  cells[kKind] = "relation";
  const Label* const label = schema.find(annotation.label);
  for (const Argument& argument : relation.arguments) {
    if (!cells[kEnds].empty()) cells[kEnds] += ';';
    cells[kEnds] += argument.role + "=" + to_string(argument.target);
    if (!cells[kEndQuotes].empty()) cells[kEndQuotes] += "\n";
    std::string name = argument.role;
    for (const Role& role : label == nullptr ? std::vector<Role>() : label->roles) {
      if (role.id == argument.role) name = role.name;
    }
    cells[kEndQuotes] += name + ": " + words_of_end(document, argument.target);
  }
}

void describe(const Provenance& provenance, const std::vector<Annotator>& annotators, std::vector<std::string>& cells) {
  cells[kMethod] = to_string(provenance.method);
  cells[kOrigin] = provenance.origin;
  if (provenance.confidence) cells[kConfidence] = fmt::format("{}", *provenance.confidence);
  cells[kCreated] = to_string(provenance.created);
  if (provenance.modified) cells[kModified] = to_string(*provenance.modified);
  cells[kSchemaVersion] = std::to_string(provenance.schema_version);
  if (provenance.confirmed) cells[kConfirmed] = to_string(*provenance.confirmed);
  if (provenance.confirmed_by.empty()) return;
  const Annotator* const confirmed_by = find_annotator(annotators, provenance.confirmed_by);
  cells[kConfirmedBy] = confirmed_by == nullptr ? provenance.confirmed_by.str() : confirmed_by->name;
}

}  // namespace

std::string quote_of(const Text& text, const Spans& spans) {
  std::string quote;
  for (const Span& segment : spans.segments()) {
    if (!quote.empty()) quote += " … ";
    quote += text.slice(segment);
  }
  return quote;
}

std::string words_of_end(const AnnotatedDocument& document, const AnnotationRef& target) {
  const Annotation* const end = target.document.empty() ? document.find(target.id) : nullptr;
  if (end == nullptr) return to_string(target);
  if (const Spans* const spans = end->spans()) return quote_of(document.document.text, *spans);
  return end->label + " " + to_string(target);
}

AnnotationTable::AnnotationTable(const Schema& schema, const std::vector<Annotator>& annotators, std::size_t most)
    : schema_(schema), annotators_(annotators), columns_(fixed_columns()) {
  for (const Label& label : schema.labels) {
    for (const Attribute& attribute : label.attributes) {
      if (columns_.size() == most) return;
      places_[{label.id, attribute.id}] = columns_.size();
      const CellKind kind = attribute.type == AttributeType::Number ? CellKind::Number : CellKind::Text;
      columns_.push_back({label.id + "." + attribute.id, label.name + " · " + attribute.name, kind, 14});
    }
  }
}

const std::size_t* AnnotationTable::column_of(const std::string& label, const std::string& attribute) const {
  for (const Label* at = schema_.find(label); at != nullptr;
       at = at->parent.empty() ? nullptr : schema_.find(at->parent)) {
    const auto place = places_.find({at->id, attribute});
    if (place != places_.end()) return &place->second;
  }
  return nullptr;
}

std::vector<std::string> AnnotationTable::row(const AnnotatedDocument& document, const AnnotationSet& set,
                                              const Annotation& annotation) const {
  std::vector<std::string> cells(columns_.size());
  cells[kDocumentKey] = document.document.info.key.str();
  cells[kDocument] = document.document.info.name;
  const Annotator* const annotator = find_annotator(annotators_, set.key().annotator);
  cells[kAnnotator] = annotator == nullptr ? set.key().annotator.str() : annotator->name;
  if (set.key().curated) cells[kCurated] = "true";
  cells[kId] = to_string(annotation.id);
  cells[kLabel] = annotation.label;
  const Label* const label = schema_.find(annotation.label);
  if (label != nullptr) cells[kLabelName] = label->name;
  if (const Spans* const spans = annotation.spans()) {
    describe(document.document.text, *spans, cells);
  } else if (const Relation* const relation = annotation.relation()) {
    describe(schema_, document, annotation, *relation, cells);
  } else {
    cells[kKind] = "document";
  }
  for (const auto& [attribute, values] : annotation.attributes) {
    if (const std::size_t* const column = column_of(annotation.label, attribute)) cells[*column] = joined(values, ";");
  }
  cells[kNote] = annotation.note;
  describe(annotation.provenance, annotators_, cells);
  return cells;
}

std::size_t AnnotationTable::values_left_out(const Annotation& annotation) const {
  std::size_t count = 0;
  for (const auto& [attribute, values] : annotation.attributes) {
    if (column_of(annotation.label, attribute) == nullptr) count += values.size();
  }
  return count;
}

}  // namespace mitjul
