#pragma once

#include <optional>
#include <string>

#include "core/schema_operation.h"

namespace mitjul {

/// The sibling behind a label; empty where it is the last, or the schema does not have it.
std::string label_behind(const Schema& schema, const std::string& label);

/// Where a key sends a label in the tree.
enum class MoveStep {
  Up,    ///< in front of the sibling above it
  Down,  ///< behind the sibling below it
  Out,   ///< behind the label that it stands below
  In,    ///< below the sibling above it
};

/// Nothing where it cannot go there, or the schema does not have it.
std::optional<MoveLabel> label_step(const Schema& schema, const std::string& label, MoveStep step);

/// Where the pointer lets a label go, seen from the label under it.
enum class DropPlace { Before, Into, Behind };

/// Nothing where it cannot go there, below itself or to a label of another kind, or stands there already.
std::optional<MoveLabel> label_drop(const Schema& schema, const std::string& label, const std::string& target,
                                    DropPlace place);

}  // namespace mitjul
