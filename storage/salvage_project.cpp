#include <algorithm>
#include <stdexcept>

#include "core/error.h"
#include "core/utf8.h"
#include "storage/export_rows.h"
#include "storage/json_values.h"
#include "storage/project_transaction.h"
#include "storage/salvage.h"
#include "storage/salvage_log.h"
#include "storage/schema_json.h"
#include "storage/schema_rows.h"
#include "storage/word_rows.h"

namespace mitjul {
namespace {

using State = RecoveryLoss::State;

/// What `read` gives; nothing where it is damaged.
template <class Read>
auto undamaged(Read read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Damaged) throw;
    return std::nullopt;
  }
}

void mend_created(Salvage& salvage, Time time) {
  Database& database = salvage.database;
  const auto known = parse_time(database.text("SELECT value FROM project WHERE key = 'created'"));
  if (known) return;
  const std::int64_t first = database.integer("SELECT min(time) FROM edit");
  const Time made = first != 0 ? Time(std::chrono::seconds(first)) : time;
  database.prepare("INSERT OR REPLACE INTO project VALUES ('created', ?1)").bind(to_string(made)).run();
  salvage.lose({"created", State::Part, "", to_string(made)});
}

void mend_project_settings(Salvage& salvage) {
  Database& database = salvage.database;
  const bool known = undamaged([&] { return read_settings(database); }).has_value();
  if (known) {
    salvage.report.count("settings", 1, 0);
    return;
  }
  ProjectSettings settings;
  bool logged = false;
  for_each_logged(database, "settings", [&](std::string_view, std::string_view, std::string_view after) {
    settings = settings_from_json(after);
    logged = true;
  });
  write_settings(database, settings);
  const bool lost = salvage.has("settings") && !salvage.log_is_whole;
  salvage.report.count("settings", lost && !logged ? 0 : 1, lost && !logged ? 1 : 0);
  if (lost) salvage.lose({"settings", logged ? State::Part : State::Lost});
}

void mend_proposals(Salvage& salvage) {
  Database& database = salvage.database;
  std::map<std::int64_t, std::string> rows;
  std::set<std::int64_t> damaged;
  {
    Statement found = database.prepare("SELECT number, content, fingerprint FROM schema_proposal");
    while (found.step()) {
      if (schema_fingerprint(found.text(1)) == found.integer(2)) {
        rows.emplace(found.integer(0), found.text(1));
      } else {
        damaged.insert(found.integer(0));
      }
    }
  }
  std::map<std::int64_t, std::optional<SchemaProposal>> logged;
  for_each_logged(database, "proposal", [&](std::string_view, std::string_view before, std::string_view after) {
    const std::int64_t number = proposal_from_json(after.empty() ? before : after).number;
    logged[number] = after.empty() ? std::nullopt : std::optional(proposal_from_json(after));
  });
  std::int64_t highest = free_proposal_number(database) - 1;
  for (const auto& [number, proposal] : logged) {
    highest = std::max(highest, number);
    if (!proposal || rows.count(number) != 0) continue;
    if (damaged.count(number) == 0 && salvage.is_whole("schema_proposal")) continue;
    rows.emplace(number, to_json(*proposal));
    if (!salvage.log_is_whole) salvage.lose({"proposal", State::Part, "", std::to_string(number)});
  }
  database.execute("DELETE FROM schema_proposal");
  for (const auto& [number, content] : rows) {
    highest = std::max(highest, number);
    damaged.erase(number);
    database.prepare("INSERT INTO schema_proposal VALUES (?1, ?2, ?3)")
        .bind(number, content, schema_fingerprint(content))
        .run();
  }
  for (const std::int64_t number : damaged) salvage.lose({"proposal", State::Lost, "", std::to_string(number)});
  if (highest > 0) {
    database.prepare("INSERT OR REPLACE INTO project VALUES ('last_proposal', ?1)").bind(std::to_string(highest)).run();
  }
  if (!salvage.is_whole("schema_proposal") && !salvage.log_is_whole) salvage.lose({"proposal", State::Unknown});
  salvage.report.count("proposals", static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(damaged.size()));
}

void mend_words(Salvage& salvage) {
  Database& database = salvage.database;
  if (const auto whole = undamaged([&] { return read_gazetteer(database); })) {
    salvage.report.count("words", static_cast<std::int64_t>(whole->size()), 0);
    return;
  }
  GazetteerEntries rows;
  {
    Statement found = database.prepare("SELECT word, label FROM gazetteer");
    while (found.step()) {
      if (is_gazetteer_word(found.text(0))) rows.insert({std::string(found.text(0)), std::string(found.text(1))});
    }
  }
  GazetteerEntries logged;
  for_each_logged(database, "gazetteer", [&](std::string_view, std::string_view before, std::string_view after) {
    for (const GazetteerEntry& entry : words_from_json(before)) logged.erase(entry);
    for (const GazetteerEntry& entry : words_from_json(after)) logged.insert(entry);
  });
  const auto stored = undamaged([&] { return read_gazetteer_sum(database); });
  GazetteerEntries words;
  for (const GazetteerEntries* const candidate : {&logged, &rows}) {
    if (stored && sum_of(*candidate) == *stored) words = *candidate;
  }
  bool proven = !words.empty() || (stored && stored->entries == 0) || !salvage.has("gazetteer");
  if (!proven && salvage.log_is_whole) {
    words = logged;
    proven = true;
  }
  if (!proven) {
    words = rows;
    words.insert(logged.begin(), logged.end());
  }
  database.execute("DELETE FROM gazetteer");
  write_gazetteer_sum(database, {});
  write_gazetteer_change(database, {{}, {words.begin(), words.end()}});
  const auto saved = static_cast<std::int64_t>(words.size());
  const std::int64_t lost = proven || !stored ? 0 : std::max<std::int64_t>(0, stored->entries - saved);
  salvage.report.count("words", saved, lost);
  if (!proven) salvage.lose({"words", stored ? State::Part : State::Unknown});
}

