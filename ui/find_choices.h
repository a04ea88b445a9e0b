#pragma once

#include <string>
#include <vector>

#include "core/schema.h"

namespace mitjul {

/// A label that annotations can be looked for by.
struct LabelChoice {
  std::string id;
  int depth = 0;  ///< in the tree of labels
};
/// The labels of spans, each above those below it.
std::vector<LabelChoice> label_choices(const Schema& schema);

/// An attribute, with or without a value, that annotations can be looked for by.
struct AttributeChoice {
  std::string attribute;  ///< id
  std::string value;      ///< id; empty: whatever it is

  bool operator==(const AttributeChoice&) const = default;
};
/// Those that a label has, of the labels above it as well: each attribute, then its values.
std::vector<AttributeChoice> attribute_choices(const Schema& schema, const std::string& label);

}  // namespace mitjul
