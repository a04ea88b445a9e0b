#pragma once

#include "core/keys.h"

namespace mitjul {

/// What the annotators of a project have agreed on, whoever works on it and wherever.
struct ProjectSettings {
  bool suggestions = true;       ///< whether suggestions are offered at all
  bool particle_inside = false;  ///< whether a span is annotated with its particle
  /// The one annotator who changes the schema, while others propose; empty: it is not locked, everybody changes it. An
  /// agreement among colleagues, no protection against intent.
  AnnotatorKey schema_owner{};

  bool may_change_schema(const AnnotatorKey& annotator) const {
    return schema_owner.empty() || schema_owner == annotator;
  }

  bool operator==(const ProjectSettings&) const = default;
};

}  // namespace mitjul
