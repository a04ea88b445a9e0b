// What `verify` says beside what is damaged, and which rules the doors of a project keep: annotate, import, schema.

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::SizeIs;

/// Sentences behind an emoji, the first two at 2–15 and 16–25.
const std::string kTwoSentences = "🚀 화웨이가 칩을 확보했다. 삼성은 부인했다. 삼성이 맞다. 삼성을 보라.\n";

/// A schema with claims that stay within a unit, places that need a relation, and an attribute with a default.
std::string rules(const std::string& claim = R"( crossUnits="false")") {
  return R"(<schema xmlns="urn:mitjul:annotations:1" name="x" version="1">)"
         R"(<label id="CLAIM" name="주장" kind="span")" +
         claim +
         R"(/><label id="PLACE" name="장소" kind="span" needsRelation="true"/><label id="ORG" name="기관" kind="span"/>)"
         R"(<label id="TOPIC" name="주제" kind="document"/><label id="CHIPS" name="칩" kind="document" parent="TOPIC"/>)"
         R"(<label id="about" name="대상" kind="relation"><role id="claim" name="주장" allowed="CLAIM"/>)"
         R"(<role id="target" name="대상" allowed="PLACE"/></label></schema>)";
}

class VerifyRulesTest : public testing::Test {
 protected:
  VerifyRulesTest() : project_({"--schema", "empty"}) {
    project_.out("schema", {"--set", project_.write("s.xml", rules())});
    project_.import("가.txt", kTwoSentences);
  }

  /// Code, annotation and severity of every line.
  std::vector<std::string> findings(const std::string& path, int exit_code) {
    const ProgramResult result = run_cli({"verify", path});
    EXPECT_EQ(result.exit_code, exit_code) << result.out << result.err;
    std::vector<std::string> lines;
    for (const auto& row : rows_of(result.out)) {
      EXPECT_THAT(row, SizeIs(6));
      lines.push_back(row.at(0) + " " + row.at(1) + " " + row.at(5));
    }
    return lines;
  }

  CliProject project_;
};

TEST_F(VerifyRulesTest, ASpanThatCrossesUnitsComesInThroughNoDoor) {
  const std::string before = project_.bytes();
  const std::string line = R"({"start":2,"end":25,"label":"CLAIM"})";
  const ProgramResult annotated =
      project_.run("annotate", {"가.txt", "--from", project_.write("가.jsonl", line + "\n")});
  expect_refusal(annotated, 1, "CLAIM");
  EXPECT_NE(annotated.err.find("line 1:"), std::string::npos) << annotated.err;
  EXPECT_EQ(project_.bytes(), before);
  project_.annotate("가.txt", R"({"start":2,"end":15,"label":"CLAIM"})");
}

TEST_F(VerifyRulesTest, AnImportThatBreaksTheRuleIsRefused) {
  CliProject loose({"--schema", "empty"});
  loose.out("schema", {"--set", loose.write("s.xml", rules(""))});
  loose.import("가.txt", kTwoSentences);
  loose.annotate("가.txt", R"({"start":2,"end":25,"label":"CLAIM"})");
  std::string xml = bytes_of(loose.export_xml("a.xml"));
  const std::string claim = R"(<label id="CLAIM" name="주장" kind="span")";
  xml.insert(xml.find(claim) + claim.size(), R"( crossUnits="false")");
  const std::string file = project_.write("넘은 주장.xml", xml);
  EXPECT_EQ(findings(file, 1), std::vector<std::string>{"unit-crossed 가.txt error"});
  const CliProject fresh({"--schema", "empty"});
  expect_refusal(fresh.run("import", {file}), 1, "CLAIM");
  EXPECT_EQ(fresh.out("documents"), "");
}

TEST_F(VerifyRulesTest, ARuleIsNotMadeAgainstWhatIsThere) {
  CliProject loose({"--schema", "empty"});
  loose.out("schema", {"--set", loose.write("s.xml", rules(""))});
  loose.import("가.txt", kTwoSentences);
  loose.annotate("가.txt", R"({"start":2,"end":25,"label":"CLAIM"})");
  expect_refusal(loose.run("schema", {"--set", loose.write("s.xml", rules())}), 1, "CLAIM");
  EXPECT_EQ(loose.out("verify"), "");
}

TEST_F(VerifyRulesTest, WarningsAndNotesAreListedAndAreNoFailure) {
  project_.annotate("가.txt", R"({"start":1,"end":5,"label":"ORG"})"
                              "\n"
                              R"({"start":16,"end":19,"label":"ORG"})"
                              "\n"
                              R"({"document":true,"label":"TOPIC"})");
  const std::vector<std::string> wanted{"blank-at-edge 가.txt warning", "particle-at-end 가.txt warning",
                                        "empty-document-label 가.txt note"};
  EXPECT_EQ(findings(project_.path(), 0), wanted);
  EXPECT_EQ(findings(project_.export_xml("a.xml"), 0), wanted);
}

TEST_F(VerifyRulesTest, ALabelWithoutTheRelationItNeedsIsAnError) {
  const auto ids = project_.annotate("가.txt", R"({"start":2,"end":15,"label":"CLAIM"})"
                                               "\n"
                                               R"({"start":2,"end":5,"label":"PLACE"})");
  const std::vector<std::string> missing{"missing-relation 가.txt error"};
  EXPECT_EQ(findings(project_.path(), 1), missing);
  EXPECT_EQ(findings(project_.export_xml("a.xml"), 1), missing);
  project_.annotate("가.txt",
                    R"({"args":{"claim":")" + ids.at(0) + R"(","target":")" + ids.at(1) + R"("},"label":"about"})");
  EXPECT_EQ(findings(project_.path(), 0), std::vector<std::string>());
  EXPECT_EQ(findings(project_.export_xml("b.xml"), 0), std::vector<std::string>());
}

TEST_F(VerifyRulesTest, AProjectThatAnnotatesWithParticlesIsNotToldOfThem) {
  project_.annotate("가.txt", R"({"start":16,"end":19,"label":"ORG"})");
  EXPECT_EQ(findings(project_.path(), 0), std::vector<std::string>{"particle-at-end 가.txt warning"});
  project_.out("settings", {"--set", "particle=inside"});
  EXPECT_EQ(findings(project_.path(), 0), std::vector<std::string>());
}

TEST_F(VerifyRulesTest, JsonNamesSeverityAndPlace) {
  const std::string id = project_.annotate("가.txt", R"({"start":1,"end":5,"label":"ORG"})").at(0);
  const auto objects = objects_of(project_.out("verify", {"--json"}));
  ASSERT_THAT(objects, SizeIs(1));
  EXPECT_EQ(objects[0]["code"], "blank-at-edge");
  EXPECT_EQ(objects[0]["annotation"], id);
  EXPECT_EQ(objects[0]["severity"], "warning");
  EXPECT_EQ(objects[0]["start"], 1);
  EXPECT_EQ(objects[0]["end"], 5);
}

}  // namespace
}  // namespace mitjul
