#pragma once

#include <vector>

#include "core/problem.h"
#include "core/schema.h"

namespace mitjul {

/// Everything that is wrong with a schema in itself: ids, tree, keys, colours, values, roles. Empty where it can be
/// used.
std::vector<Problem> check_schema(const Schema& schema);

/// Whether everything that `before` allows is allowed by `after`, too, so that no annotation need be looked at. May
/// answer no where it is so.
bool allows_what(const Schema& before, const Schema& after);

/// How often the annotations of a project use something that a schema defines.
struct SchemaUse {
  std::string label;
  LabelKind kind = LabelKind::Span;
  std::string attribute;  ///< empty: the label itself
  std::string value;      ///< of an attribute
  std::string role;       ///< of a relation
  std::int64_t count = 0;
};

/// What of `uses` the schema no longer holds: labels, attributes, values of choices and roles that annotations need.
std::vector<Problem> check_uses(const Schema& schema, const std::vector<SchemaUse>& uses);

}  // namespace mitjul
