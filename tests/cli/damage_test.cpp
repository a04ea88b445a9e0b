// What was changed in a project behind the program's back is found: by `verify`, and by every command that opens the
// document, before anything wrong goes into an export.

#include <sqlite3.h>

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::Contains;
using testing::IsEmpty;

class DamageTest : public testing::Test {
 protected:
  DamageTest() {
    key_ = project_.import("가.txt", "🚀 화웨이가 칩을 확보했다.\n");
    project_.import("나.txt", "🚀 다른 글");
    const std::vector<std::string> ids =
        project_.annotate("가.txt",
                          "{\"start\":0,\"end\":15,\"label\":\"CLAIM\",\"attributes\":{\"type\":\"fact\"},\"note\":"
                          "\"쪽지\",\"id\":\"c\"}\n"
                          "{\"segments\":[[2,5],[7,8]],\"label\":\"ORG\",\"id\":\"o\"}\n"
                          "{\"args\":{\"claim\":\"c\",\"source\":\"o\"},\"label\":\"source\"}\n");
    org_ = ids.at(1);
  }

  void execute(const std::string& sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(project_.path().c_str(), &database), SQLITE_OK);
    char* message = nullptr;
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << message;
    EXPECT_GT(sqlite3_changes(database), 0) << "nothing was damaged";
    sqlite3_close(database);
  }

  std::vector<std::string> findings() {
    const ProgramResult result = project_.run("verify");
    const Rows rows = rows_of(result.out);
    EXPECT_EQ(result.exit_code, rows.empty() ? 0 : 1);
    EXPECT_EQ(result.err, "");
    std::vector<std::string> codes;
    for (const auto& row : rows) {
      codes.push_back(row.at(0));
      EXPECT_FALSE(row.at(4).empty());
    }
    return codes;
  }

  /// Every command that opens the damaged document refuses; the other one can still be worked on.
  void expect_commands_refuse() {
    const std::string old = project_.write("예전.xml", "🚀 예전 것");
    const RunOptions line{R"({"start":0,"end":1,"label":"MISC"})", {}, false};
    expect_refusal(project_.run("annotations", {key_}), 3, "가.txt");
    expect_refusal(project_.run("annotate", {key_, "--from", "-"}, line), 3, "가.txt");
    expect_refusal(project_.run("export", {"--format", "mitjul-xml", "--out", old}), 3, "가.txt");
    EXPECT_EQ(bytes_of(old), "🚀 예전 것");
    EXPECT_EQ(project_.run("annotations", {"나.txt"}).exit_code, 0);
    EXPECT_EQ(project_.run("annotate", {"나.txt", "--from", "-"}, line).exit_code, 0);
    EXPECT_EQ(project_.run("export", {"--format", "mitjul-xml", "--out", old, "--document", "나.txt"}).exit_code, 0);
  }

  CliProject project_;
  std::string key_;
  std::string org_;
};

TEST_F(DamageTest, AProjectWithoutDamageHasNoFindings) { EXPECT_THAT(findings(), IsEmpty()); }

TEST_F(DamageTest, AChangedQuoteIsFound) {
  execute("UPDATE segment SET quote = '화위이' WHERE quote = '화웨이'");
  EXPECT_THAT(findings(), Contains("quote-differs"));
  expect_commands_refuse();
}

TEST_F(DamageTest, AMovedSpanIsFound) {
  execute("UPDATE segment SET start = start + 1, end = end + 1 WHERE quote = '화웨이'");
  EXPECT_THAT(findings(), Contains("quote-differs"));
  expect_commands_refuse();
}

TEST_F(DamageTest, ASpanThatWasMovedWithItsQuoteIsFound) {
  execute("UPDATE segment SET start = 3, quote = '웨이' WHERE quote = '화웨이'");
  EXPECT_THAT(findings(), Contains("annotations-differ"));
  expect_commands_refuse();
}

TEST_F(DamageTest, ASpanOutsideTheTextIsFound) {
  execute("UPDATE segment SET end = 99 WHERE quote = '화웨이'");
  EXPECT_THAT(findings(), Contains("span-outside-text"));
  expect_commands_refuse();
}

