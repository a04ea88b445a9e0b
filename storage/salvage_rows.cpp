#include <memory>

#include "core/error.h"
#include "storage/salvage.h"

namespace mitjul {
namespace {

/// Inserts rows whatever they refer to; what a table cannot hold, or has already, is passed over.
class RowWriter {
 public:
  explicit RowWriter(const std::filesystem::path& path) : path_(path) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(reinterpret_cast<const char*>(path.u8string().c_str()), &handle,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) throw Error(ErrorKind::InputOutput, path_, sqlite3_errstr(code));
    execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN");
  }

  void begin_table(const TableShape& shape) {
    execute("DELETE FROM " + std::string(shape.name));
    std::string sql = "INSERT OR IGNORE INTO " + std::string(shape.name) + " VALUES (?";
    for (std::size_t i = 1; i < shape.columns.size(); ++i) sql += ",?";
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(handle_.get(), (sql + ")").c_str(), -1, &statement, nullptr);
    statement_.reset(statement);
    columns_ = static_cast<int>(shape.columns.size());
  }

  void insert(const StoredRow& row) {
    for (int i = 0; i < columns_; ++i) {
      // What older versions do not have is empty.
      bind(i + 1, static_cast<std::size_t>(i) < row.size() ? row[static_cast<std::size_t>(i)] : StoredValue(""));
    }
    const int code = sqlite3_step(statement_.get());
    sqlite3_reset(statement_.get());
    switch (code & 0xFF) {
      case SQLITE_DONE:
      case SQLITE_CONSTRAINT:
      case SQLITE_MISMATCH: return;
      case SQLITE_FULL: throw Error(ErrorKind::DiskFull, path_);
      default: throw Error(ErrorKind::InputOutput, path_, sqlite3_errstr(code));
    }
  }

  void finish() {
    statement_.reset();
    execute("COMMIT");
  }

 private:
  void execute(const std::string& sql) {
    const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code == SQLITE_FULL) throw Error(ErrorKind::DiskFull, path_);
    if (code != SQLITE_OK) throw Error(ErrorKind::InputOutput, path_, sqlite3_errstr(code));
  }

  void bind(int place, const StoredValue& value) {
    if (const auto* const number = std::get_if<std::int64_t>(&value)) {
      sqlite3_bind_int64(statement_.get(), place, *number);
    } else if (const auto* const real = std::get_if<double>(&value)) {
      sqlite3_bind_double(statement_.get(), place, *real);
    } else if (const auto* const text = std::get_if<std::string>(&value)) {
      sqlite3_bind_text64(statement_.get(), place, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else {
      sqlite3_bind_null(statement_.get(), place);
    }
  }

  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Close> handle_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
  int columns_ = 0;
};

std::int64_t number_in(const StoredRow& row, std::size_t column) { return std::get<std::int64_t>(row[column]); }
const std::string& text_in(const StoredRow& row, std::size_t column) { return std::get<std::string>(row[column]); }

}  // namespace

void pour_rows(const PageScan& scan, const std::filesystem::path& path, Salvage& salvage) {
  RowWriter writer(path);
  for (const TableShape& shape : table_shapes()) {
    const std::string name(shape.name);
    writer.begin_table(shape);
    salvage.gaps[name] = scan.read(name, [&](const StoredRow& row) { writer.insert(row); });
    if (scan.may_have(name)) salvage.tables.insert(name);
  }
  writer.finish();
  IndexedRows& indexed = salvage.indexed;
  const auto read_index = [&](const char* name, const std::function<void(const StoredRow&)>& use) {
    salvage.gaps[name] = scan.read(name, use);
  };
  read_index("sqlite_autoindex_document_1", [&](const StoredRow& row) {
    indexed.document_keys.emplace(number_in(row, 1), *DocumentKey::parse(text_in(row, 0)));
  });
  read_index("document_name",
             [&](const StoredRow& row) { indexed.document_names.emplace(number_in(row, 1), text_in(row, 0)); });
  read_index("sqlite_autoindex_annotation_set_1", [&](const StoredRow& row) {
    const IndexedRows::Set set{number_in(row, 0), *AnnotatorKey::parse(text_in(row, 1)), number_in(row, 2) != 0};
    indexed.sets.emplace(number_in(row, 3), set);
  });
}

}  // namespace mitjul
