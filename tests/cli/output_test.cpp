#include "cli/output.h"

#include <csignal>

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(EscapeFieldTest, BackslashesLineEndsAndTabsAreEscapedAndNothingElse) {
  EXPECT_EQ(escape_field("🚀 가\\나\n다\t라\r마 \"<&>' \u0085"), "🚀 가\\\\나\\n다\\t라\\r마 \"<&>' \u0085");
  EXPECT_EQ(escape_field("\\n"), "\\\\n") << "what looks like an escape comes back as itself";
  EXPECT_EQ(escape_field(""), "");
}

/// A project with a document whose name and text need every escape.
class OutputTest : public testing::Test {
 protected:
  OutputTest() {
    const Rows imported = project_.rows("import", {project_.write("원본/이름\t탭\\역\n줄.txt", "🚀 가\t나\\다\n라")});
    key_ = imported.at(0).at(0);
    project_.annotate(key_,
                      "{\"start\":2,\"end\":9,\"label\":\"CLAIM\",\"note\":\"쪽지\\t둘\",\"id\":\"c\"}\n"
                      "{\"start\":0,\"end\":1,\"label\":\"ORG\",\"id\":\"o\"}\n"
                      "{\"args\":{\"claim\":\"c\",\"source\":\"o\"},\"label\":\"source\"}");
  }

  CliProject project_;
  std::string key_;
};

TEST_F(OutputTest, FieldsAreEscapedInTabSeparatedLines) {
  EXPECT_EQ(project_.rows("documents").at(0).at(1), "이름\\t탭\\\\역\\n줄.txt");
  const Rows rows = project_.rows("annotations");
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[1].at(6), "가\\t나\\\\다\\n라");
}

TEST_F(OutputTest, FieldsAreTheStringsThemselvesInJson) {
  EXPECT_EQ(objects_of(project_.out("documents", {"--json"})).at(0)["name"], "이름\t탭\\역\n줄.txt");
  EXPECT_EQ(objects_of(project_.out("annotations", {"--json"})).at(1)["quote"], "가\t나\\다\n라");
}

TEST_F(OutputTest, JsonLinesHaveTheColumnsFirstAndInTheirOrder) {
  const std::vector<std::vector<std::string>> commands{
      {"info", project_.path()},       {"documents", project_.path()}, {"annotations", project_.path()},
      {"annotators", project_.path()}, {"history", project_.path()},   {"formats"}};
  for (const auto& command : commands) {
    SCOPED_TRACE(command[0]);
    std::vector<std::string> with_json = command;
    with_json.insert(with_json.begin() + 1, "--json");
    const Rows rows = rows_of(run_cli(command).out);
    const auto objects = objects_of(run_cli(with_json).out);
    ASSERT_FALSE(rows.empty());
    ASSERT_GE(objects.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::size_t column = 0;
      for (const auto& [name, value] : objects[i].items()) {
        if (column == rows[i].size()) break;
        std::string field = value.is_string() ? escape_field(value.get<std::string>()) : value.dump();
        if (value.is_array()) field = value.empty() ? "" : escape_field(value[0].get<std::string>());
        EXPECT_EQ(rows[i][column], field) << name;
        ++column;
      }
      EXPECT_EQ(column, rows[i].size());
    }
  }
}

TEST_F(OutputTest, JsonIsWhatTheContractNames) {
  const auto keys = [](const nlohmann::ordered_json& object) {
    std::string names;
    for (const auto& [name, value] : object.items()) names += (names.empty() ? "" : " ") + name;
    return names;
  };
  const std::string imported = project_.out("import", {"--json", project_.write("b.txt", "🚀")});
  EXPECT_EQ(keys(objects_of(imported).at(0)), "key name format encoding codepoints problems problemCodes");
  EXPECT_EQ(keys(objects_of(project_.out("documents", {"--json"})).at(0)), "key name state codepoints annotations");
  EXPECT_EQ(keys(objects_of(project_.out("history", {"--json"})).at(0)).substr(0, 35),
            "edit time annotator name documents ");
  const std::string ids =
      project_.out("annotate", {key_, "--from", "-", "--json"}, {R"({"start":0,"end":1,"label":"ORG"})", {}, false});
  EXPECT_EQ(keys(objects_of(ids).at(0)), "id");
}

