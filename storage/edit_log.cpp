#include "storage/edit_log.h"

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "core/error.h"
#include "core/fingerprint.h"
#include "core/names.h"
#include "storage/json_values.h"
#include "storage/schema_json.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 5> kKinds{"do", "undo", "redo", "import", "purge"};

std::string state_to_json(SetState state) { return nlohmann::json{{"v", 1}, {"state", to_string(state)}}.dump(); }

SetState state_from_json(std::string_view text) {
  const auto value = nlohmann::json::parse(text, nullptr, false);
  const bool legible = value.is_object() && value.contains("state") && value["state"].is_string();
  const auto state = legible ? parse_set_state(value["state"].get<std::string>()) : std::nullopt;
  if (!state) throw std::invalid_argument("state");
  return *state;
}

template <class Value>
std::optional<std::string> json_of(const std::optional<Value>& value) {
  return value ? std::optional(to_json(*value)) : std::nullopt;
}

void set_stacks(Database& database, const AnnotatorKey& annotator, EditNumber undo, EditNumber redo) {
  database.prepare("INSERT OR REPLACE INTO undo_state VALUES (?1, ?2, ?3)").bind(annotator.view(), undo, redo).run();
}

struct Stacks {
  EditNumber undo = 0;
  EditNumber redo = 0;
};

Stacks stacks_of(Database& database, const AnnotatorKey& annotator) {
  Statement state = database.prepare("SELECT undo_top, redo_top FROM undo_state WHERE annotator = ?1");
  state.bind(annotator.view());
  if (!state.step()) return {};
  return {state.integer(0), state.integer(1)};
}

struct Links {
  EditNumber target = 0;
  EditNumber undo_below = 0;
  EditNumber redo_below = 0;
};

Links links_of(Database& database, EditNumber number) {
  Statement edit = database.prepare("SELECT target, undo_below, redo_below FROM edit WHERE number = ?1");
  edit.bind(number);
  if (!edit.step()) return {};
  return {edit.integer(0), edit.integer(1), edit.integer(2)};
}

std::uint64_t seal(std::uint64_t chain, const EditHeader& header, const Links& links) {
  return Fingerprint()
      .add(chain)
      .add(std::optional<Time>(header.time))
      .add(header.annotator.view())
      .add(header.name)
      .add(to_string(header.kind))
      .add(static_cast<std::uint64_t>(header.target))
      .add(static_cast<std::uint64_t>(links.undo_below))
      .add(static_cast<std::uint64_t>(links.redo_below))
      .value();
}

std::optional<EditHeader> read_header(const Statement& row, int first) {
  const auto kind = enum_named<EditKind>(kKinds, row.text(first + 3));
  if (!kind) return std::nullopt;
  return EditHeader{std::string(row.text(first + 2)), AnnotatorKey::parse(row.text(first + 1)).value_or(AnnotatorKey()),
                    Time(std::chrono::seconds(row.integer(first))), *kind, row.integer(first + 4)};
}

}  // namespace

/// A row of `change`; the texts are somebody else's.
struct LogEntry::Row {
  std::string_view kind;
  std::optional<std::int64_t> document;
  AnnotatorKey annotator;
  bool curated = false;
  std::optional<std::string_view> before;
  std::optional<std::string_view> after;

  std::uint64_t chain(std::uint64_t previous) const {
    Fingerprint print;
    print.add(previous).add(kind).add(static_cast<std::uint64_t>(document.value_or(0))).add(annotator.view());
    print.add(std::uint64_t{curated ? 1U : 0U});
    for (const auto* side : {&before, &after}) print.add(std::uint64_t{*side ? 1U : 0U}).add(side->value_or(""));
    return print.value();
  }
};

std::string_view to_string(EditKind kind) { return name_of(kKinds, kind); }

LogEntry::LogEntry(Database& database, EditHeader header) : database_(database), header_(std::move(header)) {
  database_
      .prepare(
          "INSERT INTO edit (time, annotator, name, kind, target, undo_below, redo_below, fingerprint)"
          " VALUES (?1, ?2, ?3, ?4, 0, 0, 0, 0)")
      .bind(static_cast<std::int64_t>(header_.time.time_since_epoch().count()), header_.annotator.view(), header_.name,
            to_string(header_.kind))
      .run();
  number_ = database_.last_row_id();
}

