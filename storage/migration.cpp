#include "storage/migration.h"

#include <fstream>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/file_io.h"
#include "storage/export_rows.h"
#include "storage/tables.h"
#include "storage/word_rows.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

/// The name of a copy, from 1: `name.mitjul.v1-backup`, `name.mitjul.v1-backup-2` …
fs::path copy_path(const fs::path& project, std::int64_t version, int number) {
  fs::path path = project;
  path += ".v" + std::to_string(version) + "-backup" + (number > 1 ? "-" + std::to_string(number) : "");
  return path;
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

bool holds_the_same(const fs::path& copy, Database& database) {
  std::ifstream file(copy, std::ios::binary);
  std::vector<char> bytes;
  bool same = file.is_open();
  database.for_each_block([&](std::string_view block) {
    bytes.resize(block.size());
    same = same && file.read(bytes.data(), static_cast<std::streamsize>(block.size())) &&
           std::string_view(bytes.data(), block.size()) == block;
  });
  return same && file.peek() == std::ifstream::traits_type::eof();
}

/// Copies the file byte for byte. What an earlier migration has left is never written over; if it was interrupted and
/// left the same copy, that one will do.
void keep_copy(Database& database, std::int64_t version) {
  int number = 1;
  while (is_there(copy_path(database.path(), version, number))) {
    if (holds_the_same(copy_path(database.path(), version, number), database)) return;
    ++number;
  }
  OutputFile copy(copy_path(database.path(), version, number));
  std::error_code ignored;
  // Nobody may read the copy who may not read the project.
  fs::permissions(copy.written(), fs::status(database.path(), ignored).permissions(), ignored);
  database.for_each_block([&](std::string_view block) { copy.write(block); });
  copy.finish();
  copy.put_in_place();
}

/// Whether the copy could be made; not for want of permission.
bool could_keep_copy(Database& database, std::int64_t version) {
  try {
    keep_copy(database, version);
    return true;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::NoPermission || error.kind() == ErrorKind::ReadOnly) return false;
    throw;
  }
}

/// Adds what came after `version`; `form` gives the statements the form they need.
template <class Form>
void add_tables_after(Database& database, std::int64_t version, Form form) {
  if (version < 2) database.execute(form(kTablesOfVersion2));
  if (version < 3) database.execute(form(kTablesOfVersion3));
  database.execute(form(kTablesOfVersion4));
  write_pseudonyms(database, {});
  if (version >= 2) return;
  write_settings(database, {});
  write_gazetteer_sum(database, {});
}

void add_tables_after(Database& database, std::int64_t version) {
  add_tables_after(database, version, [](const char* statements) { return std::string(statements); });
}

void set_version(Database& database) { database.execute("PRAGMA user_version = " + std::to_string(kFileVersion)); }

std::string temporary(std::string statements) {
  constexpr std::string_view kCreate = "CREATE TABLE ";
  for (std::size_t at = 0; (at = statements.find(kCreate, at)) != std::string::npos; at += kCreate.size()) {
    statements.replace(at, kCreate.size(), "CREATE TEMP TABLE ");
  }
  return statements;
}

/// Puts tables of the present version in front of a file that cannot have them, in memory: empty ones, and copies of
/// those that get columns.
void show_as_migrated(Database& database) {
  const std::int64_t version = database.integer("PRAGMA user_version");
  database.execute("PRAGMA temp_store = MEMORY");
  if (version == 2) database.execute("CREATE TEMP TABLE settings AS SELECT * FROM main.settings");
  add_tables_after(database, version, temporary);
  database.execute("PRAGMA query_only = ON");
}

/// Whether the file is of the present version now.
bool migrate_file(Database& database) {
  // Nobody else writes from here on, so that the file holds what it held when it was last closed.
  Transaction transaction(database, Transaction::Kind::Write);
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (version == kFileVersion) return true;  // another program was quicker
  if (!could_keep_copy(database, version)) return false;
  add_tables_after(database, version);
  set_version(database);
  transaction.commit();
  return true;
}

}  // namespace

void check_version(Database& database) {
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (database.integer("PRAGMA application_id") != kApplicationId || version < 1) {
    throw Error(ErrorKind::NotAProject, database.path());
  }
  if (version > kFileVersion) throw Error(ErrorKind::NewerVersion, database.path(), std::to_string(version));
}

void make_tables(Database& database) {
  database.execute(kTablesOfVersion1);
  add_tables_after(database, 1);
  set_version(database);
}

void migrate(Database& database) {
  if (database.integer("PRAGMA user_version") == kFileVersion) return;
  if (database.read_only() || !migrate_file(database)) show_as_migrated(database);
}

}  // namespace mitjul
