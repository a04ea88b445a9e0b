#include "storage/project_file.h"

#include <fmt/format.h>

#include <map>
#include <stdexcept>

#include "core/error.h"
#include "core/file_io.h"
#include "storage/document_rows.h"
#include "storage/edit_log.h"
#include "storage/export_rows.h"
#include "storage/migration.h"
#include "storage/project_transaction.h"
#include "storage/purge.h"
#include "storage/review_rows.h"
#include "storage/schema_rows.h"
#include "storage/tables.h"
#include "storage/word_rows.h"

namespace mitjul {
namespace {

// A row for each set of a document, or one without a set.
constexpr std::string_view kSummaryColumns =
    "SELECT d.id, d.key, d.name, d.code_points, d.in_trash, d.sha256, s.annotator, s.curated, s.state, s.annotations"
    " FROM document d LEFT JOIN annotation_set s ON s.document = d.id";

/// Refuses what is no file, with the reason; returns the path. Only SQLite opens the file: closing any other descriptor
/// of it would give up the locks that this process holds on it (https://www.sqlite.org/howtocorrupt.html section 2.2).
const std::filesystem::path& checked(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (error == std::errc::permission_denied) throw Error(ErrorKind::NoPermission, path);
  if (!std::filesystem::exists(status)) throw_not_found(path);
  if (std::filesystem::is_directory(status)) throw Error(ErrorKind::IsDirectory, path);
  return path;
}

void remove_quietly(const std::filesystem::path& path) {
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
}

std::string first_of(const std::vector<Problem>& damage) {
  std::string words = damage.front().place.document;
  if (!damage.front().place.annotation.empty()) words += " " + damage.front().place.annotation;
  words += ": ";
  words += to_string(damage.front().code);
  return words;
}

}  // namespace

void ProjectFile::create(const std::filesystem::path& path, const Schema& schema, Time time, const char* vfs) {
  create_new_file(path);
  try {
    Database database(path, vfs);
    database.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL");
    Transaction transaction(database, Transaction::Kind::Write);
    database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
    make_tables(database);
    database.prepare("INSERT INTO project VALUES ('created', ?1)").bind(to_string(time)).run();
    store_schema(database, schema);
    insert_annotator(database, {AnnotatorKey::generate(), "annotator01", false});
    transaction.commit();
  } catch (...) {
    std::filesystem::path journal = path;
    journal += "-journal";
    remove_quietly(journal);
    remove_quietly(path);
    throw;
  }
}

ProjectFile::ProjectFile(const std::filesystem::path& path, const char* vfs) : database_(checked(path), vfs) {
  check_version(database_);
  database_.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL");
  // Another program may have left it in a mode that keeps part of the data in a second file.
  if (database_.text("PRAGMA journal_mode") == "wal") database_.text("PRAGMA journal_mode = DELETE");
  migrate(database_);
}

ProjectFile::~ProjectFile() = default;

Schema ProjectFile::schema() { return read_schema(database_); }

Schema ProjectFile::last_published() { return read_last_published(database_); }

std::optional<Schema> ProjectFile::schema_version(int version) { return read_schema_version(database_, version); }

std::vector<SchemaUse> ProjectFile::schema_uses() { return read_schema_uses(database_); }

std::vector<DocumentKey> ProjectFile::documents_with(const std::set<std::string>& labels) {
  return read_documents_with(database_, labels);
}

ReviewWork ProjectFile::review_work(const std::vector<RevisedTag>& tags, const AnnotatorKey& annotator) {
  const Transaction snapshot(database_, Transaction::Kind::Read);
  return read_review_work(database_, tags, annotator);
}

ProjectSettings ProjectFile::settings() { return read_settings(database_); }

std::vector<SchemaProposal> ProjectFile::proposals() { return read_proposals(database_); }

GazetteerSum ProjectFile::gazetteer_sum() { return read_gazetteer_sum(database_); }

GazetteerEntries ProjectFile::gazetteer() {
  const Transaction snapshot(database_, Transaction::Kind::Read);
  return read_gazetteer(database_);
}

std::vector<Annotator> ProjectFile::annotators() {
  std::vector<Annotator> annotators;
  Statement rows =
      database_.prepare("SELECT key, name, imported, fingerprint FROM annotator ORDER BY imported, position");
  while (rows.step()) {
    const auto key = AnnotatorKey::parse(rows.text(0));
    annotators.push_back({key.value_or(AnnotatorKey()), std::string(rows.text(1)), rows.integer(2) != 0});
    if (!key || annotator_fingerprint(annotators.back()) != rows.integer(3)) {
      throw Error(ErrorKind::Damaged, path(), "annotator " + std::string(rows.text(0)));
    }
  }
  return annotators;
}

std::vector<DocumentSummary> ProjectFile::documents() {
  const Transaction snapshot(database_, Transaction::Kind::Read);
  return summaries(database_.prepare(fmt::format("{} ORDER BY d.name, d.key, s.id", kSummaryColumns)));
}

std::vector<DocumentSummary> ProjectFile::find(const std::string& key_or_name) {
  const Transaction snapshot(database_, Transaction::Kind::Read);
  std::vector<DocumentSummary> found;
  for (const std::string_view condition :
       {" WHERE d.key = ?1 ORDER BY s.id", " WHERE d.name = ?1 AND d.in_trash = 0 ORDER BY s.id",
        " WHERE d.name = ?1 AND d.in_trash = 1 ORDER BY d.key, s.id"}) {
    Statement rows = database_.prepare(fmt::format("{}{}", kSummaryColumns, condition));
    rows.bind(key_or_name);
    for (DocumentSummary& document : summaries(std::move(rows))) found.push_back(std::move(document));
    if (found.size() == 1 && found.front().key.view() == key_or_name) return found;
  }
  return found;
}

/// From rows of documents, each with one of its sets.
std::vector<DocumentSummary> ProjectFile::summaries(Statement rows) {
  std::vector<DocumentSummary> documents;
  std::int64_t last_row = 0;
  while (rows.step()) {
    if (documents.empty() || rows.integer(0) != last_row) {
      const auto key = DocumentKey::parse(rows.text(1));
      if (!key) throw Error(ErrorKind::Damaged, path(), std::string(rows.text(2)));
      documents.push_back({*key,
                           std::string(rows.text(2)),
                           rows.number<std::uint32_t>(3),
                           rows.integer(4) != 0,
                           std::string(rows.text(5)),
                           rows.integer(0),
                           {}});
      last_row = rows.integer(0);
    }
    if (rows.is_null(6)) continue;
    const auto annotator = AnnotatorKey::parse(rows.text(6));
    const auto state = parse_set_state(rows.text(8));
    if (!annotator || !state) continue;  // found when the document is opened
    DocumentSummary& document = documents.back();
    document.sets.push_back({{document.key, *annotator, rows.integer(7) != 0}, *state, rows.integer(9)});
  }
  return documents;
}

bool ProjectFile::has(const DocumentKey& key) { return find_document_row(database_, key).has_value(); }

AnnotatedDocument ProjectFile::load(const DocumentKey& key) {
  std::vector<Problem> damage;
  AnnotatedDocument document = load(key, damage);
  if (!damage.empty()) throw Error(ErrorKind::Damaged, path(), first_of(damage));
  return document;
}

AnnotatedDocument ProjectFile::load(const DocumentKey& key, std::vector<Problem>& damage) {
  const Transaction snapshot(database_, Transaction::Kind::Read);
  const auto row = find_document_row(database_, key);
  if (!row) throw Error(ErrorKind::Damaged, path(), key.str());
  return read_document(database_, *row, damage);
}

Text ProjectFile::text(const DocumentKey& key) {
  const Transaction snapshot(database_, Transaction::Kind::Read);
  const auto row = find_document_row(database_, key);
  if (!row) throw Error(ErrorKind::Damaged, path(), key.str());
  return read_text(database_, *row);
}

std::int64_t ProjectFile::data_version() { return database_.integer("PRAGMA data_version"); }

EditNumber ProjectFile::last_edit() { return database_.integer("SELECT max(number) FROM edit"); }

std::vector<LoggedChange> ProjectFile::history(const DocumentKey& document, const AnnotationId& id) {
  const Transaction snapshot(database_, Transaction::Kind::Read);
  const auto row = find_document_row(database_, document);
  if (!row) return {};
  return read_history(database_, *row, document, id, [&]() -> std::optional<Annotation> {
    std::vector<Problem> damage;
    const AnnotatedDocument whole = read_document(database_, *row, damage);
    const Annotation* const found = whole.find(id);
    return found != nullptr ? std::optional(*found) : std::nullopt;
  });
}

std::vector<DocumentKey> ProjectFile::documents_changed_since(EditNumber edit) {
  std::vector<DocumentKey> keys;
  Statement rows =
      database_.prepare("SELECT DISTINCT d.key FROM change c JOIN document d ON d.id = c.document WHERE c.edit > ?1");
  rows.bind(edit);
  while (rows.step()) {
    if (const auto key = DocumentKey::parse(rows.text(0))) keys.push_back(*key);
  }
  return keys;
}

std::unique_ptr<StoreTransaction> ProjectFile::begin(const EditHeader& header) {
  return std::make_unique<ProjectTransaction>(database_, header);
}

std::vector<LoggedEdit> ProjectFile::log() {
  const Transaction snapshot(database_, Transaction::Kind::Read);
  return read_log(database_, 1);
}

std::optional<LoggedEdit> ProjectFile::logged(EditNumber number) {
  const Transaction snapshot(database_, Transaction::Kind::Read);
  std::vector<LoggedEdit> log = read_log(database_, number);
  if (log.empty() || log.front().number != number) return std::nullopt;
  return std::move(log.front());
}

std::vector<std::pair<DocumentKey, AnnotatorKey>> ProjectFile::confirmers() {
  std::vector<std::pair<DocumentKey, AnnotatorKey>> pairs;
  Statement rows = database_.prepare(
      "SELECT DISTINCT d.key, a.confirmed_by FROM annotation a JOIN document d ON d.id = a.document"
      " WHERE a.confirmed_by <> ''");
  while (rows.step()) {
    const auto document = DocumentKey::parse(rows.text(0));
    const auto annotator = AnnotatorKey::parse(rows.text(1));
    if (document && annotator) pairs.emplace_back(*document, *annotator);
  }
  return pairs;
}

Time ProjectFile::created() {
  Statement found = database_.prepare("SELECT value FROM project WHERE key = 'created'");
  const auto time = found.step() ? parse_time(found.text(0)) : std::nullopt;
  if (!time) throw Error(ErrorKind::Damaged, path(), "created");
  return *time;
}

Annotator ProjectFile::add_annotator(const std::string& name) {
  const Annotator annotator{AnnotatorKey::generate(), name, false};
  Transaction transaction(database_, Transaction::Kind::Write);
  insert_annotator(database_, annotator);
  transaction.commit();
  return annotator;
}

std::vector<DocumentDescription> ProjectFile::descriptions() {
  std::vector<DocumentDescription> descriptions;
  Statement rows = database_.prepare(
      "SELECT d.key, d.title, m.key, m.value FROM document d LEFT JOIN metadata m ON m.document = d.id"
      " ORDER BY d.id, m.position");
  while (rows.step()) {
    const auto key = DocumentKey::parse(rows.text(0));
    if (!key) throw Error(ErrorKind::Damaged, path(), std::string(rows.text(0)));
    if (descriptions.empty() || descriptions.back().key != *key) {
      descriptions.push_back({*key, std::string(rows.text(1)), {}});
    }
    if (!rows.is_null(2)) descriptions.back().metadata.emplace_back(rows.text(2), rows.text(3));
  }
  return descriptions;
}

std::vector<ExportProfile> ProjectFile::export_profiles() { return read_export_profiles(database_); }

void ProjectFile::put_export_profile(const ExportProfile& profile) {
  Transaction transaction(database_, Transaction::Kind::Write);
  write_export_profile(database_, profile);
  transaction.commit();
}

bool ProjectFile::remove_export_profile(const std::string& name) {
  Transaction transaction(database_, Transaction::Kind::Write);
  const bool removed = delete_export_profile(database_, name);
  transaction.commit();
  return removed;
}

PseudonymTable ProjectFile::pseudonyms() {
  const Transaction snapshot(database_, Transaction::Kind::Read);
  return read_pseudonyms(database_);
}

bool ProjectFile::change_pseudonyms(const PseudonymTable& before, const PseudonymTable& after) {
  Transaction transaction(database_, Transaction::Kind::Write);
  if (!(read_pseudonyms(database_) == before)) return false;
  write_pseudonyms(database_, after);
  transaction.commit();
  return true;
}

PurgeReport ProjectFile::purge(const std::vector<DocumentKey>& keys, const EditHeader& header) {
  return purge_documents(database_, keys, header);
}

std::vector<Problem> ProjectFile::check_file() {
  std::vector<Problem> problems;
  const auto damaged = [&](std::string_view words) {
    problems.push_back(make_problem(ProblemCode::DatabaseDamaged, {std::string(words)}));
  };
  {
    Statement rows = database_.prepare("PRAGMA integrity_check(100)");
    while (rows.step()) {
      if (rows.text(0) != "ok") damaged(rows.text(0));
    }
  }
  {
    Statement rows = database_.prepare("PRAGMA foreign_key_check");
    while (rows.step()) damaged("foreign key: " + std::string(rows.text(0)) + " -> " + std::string(rows.text(2)));
  }
  {
    Statement rows = database_.prepare(
        "SELECT a.annotator || '-' || max(a.number) FROM annotation a LEFT JOIN last_number l USING (document, "
        "annotator)"
        " GROUP BY a.document, a.annotator HAVING max(a.number) > coalesce(l.number, 0)");
    while (rows.step()) damaged("number given twice: " + std::string(rows.text(0)));
  }
  for (const std::string& annotator : damaged_undo_states(database_)) damaged("undo of " + annotator);
  {
    // The one in force is checked whenever it is read; those before it only here.
    Statement rows = database_.prepare("SELECT version, content, fingerprint FROM schema_version");
    while (rows.step()) {
      if (schema_fingerprint(rows.text(1)) != rows.integer(2)) damaged("schema " + std::string(rows.text(0)));
    }
  }
  for (const std::function<void()>& read :
       {std::function([this] { settings(); }), std::function([this] { gazetteer(); }),
        std::function([this] { proposals(); }), std::function([this] { export_profiles(); }),
        std::function([this] { pseudonyms(); })}) {
    try {
      read();
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::Damaged) throw;
      damaged(error.detail());
    }
  }
  for (const EditNumber number : damaged_edits(database_)) {
    problems.push_back(make_problem(ProblemCode::LogDiffers, {std::to_string(number)}));
  }
  return problems;
}

void refuse_to_replace_project(const std::filesystem::path& out) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(out, unknown)) return;
  try {
    Database database(checked(out));
    check_version(database);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::NewerVersion) return;
  }
  throw Error(ErrorKind::AlreadyExists, out);
}

}  // namespace mitjul
