#include "core/schema.h"
#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::SizeIs;

const std::string kArticle = "🚀 화웨이가 칩을 확보했다.\n";

std::string contract_file() { return std::string(MITJUL_FIXTURES) + "/mitjul-xml/contract/export.xml"; }

/// The value of a line of `info`.
std::string info(const CliProject& project, const std::string& name) {
  for (const auto& row : project.rows("info")) {
    if (row.at(0) == name) return row.at(1);
  }
  ADD_FAILURE() << "no " << name;
  return "";
}

TEST(NewTest, AProjectIsMadeAndNothingIsPrinted) {
  const TempFolder folder;
  const std::string path = folder / "새 과제.mitjul";
  const ProgramResult result = run_cli({"new", path});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out + result.err, "");
  EXPECT_EQ(bytes_of(path).substr(0, 15), "SQLite format 3");
  EXPECT_EQ(run_cli({"documents", path}).out, "");
}

TEST(NewTest, TheFirstAnnotatorIsCalledAnnotator01WhoeverMakesTheProject) {
  const TempFolder folder;
  const std::string path = folder / "a.mitjul";
  EXPECT_EQ(run_cli({"new", path}, {"", {"USER=홍길동", "LOGNAME=홍길동", "USERNAME=홍길동"}, false}).exit_code, 0);
  const Rows annotators = rows_of(run_cli({"annotators", path}).out);
  ASSERT_THAT(annotators, SizeIs(1));
  EXPECT_THAT(annotators[0].at(0), MatchesRegex("[a-z][a-z2-7]{5}"));
  EXPECT_EQ(annotators[0].at(1), "annotator01");
}

TEST(NewTest, AFileThatExistsIsRefusedAndLeftAlone) {
  const TempFolder folder;
  const std::string path = folder.write("원고.mitjul", "🚀 중요한 것");
  expect_refusal(run_cli({"new", path}), 3, path);
  EXPECT_EQ(bytes_of(path), "🚀 중요한 것");
  const CliProject project;
  const std::string before = project.bytes();
  expect_refusal(project.run("new"), 3, project.path());
  EXPECT_EQ(project.bytes(), before);
  expect_refusal(run_cli({"new", folder.path()}), 3);
}

TEST(NewTest, EveryPresetMakesAProjectWithItsSchema) {
  for (const std::string_view name : preset_names()) {
    const CliProject project({"--schema", std::string(name)});
    EXPECT_EQ(info(project, "schema"), name);
    EXPECT_EQ(info(project, "labels"), std::to_string(preset(name)->labels.size()));
  }
  EXPECT_EQ(info(CliProject(), "schema"), "claims-entities");
  EXPECT_EQ(info(CliProject({"--schema", "empty"}), "labels"), "0");
}

TEST(NewTest, ASchemaFileMakesAProjectWithThatSchema) {
  const CliProject project({"--schema", std::string(MITJUL_SAMPLES) + "/schema.xml"});
  EXPECT_EQ(info(project, "schema"), "sample-campaign");
}

TEST(NewTest, WhatGoesWrongLeavesNoProjectBehind) {
  const TempFolder folder;
  const std::string path = folder / "새.mitjul";
  const auto refused = [&](const std::string& schema, int exit_code, const std::string& names) {
    expect_refusal(run_cli({"new", path, "--schema", schema}), exit_code, names);
    EXPECT_FALSE(std::filesystem::exists(path));
  };
  refused("no-such-preset", 2, "claims-entities");
  refused(folder / "없음.xml", 3, "없음.xml");
  refused(folder.path(), 3, folder.path());
  refused(folder.write("깨짐.xml", "<schema"), 1, "깨짐.xml:1");
  refused(folder.write("기사.xml", "🚀 기사"), 1, "기사.xml:1");
  expect_refusal(run_cli({"new", folder / "없는 폴더/새.mitjul"}), 3, "없는 폴더");
}

TEST(InfoTest, TheNumbersAreThoseOfTheProject) {
  const CliProject project;
  project.import("가.txt", kArticle);
  project.import("나.txt", kArticle + "더");
  project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})");
  project.out("delete", {"나.txt"});
  EXPECT_EQ(info(project, "project"), project.path());
  EXPECT_THAT(info(project, "created"), MatchesRegex("20..-..-..T..:..:..Z"));
  EXPECT_EQ(info(project, "schemaVersion"), "1");
  EXPECT_EQ(info(project, "annotators"), "1");
  EXPECT_EQ(info(project, "documents"), "1");
  EXPECT_EQ(info(project, "documentsInTrash"), "1");
  EXPECT_EQ(info(project, "annotations"), "1");
  EXPECT_EQ(info(project, "lastEdit"), "4");
  EXPECT_EQ(info(project, "bytes"), std::to_string(project.bytes().size()));
}

