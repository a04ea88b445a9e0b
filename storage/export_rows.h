#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/export_profile.h"
#include "core/keys.h"
#include "core/pseudonym_table.h"
#include "storage/database.h"

namespace mitjul {

// What a project keeps of its exports as rows: profiles and pseudonyms. No function here begins a transaction. What is
// read is compared with its fingerprint: `Error{Damaged}` where they differ.

/// By name, in code point order.
std::vector<ExportProfile> read_export_profiles(Database& database);
void write_export_profile(Database& database, const ExportProfile& profile);
/// What stands beside a profile in its row.
std::int64_t profile_fingerprint(std::string_view name, std::string_view content);
/// Whether there was one.
bool delete_export_profile(Database& database, const std::string& name);
/// Takes a document that is purged out of all profiles. One that was for it alone goes: it would be for all documents.
void purge_from_profiles(Database& database, const DocumentKey& document);

PseudonymTable read_pseudonyms(Database& database);
void write_pseudonyms(Database& database, const PseudonymTable& table);
/// Takes the surfaces out of the table that stand in no text of the project any more. Their stand-ins are never given
/// to others: each keeps its place as the surface of itself.
void purge_from_pseudonyms(Database& database);

}  // namespace mitjul
