#pragma once

#include <algorithm>

#include "core/schema.h"

namespace mitjul {

/// Whether annotations of one label can get the other one where the two are merged: both are of one kind, and relations
/// have the same roles.
inline bool can_merge(const Label& from, const Label& into) {
  const auto has_role = [&](const Role& role) {
    return std::any_of(into.roles.begin(), into.roles.end(), [&](const Role& each) { return each.id == role.id; });
  };
  return from.id != into.id && from.kind == into.kind && from.roles.size() == into.roles.size() &&
         std::all_of(from.roles.begin(), from.roles.end(), has_role);
}

}  // namespace mitjul
