// Schemas of other programs on the command line: taken, printed, refused.

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

const std::string kFixtures = MITJUL_FIXTURES;

const std::vector<std::pair<std::string, std::string>> kFiles{
    {kFixtures + "/brat-schema/everything/annotation.conf", "Person"},
    {kFixtures + "/label-studio-schema/everything/config.xml", "ORG"},
    {kFixtures + "/refi-codebook/everything/codebook.qdc", "jinsul"},
};

TEST(SchemaFormatsCommandTest, ASchemaOfAnotherProgramIsTakenByNewAndBySet) {
  for (const auto& [file, label] : kFiles) {
    SCOPED_TRACE(file);
    const CliProject made({"--schema", file});
    EXPECT_NE(made.out("schema").find("<label id=\"" + label + "\""), std::string::npos);
    const CliProject project({"--schema", "empty"});
    const ProgramResult set = project.run("schema", {"--set", file});
    EXPECT_EQ(set.exit_code, 0) << set.err;
    EXPECT_NE(set.err.find("Not taken over: "), std::string::npos) << "what a schema cannot hold is said";
    EXPECT_NE(project.out("schema").find("<label id=\"" + label + "\""), std::string::npos);
    project.out("undo");
    EXPECT_EQ(project.out("schema").find("<label "), std::string::npos);
  }
}

TEST(SchemaFormatsCommandTest, EveryFormatIsPrintedAndTakenAgain) {
  const CliProject project;
  EXPECT_EQ(project.out("schema", {"--format", "mitjul-xml"}), project.out("schema"));
  for (const std::string format : {"mitjul-xml", "brat", "label-studio", "qdc"}) {
    SCOPED_TRACE(format);
    const CliProject again({"--schema", project.write("스키마", project.out("schema", {"--format", format}))});
    EXPECT_NE(again.out("schema").find("<label id=\"CLAIM\""), std::string::npos);
  }
}

TEST(SchemaFormatsCommandTest, OutWritesFilesAndSaysWhatTheyDoNotHold) {
  const CliProject project;
  fs::create_directory(project / "brat");
  const Rows rows = project.rows("schema", {"--format", "brat", "--out", project / "brat"});
  EXPECT_EQ(rows.at(0), (std::vector<std::string>{project / "brat", "brat", "20"}));
  EXPECT_EQ(rows.at(1), (std::vector<std::string>{"name-and-version", "1"}));
  const CliProject again({"--schema", project / "brat/annotation.conf"});
  EXPECT_NE(again.out("schema").find("name=\"주장\""), std::string::npos) << "names are in visual.conf";
  project.out("schema", {"--format", "qdc", "--out", project / "책.qdc"});
  project.out("export", {"--format", "qdc", "--out", project / "책2.qdc"});
  EXPECT_EQ(bytes_of(project / "책.qdc"), bytes_of(project / "책2.qdc"));
}

TEST(SchemaFormatsCommandTest, WrongCallsAreRefused) {
  const CliProject project;
  const std::string before = project.bytes();
  expect_refusal(project.run("schema", {"--format", "conll"}), 2, "label-studio");
  expect_refusal(project.run("schema", {"--format", "brat", "--set", kFiles[0].first}), 2);
  expect_refusal(project.run("schema", {"--format", "qdc", "--out", project / "없는 폴더/a.qdc"}), 3);
  expect_refusal(project.run("schema", {"--out", project.path()}), 3);
  EXPECT_EQ(project.bytes(), before);
}

/// A broken file with the line that must be named.
struct BrokenFile {
  const char* name;
  std::string bytes;
  int line;
};

std::vector<BrokenFile> broken_files() {
  const std::string ns = "xmlns=\"urn:mitjul:annotations:1\"";
  const std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\">]>\n";
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "<View>";
  return {
      {"native-cut.xml", "<schema " + ns + " name=\"x\" version=\"1\">\n<label", 2},
      {"native-version.xml", "<schema xmlns=\"urn:mitjul:annotations:9\" name=\"x\" version=\"1\"/>", 1},
      {"native-cycle.xml",
       "<schema " + ns +
           " name=\"x\" version=\"1\">\n<label id=\"A\" name=\"가\" kind=\"span\" parent=\"A\"/>\n</schema>",
       2},
      {"native-parent.xml",
       "<schema " + ns +
           " name=\"x\" version=\"1\">\n<label id=\"A\" name=\"가\" kind=\"span\" parent=\"B\"/>\n</schema>",
       2},
      {"native-bomb.xml", bomb + "<schema/>", 2},
      {"brat-duplicate.conf", "[entities]\nA\nB\nA\n", 4},
      {"brat-indent.conf", "[entities]\nA\n\t\tB\n", 3},
      {"brat-unknown.conf", "[entities]\nA\n[relations]\nr\tArg1:A, Arg2:B\n", 4},
      {"brat-bytes.conf", "[entities]\nA\nB\x01\n", 3},
      {"studio-cut.xml", "<View>\n<Labels name=\"l\" toName=\"t\">\n", 3},
      {"studio-duplicate.xml",
       "<View>\n<Text name=\"t\"/><Labels name=\"l\" toName=\"t\"><Label value=\"A\"/>\n<Label "
       "value=\"A\"/></Labels></View>",
       3},
      {"studio-bomb.xml", bomb + "<View>&a;</View>", 2},
      {"studio-deep.xml", "<View>\n" + deep, 2},
      {"qdc-version.qdc", "<CodeBook xmlns=\"urn:QDA-XML:codebook:2.0\"/>", 1},
      {"qdc-duplicate.qdc",
       "<CodeBook><Codes>\n<Code guid=\"a\" name=\"가\" isCodable=\"true\"/>\n<Code guid=\"a\" name=\"나\" "
       "isCodable=\"true\"/></Codes></CodeBook>",
       3},
      {"qdc-bomb.qdc", bomb + "<CodeBook/>", 2},
      {"글.txt", "🚀 화웨이가 칩을 확보했다.\n", 1},
  };
}

TEST(BrokenSchemaFileTest, TheLineAndTheReasonAreSaidAndNothingChanges) {
  const CliProject project;
  const std::string before = project.bytes();
  for (const BrokenFile& broken : broken_files()) {
    SCOPED_TRACE(broken.name);
    const std::string file = project.write(broken.name, broken.bytes);
    const std::string place = std::string(broken.name) + ":" + std::to_string(broken.line) + ": ";
    expect_refusal(project.run("schema", {"--set", file}), 1, place);
    EXPECT_EQ(project.bytes(), before);
    expect_refusal(run_cli({"new", project / "새 과제.mitjul", "--schema", file}), 1, place);
    EXPECT_FALSE(fs::exists(project / "새 과제.mitjul"));
  }
}

TEST(BrokenSchemaFileTest, AHugeFileIsRefusedWithoutBeingRead) {
  const CliProject project;
  const std::string file = project.write("huge.conf", "[entities]\n");
  fs::resize_file(file, std::uintmax_t{1} << 32);  // of holes
  expect_refusal(project.run("schema", {"--set", file}), 1, "huge.conf");
}

}  // namespace
}  // namespace mitjul
