#pragma once

#include <map>
#include <set>
#include <string>
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

/// What the roles of `inferred` are called in `base`, by label and role: of a relation that `base` knows with as many
/// roles and none of these names, in their order. Other programs call the ends of all relations alike.
using RoleNames = std::map<std::string, std::map<std::string, std::string>>;
RoleNames roles_in(const Schema& base, const Schema& inferred);

/// A schema that was put together from annotations, made to go with `base`: a label, attribute or role that `base` has
/// is taken from there, with its rules; what is new is kept: labels, attributes, values of choices, and roles but those
/// of `roles_in`.
Schema adapt_to(const Schema& base, const Schema& inferred);

/// `base`, in which the roles of the relations `open` take what they take in `inferred`, too: they were put together
/// from annotations of another file themselves, and what stands at an end in one file is no rule for the next one. A
/// role that takes every span and meets a relation takes all labels of spans that either schema knows, and the
/// relation.
Schema with_wider_roles(Schema base, const Schema& inferred, const std::set<std::string>& open);

}  // namespace mitjul