TEST(AnnotatorsTest, AnnotatorsAreAddedAndListed) {
  const CliProject project;
  const Rows added = project.rows("annotators", {"--add", "김 \"주\" <석>\t둘"});
  ASSERT_THAT(added, SizeIs(1));
  EXPECT_EQ(added[0].at(1), "김 \"주\" <석>\\t둘");
  const Rows all = project.rows("annotators");
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].at(1), "annotator01");
  EXPECT_EQ(all[1], added[0]);
}

TEST(AnnotatorsTest, ANameIsNotGivenTwice) {
  const CliProject project;
  const std::string before = project.bytes();
  expect_refusal(project.run("annotators", {"--add", "annotator01"}), 1, "annotator01");
  expect_refusal(project.run("annotators", {"--add", "가\x01"}), 1);
  expect_refusal(project.run("annotators", {"--add", "\xFF"}), 1);
  EXPECT_EQ(project.bytes(), before);
}

TEST(AnnotatorsTest, AnAnnotatorIsMeantByKeyOrByName) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const Rows added = project.rows("annotators", {"--add", "김주석"});
  const auto annotate_as = [&](const std::string& annotator) {
    return project.rows("annotate", {"가.txt", "--from", "-", "--annotator", annotator},
                        {R"({"start":2,"end":5,"label":"ORG"})", {}, false});
  };
  EXPECT_EQ(annotate_as("김주석").at(0).at(0), added[0][0] + "-1");
  EXPECT_EQ(annotate_as(added[0][0]).at(0).at(0), added[0][0] + "-2");
  EXPECT_THAT(project.rows("annotations", {"--annotator", "김주석"}), SizeIs(2));
  EXPECT_THAT(project.rows("annotations", {"--annotator", "annotator01"}), IsEmpty());
  expect_refusal(project.run("annotations", {"--annotator", "박주석"}), 1, "박주석");
}

TEST(AnnotatorsTest, OfTwoOfTheSameNameTheKeyMustBeGiven) {
  const CliProject project;
  project.out("import", {contract_file()});  // brings an annotator01 of its own
  const std::string own = project.rows("annotators").at(0).at(0);
  expect_refusal(project.run("annotations", {"--annotator", "annotator01"}), 1, own);
  EXPECT_THAT(project.rows("annotations", {"--annotator", "h4k2qa"}), SizeIs(2));
  EXPECT_THAT(project.rows("annotations", {"--annotator", own}), IsEmpty());
}

TEST(SchemaTest, TheSchemaIsPrintedAsAFileThatCanBeSet) {
  const CliProject project;
  const std::string xml = project.out("schema");
  EXPECT_TRUE(is_valid(project.write("스키마.xml", xml)));
  const CliProject other({"--schema", project / "스키마.xml"});
  EXPECT_EQ(other.out("schema"), xml);
  EXPECT_EQ(project.out("schema", {"--set", project / "스키마.xml"}), "") << "the same is no change";
  EXPECT_THAT(project.rows("history"), IsEmpty());
}

TEST(SchemaTest, SettingASchemaIsAnEditWithANewVersion) {
  const CliProject project({"--schema", "empty"});
  const std::string file = project.write(
      "s.xml",
      R"(<schema xmlns="urn:mitjul:annotations:1" name="새 🚀" version="1"><label id="A" name="가" kind="span"/></schema>)");
  project.out("schema", {"--set", file});
  EXPECT_EQ(info(project, "schema"), "새 🚀");
  EXPECT_EQ(info(project, "schemaVersion"), "2");
  project.out("undo");
  EXPECT_EQ(info(project, "schema"), "empty");
}

TEST(SchemaTest, WhatAnnotationsNeedCannotBeTakenAway) {
  const CliProject project;
  project.import("가.txt", kArticle);
  project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})");
  const std::string before = project.bytes();
  const std::string file = project.write("s.xml", R"(<schema xmlns="urn:mitjul:annotations:1" name="x" version="9"/>)");
  expect_refusal(project.run("schema", {"--set", file}), 1, "ORG");
  EXPECT_EQ(project.bytes(), before);
}

