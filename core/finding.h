#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/annotation_checks.h"
#include "core/change.h"

namespace mitjul {

/// How bad it is: a rule is broken; something is wrong more likely than not; something is worth a look.
enum class Severity { Error, Warning, Note };
/// The name in machine-readable output: `error`, `warning`, `note`.
std::string_view to_string(Severity severity);

Severity severity_of(ProblemCode code);

/// What mends a finding without anything left to decide.
struct MoveSpan {
  Spans to;

  bool operator==(const MoveSpan&) const = default;
};
struct GiveValue {
  std::string attribute;
  std::string value;

  bool operator==(const GiveValue&) const = default;
};
struct DeleteAnnotation {
  bool operator==(const DeleteAnnotation&) const = default;
};
/// Nothing, where somebody has to decide.
using QuickFix = std::variant<std::monostate, MoveSpan, GiveValue, DeleteAnnotation>;

/// A problem of the annotations of a project, with the annotation that has it.
struct Finding {
  Problem problem;
  SetKey set;
  AnnotationId annotation;
  std::optional<Span> span;  ///< from the first character to the last; of spans only
  QuickFix fix = {};

  Severity severity() const { return severity_of(problem.code); }
  bool operator==(const Finding&) const = default;
};

/// What a review of annotations needs to know and cannot see in the document. What is empty is not looked at.
struct ReviewContext {
  /// Where a span would end without the particle that it ends in; nothing where it ends in none.
  std::function<std::optional<TextPos>(const Text&, Span)> end_without_particle;
  /// Whether a relation of another document has an end here.
  std::function<bool(const AnnotationRef&)> referred_elsewhere;
};

/// Calls back with every end that a relation of the document has in another document, and the relation.
void for_each_end_elsewhere(const AnnotatedDocument& document,
                            const std::function<void(const AnnotationRef&, const AnnotationId&)>& use);

/// What is not wrong in itself and has to be looked at before the annotations are finished: a relation that a label
/// needs and does not have, a blank at an edge, a particle at the end, a document label that says nothing. By sets, in
/// listing order.
std::vector<Finding> review_document(const AnnotatedDocument& document, const Schema& schema,
                                     const ReviewContext& context);

/// The same with what `check_document` finds before it, and what mends that.
std::vector<Finding> find_problems(const AnnotatedDocument& document, const Schema& schema,
                                   const FindAnnotation& elsewhere, const UnitsOf& units, const ReviewContext& context);

/// One edit that mends all of these findings of a document; those that cannot be mended like that, or no more, are left
/// out. An annotation that is deleted takes its relations with it.
Edit mend(const AnnotatedDocument& document, const std::vector<Finding>& findings);

}  // namespace mitjul
