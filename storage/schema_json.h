#pragma once

#include <string>
#include <string_view>

#include "core/schema_proposal.h"

namespace mitjul {

// Schemas and what is proposed for them as JSON, in the form of `json_values.h`.

std::string to_json(const Schema& schema);
Schema schema_from_json(std::string_view json);

std::string to_json(const SchemaProposal& proposal);
SchemaProposal proposal_from_json(std::string_view json);

}  // namespace mitjul
