#pragma once

namespace mitjul {

/// What the annotators of a project have agreed on, whoever works on it and wherever.
struct ProjectSettings {
  bool suggestions = true;       ///< whether suggestions are offered at all
  bool particle_inside = false;  ///< whether a span is annotated with its particle

  bool operator==(const ProjectSettings&) const = default;
};

}  // namespace mitjul