TEST(SchemaTest, ABrokenSchemaIsRefusedWithFileAndLine) {
  const CliProject project;
  const std::string before = project.bytes();
  const std::string file = project.write("깨진 스키마.xml",
                                         "<schema xmlns=\"urn:mitjul:annotations:1\" name=\"x\" version=\"1\">\n"
                                         "<label id=\"A\" name=\"🚀\" kind=\"span\"/>\n"
                                         "<label id=\"A\" name=\"나\" kind=\"span\"/>\n</schema>");
  expect_refusal(project.run("schema", {"--set", file}), 1, "깨진 스키마.xml:3");
  expect_refusal(project.run("schema", {"--set", project / "없음.xml"}), 3, "없음.xml");
  EXPECT_EQ(project.bytes(), before);
}

TEST(VerifyTest, AGoodProjectAndAGoodExportHaveNoFindings) {
  const CliProject project;
  project.out("import", {contract_file()});
  for (const std::string& path : {project.path(), contract_file(), project.export_xml("a.xml")}) {
    const ProgramResult result = run_cli({"verify", path});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.out + result.err, "");
  }
}

TEST(VerifyTest, FindingsOfAnExportHaveCodePlaceAndSentence) {
  const CliProject project;
  std::string xml = bytes_of(contract_file());
  xml.replace(xml.find(">화웨이</segment>"), 1, "> ");
  xml.replace(xml.find(">fact<"), 6, ">myth<");
  const ProgramResult result = run_cli({"verify", project.write("a.xml", xml)});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.err, "");
  const Rows rows = rows_of(result.out);
  ASSERT_THAT(rows, SizeIs(2));
  ASSERT_THAT(rows[0], SizeIs(6));
  EXPECT_EQ(rows[0][0], "quote-differs");
  EXPECT_EQ(rows[0][1], "기사.txt");
  EXPECT_EQ(rows[0][2], "h4k2qa-1");
  EXPECT_EQ(rows[0][3], "17");
  EXPECT_NE(rows[0][4].find("화웨이"), std::string::npos);
  EXPECT_EQ(rows[1][0], "invalid-attribute-value");
  EXPECT_EQ(rows[1][2], "h4k2qa-2");
}

TEST(VerifyTest, AMissingRequiredAttributeIsAFinding) {
  const CliProject project({"--schema", "empty"});
  project.out(
      "schema",
      {"--set",
       project.write(
           "s.xml",
           R"(<schema xmlns="urn:mitjul:annotations:1" name="x" version="1"><label id="A" name="가" kind="span">)"
           R"(<attribute id="x" name="꼭" type="boolean" required="true"/></label></schema>)")});
  project.import("가.txt", kArticle);
  const std::string id = project.annotate("가.txt", R"({"start":2,"end":5,"label":"A"})").at(0);
  const ProgramResult result = project.run("verify");
  EXPECT_EQ(result.exit_code, 1);
  const Rows rows = rows_of(result.out);
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0][0], "missing-attribute");
  EXPECT_EQ(rows[0][2], id);
}

TEST(VerifyTest, WhatIsNeitherProjectNorExportIsSaid) {
  const TempFolder folder;
  expect_refusal(run_cli({"verify", folder.write("기사.txt", kArticle)}), 3, "기사.txt");
  expect_refusal(run_cli({"verify", folder.write("빈.mitjul", "")}), 3, "빈.mitjul");
  expect_refusal(run_cli({"verify", folder / "없음.xml"}), 3, "없음.xml");
  expect_refusal(run_cli({"verify", folder.path()}), 3);
}

TEST(FormatsTest, EveryFormatHasALineForEachDirection) {
  const Rows rows = rows_of(run_cli({"formats"}).out);
  ASSERT_GE(rows.size(), 3U);
  std::vector<std::string> lines;
  for (const auto& row : rows) {
    ASSERT_THAT(row, SizeIs(5));
    lines.push_back(row[0] + " " + row[1] + " " + row[3]);
    EXPECT_FALSE(row[2].empty());
    EXPECT_FALSE(row[4].empty());
  }
  EXPECT_THAT(lines, testing::IsSupersetOf({"import text txt text", "import mitjul-xml xml", "export mitjul-xml xml"}));
}

TEST(VersionTest, TheVersionIsThatOfTheGenerator) {
  const ProgramResult result = run_cli({"--version"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, MatchesRegex("mitjul [0-9]+\\.[0-9]+\\.[0-9]+\n"));
  const CliProject project;
  const std::string xml = bytes_of(project.export_xml("a.xml"));
  EXPECT_NE(xml.find("generator=\"" + result.out.substr(0, result.out.size() - 1) + "\""), std::string::npos);
}

}  // namespace
}  // namespace mitjul
