#include "storage/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "core/file_io.h"
#include "tests/core/errors.h"
#include "tests/storage/as_nobody.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

using namespace std::string_literals;

class DatabaseTest : public testing::Test {
 protected:
  DatabaseTest() : path(folder.write("자료.db", "")), database(path) {
    database.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, size REAL, UNIQUE (name))");
  }

  std::int64_t count() { return database.integer("SELECT count(*) FROM item"); }

  TempFolder folder;
  std::filesystem::path path;
  Database database;
};

TEST_F(DatabaseTest, ValuesComeBackAsTheyWent) {
  const std::int64_t large = std::numeric_limits<std::int64_t>::max();
  database.prepare("INSERT INTO item VALUES (?1, ?2, ?3)").bind(large, "🚀 '이름' \"둘\"\n", 0.1).run();
  Statement row = database.prepare("SELECT id, name, size FROM item");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.integer(0), large);
  EXPECT_EQ(row.text(1), "🚀 '이름' \"둘\"\n");
  EXPECT_EQ(row.real(2), 0.1);
  EXPECT_FALSE(row.step());
}

TEST_F(DatabaseTest, NothingAndEmptyAreDifferent) {
  database.prepare("INSERT INTO item VALUES (1, ?1, ?2)").bind(std::nullopt, std::optional<double>()).run();
  database.prepare("INSERT INTO item VALUES (2, ?1, ?2)").bind(std::string_view(), std::optional<double>(2)).run();
  Statement rows = database.prepare("SELECT name, size FROM item ORDER BY id");
  ASSERT_TRUE(rows.step());
  EXPECT_TRUE(rows.is_null(0));
  EXPECT_EQ(rows.text(0), "");
  EXPECT_TRUE(rows.is_null(1));
  ASSERT_TRUE(rows.step());
  EXPECT_FALSE(rows.is_null(0));
  EXPECT_EQ(rows.text(0), "");
  EXPECT_EQ(rows.real(1), 2);
}

TEST_F(DatabaseTest, TextMayHoldANul) {
  const std::string text = "🚀\0나"s;
  database.prepare("INSERT INTO item (name) VALUES (?1)").bind(text).run();
  Statement row = database.prepare("SELECT name FROM item WHERE name = ?1");
  row.bind(text);
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.text(0), text);
}

TEST_F(DatabaseTest, AStatementIsFreshWheneverItIsPrepared) {
  const std::string sql = "SELECT ?1, ?2";
  {
    Statement first = database.prepare(sql);
    first.bind("하나", "둘");
    ASSERT_TRUE(first.step());
  }
  Statement second = database.prepare(sql);
  ASSERT_TRUE(second.step());
  EXPECT_TRUE(second.is_null(0));
  EXPECT_TRUE(second.is_null(1));
}

TEST_F(DatabaseTest, BindingAgainStartsAgain) {
  for (int i = 1; i <= 3; ++i) database.prepare("INSERT INTO item (name) VALUES (?1)").bind(std::to_string(i)).run();
  Statement from = database.prepare("SELECT name FROM item WHERE id >= ?1 ORDER BY id");
  from.bind(1);
  ASSERT_TRUE(from.step());
  from.bind(3);
  ASSERT_TRUE(from.step());
  EXPECT_EQ(from.text(0), "3");
  EXPECT_FALSE(from.step());
}

TEST_F(DatabaseTest, AStatementThatFailedCanBeUsedAgain) {
  const auto insert = [&](const char* name) {
    database.prepare("INSERT INTO item (name) VALUES (?1)").bind(name).run();
  };
  insert("하나");
  EXPECT_TRUE(error_of([&] { insert("하나"); }));
  insert("둘");
  EXPECT_EQ(count(), 2);
}

TEST_F(DatabaseTest, WhatSqliteCannotReadIsAnError) {
  EXPECT_TRUE(error_of([&] { database.prepare("SELECT FROM"); }));
  EXPECT_TRUE(error_of([&] { database.execute("DROP TABLE nothing"); }));
  EXPECT_TRUE(error_of([&] { database.integer("SELECT x FROM item"); }));
}

TEST_F(DatabaseTest, IntegerOfNoRowIsZero) {
  EXPECT_EQ(database.integer("SELECT 7 WHERE 0"), 0);
  EXPECT_EQ(database.integer("SELECT max(id) FROM item"), 0);
  EXPECT_EQ(database.integer("SELECT 7"), 7);
}

