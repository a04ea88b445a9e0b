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

}  // namespace mitjul
