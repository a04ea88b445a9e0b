#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/schema.h"

namespace mitjul {

// The names by which a Label Studio configuration and the results of its tasks mean the same.
inline constexpr const char* kLabelStudioText = "text";
inline constexpr const char* kLabelStudioLabels = "label";
inline constexpr const char* kLabelStudioDocument = "document";

/// An id as an alias, a name or a condition of the configuration, and as results say it. Label Studio takes `true` and
/// `false` for no words there, and does not open such a configuration at all: they have an underscore behind them.
std::string label_studio_alias(const std::string& id);

/// A question of the configuration: an attribute, and the labels that have it. Attributes of several span labels that
/// are the same in everything are one question.
struct LabelStudioControl {
  const Attribute* attribute;
  std::vector<const Label*> labels;
  std::string name;
  bool renamed;  ///< whether it could not be called like the attribute
};

/// The questions about spans, then those about labels of the document, in the order of the schema. The schema must
/// outlive them.
std::vector<LabelStudioControl> label_studio_controls(const Schema& schema);

/// The kind of control that asks for values of this type.
const char* label_studio_control_of(AttributeType type);

}  // namespace mitjul
