#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "core/annotation.h"
#include "core/document.h"
#include "core/problem.h"
#include "core/schema.h"
#include "core/unit_cache.h"

namespace mitjul {

/// Whether an attribute can hold the value: an id of its values, a decimal number (`-3.5`, `1e6`), a day
/// (`2026-11-21`), `true` or `false`; for text anything that XML can hold.
bool is_value_of(const Attribute& attribute, std::string_view value);

/// Finds the annotation a reference means, or nullptr.
using FindAnnotation = std::function<const Annotation*(const AnnotationRef&)>;

/// What is wrong with an annotation in itself: label, kind, place in a text of `text_length` code points,
/// attributes, characters. A missing required attribute is not: it may still come (see `missing_attributes`).
std::vector<Problem> check_annotation(const Annotation& annotation, const Schema& schema, std::uint32_t text_length);

/// What is wrong with the roles and targets of a relation; nothing for other annotations. `here` finds annotations of
/// the same document, `elsewhere` those of others; where `elsewhere` is empty, those targets are not looked at.
std::vector<Problem> check_arguments(const Annotation& annotation, const Schema& schema, const FindAnnotation& here,
                                     const FindAnnotation& elsewhere);

/// Whether an annotation can play a role: its label is one of those allowed or below one, or it is a span where the
/// role names none.
bool role_allows(const Schema& schema, const Role& role, const Annotation& target);

/// Whether the overlap rules of either label forbid that both stand in one annotation set.
bool overlap_forbidden(const Annotation& a, const Annotation& b, const Schema& schema);

/// Whether any label has a rule about overlap at all.
bool restricts_overlap(const Schema& schema);

/// Calls `use` for each two of these spans of one annotation set that the rules forbid to overlap, the first of them
/// in reading order; a false answer ends it.
void for_each_forbidden_overlap(std::vector<const Annotation*> spans, const Schema& schema,
                                const std::function<bool(const Annotation&, const Annotation&)>& use);

/// Whether characters of more than one of these units are between the start and the end.
bool crosses_units(const Spans& spans, const std::vector<Span>& units);

/// Why an annotation may not reach from one unit into another, where it does; nothing where its label lets it. Units
/// are asked for only where the label does not.
std::optional<Problem> check_units(const Annotation& annotation, const Schema& schema, const Document& document,
                                   const UnitsOf& units);

/// Required attributes that have no value.
std::vector<Problem> missing_attributes(const Annotation& annotation, const Schema& schema);

/// Everything above for a whole document; `elsewhere` as in `check_arguments`. Without `units`, what crosses them is
/// not looked at.
std::vector<Problem> check_document(const AnnotatedDocument& document, const Schema& schema,
                                    const FindAnnotation& elsewhere, const UnitsOf& units = {});

}  // namespace mitjul
