#include "tests/cli/cli_project.h"
#include "tests/support/zip_file.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::SizeIs;

const std::string kArticle = "🚀 화웨이가 칩을 확보했다.\n";

std::string contract_file() { return std::string(MITJUL_FIXTURES) + "/mitjul-xml/contract/export.xml"; }

TEST(ImportTest, ALineHasKeyNameFormatEncodingLengthAndNumberOfProblems) {
  const CliProject project;
  const Rows rows = project.rows(
      "import", {project.write("가.txt", kArticle), project.write("나.txt", "\xB0\xA1\xB3\xAA"), contract_file()});
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_THAT(rows[0], ElementsAre(MatchesRegex("[a-z][a-z2-7]{9}"), "가.txt", "text", "UTF-8", "16", "0"));
  EXPECT_THAT(rows[1], ElementsAre(MatchesRegex("[a-z][a-z2-7]{9}"), "나.txt", "text", "windows-949", "2", "0"));
  EXPECT_THAT(rows[2], ElementsAre("d3f7k2m5qa", "기사.txt", "mitjul-xml", "", "15", "0"));
}

TEST(ImportTest, WhatWasReplacedIsCountedAndSaid) {
  const CliProject project;
  const ProgramResult result = project.run("import", {project.write("가.txt", "🚀\x01가\x02")});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(rows_of(result.out).at(0).at(5), "1");
  EXPECT_NE(result.err.find("가.txt"), std::string::npos);
  EXPECT_NE(result.err.find("2 characters"), std::string::npos) << result.err;
}

TEST(ImportTest, ANoteNamesItsFileOnceAndCountsProperly) {
  const CliProject project;
  const std::string file = project.write("가.txt", "🚀\x01가");
  EXPECT_EQ(project.run("import", {file}).err, file + ": 1 character that XML cannot hold was replaced by U+FFFD.\n");
  const std::string renamed = project.write("2/가.txt", "🚀\x01나\x02");
  EXPECT_EQ(project.run("import", {renamed}).err,
            renamed + ": 2 characters that XML cannot hold were replaced by U+FFFD.\n");
}

TEST(ImportTest, DuplicatesAreSkippedAndSaid) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string before = project.bytes();
  const ProgramResult result = project.run("import", {project.write("같은 글.txt", kArticle)});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("가.txt"), std::string::npos);
  EXPECT_EQ(project.bytes(), before);
}

TEST(ImportTest, FoldersAreReadAndWhatIsNoArticleIsSaid) {
  const CliProject project;
  project.write("기사들/가.txt", kArticle);
  project.write("기사들/안/나.txt", "🚀 나");
  project.write("기사들/그림.png", "\x89PNG\r\n");
  project.write("기사들/.숨김", "🚀 숨김");
  const ProgramResult result = project.run("import", {project / "기사들"});
  EXPECT_EQ(result.exit_code, 0);
  const Rows rows = rows_of(result.out);
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0][1], "가.txt");
  EXPECT_EQ(rows[1][1], "나.txt");
  EXPECT_NE(result.err.find("그림.png"), std::string::npos);
  EXPECT_EQ(result.err.find("숨김"), std::string::npos);
}

