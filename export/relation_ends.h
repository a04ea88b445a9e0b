#pragma once

#include <utility>

#include "core/annotation.h"
#include "core/schema.h"

namespace mitjul {

/// The arguments of a relation in the order in which its label has the roles; those of unknown roles behind them.
/// Where a format knows two ends, they are the first two.
std::vector<const Argument*> ends_in_order(const Relation& relation, const Label* label);

}  // namespace mitjul
