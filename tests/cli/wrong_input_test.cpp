// Whatever is wrong with a call or a file: one clear sentence, the exit code of the contract, and an untouched project.

#include <sqlite3.h>
#include <unistd.h>

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

const std::string kArticle = "🚀 화웨이가 칩을 확보했다.\n";

/// Every command that opens a project, with arguments that would be right in one that has a document `가.txt`.
std::vector<std::vector<std::string>> commands_on(const std::string& project, const TempFolder& folder) {
  const std::string lines = folder.write("줄.jsonl", R"({"start":2,"end":5,"label":"ORG"})");
  return {{"info", project},
          {"schema", project},
          {"annotators", project},
          {"annotators", project, "--add", "김주석"},
          {"verify", project},
          {"import", project, folder.write("새 글.txt", "🚀 새 글")},
          {"export", project, "--format", "mitjul-xml", "--out", folder / "a.xml"},
          {"documents", project},
          {"text", project, "가.txt"},
          {"annotations", project},
          {"annotate", project, "가.txt", "--from", lines},
          {"delete", project, "가.txt"},
          {"restore", project, "가.txt"},
          {"purge", project, "가.txt"},
          {"history", project},
          {"undo", project},
          {"redo", project}};
}

/// Each command says in one sentence that this is no project it can open, and leaves it as it is.
void expect_every_command_refuses(const std::string& project, const std::string& names) {
  const TempFolder folder;
  const bool file = fs::is_regular_file(project);
  const std::string before = file ? bytes_of(project) : "";
  for (const auto& command : commands_on(project, folder)) {
    SCOPED_TRACE(command[0]);
    expect_refusal(run_cli(command), 3, names);
    EXPECT_EQ(file ? bytes_of(project) : "", before);
  }
  EXPECT_FALSE(fs::exists(folder / "a.xml"));
}

void execute_sql(const std::string& project, const std::string& sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(project.c_str(), &database), SQLITE_OK);
  char* message = nullptr;
  EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << message;
  sqlite3_close(database);
}

TEST(WrongProjectTest, AFileThatIsNotThere) {
  const TempFolder folder;
  expect_every_command_refuses(folder / "없음.mitjul", "없음.mitjul");
  EXPECT_FALSE(fs::exists(folder / "없음.mitjul")) << "only `new` makes one";
}

TEST(WrongProjectTest, AFolder) {
  const TempFolder folder;
  expect_every_command_refuses(folder.path(), "mitjul 시험");
}

TEST(WrongProjectTest, AFileThatIsNoProject) {
  const TempFolder folder;
  expect_every_command_refuses(folder.write("기사.mitjul", kArticle), "기사.mitjul");
  for (const std::string& bytes :
       {std::string(), std::string("SQLite format 3"), std::string("SQLite format 3\0", 16) + std::string(84, '\0'),
        std::string(5000, '\0'), std::string("PK\x03\x04")}) {
    expect_refusal(run_cli({"documents", folder.write("x.mitjul", bytes)}), 3, "x.mitjul");
  }
}

TEST(WrongProjectTest, ADatabaseOfAnotherProgram) {
  const TempFolder folder;
  execute_sql(folder / "남의 것.db", "CREATE TABLE document (id INTEGER PRIMARY KEY); PRAGMA user_version = 1");
  expect_every_command_refuses(folder / "남의 것.db", "남의 것.db");
}

TEST(WrongProjectTest, AProjectOfANewerVersion) {
  const CliProject project;
  project.import("가.txt", kArticle);
  execute_sql(project.path(), "PRAGMA user_version = 99");
  expect_every_command_refuses(project.path(), "99");
}

TEST(WrongProjectTest, AProjectThatWasCutOff) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string whole = project.bytes();
  ASSERT_GT(whole.size(), 8192U);
  for (const std::size_t size : {whole.size() / 2, std::size_t{4096}, std::size_t{100}}) {
    project.write("내 과제.mitjul", std::string_view(whole).substr(0, size));
    const ProgramResult result = project.run("documents");
    EXPECT_EQ(result.exit_code, 3) << size;
    EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
  }
}

TEST(WrongProjectTest, AProjectThatIsLocked) {
  const CliProject project;
  project.import("가.txt", kArticle);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(project.path().c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(project.out("text", {"가.txt"}), kArticle) << "who only reads does not wait";
  expect_refusal(
      project.run("annotate", {"가.txt", "--from", "-"}, {R"({"start":2,"end":5,"label":"ORG"})", {}, false}), 3,
      project.path());
  sqlite3_close(other);
  EXPECT_EQ(project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})").size(), 1U);
}

/// Whether another user may run the program at all, where it was built.
bool others_can_run_it() {
  RunOptions other;
  other.unprivileged = true;
  return run_cli({"--version"}, other).exit_code == 0;
}