void LogEntry::add(const Row& row) {
  database_.prepare("INSERT INTO change VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
      .bind(number_, position_++, row.kind, row.document, row.annotator.view(), row.curated, row.before, row.after)
      .run();
  chain_ = row.chain(chain_);
}

void LogEntry::add(const Change& change, std::optional<std::int64_t> row) {
  if (const auto* annotation = std::get_if<AnnotationChange>(&change)) {
    add({"annotation", row, annotation->set.annotator, annotation->set.curated, json_of(annotation->before),
         json_of(annotation->after)});
  } else if (const auto* tags = std::get_if<RetaggingChange>(&change)) {
    add({"retag", row, tags->set.annotator, tags->set.curated, to_json(tags->before, tags->annotations),
         to_json(tags->after, {})});
  } else if (const auto* schema = std::get_if<SchemaChange>(&change)) {
    add({"schema", std::nullopt, {}, false, to_json(schema->before), to_json(schema->after)});
  } else if (const auto* state = std::get_if<SetStateChange>(&change)) {
    add({"state", row, state->set.annotator, state->set.curated, state_to_json(state->before),
         state_to_json(state->after)});
  } else if (const auto* settings = std::get_if<SettingsChange>(&change)) {
    add({"settings", std::nullopt, {}, false, to_json(settings->before), to_json(settings->after)});
  } else if (const auto* name = std::get_if<AnnotatorNameChange>(&change)) {
    add({"annotator", std::nullopt, name->annotator, false, name_to_json(name->before), name_to_json(name->after)});
  } else if (const auto* proposal = std::get_if<ProposalChange>(&change)) {
    add({"proposal", std::nullopt, {}, false, json_of(proposal->before), json_of(proposal->after)});
  } else if (const auto* words = std::get_if<GazetteerChange>(&change)) {
    add({"gazetteer", std::nullopt, {}, false, to_json(words->removed), to_json(words->added)});
  } else if (const auto* refusal = std::get_if<RefusalChange>(&change)) {
    const std::string value = to_json(refusal->refusal);
    const auto side = [&](bool refused) { return refused ? std::optional(value) : std::nullopt; };
    add({"refusal", row, refusal->refusal.annotator, false, side(refusal->before), side(refusal->after)});
  } else {
    const auto& document = std::get<DocumentChange>(change);
    add({"document", row, {}, false, json_of(document.before), json_of(document.after)});
  }
}

void LogEntry::add_arrival(const DocumentInfo& info, std::int64_t row) {
  add({"document", row, {}, false, std::nullopt, to_json(info)});
}

void LogEntry::add_arrival(const AnnotationSet& set, std::int64_t row) {
  const nlohmann::json after{
      {"v", 1}, {"state", to_string(set.state())}, {"annotations", set.size()}, {"fingerprint", set.fingerprint()}};
  add({"set", row, set.key().annotator, set.key().curated, std::nullopt, after.dump()});
}

void LogEntry::finish() {
  Stacks stacks = stacks_of(database_, header_.annotator);
  const EditNumber undo_below = header_.kind == EditKind::Do ? stacks.undo : 0;
  const EditNumber redo_below = header_.kind == EditKind::Undo ? stacks.redo : 0;
  switch (header_.kind) {
    case EditKind::Do: stacks = {number_, 0}; break;
    case EditKind::Undo: stacks = {links_of(database_, header_.target).undo_below, number_}; break;
    case EditKind::Redo: stacks = {header_.target, links_of(database_, stacks.redo).redo_below}; break;
    case EditKind::Import: stacks.redo = 0; break;
    case EditKind::Purge: break;
  }
  database_.prepare("UPDATE edit SET target = ?2, undo_below = ?3, redo_below = ?4, fingerprint = ?5 WHERE number = ?1")
      .bind(number_, header_.target, undo_below, redo_below,
            static_cast<std::int64_t>(seal(chain_, header_, {header_.target, undo_below, redo_below})))
      .run();
  set_stacks(database_, header_.annotator, stacks.undo, stacks.redo);
}

EditNumber undo_top(Database& database, const AnnotatorKey& annotator) { return stacks_of(database, annotator).undo; }

EditNumber redo_target(Database& database, const AnnotatorKey& annotator) {
  // The stack of what can be redone holds the edits that undid it.
  const EditNumber undone_by = stacks_of(database, annotator).redo;
  return undone_by == 0 ? 0 : links_of(database, undone_by).target;
}

namespace {

/// Calls `use(row, document key)` for the changes of an edit in their order and returns the fingerprint they make.
template <class Use>
std::uint64_t for_each_change(Database& database, EditNumber number, const EditHeader& header, Use use) {
  Statement changes = database.prepare(
      "SELECT c.kind, c.document, c.annotator, c.curated, c.before, c.after, d.key FROM change c"
      " LEFT JOIN document d ON d.id = c.document WHERE c.edit = ?1 ORDER BY c.position");
  changes.bind(number);
  std::uint64_t chain = 0;
  while (changes.step()) {
    const auto text = [&](int column) {
      return changes.is_null(column) ? std::nullopt : std::optional(changes.text(column));
    };
    LogEntry::Row row{
        changes.text(0),         std::nullopt, AnnotatorKey::parse(changes.text(2)).value_or(AnnotatorKey()),
        changes.integer(3) != 0, text(4),      text(5)};
    if (!changes.is_null(1)) row.document = changes.integer(1);
    chain = row.chain(chain);
    use(row, DocumentKey::parse(changes.text(6)).value_or(DocumentKey()));
  }
  return seal(chain, header, links_of(database, number));
}

std::size_t count_changes(Database& database, EditNumber number) {
  Statement count = database.prepare("SELECT count(*) FROM change WHERE edit = ?1");
  count.bind(number);
  return count.step() ? count.number<std::size_t>(0) : 0;
}

std::optional<std::pair<EditHeader, std::uint64_t>> header_and_fingerprint(Database& database, EditNumber number) {
  Statement edit =
      database.prepare("SELECT time, annotator, name, kind, target, fingerprint FROM edit WHERE number = ?1");
  edit.bind(number);
  if (!edit.step()) return std::nullopt;
  auto header = read_header(edit, 0);
  if (!header) return std::nullopt;
  return std::pair(*std::move(header), static_cast<std::uint64_t>(edit.integer(5)));
}

template <class Value, class Parse>
std::optional<Value> parse_side(const std::optional<std::string_view>& side, Parse parse) {
  return side ? std::optional<Value>(parse(*side)) : std::nullopt;
}

std::optional<Change> change_from(const LogEntry::Row& row, const DocumentKey& document) {
  const SetKey set{document, row.annotator, row.curated};
  if (!row.before && !row.after) throw std::invalid_argument("change");
  if (row.kind == "annotation") {
    return AnnotationChange{set, parse_side<Annotation>(row.before, annotation_from_json),
                            parse_side<Annotation>(row.after, annotation_from_json)};
  }
  if (row.kind == "retag") {
    auto [before, annotations] = tagging_from_json(row.before.value());
    auto [after, none] = tagging_from_json(row.after.value());
    return RetaggingChange{set, std::move(annotations.empty() ? none : annotations), std::move(before),
                           std::move(after)};
  }
  if (row.kind == "schema")
    return SchemaChange{schema_from_json(row.before.value()), schema_from_json(row.after.value())};
  if (row.kind == "state") {
    return SetStateChange{set, state_from_json(row.before.value()), state_from_json(row.after.value())};
  }
  if (row.kind == "document") {
    return DocumentChange{document, parse_side<DocumentInfo>(row.before, document_info_from_json),
                          parse_side<DocumentInfo>(row.after, document_info_from_json)};
  }
  if (row.kind == "settings") {
    return SettingsChange{settings_from_json(row.before.value()), settings_from_json(row.after.value())};
  }
  if (row.kind == "annotator") {
    return AnnotatorNameChange{row.annotator, name_from_json(row.before.value()), name_from_json(row.after.value())};
  }
  if (row.kind == "proposal") {
    ProposalChange proposal{0, parse_side<SchemaProposal>(row.before, proposal_from_json),
                            parse_side<SchemaProposal>(row.after, proposal_from_json)};
    proposal.number = (proposal.after ? proposal.after : proposal.before)->number;
    return proposal;
  }
  if (row.kind == "gazetteer") {
    return GazetteerChange{words_from_json(row.before.value()), words_from_json(row.after.value())};
  }
  if (row.kind == "refusal") {
    const std::string_view value = row.after ? *row.after : *row.before;
    return RefusalChange{document, refusal_from_json(value, row.annotator), row.before.has_value(),
                         row.after.has_value()};
  }
  return std::nullopt;  // "set": part of an import, which is not undone
}

}  // namespace

Edit read_edit(Database& database, EditNumber number) {
  const auto damaged = [&] { return Error(ErrorKind::Damaged, database.path(), "edit " + std::to_string(number)); };
  const auto stored = header_and_fingerprint(database, number);
  if (!stored) throw damaged();
  Edit edit{stored->first.name, {}};
  edit.changes.reserve(count_changes(database, number));
  try {
    const std::uint64_t fingerprint =
        for_each_change(database, number, stored->first, [&](const LogEntry::Row& row, const DocumentKey& document) {
          if (auto change = change_from(row, document)) edit.changes.push_back(*std::move(change));
        });
    if (fingerprint != stored->second) throw damaged();
  } catch (const std::invalid_argument&) {
    throw damaged();
  } catch (const std::bad_optional_access&) {
    throw damaged();
  }
  return edit;
}

std::vector<LoggedEdit> read_log(Database& database, EditNumber first) {
  std::vector<LoggedEdit> log;
  {
    Statement edits = database.prepare(
        "SELECT time, annotator, name, kind, target, number FROM edit WHERE number >= ?1 ORDER BY number");
    edits.bind(first);
    while (edits.step()) {
      if (auto header = read_header(edits, 0)) log.push_back({edits.integer(5), *std::move(header), {}});
    }
  }
  Statement names = database.prepare(
      "SELECT DISTINCT c.edit, d.name FROM change c JOIN document d ON d.id = c.document WHERE c.edit >= ?1"
      " ORDER BY c.edit, d.name");
  names.bind(first);
  auto edit = log.begin();
  while (names.step()) {
    while (edit != log.end() && edit->number < names.integer(0)) ++edit;
    if (edit != log.end() && edit->number == names.integer(0)) edit->documents.emplace_back(names.text(1));
  }
  return log;
}

namespace {

/// A line of the history of an annotation as it is stored.
struct StoredLine {
  LoggedChange logged;                                // of an `annotation`
  std::optional<std::pair<Tagging, Tagging>> retags;  // of a `retag`: the annotation is known from its other lines
};

/// Gives the lines that only say what changed the annotation they are about.
std::vector<LoggedChange> completed(std::vector<StoredLine> lines,
                                    const std::function<std::optional<Annotation>()>& present) {
  // Backwards from what the annotation is now, or was when it was deleted.
  std::optional<Annotation> known;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    AnnotationChange& change = line->logged.change;
    if (line->retags && !known) known = present();
    if (line->retags && known) {
      change.after = retagged(*known, line->retags->second);
      change.before = retagged(*known, line->retags->first);
    }
    known = change.before;
  }
  std::vector<LoggedChange> history;
  for (StoredLine& line : lines) {
    if (line.logged.change.before || line.logged.change.after) history.push_back(std::move(line.logged));
  }
  return history;
}

}  // namespace

