// Names, notes and values in any language, with blanks, quotes, angle brackets and line ends, go through everything.

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::SizeIs;

/// A name that needs every escape of XML, JSON and tab-separated lines.
const std::string kNasty = " 이름 \"하나\" '둘' <셋> & 넷 ]]>\n다섯\t여섯\\일곱 🚀 \u1112\u1161\u11AB\u0085\u2028 ";
/// The same as an attribute of XML.
const std::string kInXml =
    " 이름 &quot;하나&quot; '둘' &lt;셋&gt; &amp; 넷 ]]&gt;&#10;다섯&#9;여섯\\일곱 🚀 \u1112\u1161\u11AB\u0085\u2028 ";
/// The file system takes everything but a slash.
const std::string kFileName = " 기사 \"하나\" '둘' <셋> & 넷 ]]>\n다섯\t여섯\\일곱 🚀 \u1112\u1161\u11AB.txt ";

const std::string kSchema = "<schema xmlns=\"urn:mitjul:annotations:1\" name=\"" + kInXml +
                            "\" version=\"7\">\n"
                            "<label id=\"WHO\" name=\"" +
                            kInXml + "\" kind=\"span\" color=\"#1F77B4\" key=\"1\"><description>" + kInXml +
                            "</description>"
                            "<attribute id=\"free\" name=\"" +
                            kInXml +
                            "\" type=\"text\"/>"
                            "<attribute id=\"many\" name=\"" +
                            kInXml + "\" type=\"choices\"><value id=\"a\" name=\"" + kInXml +
                            "\"/>"
                            "<value id=\"b\" name=\"비\"/></attribute></label>\n"
                            "<label id=\"tie\" name=\"" +
                            kInXml + "\" kind=\"relation\"><role id=\"from\" name=\"" + kInXml +
                            "\"/><role id=\"to\" name=\"으로\"/></label>\n"
                            "<label id=\"PAGE\" name=\"쪽\" kind=\"document\"/>\n</schema>\n";

std::string line(const nlohmann::json& object) { return object.dump() + "\n"; }

class NamesTest : public testing::Test {
 protected:
  NamesTest() : schema_(folder_.write("스키마 \"1\".xml", kSchema)), project_({"--schema", schema_}) {
    const std::string key = project_.rows("annotators", {"--add", kNasty}).at(0).at(0);
    document_ = project_.rows("import", {project_.write(kFileName, "🚀 홍길동과 김철수")}).at(0).at(0);
    const std::string lines =
        line({{"start", 2},
              {"end", 5},
              {"label", "WHO"},
              {"note", kNasty},
              {"origin", kNasty},
              {"id", kNasty},
              {"attributes", {{"free", kNasty}, {"many", {"b", "a"}}}}}) +
        line({{"start", 7}, {"end", 10}, {"label", "WHO"}, {"id", "k"}}) +
        line({{"args", {{"from", kNasty}, {"to", "k"}}}, {"label", "tie"}, {"note", "\r\n" + kNasty}}) +
        line({{"document", true}, {"label", "PAGE"}, {"note", kNasty}});
    EXPECT_THAT(project_.rows("annotate", {document_, "--from", "-", "--annotator", kNasty}, {lines, {}, false}),
                SizeIs(4));
    EXPECT_THAT(project_.rows("annotations", {"--annotator", key}), SizeIs(2));
  }

  TempFolder folder_;
  std::string schema_;
  CliProject project_;
  std::string document_;
};

TEST_F(NamesTest, TheyArePrintedAsTheyAre) {
  EXPECT_EQ(objects_of(project_.out("documents", {"--json"})).at(0)["name"], kFileName);
  EXPECT_EQ(objects_of(project_.out("annotators", {"--json"})).at(1)["name"], kNasty);
  const auto annotations = objects_of(project_.out("annotations", {"--json"}));
  EXPECT_EQ(annotations.at(0)["annotator"], kNasty);
  EXPECT_EQ(annotations.at(0)["note"], kNasty);
  EXPECT_EQ(annotations.at(0)["attributes"]["free"], kNasty);
  EXPECT_EQ(annotations.at(0)["attributes"]["many"], nlohmann::ordered_json({"b", "a"}));
  EXPECT_EQ(project_.out("text", {kFileName}), "🚀 홍길동과 김철수");
}

TEST_F(NamesTest, TheSchemaComesOutAsItWentIn) {
  const std::string printed = project_.out("schema");
  const CliProject again({"--schema", project_.write("다시.xml", printed)});
  EXPECT_EQ(again.out("schema"), printed);
  EXPECT_NE(printed.find("name=\"" + kInXml + "\" version=\"7\""), std::string::npos) << printed;
}

TEST_F(NamesTest, TheExportIsValidAndComesBackTheSameIntoEveryKindOfFreshProject) {
  const std::string xml = project_.export_xml("a.xml");
  EXPECT_TRUE(is_valid(xml));
  EXPECT_EQ(run_cli({"verify", xml}).exit_code, 0);
  const std::vector<PythonRow> rows = read_with_python(xml);
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0].document, kFileName);
  for (const std::string& schema : {std::string("claims-entities"), std::string("empty"), schema_}) {
    SCOPED_TRACE(schema);
    const CliProject fresh({"--schema", schema});
    EXPECT_EQ(fresh.rows("import", {xml}),
              rows_of(document_ + "\t" + project_.rows("documents")[0][1] + "\tmitjul-xml\t\t10\t0\n"));
    EXPECT_EQ(fresh.run("verify").exit_code, 0);
    EXPECT_EQ(bytes_of(fresh.export_xml("b.xml")), bytes_of(xml));
    EXPECT_EQ(fresh.rows("annotations"), project_.rows("annotations"));
  }
}

TEST_F(NamesTest, ProjectsWithSuchNamesWork) {
  const std::string path = folder_ / kFileName;
  EXPECT_EQ(run_cli({"new", path}).exit_code, 0);
  EXPECT_EQ(run_cli({"import", path, project_ / kFileName}).exit_code, 0);
  EXPECT_EQ(run_cli({"export", path, "--format", "mitjul-xml", "--out", folder_ / (kFileName + ".xml")}).exit_code, 0);
  EXPECT_TRUE(std::filesystem::exists(folder_ / (kFileName + ".xml")));
}

TEST_F(NamesTest, EveryFixtureComesBackTheSameFromAProject) {
  for (const char* const fixture : {"contract", "everything"}) {
    const std::string xml = std::string(MITJUL_FIXTURES) + "/mitjul-xml/" + fixture + "/export.xml";
    for (const char* const schema : {"claims-entities", "empty"}) {
      const CliProject fresh({"--schema", schema});
      fresh.out("import", {xml});
      EXPECT_EQ(bytes_of(fresh.export_xml("b.xml")), bytes_of(xml)) << fixture << " " << schema;
      EXPECT_EQ(fresh.run("verify").out.find("quote"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace mitjul
