#pragma once

#include <string>
#include <vector>

#include "core/schema.h"

namespace mitjul {

/// One thing in which two versions of a schema differ.
struct SchemaDifference {
  enum class Kind {
    LabelAdded,
    LabelRemoved,
    LabelRenamed,
    LabelMoved,  ///< `before`, `after`: the label above it; empty: at the top
    Description,
    LabelGuideline,
    LabelLook,   ///< colour or key; `before`, `after` say no more
    LabelRules,  ///< roles, overlaps and the like, or another kind; `before`, `after` say no more
    AttributeAdded,
    AttributeRemoved,
    AttributeRenamed,
    AttributeRules,  ///< type, key, default, or whether it is required; `before`, `after` say no more
    ValueAdded,
    ValueRemoved,
    ValueRenamed,
    ValueRevised,  ///< it means something else, though nothing is written of it: it was merged with another
    LabelRevised,  ///< the same of a label: it was merged or split
    SchemaRenamed,
    Guideline,  ///< of the whole project
  };
  Kind kind;
  std::string label{};  ///< ids, empty where the difference is of something larger
  std::string attribute{};
  std::string value{};
  std::string before{};  ///< texts or names
  std::string after{};

  bool operator==(const SchemaDifference&) const = default;
};

/// Label by label, in the order of `after`; then labels that have gone, in the order of `before`; then what is of the
/// whole schema. The order of labels, attributes and values is no difference.
std::vector<SchemaDifference> differences(const Schema& before, const Schema& after);

}  // namespace mitjul
