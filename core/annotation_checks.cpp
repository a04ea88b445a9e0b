#include "core/annotation_checks.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "core/utf8.h"

namespace mitjul {
namespace {

bool is_number(std::string_view text) {
  // from_chars also reads "inf" and "nan", which are no measurements.
  if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return false;
  double value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && rest == text.data() + text.size() && std::isfinite(value);
}

LabelKind kind_of(const Annotation& annotation) {
  if (annotation.relation() != nullptr) return LabelKind::Relation;
  return annotation.on_document() ? LabelKind::Document : LabelKind::Span;
}

void check_attributes(const Annotation& annotation, const Schema& schema, std::vector<Problem>& problems) {
  for (const auto& [id, values] : annotation.attributes) {
    const Attribute* const attribute = schema.find_attribute(annotation.label, id);
    if (attribute == nullptr) {
      problems.push_back(make_problem(ProblemCode::UnknownAttribute, {id, annotation.label}));
      continue;
    }
    if (values.size() != 1 && attribute->type != AttributeType::Choices) {
      problems.push_back(make_problem(ProblemCode::SeveralValues, {id}));
    }
    std::set<std::string_view> seen;
    for (const std::string& value : values) {
      if (!is_value_of(*attribute, value) || !seen.insert(value).second) {
        problems.push_back(
            make_problem(ProblemCode::InvalidAttributeValue,
                         {id, is_clean_text(value) ? value : std::string(), std::string(to_string(attribute->type))}));
      }
    }
    if (values.empty()) problems.push_back(make_problem(ProblemCode::InvalidAttributeValue, {id, "", ""}));
  }
}

}  // namespace

bool is_value_of(const Attribute& attribute, std::string_view value) {
  switch (attribute.type) {
    case AttributeType::Choice:
    case AttributeType::Choices:
      return std::any_of(attribute.values.begin(), attribute.values.end(),
                         [value](const AttributeValue& known) { return known.id == value; });
    case AttributeType::Text: return is_clean_text(value);
    case AttributeType::Number: return is_number(value);
    case AttributeType::Date: return is_date(value);
    case AttributeType::Boolean: return value == "true" || value == "false";
  }
  return false;
}

std::vector<Problem> check_annotation(const Annotation& annotation, const Schema& schema, std::uint32_t text_length) {
  std::vector<Problem> problems;
  const Label* const label = schema.find(annotation.label);
  if (label == nullptr) {
    problems.push_back(make_problem(ProblemCode::UnknownLabel, {annotation.label}));
  } else if (label->kind != kind_of(annotation)) {
    problems.push_back(make_problem(ProblemCode::WrongLabelKind, {annotation.label, std::string(to_string(label->kind)),
                                                                  std::string(to_string(kind_of(annotation)))}));
  } else {
    check_attributes(annotation, schema, problems);
  }
  if (const Spans* const spans = annotation.spans()) {
    for (const Span& segment : spans->segments()) {
      if (segment.end.value() > text_length) {
        problems.push_back(make_problem(
            ProblemCode::SpanOutsideText,
            {std::to_string(segment.start.value()), std::to_string(segment.end.value()), std::to_string(text_length)}));
        break;
      }
    }
    if (label != nullptr && spans->discontinuous() && !label->may_be_discontinuous) {
      problems.push_back(make_problem(ProblemCode::DiscontinuousSpan, {annotation.label}));
    }
  }
  if (!is_clean_text(annotation.note)) problems.push_back(make_problem(ProblemCode::IllegalCharacter, {"note"}));
  if (!is_clean_text(annotation.provenance.origin))
    problems.push_back(make_problem(ProblemCode::IllegalCharacter, {"origin"}));
  const auto& confidence = annotation.provenance.confidence;
  if (confidence && !(*confidence >= 0 && *confidence <= 1)) {
    problems.push_back(
        make_problem(ProblemCode::InvalidAttributeValue, {"confidence", std::to_string(*confidence), "number"}));
  }
  return problems;
}

std::vector<Problem> check_arguments(const Annotation& annotation, const Schema& schema, const FindAnnotation& here,
                                     const FindAnnotation& elsewhere) {
  std::vector<Problem> problems;
  const Relation* const relation = annotation.relation();
  const Label* const label = schema.find(annotation.label);
  if (relation == nullptr || label == nullptr) return problems;
  if (relation->arguments.size() < 2)
    problems.push_back(make_problem(ProblemCode::TooFewArguments, {annotation.label}));
  std::set<std::string_view> played;
  for (const Argument& argument : relation->arguments) {
    const auto role = std::find_if(label->roles.begin(), label->roles.end(),
                                   [&](const Role& known) { return known.id == argument.role; });
    if (role == label->roles.end()) {
      problems.push_back(make_problem(ProblemCode::UnknownRole, {argument.role, annotation.label}));
      continue;
    }
    if (!played.insert(argument.role).second) problems.push_back(make_problem(ProblemCode::RoleTwice, {argument.role}));
    if (argument.target.document.empty() && argument.target.id == annotation.id) {
      problems.push_back(make_problem(ProblemCode::RefersToItself, {to_string(annotation.id)}));
      continue;
    }
    const bool other_document = !argument.target.document.empty();
    if (other_document && !elsewhere) continue;
    const Annotation* const target = other_document ? elsewhere(argument.target) : here(argument.target);
    if (target == nullptr) {
      problems.push_back(make_problem(ProblemCode::UnknownAnnotation, {to_string(argument.target)}));
      continue;
    }
    if (!role_allows(schema, *role, *target))
      problems.push_back(make_problem(ProblemCode::RoleNotAllowed, {argument.role, target->label}));
  }
  return problems;
}

bool role_allows(const Schema& schema, const Role& role, const Annotation& target) {
  if (role.allowed.empty()) return target.spans() != nullptr;
  return std::any_of(role.allowed.begin(), role.allowed.end(),
                     [&](const std::string& ancestor) { return schema.is_a(target.label, ancestor); });
}

bool overlap_forbidden(const Annotation& a, const Annotation& b, const Schema& schema) {
  const Spans* const first = a.spans();
  const Spans* const second = b.spans();
  if (first == nullptr || second == nullptr) return false;
  const auto forbids = [&](const Annotation& annotation) {
    const Label* const label = schema.find(annotation.label);
    if (label == nullptr || label->overlap == OverlapRule::Any) return false;
    return label->overlap == OverlapRule::None || a.label == b.label;
  };
  return (forbids(a) || forbids(b)) && first->overlaps(*second);
}

bool restricts_overlap(const Schema& schema) {
  return std::any_of(schema.labels.begin(), schema.labels.end(),
                     [](const Label& label) { return label.overlap != OverlapRule::Any; });
}

void for_each_forbidden_overlap(std::vector<const Annotation*> spans, const Schema& schema,
                                const std::function<bool(const Annotation&, const Annotation&)>& use) {
  std::sort(spans.begin(), spans.end(),
            [](const Annotation* a, const Annotation* b) { return in_reading_order(*a->spans(), *b->spans()); });
  for (auto first = spans.begin(); first != spans.end(); ++first) {
    for (auto second = first + 1; second != spans.end() && (*second)->spans()->start() < (*first)->spans()->end();
         ++second) {
      if (overlap_forbidden(**first, **second, schema) && !use(**first, **second)) return;
    }
  }
}

bool crosses_units(const Spans& spans, const std::vector<Span>& units) {
  const auto first = std::upper_bound(units.begin(), units.end(), spans.start(),
                                      [](TextPos pos, const Span& unit) { return pos < unit.end; });
  return first != units.end() && first + 1 != units.end() && (first + 1)->start < spans.end();
}

std::optional<Problem> check_units(const Annotation& annotation, const Schema& schema, const Document& document,
                                   const UnitsOf& units) {
  const Spans* const spans = annotation.spans();
  const Label* const label = schema.find(annotation.label);
  if (!units || spans == nullptr || label == nullptr || label->may_cross_units) return std::nullopt;
  if (!crosses_units(*spans, units(document))) return std::nullopt;
  return make_problem(ProblemCode::UnitCrossed, {annotation.label});
}

std::vector<Problem> missing_attributes(const Annotation& annotation, const Schema& schema) {
  std::vector<Problem> problems;
  for (const Attribute* const attribute : schema.attributes_of(annotation.label)) {
    if (attribute->required && annotation.attributes.find(attribute->id) == annotation.attributes.end()) {
      problems.push_back(make_problem(ProblemCode::MissingAttribute, {attribute->id, annotation.label}));
    }
  }
  return problems;
}

namespace {

void check_overlaps(const AnnotationSet& set, const Schema& schema, std::vector<Problem>& problems) {
  if (!restricts_overlap(schema)) return;
  std::vector<const Annotation*> spans;
  for (const auto& [id, annotation] : set.annotations()) {
    if (annotation.spans() != nullptr) spans.push_back(&annotation);
  }
  for_each_forbidden_overlap(std::move(spans), schema, [&](const Annotation& first, const Annotation& second) {
    Problem problem = make_problem(ProblemCode::OverlapNotAllowed, {second.label, to_string(first.id)});
    problem.place.annotation = to_string(second.id);
    problems.push_back(std::move(problem));
    return true;
  });
}

}  // namespace

std::vector<Problem> check_document(const AnnotatedDocument& document, const Schema& schema,
                                    const FindAnnotation& elsewhere, const UnitsOf& units) {
  const FindAnnotation here = [&](const AnnotationRef& ref) { return document.find(ref.id); };
  std::vector<Problem> problems;
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      const std::size_t first = problems.size();
      for (auto found :
           {check_annotation(annotation, schema, document.document.text.length()),
            check_arguments(annotation, schema, here, elsewhere), missing_attributes(annotation, schema)}) {
        problems.insert(problems.end(), found.begin(), found.end());
      }
      if (auto crossed = check_units(annotation, schema, document.document, units))
        problems.push_back(*std::move(crossed));
      for (std::size_t i = first; i < problems.size(); ++i) problems[i].place.annotation = to_string(id);
    }
    check_overlaps(set, schema, problems);
  }
  for (Problem& problem : problems) problem.place.document = document.document.info.name;
  return problems;
}

}  // namespace mitjul
