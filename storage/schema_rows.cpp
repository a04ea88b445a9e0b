#include "storage/schema_rows.h"

#include <algorithm>
#include <stdexcept>

#include "core/error.h"
#include "core/fingerprint.h"
#include "storage/schema_json.h"

namespace mitjul {
namespace {

Schema read_row(Database& database, std::int64_t row) {
  Statement found = database.prepare("SELECT content, fingerprint FROM schema_version WHERE version = ?1");
  found.bind(row);
  try {
    if (found.step() && schema_fingerprint(found.text(0)) == found.integer(1)) return schema_from_json(found.text(0));
  } catch (const std::invalid_argument&) {
    throw Error(ErrorKind::Damaged, database.path(), "schema");
  }
  throw Error(ErrorKind::Damaged, database.path(), "schema");
}

std::int64_t row_in_force(Database& database) {
  return database.integer("SELECT CAST(value AS INTEGER) FROM project WHERE key = 'schema_version'");
}

/// Where a draft is written: over the draft in force, or behind all that is there.
std::int64_t draft_row(Database& database) {
  const std::int64_t present = row_in_force(database);
  if (present != 0 && read_row(database, present).draft) return present;
  return database.integer("SELECT max(version) + 1 FROM schema_version");
}

}  // namespace

void store_schema(Database& database, const Schema& schema) {
  const std::string content = to_json(schema);
  const std::int64_t row = schema.draft ? draft_row(database) : schema.version;
  database.prepare("INSERT OR REPLACE INTO schema_version VALUES (?1, ?2, ?3)")
      .bind(row, content, schema_fingerprint(content))
      .run();
  database.prepare("INSERT OR REPLACE INTO project VALUES ('schema_version', ?1)").bind(std::to_string(row)).run();
}

Schema read_schema(Database& database) { return read_row(database, row_in_force(database)); }

Schema read_last_published(Database& database) {
  Schema schema = read_schema(database);
  return schema.draft ? read_row(database, schema.version) : schema;
}

std::optional<Schema> read_schema_version(Database& database, int version) {
  Statement known = database.prepare("SELECT count(*) FROM schema_version WHERE version = ?1");
  known.bind(version);
  if (!known.step() || known.integer(0) == 0) return std::nullopt;
  Schema schema = read_row(database, version);
  // The row of a draft bears a number that is no version yet.
  if (schema.draft) return std::nullopt;
  return schema;
}

int free_schema_version(Database& database, int wanted) {
  const std::int64_t present = row_in_force(database);
  // The draft's row is taken by the version that is made of it.
  const std::int64_t draft = read_row(database, present).draft ? present : 0;
  Statement known = database.prepare(
      "SELECT coalesce(max(version), 0), coalesce(sum(version = ?1), 0) FROM schema_version WHERE version <> ?2");
  known.bind(wanted, draft);
  known.step();
  return wanted > 0 && known.integer(1) == 0 ? wanted : static_cast<int>(known.integer(0)) + 1;
}

std::vector<SchemaProposal> read_proposals(Database& database) {
  std::vector<SchemaProposal> proposals;
  Statement rows = database.prepare("SELECT number, content, fingerprint FROM schema_proposal ORDER BY number");
  while (rows.step()) {
    const auto damaged = [&] {
      return Error(ErrorKind::Damaged, database.path(), "proposal " + std::to_string(rows.integer(0)));
    };
    if (schema_fingerprint(rows.text(1)) != rows.integer(2)) throw damaged();
    try {
      proposals.push_back(proposal_from_json(rows.text(1)));
    } catch (const std::invalid_argument&) {
      throw damaged();
    }
    if (proposals.back().number != rows.integer(0)) throw damaged();
  }
  return proposals;
}

void write_proposal_change(Database& database, const ProposalChange& change) {
  if (!change.after) {
    database.prepare("DELETE FROM schema_proposal WHERE number = ?1").bind(change.number).run();
    return;
  }
  const std::string content = to_json(*change.after);
  database.prepare("INSERT OR REPLACE INTO schema_proposal VALUES (?1, ?2, ?3)")
      .bind(change.number, content, schema_fingerprint(content))
      .run();
  if (change.number < free_proposal_number(database)) return;
  database.prepare("INSERT OR REPLACE INTO project VALUES ('last_proposal', ?1)")
      .bind(std::to_string(change.number))
      .run();
}

std::int64_t free_proposal_number(Database& database) {
  return 1 +
         database.integer("SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM project WHERE key = 'last_proposal'");
}

std::int64_t schema_fingerprint(std::string_view content) {
  return static_cast<std::int64_t>(Fingerprint().add(content).value());
}

std::vector<SchemaUse> read_schema_uses(Database& database) {
  std::vector<SchemaUse> uses;
  Statement rows = database.prepare(
      "SELECT label, kind, '', '', '', count(*) FROM annotation GROUP BY label, kind"
      " UNION ALL SELECT a.label, a.kind, v.attribute, v.value, '', count(*) FROM attribute v"
      " JOIN annotation a USING (document, annotator, number) GROUP BY a.label, a.kind, v.attribute, v.value"
      " UNION ALL SELECT a.label, a.kind, '', '', g.role, count(*) FROM argument g"
      " JOIN annotation a USING (document, annotator, number) GROUP BY a.label, a.kind, g.role");
  while (rows.step()) {
    uses.push_back({std::string(rows.text(0)), parse_label_kind(rows.text(1)).value_or(LabelKind::Span),
                    std::string(rows.text(2)), std::string(rows.text(3)), std::string(rows.text(4)), rows.integer(5)});
  }
  return uses;
}

std::vector<DocumentKey> read_documents_with(Database& database, const std::set<std::string>& labels) {
  std::set<std::pair<std::int64_t, DocumentKey>> documents;
  Statement rows =
      database.prepare("SELECT DISTINCT d.id, d.key, a.label FROM annotation a JOIN document d ON d.id = a.document");
  while (rows.step()) {
    const auto key = DocumentKey::parse(rows.text(1));
    if (key && labels.count(std::string(rows.text(2))) != 0) documents.emplace(rows.integer(0), *key);
  }
  std::vector<DocumentKey> keys;
  for (const auto& [row, key] : documents) keys.push_back(key);
  return keys;
}

}  // namespace mitjul