std::vector<LoggedChange> read_history(Database& database, std::int64_t row, const DocumentKey& document,
                                       const AnnotationId& id,
                                       const std::function<std::optional<Annotation>()>& present) {
  // The id stands in the JSON. What only holds the words somewhere, in a note or as the end of a relation, is sorted
  // out when it is read.
  Statement found = database.prepare(
      "SELECT e.time, e.annotator, e.name, e.kind, e.target, e.number, c.annotator, c.curated, c.before, c.after,"
      " c.kind FROM change c JOIN edit e ON e.number = c.edit WHERE c.document = ?1"
      " AND (c.kind = 'annotation' AND instr(coalesce(c.after, c.before), ?2) > 0"
      " OR c.kind = 'retag' AND (instr(c.before, ?2) > 0 OR instr(c.after, ?2) > 0)) ORDER BY c.edit, c.position");
  found.bind(row, "\"" + to_string(id) + "\"");
  std::vector<StoredLine> lines;
  while (found.step()) {
    const auto header = read_header(found, 0);
    if (!header) continue;
    LogEntry::Row stored{
        found.text(10),        row,          AnnotatorKey::parse(found.text(6)).value_or(AnnotatorKey()),
        found.integer(7) != 0, std::nullopt, std::nullopt};
    if (!found.is_null(8)) stored.before = found.text(8);
    if (!found.is_null(9)) stored.after = found.text(9);
    try {
      const auto change = change_from(stored, document);
      StoredLine line{{found.integer(5), *header, {}}, std::nullopt};
      if (const auto* const made = std::get_if<AnnotationChange>(&*change)) {
        if ((made->after ? made->after : made->before)->id != id) continue;
        line.logged.change = *made;
      } else {
        const auto& tags = std::get<RetaggingChange>(*change);
        if (std::find(tags.annotations.begin(), tags.annotations.end(), id) == tags.annotations.end()) continue;
        line.logged.change.set = tags.set;
        line.retags.emplace(tags.before, tags.after);
      }
      lines.push_back(std::move(line));
    } catch (const std::exception&) {
      throw Error(ErrorKind::Damaged, database.path(), "edit " + std::to_string(found.integer(5)));
    }
  }
  return completed(std::move(lines), present);
}