TEST_F(DatabaseTest, ATransactionIsRolledBackUnlessItIsCommitted) {
  {
    const Transaction given_up(database, Transaction::Kind::Write);
    database.execute("INSERT INTO item (name) VALUES ('하나')");
    EXPECT_TRUE(database.in_transaction());
  }
  EXPECT_FALSE(database.in_transaction());
  EXPECT_EQ(count(), 0);
  Transaction kept(database, Transaction::Kind::Write);
  database.execute("INSERT INTO item (name) VALUES ('하나')");
  kept.commit();
  EXPECT_FALSE(database.in_transaction());
  EXPECT_EQ(count(), 1);
}

TEST_F(DatabaseTest, ATransactionInsideAnotherIsPartOfIt) {
  {
    const Transaction outer(database, Transaction::Kind::Write);
    {
      Transaction inner(database, Transaction::Kind::Read);
      database.execute("INSERT INTO item (name) VALUES ('하나')");
      inner.commit();
    }
    EXPECT_TRUE(database.in_transaction());
    EXPECT_EQ(count(), 1);
  }
  EXPECT_EQ(count(), 0);
}

TEST_F(DatabaseTest, ForeignKeysAreOffForAWhileAlsoInsideATransaction) {
  database.execute(
      "PRAGMA foreign_keys = ON; INSERT INTO item VALUES (1, '하나', 1), (2, '둘', 2), (3, '셋', 3);"
      "CREATE TABLE part (item INTEGER REFERENCES item (id) ON DELETE CASCADE); INSERT INTO part VALUES (1), (2), (3)");
  const auto remove = [&](int id) { database.prepare("DELETE FROM item WHERE id = ?1").bind(id).run(); };
  Transaction transaction(database, Transaction::Kind::Write);
  remove(1);
  EXPECT_EQ(database.integer("SELECT count(*) FROM part"), 2);
  {
    const WithoutForeignKeys without(database);
    remove(2);
    EXPECT_EQ(database.integer("SELECT count(*) FROM part"), 2);
  }
  remove(3);
  EXPECT_EQ(database.text("SELECT group_concat(item) FROM part"), "2");
}

TEST_F(DatabaseTest, AWriterKeepsOthersFromWriting) {
  const Transaction held(database, Transaction::Kind::Write);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_BUSY);
  EXPECT_EQ(sqlite3_exec(other, "SELECT * FROM item", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(other);
}

TEST_F(DatabaseTest, TheLastRowIsKnown) {
  database.execute("INSERT INTO item VALUES (41, '하나', 0)");
  database.execute("INSERT INTO item (name) VALUES ('둘')");
  EXPECT_EQ(database.last_row_id(), 42);
}

TEST_F(DatabaseTest, AFileThatIsMissingIsNotMade) {
  EXPECT_TRUE(error_of([&] { Database missing(folder / "없음.db"); }));
  EXPECT_FALSE(std::filesystem::exists(folder / "없음.db"));
}

TEST_F(DatabaseTest, AFileThatIsNoDatabaseIsTold) {
  Database text(folder.write("글.txt", std::string(5000, 'x')));
  EXPECT_EQ(error_of([&] { text.integer("SELECT count(*) FROM item"); }), ErrorKind::NotAProject);
}

TEST_F(DatabaseTest, AFileThatCannotBeWrittenIsOpenedForReading) {
  database.execute("INSERT INTO item (name) VALUES ('하나')");
  EXPECT_FALSE(database.read_only());
  namespace fs = std::filesystem;
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  EXPECT_EQ(as_nobody([&] {
              Database reader(path);
              if (!reader.read_only()) return 1;
              if (reader.integer("SELECT count(*) FROM item") != 1) return 2;
              return error_of([&] { reader.execute("DELETE FROM item"); }) == ErrorKind::ReadOnly ? 0 : 3;
            }),
            0);
}

TEST_F(DatabaseTest, AFileInAFolderThatCannotBeWrittenIsNotWritten) {
  // The journal has no place beside it.
  database.execute("INSERT INTO item (name) VALUES ('하나')");
  namespace fs = std::filesystem;
  fs::permissions(path, fs::perms::all);
  EXPECT_EQ(as_nobody([&] {
              Database reader(path);
              if (reader.integer("SELECT count(*) FROM item") != 1) return 1;
              return error_of([&] { reader.execute("DELETE FROM item"); }) == ErrorKind::ReadOnly ? 0 : 2;
            }),
            0);
  EXPECT_EQ(count(), 1);
}

TEST_F(DatabaseTest, AFileThatCannotBeReadIsTold) {
  std::filesystem::permissions(path, std::filesystem::perms::none);
  EXPECT_EQ(as_nobody([&] { return error_of([&] { Database reader(path); }) == ErrorKind::NoPermission ? 0 : 1; }), 0);
}

}  // namespace
}  // namespace mitjul
