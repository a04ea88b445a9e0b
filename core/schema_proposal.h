#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/keys.h"
#include "core/problem.h"
#include "core/schema_operation.h"
#include "core/time.h"

namespace mitjul {

enum class ProposalState { Open, Accepted, Declined };
std::string_view to_string(ProposalState state);
std::optional<ProposalState> parse_proposal_state(std::string_view text);

/// A change of the schema that an annotator asks for, and what became of it.
struct SchemaProposal {
  std::int64_t number = 0;  ///< from 1; never used again
  AnnotatorKey annotator;
  Time time;
  std::string comment;  ///< why, or empty
  SchemaOperation operation;
  Schema seen;  ///< as `part_of` gives it, of the schema as it was
  ProposalState state = ProposalState::Open;
  AnnotatorKey decided_by{};  ///< of an open one empty, as what follows
  std::optional<Time> decided{};
  std::string answer{};

  bool operator==(const SchemaProposal&) const = default;
};

/// What an operation is about: the labels that it names with those above them, and the guideline of the project where
/// it changes that; of `ReplaceSchema` everything.
Schema part_of(const Schema& schema, const SchemaOperation& operation);

/// Takes what has changed since `seen` into an operation that would overwrite it: fields of a label that the operation
/// leaves as they were become what they are now. The problem where both have changed the same.
std::optional<Problem> bring_up_to_date(SchemaOperation& operation, const Schema& seen, const Schema& present);

}  // namespace mitjul
