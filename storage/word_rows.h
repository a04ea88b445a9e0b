#pragma once

#include "core/change.h"
#include "core/gazetteer.h"
#include "core/project_settings.h"
#include "storage/database.h"

namespace mitjul {

// The settings and the word list of a project as rows. No function here begins a transaction. What is read is compared
// with its fingerprint: `Error{Damaged}` where they differ.

ProjectSettings read_settings(Database& database);
void write_settings(Database& database, const ProjectSettings& settings);

GazetteerSum read_gazetteer_sum(Database& database);
void write_gazetteer_sum(Database& database, const GazetteerSum& sum);
GazetteerEntries read_gazetteer(Database& database);
/// The words that leave must be there, and those that come must not.
void write_gazetteer_change(Database& database, const GazetteerChange& change);

}  // namespace mitjul
