#include <algorithm>

#include "core/error.h"
#include "core/presets.h"
#include "storage/salvage.h"
#include "storage/salvage_log.h"
#include "storage/schema_json.h"
#include "storage/schema_rows.h"

namespace mitjul {
namespace {

using State = RecoveryLoss::State;

constexpr std::int64_t kMostVersions = 1000000;

std::int64_t row_in_force(Database& database) {
  return database.integer("SELECT CAST(value AS INTEGER) FROM project WHERE key = 'schema_version'");
}

void put_in_force(Database& database, std::int64_t row) {
  database.prepare("INSERT OR REPLACE INTO project VALUES ('schema_version', ?1)").bind(std::to_string(row)).run();
}

void write_row(Database& database, std::int64_t row, const Schema& schema) {
  const std::string content = to_json(schema);
  database.prepare("INSERT OR REPLACE INTO schema_version VALUES (?1, ?2, ?3)")
      .bind(row, content, schema_fingerprint(content))
      .run();
}

/// Takes out the versions that do not fit their fingerprints; their numbers.
std::vector<std::int64_t> remove_damaged(Database& database) {
  std::vector<std::int64_t> damaged;
  {
    Statement rows = database.prepare("SELECT version, content, fingerprint FROM schema_version");
    while (rows.step()) {
      if (schema_fingerprint(rows.text(1)) != rows.integer(2)) damaged.push_back(rows.integer(0));
    }
  }
  for (const std::int64_t row : damaged) {
    database.prepare("DELETE FROM schema_version WHERE version = ?1").bind(row).run();
  }
  return damaged;
}

/// The version that the log knows last, with those before it put where rows are missing.
std::optional<Schema> take_logged(Database& database, std::vector<std::int64_t>& missing) {
  std::map<int, Schema> published;
  std::optional<Schema> last;
  for_each_logged(database, "schema", [&](std::string_view, std::string_view before, std::string_view after) {
    for (const std::string_view side : {before, after}) {
      last = schema_from_json(side);
      if (!last->draft) published[last->version] = *last;
    }
  });
  for (const auto& [version, schema] : published) {
    Statement known = database.prepare("SELECT count(*) FROM schema_version WHERE version = ?1");
    known.bind(version);
    if (known.step() && known.integer(0) != 0) continue;
    write_row(database, version, schema);
    missing.erase(std::remove(missing.begin(), missing.end(), version), missing.end());
  }
  return last;
}

Label* find_label(Schema& schema, const std::string& id) {
  const auto found =
      std::find_if(schema.labels.begin(), schema.labels.end(), [&](const Label& label) { return label.id == id; });
  return found != schema.labels.end() && !id.empty() ? &*found : nullptr;
}

/// The label's attribute, or the one of a label above it, made where there is none.
Attribute& attribute_of(Schema& schema, Label& label, const std::string& id) {
  for (Label* at = &label; at != nullptr; at = find_label(schema, at->parent)) {
    for (Attribute& attribute : at->attributes) {
      if (attribute.id == id) return attribute;
    }
  }
  return label.attributes.emplace_back(Attribute{id, id, AttributeType::Text, false, "", {}, {}});
}

/// Whether an annotation has several values of it.
bool has_several(Database& database, const std::string& attribute) {
  Statement found = database.prepare("SELECT count(*) FROM attribute WHERE attribute = ?1 AND position > 0");
  found.bind(attribute);
  return found.step() && found.integer(0) != 0;
}

void add_use(Database& database, Schema& schema, const SchemaUse& use) {
  if (!is_schema_id(use.label)) return;
  Label* label = find_label(schema, use.label);
  if (label == nullptr) {
    label = &schema.labels.emplace_back();
    label->id = use.label;
    label->name = use.label;
    label->kind = use.kind;
  }
  if (!use.role.empty()) {
    const bool known =
        std::any_of(label->roles.begin(), label->roles.end(), [&](const Role& role) { return role.id == use.role; });
    if (!known) label->roles.push_back({use.role, use.role, {}});
  }
  if (use.attribute.empty()) return;
  Attribute& attribute = attribute_of(schema, *label, use.attribute);
  if (attribute.type == AttributeType::Text && has_several(database, use.attribute)) {
    attribute.type = AttributeType::Choices;
  }
  if (attribute.type != AttributeType::Choice && attribute.type != AttributeType::Choices) return;
  const bool known = std::any_of(attribute.values.begin(), attribute.values.end(),
                                 [&](const AttributeValue& value) { return value.id == use.value; });
  if (!known) attribute.values.push_back({use.value, use.value});
}

Schema with_uses(Database& database, Schema schema, const std::vector<SchemaUse>& uses) {
  // Labels first, then what they have.
  for (const SchemaUse& use : uses) add_use(database, schema, use);
  return schema;
}

/// The preset that has all that is used, or else what is used alone.
Schema made_up(Database& database) {
  const std::vector<SchemaUse> uses = read_schema_uses(database);
  for (const Preset& preset : presets()) {
    if (with_uses(database, preset.schema, uses) == preset.schema) return preset.schema;
  }
  Schema schema;
  schema.name = "recovered";
  return with_uses(database, std::move(schema), uses);
}

}  // namespace

void mend_schema(Salvage& salvage) {
  Database& database = salvage.database;
  std::vector<std::int64_t> missing = remove_damaged(database);
  const std::int64_t in_force = row_in_force(database);
  const auto has_row = [&](std::int64_t row) {
    Statement known = database.prepare("SELECT count(*) FROM schema_version WHERE version = ?1");
    known.bind(row);
    return known.step() && known.integer(0) != 0;
  };
  const bool whole = missing.empty() && salvage.is_whole("schema_version") && in_force != 0 && has_row(in_force);
  salvage.schema_is_whole = in_force != 0 && has_row(in_force);
  if (whole) return;
  const std::optional<Schema> logged = take_logged(database, missing);
  if (in_force != 0 && has_row(in_force)) {
    salvage.schema_is_whole = true;
  } else if (logged && salvage.log_is_whole) {
    // Behind all the others, as drafts are kept, or in its own place.
    const std::int64_t row =
        logged->draft ? std::max<std::int64_t>(in_force, logged->version + 1) : std::int64_t{logged->version};
    write_row(database, row, *logged);
    put_in_force(database, row);
    missing.erase(std::remove(missing.begin(), missing.end(), row), missing.end());
    salvage.schema_is_whole = true;
  } else if (const std::int64_t last = database.integer("SELECT max(version) FROM schema_version"); last != 0) {
    put_in_force(database, last);
    salvage.schema_is_whole = in_force == 0 && missing.empty() && salvage.is_whole("schema_version");
  }
  const std::int64_t present = salvage.schema_is_whole ? row_in_force(database) : 0;
  for (const std::int64_t row : missing) {
    if (row != present) salvage.lose({"schema", State::Lost, "", std::to_string(row)});
  }
  if (!salvage.is_whole("schema_version") && !(salvage.schema_is_whole && salvage.log_is_whole)) {
    salvage.lose({"schema", State::Unknown});
  }
}

void complete_schema(Salvage& salvage) {
  Database& database = salvage.database;
  const std::int64_t rows = database.integer("SELECT count(*) FROM schema_version");
  const auto lost = std::count_if(salvage.report.losses.begin(), salvage.report.losses.end(),
                                  [](const RecoveryLoss& l) { return l.kind == "schema" && l.state == State::Lost; });
  salvage.report.count("schemas", rows, lost + (rows == 0 && lost == 0 ? 1 : 0));
  if (salvage.schema_is_whole) return;
  if (rows == 0) {
    Schema schema = made_up(database);
    // No version is given to two schemas.
    const std::int64_t used = database.integer("SELECT max(schema_version) FROM annotation");
    schema.version =
        static_cast<int>(std::clamp<std::int64_t>(std::max(row_in_force(database), used), 1, kMostVersions));
    write_row(database, schema.version, schema);
    put_in_force(database, schema.version);
    salvage.lose({"schema", State::Part, "", schema.name});
    return;
  }
  Schema schema = read_schema(database);
  Schema completed = with_uses(database, schema, read_schema_uses(database));
  if (!(completed == schema)) write_row(database, row_in_force(database), completed);
  salvage.lose({"schema", State::Part, "", schema.name + " " + std::to_string(schema.version)});
}

}  // namespace mitjul
