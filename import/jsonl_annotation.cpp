#include "import/jsonl_annotation.h"

namespace mitjul {

using nlohmann::json;

std::optional<Span> JsonlAnnotations::place(const json& object, std::uint32_t length) {
  const auto start = fields_.number(object, "start", UINT32_MAX);
  const auto end = fields_.number(object, "end", UINT32_MAX);
  if (!start || !end) return std::nullopt;
  if (*start >= *end) {
    fields_.report(ProblemCode::EmptySpan, {std::to_string(*start), std::to_string(*end)});
    return std::nullopt;
  }
  if (*end > length) {
    fields_.report(ProblemCode::SpanOutsideText,
                   {std::to_string(*start), std::to_string(*end), std::to_string(length)});
    return std::nullopt;
  }
  return Span(*start, *end);
}

void JsonlAnnotations::expect_annotator(const AnnotatorKey& key) {
  if (annotators_.count(key) == 0) fields_.report(ProblemCode::UnknownAnnotator, {key.str()});
}

std::optional<Anchor> JsonlAnnotations::spans(const json& object, const Text& text) {
  std::vector<Span> segments;
  std::string quote;
  for (const json& item : fields_.objects(object, "segments")) {
    const auto segment = place(item, text.length());
    if (!segment) return std::nullopt;
    if (!segments.empty() && segment->start <= segments.back().end) {
      fields_.report(ProblemCode::InvalidXmlValue, {std::to_string(segment->start.value()), "start"});
      return std::nullopt;
    }
    if (!segments.empty()) quote += ' ';
    quote += text.slice(*segment);
    segments.push_back(*segment);
  }
  if (segments.empty()) {
    fields_.report(ProblemCode::MissingField, {"segments"});
    return std::nullopt;
  }
  if (const std::string stated = fields_.string(object, "text"); stated != quote)
    fields_.report(ProblemCode::QuoteDiffers, {stated, quote});
  Spans spans(std::move(segments));
  expect_place(object, "start", spans.start());
  expect_place(object, "end", spans.end());
  return spans;
}

void JsonlAnnotations::expect_place(const json& object, const char* name, TextPos place) {
  const auto stated = fields_.number(object, name, UINT32_MAX);
  if (stated && *stated != place.value()) fields_.report(ProblemCode::InvalidXmlValue, {std::to_string(*stated), name});
}

std::optional<Anchor> JsonlAnnotations::relation(const json& object, const DocumentKey& document) {
  Relation relation;
  for (const json& item : fields_.objects(object, "args")) {
    auto target = fields_.value(item, "ref", parse_annotation_ref);
    if (!target) return std::nullopt;
    if (target->document == document) target->document = {};
    relation.arguments.push_back({fields_.string(item, "role"), *target});
  }
  return relation;
}

Attributes JsonlAnnotations::attributes(const json& object) {
  Attributes attributes;
  for (const json& attribute : fields_.objects(object, "attributes")) {
    std::vector<std::string>& values = attributes[fields_.string(attribute, "id")];
    for (const json& value : fields_.list(attribute, "values")) values.push_back(fields_.text(value, "values"));
  }
  return attributes;
}

Provenance JsonlAnnotations::provenance(const json& object) {
  Provenance provenance;
  provenance.created = fields_.value(object, "created", parse_time).value_or(Time());
  provenance.modified = optional_time(object, "modified");
  provenance.method = fields_.value(object, "method", parse_method).value_or(Method::Import);
  provenance.origin = fields_.string(object, "origin");
  const auto confidence = object.find("confidence");
  if (confidence == object.end()) {
    fields_.report(ProblemCode::MissingField, {"confidence"});
  } else if (confidence->is_number()) {
    const double value = confidence->get<double>();
    if (!(value >= 0 && value <= 1)) fields_.report(ProblemCode::InvalidXmlValue, {confidence->dump(), "confidence"});
    provenance.confidence = value;
  } else if (!confidence->is_null()) {
    fields_.report(ProblemCode::WrongFieldType, {"confidence"});
  }
  provenance.schema_version = static_cast<int>(fields_.number(object, "schema_version", INT32_MAX).value_or(0));
  provenance.confirmed = optional_time(object, "confirmed");
  if (!fields_.string(object, "confirmed_by").empty()) {
    provenance.confirmed_by = fields_.value(object, "confirmed_by", AnnotatorKey::parse).value_or(AnnotatorKey());
    if (!provenance.confirmed_by.empty()) expect_annotator(provenance.confirmed_by);
  }
  return provenance;
}

std::optional<Time> JsonlAnnotations::optional_time(const json& object, const char* name) {
  if (fields_.string(object, name).empty()) return std::nullopt;
  return fields_.value(object, name, parse_time);
}

}  // namespace mitjul
