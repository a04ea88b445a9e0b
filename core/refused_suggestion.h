#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "core/keys.h"
#include "core/span.h"

namespace mitjul {

/// That an annotator does not want a span of a document to be suggested with a label any more.
struct RefusedSuggestion {
  AnnotatorKey annotator;
  Span span;
  std::string label;  ///< id of the label that was suggested

  auto operator<=>(const RefusedSuggestion&) const = default;
};

/// A 64-bit fingerprint of all fields. Part of the project file's format.
std::uint64_t fingerprint(const RefusedSuggestion& refusal);

}  // namespace mitjul