TEST(ImportTest, NothingComesInSilently) {
  const CliProject project;
  project.write("모음/빈.conll", "");
  project.write("모음/빈.tsv", "\n\n");
  project.write("모음/기사.txt", "");
  project.write("모음/기사.ann", "");
  std::filesystem::create_directory_symlink(project / "모음", project / "모음/되돌이");
  const ProgramResult result = project.run("import", {project / "모음"});
  EXPECT_EQ(result.exit_code, 0) << "nothing is lost";
  ASSERT_THAT(rows_of(result.out), SizeIs(1));
  EXPECT_EQ(rows_of(result.out)[0][1], "기사.txt");
  const std::string folder = project / "모음/";
  EXPECT_NE(result.err.find("“기사.txt” came in and has no text.\n"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find(folder + "빈.conll: This cannot be read: it is empty.\n"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find(folder + "빈.tsv: This cannot be read: it is empty.\n"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find(folder + "되돌이: "), std::string::npos) << result.err;
  expect_refusal(project.run("import", {folder + "빈.conll"}), 1, "빈.conll");
  expect_refusal(project.run("import", {folder + "빈.tsv", "--format", "conll"}), 1, "빈.tsv");
}

TEST(ImportTest, OneNamedFileThatCannotBeReadRefusesAll) {
  const CliProject project;
  const std::string before = project.bytes();
  expect_refusal(project.run("import", {project.write("가.txt", kArticle), project.write("쪽.html", "<p>🚀</p>")}), 1,
                 "쪽.html");
  expect_refusal(project.run("import", {project / "가.txt", project / "없음.txt"}), 3, "없음.txt");
  EXPECT_EQ(project.bytes(), before);
}

TEST(ImportTest, ABrokenExportIsRefusedWithALineForEachProblem) {
  const CliProject project;
  const std::string before = project.bytes();
  std::string xml = bytes_of(contract_file());
  xml.replace(xml.find(">화웨이</segment>"), 1, "> ");
  xml.replace(xml.find("codepoints=\"15\""), 15, "codepoints=\"14\"");
  const ProgramResult result = project.run("import", {project.write("주석.xml", xml)});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("주석.xml:11:"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("주석.xml:17:"), std::string::npos) << result.err;
  EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 2) << result.err;
  EXPECT_EQ(project.bytes(), before);
}

TEST(ImportTest, FormatAndEncodingCanBeGiven) {
  const CliProject project;
  EXPECT_EQ(project.rows("import", {"--format", "text", project.write("쪽.html", "<p>🚀</p>")}).at(0).at(2), "text");
  EXPECT_EQ(project.rows("import", {"--encoding", "windows-1252", project.write("나.txt", "\xB0\xA1")}).at(0).at(3),
            "windows-1252");
  expect_refusal(project.run("import", {"--format", "hwp9", project / "쪽.html"}), 2, "mitjul-xml");
  expect_refusal(project.run("import", {"--encoding", "utf-9", project / "쪽.html"}), 2, "utf-9");
}

TEST(ImportTest, TheSameNameIsNumbered) {
  const CliProject project;
  project.write("1/가.txt", "🚀 1");
  project.write("2/가.txt", "🚀 2");
  const Rows rows = project.rows("import", {project / "1", project / "2"});
  EXPECT_EQ(rows.at(0).at(1), "가.txt");
  EXPECT_EQ(rows.at(1).at(1), "가.txt (2)");
}

TEST(ImportTest, AProjectOfInceptionIsALineForEachDocument) {
  const std::string fixture = std::string(MITJUL_FIXTURES) + "/xmi/project";
  for (const std::string& project_of_inception : {fixture, fixture + ".zip"}) {
    const CliProject project;
    const Rows rows = project.rows("import", {project_of_inception});
    ASSERT_THAT(rows, SizeIs(2)) << project_of_inception;
    EXPECT_EQ(rows[0].at(1), "기사.txt");
    EXPECT_EQ(rows[1].at(1), "둘째.txt");
    std::vector<std::string> said;
    for (const auto& row : project.rows("annotations", {"기사.txt"})) said.push_back(row.at(1) + " " + row.at(6));
    EXPECT_THAT(said, testing::UnorderedElementsAre("kim 화웨이", "lee 🚀 화웨이가 칩을 확보했다.", "lee 화웨이",
                                                    "CURATION_USER 화웨이"));
  }
}

TEST(ImportTest, AnArchiveThatCannotBeReadSaysWhatToDo) {
  const CliProject project;
  const std::string file = project / "프로젝트.zip";
  write_zip(file, {{"exportedproject1.json", "{}"}, {"annotation/기사.txt/kim.tsv", "x"}});
  expect_refusal(project.run("import", {file}), 1, "UIMA CAS XMI");
  write_zip(file, {{"../기사.xmi", "x"}});
  expect_refusal(project.run("import", {file}), 1, "../기사.xmi");
}

TEST(ExportTest, ALineSaysWhatWasWritten) {
  const CliProject project;
  project.out("import", {contract_file()});
  const std::string out = project / "내보냄.xml";
  EXPECT_THAT(project.rows("export", {"--format", "mitjul-xml", "--out", out}),
              ElementsAre(ElementsAre(out, "mitjul-xml", "1", "3")));
  EXPECT_TRUE(is_valid(out));
}

TEST(ExportTest, TwoExportsOfTheSameMomentAreTheSameBytes) {
  const CliProject project;
  project.out("import", {contract_file()});
  EXPECT_EQ(bytes_of(project.export_xml("a.xml")), bytes_of(contract_file()));
  EXPECT_EQ(bytes_of(project.export_xml("b.xml")), bytes_of(contract_file()));
}

/// The names of the documents in a native file, in their order.
std::vector<std::string> names_in(const std::string& file) {
  const std::string xml = bytes_of(file);
  std::vector<std::string> names;
  const std::string tag = "<document key=\"";
  for (std::size_t at = xml.find(tag); at != std::string::npos; at = xml.find(tag, at + 1)) {
    const std::size_t begin = xml.find(" name=\"", at) + 7;
    names.push_back(xml.substr(begin, xml.find('"', begin) - begin));
  }
  return names;
}

TEST(ExportTest, DocumentsStandByNameHoweverTheyCameIn) {
  const CliProject project;
  for (const char* const name : {"나.txt", "가 (2).txt", "Z.txt", "가.txt", "a.txt", "🚀.txt"})
    project.import(name, std::string("🚀 ") + name);
  EXPECT_THAT(names_in(project.export_xml("a.xml")),
              ElementsAre("Z.txt", "a.txt", "가 (2).txt", "가.txt", "나.txt", "🚀.txt"));
}

TEST(ExportTest, OnlyTheDocumentsThatAreNamedAreWrittenAndEachOnce) {
  const CliProject project;
  const std::string key = project.import("가.txt", "🚀 1");
  project.import("나.txt", "🚀 2");
  project.import("다.txt", "🚀 3");
  const std::string out = project / "a.xml";
  project.out("export", {"--format", "mitjul-xml", "--out", out, "--document", "다.txt", "--document", key,
                         "--document", "가.txt"});
  EXPECT_THAT(names_in(out), ElementsAre("가.txt", "다.txt"));
}

TEST(ExportTest, OnlyTheAnnotatorsThatTheDocumentsNeedAreWritten) {
  const CliProject project;
  project.import("가.txt", "🚀 1");
  project.out("annotators", {"--add", "할 일 없는 사람"});
  EXPECT_NE(bytes_of(project.export_xml("a.xml")).find("<annotators/>"), std::string::npos);
  project.annotate("가.txt", R"({"document":true,"label":"TOPIC"})");
  const std::string xml = bytes_of(project.export_xml("b.xml"));
  EXPECT_NE(xml.find("name=\"annotator01\""), std::string::npos);
  EXPECT_EQ(xml.find("할 일 없는"), std::string::npos);
}

TEST(ExportTest, AnEmptyProjectIsAnEmptyValidFile) {
  const CliProject project({"--schema", "empty"});
  EXPECT_EQ(bytes_of(project.export_xml("a.xml")),
            bytes_of(std::string(MITJUL_FIXTURES) + "/mitjul-xml/empty/export.xml"));
}

TEST(ExportTest, AFileThatIsThereIsReplaced) {
  const CliProject project;
  project.write("a.xml", "🚀 예전 것");
  project.export_xml("a.xml");
  EXPECT_EQ(bytes_of(project / "a.xml").substr(0, 5), "<?xml");
}

TEST(ExportTest, WhatCannotBeWrittenIsRefusedAndTheOldFileStays) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const auto export_to = [&](const std::string& out, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"--format", "mitjul-xml", "--out", out});
    return project.run("export", more);
  };
  const std::string old = project.write("a.xml", "🚀 예전 것");
  expect_refusal(export_to(project / "없는 폴더/a.xml"), 3, "없는 폴더");
  expect_refusal(export_to(project.folder().path()), 3);
  expect_refusal(export_to(old + "/b.xml"), 3);
  expect_refusal(export_to("/dev/full"), 3, "/dev/full");
  expect_refusal(export_to(old, {"--document", "없음.txt"}), 1, "없음.txt");
  expect_refusal(export_to(old, {"--profile", "없음"}), 1, "없음");
  expect_refusal(export_to(old, {"--option", "indent=2"}), 2, "indent");
  expect_refusal(export_to(old, {"--created", "어제"}), 2, "어제");
  expect_refusal(export_to(old, {"--created", "2026-02-30T00:00:00Z"}), 2, "2026-02-30");
  expect_refusal(project.run("export", {"--format", "tei9", "--out", old}), 2, "mitjul-xml");
  EXPECT_EQ(bytes_of(old), "🚀 예전 것");
  const std::string before = project.bytes();
  expect_refusal(export_to(project.path()), 3, project.path());
  expect_refusal(export_to(project / "없음/../내 과제.mitjul"), 3);
  EXPECT_EQ(project.bytes(), before) << "the project itself is not a place for an export";
}

TEST(ExportTest, APipeCanBeWrittenTo) {
  const CliProject project;
  project.out("import", {contract_file()});
  const ProgramResult result = run_program(
      {"/bin/sh", "-c",
       "\"$0\" export \"$1\" --format mitjul-xml --out /dev/stdout --quiet --created 2026-11-21T00:00:00Z | head -c 55",
       MITJUL_CLI, project.path()});
  EXPECT_EQ(result.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<annotations xml");
}

TEST(ExportTest, NothingIsLeftBesideTheFile) {
  const CliProject project;
  project.import("가.txt", kArticle);
  std::filesystem::create_directory(project / "내보냄");
  project.export_xml("내보냄/a.xml");
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(project / "내보냄"))
    names.push_back(entry.path().filename());
  EXPECT_THAT(names, ElementsAre("a.xml"));
}

}  // namespace
}  // namespace mitjul