TEST_F(OutputTest, BytesThatAreNoUtf8DoNotBreakJson) {
  const ProgramResult result =
      project_.run("export", {"--json", "--format", "mitjul-xml", "--out", (project_ / "a") + "\xFF.xml"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  ASSERT_THAT(objects_of(result.out), SizeIs(1));
  EXPECT_NE(objects_of(result.out)[0]["out"].get<std::string>().find("a\uFFFD.xml"), std::string::npos);
}

TEST_F(OutputTest, QuietSilencesNotesAndNothingElse) {
  const std::string same = project_.write("같은.txt", "🚀 가\t나\\다\n라");
  EXPECT_FALSE(project_.run("import", {same}).err.empty());
  const ProgramResult quiet = project_.run("import", {"--quiet", same, project_.write("b.txt", "🚀\x01")});
  EXPECT_EQ(quiet.err, "");
  EXPECT_THAT(rows_of(quiet.out), SizeIs(1)) << "results are no notes";
  EXPECT_FALSE(project_.run("text", {"없음", "--quiet"}).err.empty());
}

TEST_F(OutputTest, AMessageIsOneLineWhateverNameItHolds) {
  expect_refusal(project_.run("text", {"없는\n문서\r"}), 1, "없는\\n문서\\r");
  expect_refusal(project_.run("import", {project_ / "없는\n파일"}), 3, "없는\\n파일");
  project_.out("delete", {key_});
  expect_refusal(project_.run("text", {key_}), 1);
}

TEST_F(OutputTest, AFullStdoutIsNoSuccess) {
  const std::string before = project_.bytes();
  for (const std::string command : {"info", "documents", "annotations", "annotators", "history", "schema"}) {
    SCOPED_TRACE(command);
    expect_refusal(run_cli_to("/dev/full", {command, project_.path()}), 3, "stdout");
  }
  expect_refusal(run_cli_to("/dev/full", {"text", project_.path(), key_}), 3, "stdout");
  expect_refusal(run_cli_to("/dev/full", {"formats"}), 3, "stdout");
  expect_refusal(run_cli_to("/dev/full", {"--help"}), 3, "stdout");
  expect_refusal(run_cli_to("/dev/full", {"export", "--help"}), 3, "stdout");
  expect_refusal(run_cli_to("/dev/full", {"--version"}), 3, "stdout");
  EXPECT_EQ(project_.bytes(), before);
}

TEST_F(OutputTest, WhatWasStoredBeforeAFullStdoutIsSaidToBeThere) {
  const std::string lines = project_.write("줄.jsonl", R"({"start":0,"end":1,"label":"ORG"})");
  const std::string article = project_.write("새 글.txt", "🚀 새 글");
  const std::string out = project_ / "a.xml";
  const auto log = [&] { return project_.rows("history").size(); };
  const std::vector<std::pair<std::vector<std::string>, std::size_t>> calls{
      {{"annotate", project_.path(), key_, "--from", lines}, 1},
      {{"undo", project_.path()}, 1},
      {{"redo", project_.path()}, 1},
      {{"import", project_.path(), article}, 1},
      {{"delete", project_.path(), key_}, 1},
      {{"restore", project_.path(), key_}, 1},
      {{"annotators", project_.path(), "--add", "김주석"}, 0},
      {{"export", project_.path(), "--format", "mitjul-xml", "--out", out}, 0},
  };
  for (const auto& [call, edits] : calls) {
    SCOPED_TRACE(call[0]);
    const std::size_t before = log();
    const ProgramResult result = run_cli_to("/dev/full", call);
    expect_refusal(result, 3, "done and stored");
    EXPECT_EQ(result.err.find("nothing was changed"), std::string::npos) << result.err;
    EXPECT_EQ(log(), before + edits);
  }
  EXPECT_EQ(project_.rows("annotators").size(), 2U);
  EXPECT_TRUE(is_valid(out));

  const ProgramResult purged = run_cli_to("/dev/full", {"purge", project_.path(), key_, "--quiet"});
  expect_refusal(purged, 3, "done and stored");
  EXPECT_EQ(project_.run("text", {key_}).exit_code, 1);
}

TEST_F(OutputTest, WhatHadNothingToDoDoesNotSayThatItIsDone) {
  const std::string before = project_.bytes();
  expect_refusal(run_cli_to("/dev/full", {"restore", project_.path(), key_}), 3, "nothing was changed");
  EXPECT_TRUE(project_.bytes() == before);
}

TEST_F(OutputTest, AReaderThatGoesAwayEndsItLikeEveryOtherProgram) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "🚀 가나다라\n";
  project_.import("긴 글.txt", text);
  const std::string script = "{ \"$0\" text \"$1\" '긴 글.txt'; echo $? > \"$2\"; } | head -c 4";
  const ProgramResult result = run_program({"/bin/sh", "-c", script, MITJUL_CLI, project_.path(), project_ / "exit"});
  EXPECT_EQ(result.out, "🚀");
  EXPECT_EQ(bytes_of(project_ / "exit"), std::to_string(128 + SIGPIPE) + "\n");
  EXPECT_EQ(result.err, "");
}

}  // namespace
}  // namespace mitjul