TEST(ReadOnlyProjectTest, ItIsReadButNotChanged) {
  if (!others_can_run_it()) GTEST_SKIP() << "the build folder is closed to other users";
  const CliProject project;
  project.import("가.txt", kArticle);
  project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})");
  const std::string lines = project.write("줄.jsonl", R"({"start":2,"end":5,"label":"ORG"})");
  const std::string article = project.write("새.txt", "🚀 새 글");
  std::string renamed = project.out("schema");
  renamed.replace(renamed.find("name=\"claims-entities\""), 22, "name=\"🚀\"");
  const std::string schema = project.write("s.xml", renamed);
  fs::permissions(project.path(), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  fs::permissions(project.folder().path(), fs::perms(0555));
  const std::string before = project.bytes();
  RunOptions reader;
  reader.unprivileged = true;

  for (const std::string command : {"info", "documents", "annotations", "annotators", "history", "schema", "verify"}) {
    const ProgramResult result = project.run(command, {}, reader);
    EXPECT_EQ(result.exit_code, 0) << command << ": " << result.err;
  }
  EXPECT_EQ(project.run("text", {"가.txt"}, reader).out, kArticle);
  EXPECT_EQ(project.run("export", {"--format", "mitjul-xml", "--out", "/dev/null"}, reader).exit_code, 0);

  const std::vector<std::vector<std::string>> changes{{"annotate", "가.txt", "--from", lines},
                                                      {"import", article},
                                                      {"undo"},
                                                      {"delete", "가.txt"},
                                                      {"purge", "가.txt"},
                                                      {"annotators", "--add", "김주석"},
                                                      {"schema", "--set", schema}};
  for (const auto& change : changes) {
    SCOPED_TRACE(change[0]);
    expect_refusal(project.run(change[0], {change.begin() + 1, change.end()}, reader), 3, project.path());
  }
  EXPECT_EQ(project.bytes(), before);
  fs::permissions(project.folder().path(), fs::perms(0755));
}

TEST(NoPermissionTest, WhatMayNotBeReadOrWrittenIsSaid) {
  if (!others_can_run_it()) GTEST_SKIP() << "the build folder is closed to other users";
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string secret = project.write("비밀.txt", "🚀 비밀");
  const std::string closed = project.write("닫힘/안.txt", "🚀 안");
  const std::string old = project.write("예전.xml", "🚀 예전 것");
  fs::permissions(secret, fs::perms::none);
  fs::permissions(project / "닫힘", fs::perms::none);
  fs::permissions(old, fs::perms(0444));
  fs::permissions(project.path(), fs::perms(0666));
  fs::permissions(project.folder().path(), fs::perms(0777));
  RunOptions other;
  other.unprivileged = true;
  expect_refusal(project.run("import", {secret}, other), 3, secret);
  expect_refusal(project.run("import", {closed}, other), 3, "닫힘");
  expect_refusal(project.run("import", {project / "닫힘"}, other), 3, "닫힘");
  expect_refusal(project.run("annotate", {"가.txt", "--from", secret}, other), 3, secret);
  expect_refusal(project.run("export", {"--format", "mitjul-xml", "--out", old}, other), 3, old);
  expect_refusal(project.run("export", {"--format", "mitjul-xml", "--out", project / "닫힘/a.xml"}, other), 3, "닫힘");
  expect_refusal(run_cli({"documents", secret}, other), 3, secret);
  expect_refusal(run_cli({"new", project / "닫힘/새.mitjul"}, other), 3, "닫힘");
  EXPECT_EQ(bytes_of(old), "🚀 예전 것");
  EXPECT_EQ(project.rows("documents").size(), 1U);
  fs::permissions(project / "닫힘", fs::perms(0755));
}

TEST(NoPermissionTest, WhatMayNotBeReadInAFolderIsSaidAndTheOthersComeIn) {
  if (!others_can_run_it()) GTEST_SKIP() << "the build folder is closed to other users";
  const CliProject project;
  const std::string secret = project.write("기사들/나.txt", "🚀 비밀");
  project.write("기사들/다/라.txt", "🚀 닫힘");
  project.write("기사들/가.txt", kArticle);
  project.write("기사들/마.txt", "🚀 마");
  fs::permissions(secret, fs::perms::none);
  fs::permissions(project / "기사들/다", fs::perms::none);
  fs::permissions(project.path(), fs::perms(0666));
  fs::permissions(project.folder().path(), fs::perms(0777));
  RunOptions other;
  other.unprivileged = true;
  const ProgramResult result = project.run("import", {project / "기사들"}, other);
  fs::permissions(project / "기사들/다", fs::perms(0755));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  const Rows rows = rows_of(result.out);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0][1], "가.txt");
  EXPECT_EQ(rows[1][1], "마.txt");
  EXPECT_EQ(result.err, secret + ": You have no permission to read this.\n" + (project / "기사들/다") +
                            ": You have no permission to read this.\n");
}

