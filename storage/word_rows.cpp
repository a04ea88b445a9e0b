#include "storage/word_rows.h"

#include "core/error.h"
#include "core/fingerprint.h"

namespace mitjul {
namespace {

std::int64_t fingerprint_of(const ProjectSettings& settings) {
  Fingerprint print;
  print.add(std::uint64_t{settings.suggestions ? 1U : 0U}).add(std::uint64_t{settings.particle_inside ? 1U : 0U});
  // Version 2 had none: what it wrote still holds.
  if (!settings.schema_owner.empty()) print.add(settings.schema_owner.view());
  return static_cast<std::int64_t>(print.value());
}

}  // namespace

ProjectSettings read_settings(Database& database) {
  Statement row =
      database.prepare("SELECT suggestions, particle_inside, schema_owner, fingerprint FROM settings WHERE id = 1");
  if (row.step()) {
    const ProjectSettings settings{row.integer(0) != 0, row.integer(1) != 0,
                                   AnnotatorKey::parse(row.text(2)).value_or(AnnotatorKey())};
    if (settings.schema_owner.view() == row.text(2) && fingerprint_of(settings) == row.integer(3)) return settings;
  }
  throw Error(ErrorKind::Damaged, database.path(), "settings");
}

void write_settings(Database& database, const ProjectSettings& settings) {
  database
      .prepare(
          "INSERT OR REPLACE INTO settings (id, suggestions, particle_inside, schema_owner, fingerprint)"
          " VALUES (1, ?1, ?2, ?3, ?4)")
      .bind(settings.suggestions, settings.particle_inside, settings.schema_owner.view(), fingerprint_of(settings))
      .run();
}

GazetteerSum read_gazetteer_sum(Database& database) {
  Statement row = database.prepare("SELECT entries, fingerprint FROM gazetteer_sum WHERE id = 1");
  if (!row.step()) throw Error(ErrorKind::Damaged, database.path(), "word list");
  return {row.integer(0), static_cast<std::uint64_t>(row.integer(1))};
}

void write_gazetteer_sum(Database& database, const GazetteerSum& sum) {
  database.prepare("INSERT OR REPLACE INTO gazetteer_sum VALUES (1, ?1, ?2)")
      .bind(sum.entries, static_cast<std::int64_t>(sum.fingerprint))
      .run();
}

GazetteerEntries read_gazetteer(Database& database) {
  GazetteerEntries gazetteer;
  Statement rows = database.prepare("SELECT word, label FROM gazetteer ORDER BY word, label");
  while (rows.step()) {
    gazetteer.insert(gazetteer.end(), {std::string(rows.text(0)), std::string(rows.text(1))});
  }
  if (sum_of(gazetteer) == read_gazetteer_sum(database)) return gazetteer;
  throw Error(ErrorKind::Damaged, database.path(), "word list");
}

void write_gazetteer_change(Database& database, const GazetteerChange& change) {
  GazetteerSum sum = read_gazetteer_sum(database);
  for (const GazetteerEntry& entry : change.removed) {
    database.prepare("DELETE FROM gazetteer WHERE word = ?1 AND label = ?2").bind(entry.word, entry.label).run();
    sum.remove(entry);
  }
  for (const GazetteerEntry& entry : change.added) {
    database.prepare("INSERT INTO gazetteer VALUES (?1, ?2)").bind(entry.word, entry.label).run();
    sum.add(entry);
  }
  write_gazetteer_sum(database, sum);
}

}  // namespace mitjul
