#pragma once

#include <initializer_list>
#include <vector>

#include "core/schema.h"
#include "core/schema_loss.h"

namespace mitjul {

/// How often a schema uses each of these, without those that it does not use.
std::vector<SchemaLoss> losses_of(const Schema& schema, std::initializer_list<SchemaFeature> not_held);

/// Ids of a label and of all labels below it, in the order of the schema.
std::vector<std::string> with_those_below(const Schema& schema, const std::string& label);

/// Labels of a kind without a label above.
std::vector<const Label*> top_labels(const Schema& schema, LabelKind kind);

}  // namespace mitjul