std::vector<EditNumber> damaged_edits(Database& database) {
  std::vector<EditNumber> numbers;
  {
    Statement edits = database.prepare("SELECT number FROM edit ORDER BY number");
    while (edits.step()) numbers.push_back(edits.integer(0));
  }
  std::vector<EditNumber> damaged;
  for (const EditNumber number : numbers) {
    const auto stored = header_and_fingerprint(database, number);
    const auto ignore = [](const LogEntry::Row&, const DocumentKey&) {};
    if (!stored || for_each_change(database, number, stored->first, ignore) != stored->second)
      damaged.push_back(number);
  }
  return damaged;
}

std::vector<std::string> damaged_undo_states(Database& database) {
  std::vector<std::string> annotators;
  Statement rows = database.prepare(
      "SELECT s.annotator FROM undo_state s LEFT JOIN edit u ON u.number = s.undo_top"
      " LEFT JOIN edit r ON r.number = s.redo_top"
      " WHERE (s.undo_top <> 0 AND u.kind IS NOT 'do') OR (s.redo_top <> 0 AND r.kind IS NOT 'undo')");
  while (rows.step()) annotators.emplace_back(rows.text(0));
  return annotators;
}

namespace {

/// The first of `number` and what stands below it in a stack that is not in `gone`.
EditNumber remaining(EditNumber number, const std::map<EditNumber, EditNumber>& gone) {
  for (auto link = gone.find(number); link != gone.end(); link = gone.find(number)) number = link->second;
  return number;
}

}  // namespace

