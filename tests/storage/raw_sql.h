#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>

namespace mitjul {

/// Runs statements on a SQLite file behind the program's back, and returns how many rows the last of them changed.
inline int raw_sql(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* database = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  char* message = nullptr;
  EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << sql << ": " << message;
  sqlite3_free(message);
  const int changed = sqlite3_changes(database);
  sqlite3_close(database);
  return changed;
}

}  // namespace mitjul
