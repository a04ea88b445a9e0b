#pragma once

#include <wx/string.h>

#include <vector>

#include "core/schema_edit.h"
#include "core/store.h"

namespace mitjul {

// What is proposed for the schema, and what became of it, in words.

/// `Merge labels – 주장 → 전제`. `seen`: the part of the schema that it is about.
wxString operation_words(const SchemaOperation& operation, const Schema& seen);

/// Something that an operation changes; empty where there is nothing before, or nothing after.
struct FieldChange {
  wxString field;
  wxString before;
  wxString after;
};
std::vector<FieldChange> changed_fields(const SchemaOperation& operation, const Schema& seen);

wxString proposal_state_name(ProposalState state);

/// What a change of the schema does to annotations; empty where it does nothing to them.
wxString effect_words(const SchemaEffect& effect);

/// What there is to read of a proposal: what differs, why, and the decision.
wxString proposal_details(const SchemaProposal& proposal, const std::vector<Annotator>& annotators);

}  // namespace mitjul
