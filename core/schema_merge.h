#pragma once

#include <vector>

#include "core/problem.h"
#include "core/schema.h"

namespace mitjul {

struct MergedSchema {
  Schema schema;
  std::vector<Problem> conflicts;  ///< `SchemaConflict`: where both mean different things; `schema` is `base` then
};

/// `base` with everything that only `other` has: labels, attributes, values, roles. Where both have something, the
/// names, colours and keys of `base` stay.
MergedSchema merge_schemas(const Schema& base, const Schema& other);

/// A schema that was put together from annotations, made to go with `base`: a label, attribute or role that `base` has
/// is taken from there, with its rules; what is new is kept: labels, attributes, and values of choices.
Schema adapt_to(const Schema& base, const Schema& inferred);

}  // namespace mitjul
