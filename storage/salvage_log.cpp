#include "storage/salvage_log.h"

#include <algorithm>

#include "storage/edit_log.h"
#include "storage/json_form.h"
#include "storage/json_values.h"
#include "storage/salvage.h"

namespace mitjul {
namespace {

/// Runs `read`; a value of the log that cannot be read, though its edit is whole, says nothing.
template <class Read>
void leniently(Read read) {
  try {
    read();
  } catch (const std::invalid_argument&) {
    return;
  }
}

SetState state_of(std::string_view text) {
  return reading(
      text, [](const json& value) { return must(parse_set_state(value.at("state").get<std::string>()), "state"); });
}

void count(LoggedSet& set, const std::optional<Annotation>& annotation, int times) {
  if (!annotation || !set.sum) return;
  set.sum->first += times;
  set.sum->second += static_cast<std::uint64_t>(times) * fingerprint(*annotation);
}

std::optional<Annotation> annotation_in(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(annotation_from_json(row.text(column)));
}

void take_annotation(const Statement& row, LoggedSet& set, LoggedDocument& document) {
  const auto before = annotation_in(row, 3);
  auto after = annotation_in(row, 4);
  if (!before && !after) return;
  const AnnotationId id = (after ? after : before)->id;
  count(set, before, -1);
  count(set, after, 1);
  document.ids.insert(id);
  set.annotations[id] = std::move(after);
}

void take_retagging(const Statement& row, LoggedSet& set, LoggedDocument& document) {
  const auto [before, ids] = tagging_from_json(row.text(3));
  const auto [after, more] = tagging_from_json(row.text(4));
  for (const AnnotationId& id : ids.empty() ? more : ids) {
    document.ids.insert(id);
    const auto known = set.annotations.find(id);
    if (known == set.annotations.end() || !known->second) {
      set.sum.reset();  // one that came in: nothing is known of it but this
      continue;
    }
    count(set, known->second, -1);
    known->second = retagged(*std::move(known->second), after);
    count(set, known->second, 1);
  }
}

void take_arrival(std::string_view after, LoggedSet& set) {
  reading(after, [&](const json& value) {
    set.state = must(parse_set_state(value.at("state").get<std::string>()), "state");
    if (!set.sum) return;
    set.sum->first += value.at("annotations").get<std::int64_t>();
    set.sum->second += value.at("fingerprint").get<std::uint64_t>();
  });
}

Descriptions read_descriptions(Statement changes) {
  Descriptions descriptions;
  while (changes.step()) {
    leniently([&] { descriptions[changes.integer(0)].push_back(document_info_from_json(changes.text(1))); });
  }
  return descriptions;
}

/// Takes an edit out of the log; its changes are put aside.
void take_out(Database& database, EditNumber number) {
  database.prepare("INSERT INTO unsealed SELECT kind, document, after FROM change WHERE edit = ?1").bind(number).run();
  database.prepare("DELETE FROM change WHERE edit = ?1").bind(number).run();
  database.prepare("DELETE FROM edit WHERE number = ?1").bind(number).run();
}

}  // namespace

LoggedDocument read_logged_document(Database& database, std::int64_t row) {
  LoggedDocument document;
  Statement changes = database.prepare(
      "SELECT kind, annotator, curated, before, after FROM change WHERE document = ?1 ORDER BY edit, position");
  changes.bind(row);
  while (changes.step()) {
    const auto annotator = AnnotatorKey::parse(changes.text(1));
    const std::string_view kind = changes.text(0);
    if (!annotator || kind == "document") continue;
    leniently([&] {
      if (kind == "refusal") {
        const bool refused = !changes.is_null(4);
        document.refusals[refusal_from_json(changes.text(refused ? 4 : 3), *annotator)] = refused;
        return;
      }
      LoggedSet& set = document.sets[{*annotator, changes.integer(2) != 0}];
      if (kind == "annotation") take_annotation(changes, set, document);
      if (kind == "retag") take_retagging(changes, set, document);
      if (kind == "state") set.state = state_of(changes.text(4));
      if (kind == "set") take_arrival(changes.text(4), set);
    });
  }
  return document;
}

std::vector<Annotation> read_unsealed(Database& database, std::int64_t row) {
  std::vector<Annotation> annotations;
  Statement found =
      database.prepare("SELECT after FROM unsealed WHERE document = ?1 AND kind = 'annotation' AND after IS NOT NULL");
  found.bind(row);
  while (found.step()) leniently([&] { annotations.push_back(annotation_from_json(found.text(0))); });
  return annotations;
}

Descriptions read_logged_descriptions(Database& database) {
  return read_descriptions(database.prepare(
      "SELECT document, after FROM change WHERE kind = 'document' AND document IS NOT NULL AND after IS NOT NULL"
      " ORDER BY edit, position"));
}

Descriptions read_unsealed_descriptions(Database& database) {
  return read_descriptions(database.prepare(
      "SELECT document, after FROM unsealed WHERE kind = 'document' AND document IS NOT NULL AND after IS NOT NULL"));
}

void for_each_logged(Database& database, std::string_view kind,
                     const std::function<void(std::string_view, std::string_view, std::string_view)>& use) {
  Statement changes =
      database.prepare("SELECT annotator, before, after FROM change WHERE kind = ?1 ORDER BY edit, position");
  changes.bind(kind);
  while (changes.step()) leniently([&] { use(changes.text(0), changes.text(1), changes.text(2)); });
}

void mend_log(Salvage& salvage) {
  Database& database = salvage.database;
  std::vector<EditNumber> lost;
  {
    Statement headless =
        database.prepare("SELECT DISTINCT edit FROM change WHERE edit NOT IN (SELECT number FROM edit) ORDER BY edit");
    while (headless.step()) lost.push_back(headless.integer(0));
  }
  const std::vector<EditNumber> damaged = damaged_edits(database);
  lost.insert(lost.end(), damaged.begin(), damaged.end());
  std::sort(lost.begin(), lost.end());
  database.execute("CREATE TEMP TABLE unsealed (kind TEXT, document INTEGER, after TEXT)");
  for (const EditNumber number : lost) {
    take_out(database, number);
    salvage.lose({"edit", RecoveryLoss::State::Lost, "", std::to_string(number)});
  }
  salvage.log_is_whole = lost.empty() && salvage.is_whole("edit") && salvage.is_whole("change");
  if (lost.empty() && !salvage.log_is_whole) salvage.lose({"edit", RecoveryLoss::State::Unknown});
}

void end_log(Salvage& salvage, Time time) {
  Database& database = salvage.database;
  if (!damaged_undo_states(database).empty() || !salvage.is_whole("undo_state")) salvage.lose({"undo"});
  const auto lost =
      std::count_if(salvage.report.losses.begin(), salvage.report.losses.end(),
                    [](const RecoveryLoss& l) { return l.kind == "edit" && l.state == RecoveryLoss::State::Lost; });
  salvage.report.count("edits", database.integer("SELECT count(*) FROM edit"), lost);
  if (salvage.report.everything()) return;
  database.execute("DELETE FROM undo_state");
  const auto annotator = AnnotatorKey::parse(database.text("SELECT key FROM annotator ORDER BY imported, position"));
  LogEntry entry(database, {"recover", annotator.value_or(AnnotatorKey()), time, EditKind::Import, 0});
  entry.finish();
}

}  // namespace mitjul
