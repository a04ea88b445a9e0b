#include "core/workspace.h"
#include "storage/project_file.h"
#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using Row = std::vector<std::string>;

ProgramResult words(const CliProject& project, const std::string& option, const std::string& list,
                    std::vector<std::string> more = {}) {
  more.insert(more.begin(), {option, "-"});
  return project.run("words", more, {list, {}, false});
}

TEST(WordsTest, AreAddedFromStandardInputOrAFileAndPrinted) {
  const CliProject project;
  EXPECT_THAT(project.rows("words"), IsEmpty());
  const ProgramResult added = words(project, "--add", "단어,라벨\n🚀 로켓,\n삼성,기관\n삼성,PRODUCT\n");
  EXPECT_EQ(added.exit_code, 0);
  EXPECT_EQ(added.err, "");
  EXPECT_EQ(added.out, "🚀 로켓\t\n삼성\tORG\n삼성\tPRODUCT\n");
  const std::string file = project.write("낱말 목록.tsv", "한국은행\tORG\n삼성\tORG\n");
  EXPECT_THAT(project.rows("words", {"--add", file}), ElementsAre(Row{"한국은행", "ORG"}))
      << "what was there is no news";
  EXPECT_EQ(project.out("words"), "삼성\tORG\n삼성\tPRODUCT\n한국은행\tORG\n🚀 로켓\t\n");
  EXPECT_THAT(project.rows("history"), SizeIs(2));
  EXPECT_EQ(project.out("verify"), "");
}

TEST(WordsTest, AreUndoneAsOne) {
  const CliProject project;
  words(project, "--add", "🚀\n삼성,ORG\n");
  project.out("undo");
  EXPECT_EQ(project.out("words"), "");
  project.out("redo");
  EXPECT_EQ(project.out("words"), "삼성\tORG\n🚀\t\n");
}

TEST(WordsTest, AreRemovedWithOneLabelOrWithAll) {
  const CliProject project;
  words(project, "--add", "🚀\n삼성,ORG\n삼성,PRODUCT\n칩,ORG\n칩,PRODUCT\n");
  EXPECT_EQ(words(project, "--remove", "삼성,ORG\n").out, "삼성\tORG\n");
  EXPECT_EQ(words(project, "--remove", "칩\n없는 말\n").out, "칩\tORG\n칩\tPRODUCT\n");
  EXPECT_EQ(project.out("words"), "삼성\tPRODUCT\n🚀\t\n");
}

TEST(WordsTest, ALabelStandsForThoseThatHaveNone) {
  const CliProject project;
  EXPECT_EQ(words(project, "--add", "🚀\n삼성,PRODUCT\n", {"--label", "기관"}).out, "🚀\tORG\n삼성\tPRODUCT\n");
  EXPECT_EQ(project.out("words", {"--label", "ORG"}), "🚀\tORG\n");
  EXPECT_EQ(words(project, "--remove", "🚀\n삼성\n", {"--label", "ORG"}).out, "🚀\tORG\n");
  EXPECT_EQ(project.out("words"), "삼성\tPRODUCT\n");
  expect_refusal(project.run("words", {"--label", "NOTHING"}), 1, "NOTHING");
  expect_refusal(project.run("words", {"--label", "about"}), 1, "about");
}

TEST(WordsTest, AreJsonLines) {
  const CliProject project;
  words(project, "--add", "\"🚀\t\"\"로켓\"\"\",ORG\n");
  EXPECT_THAT(objects_of(project.out("words", {"--json"})),
              ElementsAre(nlohmann::ordered_json({{"word", "🚀\t\"로켓\""}, {"label", "ORG"}})));
}

TEST(WordsTest, LinesThatCannotBeUsedAreToldAndTheOthersTaken) {
  const CliProject project;
  const std::string file = project.write("목록.csv", "🚀,ORG\n가,없다\n,ORG\n");
  const ProgramResult result = project.run("words", {"--add", file});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, "🚀\tORG\n");
  EXPECT_THAT(result.err, HasSubstr("목록.csv:2: "));
  EXPECT_THAT(result.err, HasSubstr("없다"));
  EXPECT_THAT(result.err, HasSubstr("목록.csv:3: "));
}