TEST(MissingFolderTest, ItIsTheFolderThatIsMissing) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string folder = project / "없는 폴더";
  const std::vector<std::vector<std::string>> calls{
      {"new", folder + "/새.mitjul"},
      {"new", project / "새.mitjul", "--schema", folder + "/s.xml"},
      {"documents", folder + "/새.mitjul"},
      {"verify", folder + "/새.mitjul"},
      {"import", project.path(), folder + "/가.txt"},
      {"import", project.path(), folder + "/"},
      {"annotate", project.path(), "가.txt", "--from", folder + "/줄.jsonl"},
      {"schema", project.path(), "--set", folder + "/s.xml"},
      {"export", project.path(), "--format", "mitjul-xml", "--out", folder + "/a.xml"},
      {"export", project.path(), "--format", "mitjul-xml", "--out", folder + "/"},
  };
  for (const auto& call : calls) {
    SCOPED_TRACE(testing::PrintToString(call));
    const ProgramResult english = run_cli(call);
    expect_refusal(english, 3);
    EXPECT_EQ(english.err, "The folder “" + folder + "” does not exist.\n");
    std::vector<std::string> command{MITJUL_CLI};
    command.insert(command.end(), call.begin(), call.end());
    EXPECT_EQ(run_program(command, {"", {"LC_ALL=ko_KR.UTF-8"}, false}).err, "‘" + folder + "’ 폴더가 없습니다.\n");
  }
}

TEST(WrongUsageTest, TheCommandLineIsRefusedWithTwo) {
  const CliProject project;
  const std::string before = project.bytes();
  const std::string path = project.path();
  const std::vector<std::pair<std::vector<std::string>, std::string>> calls{
      {{}, ""},
      {{"annotat", path}, "annotat"},
      {{"--verbose"}, ""},
      {{"new"}, "PROJECT"},
      {{"documents"}, "PROJECT"},
      {{"documents", path, "더"}, "더"},
      {{"documents", path, "--verbose"}, "--verbose"},
      {{"documents", path, "--annotator"}, "--annotator"},
      {{"text", path}, "DOCUMENT"},
      {{"text", path, "가", "나"}, "나"},
      {{"annotate", path, "가.txt"}, "--from"},
      {{"import", path}, "FILE"},
      {{"export", path, "--out", "a.xml"}, "--format"},
      {{"export", path, "--format", "mitjul-xml"}, "--out"},
      {{"new", project / "b.mitjul", "--schema", "nothing"}, "nothing"},
      {{"export", path, "--format", "nothing", "--out", project / "a"}, "nothing"},
      {{"import", path, "--format", "nothing", project / "a"}, "nothing"},
      {{"import", path, "--encoding", "nothing", project / "a"}, "nothing"},
  };
  for (const auto& [call, names] : calls) {
    SCOPED_TRACE(testing::PrintToString(call));
    expect_refusal(run_cli(call), 2, names);
  }
  EXPECT_EQ(project.bytes(), before);
  EXPECT_FALSE(fs::exists(project / "b.mitjul"));
}

TEST(WrongDataTest, WhatTheProjectDoesNotHaveIsRefusedWithOne) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string before = project.bytes();
  const RunOptions line{R"({"start":2,"end":5,"label":"ORG"})", {}, false};
  expect_refusal(project.run("text", {"없음.txt"}), 1, "없음.txt");
  EXPECT_EQ(project.run("text", {""}).exit_code, 1);
  expect_refusal(project.run("annotations", {"없음.txt"}), 1, "없음.txt");
  expect_refusal(project.run("annotate", {"없음.txt", "--from", "-"}, line), 1, "없음.txt");
  expect_refusal(project.run("annotate", {"가.txt", "--from", "-", "--annotator", "없음"}, line), 1, "없음");
  expect_refusal(project.run("annotate", {"가.txt", "--from", project / "없음.jsonl"}), 3, "없음.jsonl");
  expect_refusal(project.run("annotate", {"가.txt", "--from", project.folder().path()}), 3);
  for (const std::string command : {"delete", "restore", "purge"})
    expect_refusal(project.run(command, {"없음.txt"}), 1, "없음.txt");
  for (const std::string command : {"documents", "annotations", "history", "undo", "redo", "schema"}) {
    expect_refusal(project.run(command, {"--annotator", "없음"}), 1, "없음");
  }
  expect_refusal(project.run("undo"), 1);
  expect_refusal(project.run("redo"), 1);
  EXPECT_EQ(project.bytes(), before);
}

TEST(WrongDataTest, ANameTooLongForAFileIsNoCrash) {
  const CliProject project;
  const std::string name(5000, 'x');
  EXPECT_EQ(project.run("import", {name}).exit_code, 3);
  EXPECT_EQ(project.run("export", {"--format", "mitjul-xml", "--out", name}).exit_code, 3);
  EXPECT_EQ(project.run("text", {name}).exit_code, 1);
  EXPECT_EQ(run_cli({"new", name}).exit_code, 3);
  EXPECT_EQ(run_cli({"documents", name}).exit_code, 3);
  EXPECT_NE(run_cli({"new", project / "b.mitjul", "--schema", name}).exit_code, 0);
}

}  // namespace
}  // namespace mitjul
