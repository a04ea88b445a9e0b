#include "storage/export_rows.h"

#include <stdexcept>

#include "core/error.h"
#include "core/fingerprint.h"
#include "core/surface_traces.h"
#include "storage/profile_json.h"

namespace mitjul {
namespace {

/// Of the table with its order.
std::int64_t fingerprint_of(const PseudonymTable& table) {
  Fingerprint print;
  for (const Pseudonym& entry : table.entries()) {
    print.add(entry.surface).add(entry.label).add(static_cast<std::uint64_t>(entry.number));
  }
  return static_cast<std::int64_t>(print.value());
}

Error damaged_pseudonyms(const Database& database) { return Error(ErrorKind::Damaged, database.path(), "pseudonyms"); }

}  // namespace

std::int64_t profile_fingerprint(std::string_view name, std::string_view content) {
  return static_cast<std::int64_t>(Fingerprint().add(name).add(content).value());
}

std::vector<ExportProfile> read_export_profiles(Database& database) {
  std::vector<ExportProfile> profiles;
  Statement rows = database.prepare("SELECT name, content, fingerprint FROM export_profile ORDER BY name");
  while (rows.step()) {
    const std::string name(rows.text(0));
    const Error damaged(ErrorKind::Damaged, database.path(), "export profile " + name);
    if (profile_fingerprint(name, rows.text(1)) != rows.integer(2)) throw damaged;
    try {
      profiles.push_back(profile_from_json(name, rows.text(1)));
    } catch (const std::invalid_argument&) {
      throw damaged;
    }
  }
  return profiles;
}

void write_export_profile(Database& database, const ExportProfile& profile) {
  const std::string content = to_json(profile);
  database.prepare("INSERT OR REPLACE INTO export_profile VALUES (?1, ?2, ?3)")
      .bind(profile.name, content, profile_fingerprint(profile.name, content))
      .run();
}

bool delete_export_profile(Database& database, const std::string& name) {
  Statement removed = database.prepare("DELETE FROM export_profile WHERE name = ?1 RETURNING name");
  removed.bind(name);
  return removed.step();
}

void purge_from_profiles(Database& database, const DocumentKey& document) {
  for (ExportProfile& profile : read_export_profiles(database)) {
    if (profile.choice.documents.erase(document) == 0) continue;
    if (profile.choice.documents.empty()) {
      delete_export_profile(database, profile.name);
    } else {
      write_export_profile(database, profile);
    }
  }
}

PseudonymTable read_pseudonyms(Database& database) {
  Statement sum = database.prepare("SELECT entries, fingerprint FROM pseudonym_sum WHERE id = 1");
  if (!sum.step()) throw damaged_pseudonyms(database);
  std::vector<Pseudonym> entries;
  Statement rows = database.prepare("SELECT surface, label, number FROM pseudonym ORDER BY position");
  while (rows.step()) {
    entries.push_back({std::string(rows.text(0)), std::string(rows.text(1)), rows.number<int>(2)});
  }
  PseudonymTable table(entries);
  const auto count = static_cast<std::int64_t>(table.entries().size());
  if (count != sum.integer(0) || fingerprint_of(table) != sum.integer(1)) throw damaged_pseudonyms(database);
  return table;
}

void write_pseudonyms(Database& database, const PseudonymTable& table) {
  database.execute("DELETE FROM pseudonym");
  std::int64_t position = 0;
  for (const Pseudonym& entry : table.entries()) {
    database.prepare("INSERT INTO pseudonym VALUES (?1, ?2, ?3, ?4)")
        .bind(++position, entry.surface, entry.label, std::int64_t{entry.number})
        .run();
  }
  database.prepare("INSERT OR REPLACE INTO pseudonym_sum VALUES (1, ?1, ?2)")
      .bind(position, fingerprint_of(table))
      .run();
}

void purge_from_pseudonyms(Database& database) {
  const PseudonymTable table = read_pseudonyms(database);
  SurfaceTraces traces;
  for (const Pseudonym& entry : table.entries()) {
    if (entry.surface != stand_in_of(entry)) traces.look_for(entry.surface);
  }
  {
    Statement texts = database.prepare("SELECT utf8 FROM document_text");
    while (!traces.missing().empty() && texts.step()) traces.look_through(texts.text(0));
  }
  if (traces.missing().empty()) return;
  std::vector<Pseudonym> entries = table.entries();
  for (Pseudonym& entry : entries) {
    if (traces.missing().count(entry.surface) != 0) entry.surface = stand_in_of(entry);
  }
  write_pseudonyms(database, PseudonymTable(entries));
}

}  // namespace mitjul