TEST_F(DamageTest, EveryOtherChangeOfAnAnnotationIsFound) {
  const std::vector<std::string> changes{"UPDATE annotation SET label = 'PERSON' WHERE label = 'ORG'",
                                         "UPDATE annotation SET note = '' WHERE note <> ''",
                                         "UPDATE annotation SET created = created + 1",
                                         "UPDATE annotation SET method = 'import'",
                                         "UPDATE annotation SET schema_version = 2",
                                         "UPDATE annotation SET confidence = 0.5 WHERE label = 'ORG'",
                                         "UPDATE attribute SET value = 'opinion'",
                                         "DELETE FROM attribute",
                                         "UPDATE argument SET target_number = 3 - target_number",
                                         "DELETE FROM segment WHERE quote = '칩'",
                                         "DELETE FROM annotation WHERE label = 'source'",
                                         "UPDATE annotation_set SET state = 'curious'"};
  const std::string whole = project_.bytes();
  for (const std::string& change : changes) {
    SCOPED_TRACE(change);
    project_.write("내 과제.mitjul", whole);
    execute("PRAGMA foreign_keys = ON; " + change);
    EXPECT_FALSE(findings().empty());
    expect_refusal(project_.run("annotations", {key_}), 3, "가.txt");
  }
}

TEST_F(DamageTest, AChangedTextIsFoundByWhateverReadsIt) {
  execute("UPDATE document_text SET utf8 = replace(utf8, '확보', '확부')");
  EXPECT_THAT(findings(), Contains("text-differs"));
  expect_refusal(project_.run("text", {key_}), 3, "가.txt");
  expect_commands_refuse();
}

TEST_F(DamageTest, TheTextIsSearchedWhereOnlyAnnotationsAreDamaged) {
  execute("UPDATE segment SET quote = '화위이' WHERE quote = '화웨이'");
  EXPECT_EQ(project_.rows("find", {"칩"}).size(), 1U);
}

TEST_F(DamageTest, ADamagedTextIsLeftOutOfASearchAndToldOf) {
  execute("UPDATE document_text SET utf8 = replace(utf8, '확보', '확부')");
  const ProgramResult found = project_.run("find", {"다"});
  EXPECT_EQ(found.exit_code, 1);
  ASSERT_EQ(rows_of(found.out).size(), 1U);
  EXPECT_EQ(rows_of(found.out).at(0).at(0), "나.txt");
  expect_one_sentence({found.exit_code, "", found.err});
  EXPECT_NE(found.err.find("가.txt"), std::string::npos) << found.err;
}

TEST_F(DamageTest, AChangedLogIsFound) {
  execute("UPDATE change SET after = replace(after, 'fact', 'myth') WHERE after LIKE '%fact%'");
  EXPECT_THAT(findings(), Contains("log-differs"));
  EXPECT_EQ(project_.run("annotations", {key_}).exit_code, 0) << "the document itself is whole";
}

TEST_F(DamageTest, BytesThatAreNoUtf8InTheFileBreakNoOutput) {
  execute("UPDATE segment SET quote = CAST(x'EDA080FF' AS TEXT) WHERE quote = '화웨이'");
  EXPECT_THAT(findings(), Contains("quote-differs"));
  const ProgramResult result = project_.run("verify", {"--json"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_FALSE(objects_of(result.out).empty());
}

/// All places of a sequence of bytes.
std::vector<std::size_t> places_of(const std::string& bytes, const std::string& sought) {
  std::vector<std::size_t> places;
  for (std::size_t at = bytes.find(sought); at != std::string::npos; at = bytes.find(sought, at + 1))
    places.push_back(at);
  return places;
}

TEST_F(DamageTest, AFlippedBitIsFoundWhereverAQuoteIsStored) {
  const std::string whole = project_.bytes();
  const std::string quote = "화웨이";
  const std::vector<std::size_t> places = places_of(whole, quote);
  ASSERT_GE(places.size(), 3U) << "the text, the quote, and the quote of the claim";
  for (const std::size_t place : places) {
    for (const std::size_t byte : {std::size_t{0}, quote.size() / 2, quote.size() - 1}) {
      std::string flipped = whole;
      flipped[place + byte] = static_cast<char>(flipped[place + byte] ^ 1);
      project_.write("내 과제.mitjul", flipped);
      EXPECT_EQ(project_.run("verify").exit_code, 1) << "byte " << place + byte;
    }
  }
}

}  // namespace
}  // namespace mitjul