void mend_log_after_purge(Database& database, const std::vector<EditNumber>& edits) {
  std::map<EditNumber, EditNumber> gone_undo;  // edit -> what stood below it
  std::map<EditNumber, EditNumber> gone_redo;
  std::set<EditNumber> changed;
  for (const EditNumber number : edits) {
    if (count_changes(database, number) > 0) {
      changed.insert(number);
    } else {
      const Links links = links_of(database, number);
      gone_undo.emplace(number, links.undo_below);
      gone_redo.emplace(number, links.redo_below);
    }
  }
  struct Linked {
    EditNumber number;
    Links links;
  };
  std::vector<Linked> linked;
  {
    Statement all = database.prepare("SELECT number, target, undo_below, redo_below FROM edit");
    while (all.step()) linked.push_back({all.integer(0), {all.integer(1), all.integer(2), all.integer(3)}});
  }
  for (const Linked& edit : linked) {
    if (gone_undo.count(edit.number) != 0) {
      database.prepare("DELETE FROM edit WHERE number = ?1").bind(edit.number).run();
      continue;
    }
    const EditNumber undo_below = remaining(edit.links.undo_below, gone_undo);
    const EditNumber redo_below = remaining(edit.links.redo_below, gone_redo);
    if (undo_below == edit.links.undo_below && redo_below == edit.links.redo_below) continue;
    database.prepare("UPDATE edit SET undo_below = ?2, redo_below = ?3 WHERE number = ?1")
        .bind(edit.number, undo_below, redo_below)
        .run();
    changed.insert(edit.number);
  }
  for (const EditNumber number : changed) {
    const auto stored = header_and_fingerprint(database, number);
    if (!stored) continue;
    const auto ignore = [](const LogEntry::Row&, const DocumentKey&) {};
    const std::uint64_t fingerprint = for_each_change(database, number, stored->first, ignore);
    database.prepare("UPDATE edit SET fingerprint = ?2 WHERE number = ?1")
        .bind(number, static_cast<std::int64_t>(fingerprint))
        .run();
  }
  std::map<AnnotatorKey, Stacks> stacks;
  {
    Statement all = database.prepare("SELECT annotator, undo_top, redo_top FROM undo_state");
    while (all.step()) {
      stacks[AnnotatorKey::parse(all.text(0)).value_or(AnnotatorKey())] = {all.integer(1), all.integer(2)};
    }
  }
  for (const auto& [annotator, tops] : stacks) {
    set_stacks(database, annotator, remaining(tops.undo, gone_undo), remaining(tops.redo, gone_redo));
  }
}

}  // namespace mitjul
