#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mitjul {

/// A prepared statement while it is bound and stepped; on its way out it is reset for the next use.
/// Columns and parameters count from 0. Text is UTF-8 and may hold U+0000.
class Statement {
 public:
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)), path_(other.path_) {}
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  /// Binds the values to the parameters in order; what is bound earlier is forgotten. A text must live until the
  /// statement has run; of one that is about to go, a copy is kept.
  template <class... Values>
  Statement& bind(Values&&... values) {
    sqlite3_reset(statement_);
    int index = 0;
    (bind_one(++index, std::forward<Values>(values)), ...);
    return *this;
  }

  /// Whether there is a (further) row.
  bool step();
  /// For statements that give no rows.
  void run();

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  /// A number that does not fit, which only damage can leave, becomes the largest that does: no fingerprint agrees.
  template <class Number>
  Number number(int column) const {
    const std::int64_t value = integer(column);
    return std::in_range<Number>(value) ? static_cast<Number>(value) : std::numeric_limits<Number>::max();
  }
  double real(int column) const { return sqlite3_column_double(statement_, column); }
  /// Valid until the next step.
  std::string_view text(int column) const;
  bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

 private:
  friend class Database;
  Statement(sqlite3_stmt* statement, const std::filesystem::path& path) : statement_(statement), path_(&path) {}

  void check(int code) const;
  void bind_one(int index, std::int64_t value) { check(sqlite3_bind_int64(statement_, index, value)); }
  void bind_one(int index, int value) { check(sqlite3_bind_int(statement_, index, value)); }
  void bind_one(int index, std::uint32_t value) { check(sqlite3_bind_int64(statement_, index, value)); }
  void bind_one(int index, bool value) { check(sqlite3_bind_int(statement_, index, value ? 1 : 0)); }
  void bind_one(int index, double value) { check(sqlite3_bind_double(statement_, index, value)); }
  void bind_one(int index, std::nullopt_t /*null*/) { check(sqlite3_bind_null(statement_, index)); }
  void bind_text(int index, std::string_view value, sqlite3_destructor_type keeping) {
    check(sqlite3_bind_text64(statement_, index, value.data() == nullptr ? "" : value.data(), value.size(), keeping,
                              SQLITE_UTF8));
  }
  void bind_one(int index, std::string_view value) { bind_text(index, value, SQLITE_STATIC); }
  void bind_one(int index, std::string&& value) { bind_text(index, value, SQLITE_TRANSIENT); }
  void bind_one(int index, const std::string& value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, const char* value) { bind_one(index, std::string_view(value)); }
  template <class Value>
  void bind_one(int index, const std::optional<Value>& value) {
    if (value) {
      bind_one(index, *value);
    } else {
      bind_one(index, std::nullopt);
    }
  }
  template <class Value>
  void bind_one(int index, std::optional<Value>&& value) {
    if (value) {
      bind_one(index, *std::move(value));
    } else {
      bind_one(index, std::nullopt);
    }
  }

  sqlite3_stmt* statement_;
  const std::filesystem::path* path_;
};

/// A connection to a SQLite file, for one thread. What SQLite refuses is thrown as `Error`, never as its own words.
class Database {
 public:
  /// Opens a file that is there; for reading only where it cannot be written. `vfs`: another file layer, for tests.
  explicit Database(std::filesystem::path path, const char* vfs = nullptr);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  const std::filesystem::path& path() const { return path_; }
  bool read_only() const { return sqlite3_db_readonly(handle_, "main") == 1; }

  /// Prepared once and kept. One text of a statement is in use at one place at a time.
  Statement prepare(std::string_view sql);
  /// Runs statements that give no rows.
  void execute(const std::string& sql);
  /// The first column of the first row of a statement that has one.
  std::int64_t integer(std::string_view sql);
  std::string text(std::string_view sql);
  std::int64_t last_row_id() const { return sqlite3_last_insert_rowid(handle_); }
  /// Rows that the last INSERT, UPDATE or DELETE changed itself.
  std::int64_t changes() const { return sqlite3_changes64(handle_); }
  /// Calls `use` with the bytes of the file as they are on the disk, in blocks. While this connection is in a write
  /// transaction that has changed nothing yet, they are the whole project.
  void for_each_block(const std::function<void(std::string_view)>& use);
  /// Whether references between tables are looked after. `PRAGMA foreign_keys` does nothing inside a transaction.
  void set_foreign_keys(bool on);
  bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

 private:
  static int wait_for_others(void* database, int count);

  std::filesystem::path path_;
  sqlite3* handle_ = nullptr;
  std::map<std::string, sqlite3_stmt*, std::less<>> statements_;
  std::chrono::steady_clock::time_point waiting_since_;
};

/// While it lives, references between tables are not looked after. For whoever deletes and inserts rows together with
/// everything that hangs on them: SQLite would search for it row by row, in every table, which takes a deletion five
/// times as long. Every statement is prepared anew after its beginning and its end.
class WithoutForeignKeys {
 public:
  explicit WithoutForeignKeys(Database& database) : database_(database) { database_.set_foreign_keys(false); }
  WithoutForeignKeys(const WithoutForeignKeys&) = delete;
  WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;
  ~WithoutForeignKeys() { database_.set_foreign_keys(true); }

 private:
  Database& database_;
};

/// A transaction that is rolled back unless it is committed. Inside another one it does nothing of its own.
class Transaction {
 public:
  enum class Kind { Read, Write };
  Transaction(Database& database, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  void commit();

 private:
  Database& database_;
  bool open_ = false;
};

}  // namespace mitjul
