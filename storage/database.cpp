#include "storage/database.h"

#include <algorithm>
#include <new>

#include "core/error.h"

namespace mitjul {
namespace {

// How long a program waits for another one that is writing to the same project.
constexpr std::chrono::milliseconds kLongestWait(5000);

[[noreturn]] void throw_error(sqlite3* handle, int code, const std::filesystem::path& path) {
  const std::string words = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw Error(ErrorKind::Locked, path);
    case SQLITE_FULL: throw Error(ErrorKind::DiskFull, path);
    case SQLITE_READONLY: throw Error(ErrorKind::ReadOnly, path);
    case SQLITE_PERM:
    case SQLITE_AUTH: throw Error(ErrorKind::NoPermission, path);
    case SQLITE_NOTADB: throw Error(ErrorKind::NotAProject, path);
    case SQLITE_ERROR:       // a table or column is missing
    case SQLITE_CONSTRAINT:  // rows contradict each other in a way that this program never leaves
    case SQLITE_MISMATCH:
    case SQLITE_CORRUPT: throw Error(ErrorKind::Damaged, path, words);
    // Opening and reading were possible: what cannot be opened is the journal beside the file.
    case SQLITE_CANTOPEN: throw Error(handle != nullptr ? ErrorKind::ReadOnly : ErrorKind::NoPermission, path);
    case SQLITE_NOMEM: throw std::bad_alloc();
    default: throw Error(ErrorKind::InputOutput, path, words);
  }
}

}  // namespace

Statement::~Statement() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) throw_error(sqlite3_db_handle(statement_), code, *path_);
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw_error(sqlite3_db_handle(statement_), code, *path_);
}

void Statement::run() {
  while (step()) {
  }
}

std::string_view Statement::text(int column) const {
  const auto* const bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Database::Database(std::filesystem::path path, const char* vfs) : path_(std::move(path)) {
  const std::u8string name = path_.u8string();
  const int code = sqlite3_open_v2(reinterpret_cast<const char*>(name.c_str()), &handle_,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs);
  if (code != SQLITE_OK) {
    sqlite3_close(handle_);
    throw_error(nullptr, code, path_);
  }
  sqlite3_busy_handler(handle_, &wait_for_others, this);
  // Nothing in a file that somebody sent may run.
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

/// Asks again every millisecond. SQLite's own waiting asks ever more seldom, down to ten times a second, and goes
/// hungry beside a program that writes without a pause.
int Database::wait_for_others(void* database, int count) {
  auto& waiting_since = static_cast<Database*>(database)->waiting_since_;
  const auto now = std::chrono::steady_clock::now();
  if (count == 0) waiting_since = now;
  if (now - waiting_since >= kLongestWait) return 0;
  sqlite3_sleep(1);
  return 1;
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(handle_);
}

Statement Database::prepare(std::string_view sql) {
  auto known = statements_.find(sql);
  if (known == statements_.end()) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK) throw_error(handle_, code, path_);
    known = statements_.emplace(sql, statement).first;
  }
  return Statement(known->second, path_);
}

void Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw_error(handle_, code, path_);
}

std::int64_t Database::integer(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

void Database::set_foreign_keys(bool on) {
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_FKEY, on ? 1 : 0, nullptr);
}

void Database::for_each_block(const std::function<void(std::string_view)>& use) {
  constexpr std::size_t kBlock = std::size_t{1} << 16;
  // SQLite's own handle: any other descriptor of the file, once closed, would give up the locks of this process.
  sqlite3_file* file = nullptr;
  sqlite3_file_control(handle_, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  sqlite3_int64 size = 0;
  int code = file->pMethods->xFileSize(file, &size);
  std::string block;
  for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size; at += static_cast<sqlite3_int64>(block.size())) {
    block.resize(std::min(kBlock, static_cast<std::size_t>(size - at)));
    code = file->pMethods->xRead(file, block.data(), static_cast<int>(block.size()), at);
    if (code == SQLITE_OK) use(block);
  }
  if (code != SQLITE_OK) throw_error(nullptr, code, path_);
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
  if (database_.in_transaction()) return;
  database_.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
  open_ = true;
}

Transaction::~Transaction() {
  if (!open_ || !database_.in_transaction()) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const std::exception&) {
    // SQLite has rolled back on its own after the error that brought us here.
    return;
  }
}

void Transaction::commit() {
  if (!open_) return;
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace mitjul