TEST(WordsTest, NothingThatCanBeUsedIsARefusal) {
  const CliProject project;
  expect_refusal(words(project, "--add", "가,없다\n"), 1, "없다");
  expect_refusal(words(project, "--add", std::string("PK\x03\x04\0\0", 6)), 1);
  EXPECT_EQ(words(project, "--add", "").exit_code, 0) << "nothing was asked for";
  EXPECT_THAT(project.rows("history"), IsEmpty());
  expect_refusal(project.run("words", {"--add", project / "없는 파일.csv"}), 3, "없는 파일.csv");
  EXPECT_EQ(project.run("words", {"--add", "-", "--remove", "-"}).exit_code, 2);
}

TEST(WordsTest, MoreThanTheListHoldsAreRefused) {
  const CliProject project;
  std::string list;
  for (int i = 0; i <= 200000; ++i) list += "🚀 " + std::to_string(i) + "\n";
  expect_refusal(words(project, "--add", list), 1, "200000");
  EXPECT_EQ(project.out("words"), "");
}

TEST(SettingsTest, ArePrintedAndSet) {
  const CliProject project;
  EXPECT_EQ(project.out("settings"), "suggestions\ton\nparticle\toutside\nschema-owner\tnone\n");
  EXPECT_EQ(project.out("settings", {"--set", "suggestions=off"}),
            "suggestions\toff\nparticle\toutside\nschema-owner\tnone\n");
  EXPECT_EQ(project.out("settings", {"--set", "suggestions=on", "--set", "particle=inside"}),
            "suggestions\ton\nparticle\tinside\nschema-owner\tnone\n");
  EXPECT_THAT(objects_of(project.out("settings", {"--json"})),
              ElementsAre(nlohmann::ordered_json({{"name", "suggestions"}, {"value", "on"}}),
                          nlohmann::ordered_json({{"name", "particle"}, {"value", "inside"}}),
                          nlohmann::ordered_json({{"name", "schema-owner"}, {"value", "none"}, {"key", ""}})));
  project.out("undo");
  EXPECT_EQ(project.out("settings"), "suggestions\toff\nparticle\toutside\nschema-owner\tnone\n");
  EXPECT_THAT(project.rows("history"), SizeIs(3));
  project.out("settings", {"--set", "suggestions=off"});
  EXPECT_THAT(project.rows("history"), SizeIs(3)) << "what is so already is no edit";
}

TEST(SettingsTest, WhatIsNoSettingIsWrongUsage) {
  const CliProject project;
  for (const char* const wrong : {"suggestions", "suggestions=", "suggestions=yes", "=on", "particle=on", "x=y", "=",
                                  "schema-owner", "schema-owner="}) {
    expect_refusal(project.run("settings", {"--set", wrong}), 2, wrong);
  }
  EXPECT_EQ(project.run("settings", {"--set", "suggestions=off", "--set", "x=y"}).exit_code, 2);
  EXPECT_EQ(project.out("settings"), "suggestions\ton\nparticle\toutside\nschema-owner\tnone\n");
}

/// Every export of the project that there is, one after another.
std::string all_exports(const CliProject& project, const std::string& name) {
  std::string bytes;
  int formats = 0;
  for (const Row& format : rows_of(run_cli({"formats"}).out)) {
    if (format.at(0) != "export") continue;
    const std::string out = project / (name + std::to_string(++formats));
    project.out("export", {"--format", format.at(1), "--created", "2026-11-21T00:00:00Z", "--out", out});
    if (!std::filesystem::is_directory(out)) {
      bytes += bytes_of(out);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(out)) {
      if (entry.is_regular_file()) bytes += bytes_of(entry.path());
    }
  }
  EXPECT_GT(formats, 0);
  return bytes;
}

TEST(SettingsTest, NoExportHoldsSettingsWordsOrRefusals) {
  const CliProject project;
  const std::string document = project.import("가.txt", "🚀 화웨이가 칩을 확보했다.\n");
  project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})");
  const std::string before = all_exports(project, "앞");
  project.out("settings", {"--set", "suggestions=off", "--set", "particle=inside"});
  words(project, "--add", "🚀 비밀 낱말,ORG\n");
  {
    Workspace workspace(std::make_unique<ProjectFile>(project.path()));
    const RefusedSuggestion refused{workspace.annotator(), Span(7, 8), "PRODUCT"};
    ASSERT_TRUE(workspace.perform({"refuse", {RefusalChange{DocumentKey::parse(document).value(), refused}}}).done());
  }
  EXPECT_TRUE(all_exports(project, "뒤") == before);
  EXPECT_THAT(project.rows("documents"), SizeIs(1));
}

}  // namespace
}  // namespace mitjul