void mend_profiles(Salvage& salvage) {
  Database& database = salvage.database;
  std::vector<std::string> damaged;
  {
    Statement rows = database.prepare("SELECT name, content, fingerprint FROM export_profile");
    while (rows.step()) {
      if (profile_fingerprint(rows.text(0), rows.text(1)) != rows.integer(2)) damaged.emplace_back(rows.text(0));
    }
  }
  for (const std::string& name : damaged) {
    delete_export_profile(database, name);
    salvage.lose({"profile", State::Lost, "", name});
  }
  if (!salvage.is_whole("export_profile")) salvage.lose({"profile", State::Unknown});
  salvage.report.count("profiles", database.integer("SELECT count(*) FROM export_profile"),
                       static_cast<std::int64_t>(damaged.size()));
}

void mend_pseudonyms(Salvage& salvage) {
  Database& database = salvage.database;
  if (const auto whole = undamaged([&] { return read_pseudonyms(database); })) {
    salvage.report.count("pseudonyms", static_cast<std::int64_t>(whole->entries().size()), 0);
    return;
  }
  std::vector<Pseudonym> rows;
  {
    Statement found = database.prepare("SELECT surface, label, number FROM pseudonym ORDER BY position");
    while (found.step()) {
      Pseudonym entry{std::string(found.text(0)), std::string(found.text(1)), found.number<int>(2)};
      if (entry.number > 0 && is_clean_text(entry.surface) && is_clean_text(entry.label)) rows.push_back(entry);
    }
  }
  const std::int64_t stored = database.integer("SELECT entries FROM pseudonym_sum WHERE id = 1");
  PseudonymTable table(rows);
  const auto saved = static_cast<std::int64_t>(table.entries().size());
  // The stand-ins of those that are lost must be given to nobody else.
  std::map<std::string, int> highest;
  for (const Pseudonym& entry : rows) highest[entry.label] = std::max(highest[entry.label], entry.number);
  for (const auto& [label, last] : highest) {
    for (int number = table.free_number(label); number < last; number = table.free_number(label)) {
      table.put({stand_in_of({"", label, number}), label, number});
    }
  }
  write_pseudonyms(database, table);
  salvage.report.count("pseudonyms", saved, std::max<std::int64_t>(0, stored - saved));
  if (salvage.has("pseudonym")) salvage.lose({"pseudonyms", saved == 0 ? State::Lost : State::Part});
}

}  // namespace

void mend_settings(Salvage& salvage, Time time) {
  mend_created(salvage, time);
  mend_project_settings(salvage);
  mend_proposals(salvage);
}

void mend_lists(Salvage& salvage) {
  mend_words(salvage);
  mend_profiles(salvage);
  mend_pseudonyms(salvage);
}

void mend_annotators(Salvage& salvage) {
  Database& database = salvage.database;
  std::map<std::string, std::string, std::less<>> logged;  // names by key
  for_each_logged(database, "annotator", [&](std::string_view key, std::string_view, std::string_view after) {
    logged[std::string(key)] = name_from_json(after);
  });
  std::vector<Annotator> changed;
  std::int64_t saved = 0;
  {
    Statement rows = database.prepare("SELECT key, name, imported, fingerprint FROM annotator");
    while (rows.step()) {
      const Annotator annotator{*AnnotatorKey::parse(rows.text(0)), std::string(rows.text(1)), rows.integer(2) != 0};
      ++saved;
      if (annotator_fingerprint(annotator) != rows.integer(3)) changed.push_back(annotator);
    }
  }
  for (Annotator& annotator : changed) {
    const auto known = logged.find(annotator.key.view());
    if (known != logged.end()) annotator.name = known->second;
    database.prepare("UPDATE annotator SET name = ?2, imported = ?3, fingerprint = ?4 WHERE key = ?1")
        .bind(annotator.key.view(), annotator.name, annotator.imported, annotator_fingerprint(annotator))
        .run();
    salvage.lose({"annotator", State::Part, "", annotator.name});
  }
  std::vector<std::string> unknown;
  {
    Statement keys = database.prepare(
        "SELECT annotator FROM annotation_set UNION SELECT annotator FROM edit EXCEPT SELECT key FROM annotator");
    while (keys.step()) unknown.emplace_back(keys.text(0));
  }
  std::int64_t without_name = 0;
  for (const std::string& key : unknown) {
    const auto parsed = AnnotatorKey::parse(key);
    if (!parsed) continue;
    const auto known = logged.find(key);
    insert_annotator(database, {*parsed, known != logged.end() ? known->second : key, false});
    ++without_name;
    salvage.lose({"annotator", State::Part, "", key});
  }
  if (!salvage.is_whole("annotator")) salvage.lose({"annotator", State::Unknown});
  if (saved + without_name == 0) insert_annotator(database, {AnnotatorKey::generate(), "annotator01", false});
  salvage.report.count("annotators", saved + without_name, 0);
}

}  // namespace mitjul
