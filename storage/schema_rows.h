#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/change.h"
#include "core/store.h"
#include "storage/database.h"

namespace mitjul {

// The schema of a project as rows, what was proposed for it, and what annotations use of it. A draft has a row of its
// own behind the versions; the number of the row is then not the version of the schema. No function here begins a
// transaction.

/// Writes a schema as a version of the project, or as its draft, and as the one in force.
void store_schema(Database& database, const Schema& schema);
/// Throws `Error{Damaged}` where it does not fit its fingerprint.
Schema read_schema(Database& database);
/// The schema as it was last published.
Schema read_last_published(Database& database);
/// The schema as this version was published; nothing where there was none of that number.
std::optional<Schema> read_schema_version(Database& database, int version);
/// `wanted` if no schema of this project was published with that version yet, else the one behind the highest.
int free_schema_version(Database& database, int wanted);

/// Oldest first. Throws `Error{Damaged}` where one does not fit its fingerprint.
std::vector<SchemaProposal> read_proposals(Database& database);
void write_proposal_change(Database& database, const ProposalChange& change);
std::int64_t free_proposal_number(Database& database);

/// What stands beside the JSON of a schema, or of a proposal, in its row.
std::int64_t schema_fingerprint(std::string_view content);

// As in `Store`.
std::vector<SchemaUse> read_schema_uses(Database& database);
std::vector<DocumentKey> read_documents_with(Database& database, const std::set<std::string>& labels);

}  // namespace mitjul
