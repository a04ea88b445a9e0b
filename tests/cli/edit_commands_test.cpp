#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::SizeIs;

const std::string kArticle = "🚀 화웨이가 칩을 확보했다.\n";

ProgramResult annotate(const CliProject& project, const std::string& lines, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"가.txt", "--from", "-"});
  return project.run("annotate", more, {lines, {}, false});
}

TEST(ReviewTest, ListsWhatWasAnnotatedBeforeTheLabelWasDescribedAnew) {
  const auto schema = [](const std::string& description) {
    return R"(<schema xmlns="urn:mitjul:annotations:1" name="🚀" version="1"><label id="A" name="가" kind="span">)" +
           description + R"(</label><label id="B" name="나" kind="span"/></schema>)";
  };
  const TempFolder folder;
  const CliProject project({"--schema", folder.write("처음.xml", schema(""))});
  project.import("가.txt", kArticle);
  const std::string id = project.annotate("가.txt", R"({"start":2,"end":5,"label":"A"})").at(0);
  project.annotate("가.txt", R"({"start":7,"end":8,"label":"B"})");
  EXPECT_THAT(project.rows("review"), IsEmpty());
  project.out("schema", {"--set", project.write("새 뜻.xml", schema("<description>새 뜻</description>"))});
  EXPECT_THAT(project.rows("review"), ElementsAre(ElementsAre("가.txt", "annotator01", id, "A", "A", "2")));
  EXPECT_THAT(project.rows("review", {"--annotator", "annotator01"}), SizeIs(1));
  const auto objects = objects_of(project.out("review", {"--json"}));
  ASSERT_THAT(objects, SizeIs(1));
  EXPECT_EQ(objects[0]["schemaVersion"], 1);
  EXPECT_EQ(objects[0]["quote"], "화웨이");
  EXPECT_EQ(objects[0]["reasons"], nlohmann::ordered_json::array({"A"}));
  // What is made under the new version need not be reviewed.
  project.annotate("가.txt", R"({"start":9,"end":11,"label":"A"})");
  EXPECT_THAT(project.rows("review"), SizeIs(1));
}

TEST(AnnotateTest, TheNewIdsArePrintedInTheOrderOfTheLines) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string annotator = project.rows("annotators").at(0).at(0);
  const std::vector<std::string> ids =
      project.annotate("가.txt",
                       "{\"args\":{\"claim\":\"c\",\"source\":\"o\"},\"label\":\"source\"}\n\n"
                       "{\"start\":2,\"end\":5,\"label\":\"ORG\",\"id\":\"o\"}\n"
                       "{\"start\":0,\"end\":15,\"label\":\"CLAIM\",\"id\":\"c\"}\n");
  EXPECT_THAT(ids, ElementsAre(annotator + "-1", annotator + "-2", annotator + "-3"));
  const auto objects = objects_of(project.out("annotations", {"--json"}));
  ASSERT_THAT(objects, SizeIs(3));
  EXPECT_EQ(objects[2]["args"], nlohmann::ordered_json({{"claim", ids[2]}, {"source", ids[1]}}));
}

TEST(AnnotateTest, LinesComeFromAFileOrFromStandardInput) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string file = project.write("줄 목록.jsonl", R"({"start":2,"end":5,"label":"ORG"})");
  EXPECT_THAT(project.rows("annotate", {"가.txt", "--from", file}), SizeIs(1));
  EXPECT_THAT(project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})"), SizeIs(1));
  EXPECT_THAT(project.annotate("가.txt", ""), IsEmpty());
  EXPECT_THAT(project.rows("annotations"), SizeIs(2)) << "twice makes two";
  EXPECT_THAT(project.rows("history"), SizeIs(3)) << "no lines are no edit";
}

TEST(AnnotateTest, ArgumentsPointAtAnnotationsOfThisAndOfOtherDocuments) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string other = project.import("나.txt", "🚀 다른 주장이다.");
  const std::string far = project.annotate("나.txt", R"({"start":2,"end":9,"label":"CLAIM"})").at(0);
  const std::string near = project.annotate("가.txt", R"({"start":2,"end":15,"label":"CLAIM"})").at(0);
  const std::string relation = project
                                   .annotate("가.txt", "{\"args\":{\"from\":\"" + near + "\",\"to\":\"" + other + "/" +
                                                           far + "\"},\"label\":\"supports\"}")
                                   .at(0);
  const auto objects = objects_of(project.out("annotations", {"가.txt", "--json"}));
  EXPECT_EQ(objects.at(1)["args"]["to"], other + "/" + far);
  EXPECT_EQ(project.run("verify").exit_code, 0);
  // Its own document's key before an id means the same as the id alone.
  const std::string key = project.rows("documents").at(0).at(0);
  project.annotate("가.txt", "{\"args\":{\"from\":\"" + key + "/" + near + "\",\"to\":\"" + other + "/" + far +
                                 "\"},\"label\":\"supports\"}");
  EXPECT_EQ(objects_of(project.out("annotations", {"가.txt", "--json"})).at(2)["args"]["from"], near);
}

TEST(AnnotateTest, TheWholeTextCanBeAnnotatedAndNotOneCharacterMore) {
  const CliProject project;
  project.import("가.txt", kArticle);
  EXPECT_EQ(annotate(project, R"({"start":0,"end":16,"label":"CLAIM"})").exit_code, 0);
  expect_refusal(annotate(project, R"({"start":0,"end":17,"label":"CLAIM"})"), 1, "16");
  expect_refusal(annotate(project, R"({"start":16,"end":17,"label":"CLAIM"})"), 1, "16");
  expect_refusal(annotate(project, R"({"start":-1,"end":5,"label":"CLAIM"})"), 1, "16 ");
  expect_refusal(annotate(project, R"({"start":0,"end":99999999999,"label":"CLAIM"})"), 1, "16 ");
}

TEST(AnnotateTest, OneBrokenLineAmongGoodOnesLeavesTheProjectAsItWas) {
  const CliProject project;
  project.import("가.txt", kArticle);
  project.annotate("가.txt", R"({"start":0,"end":1,"label":"MISC"})");
  const std::string before = project.bytes();
  const std::string good = "{\"start\":2,\"end\":5,\"label\":\"ORG\"}\n";
  for (const std::string broken : {R"({"start":2,"end":5,"label":"ORGAN"})",
                                   R"({"start":2,"end":5,"label":"기관"})",
                                   R"({"start":5,"end":5,"label":"ORG"})",
                                   R"({"start":2,"end":99,"label":"ORG"})",
                                   R"({"start":2,"end":5,"label":"TOPIC"})",
                                   R"({"document":true,"label":"ORG"})",
                                   R"({"start":2,"end":5,"label":"source"})",
                                   R"({"start":2,"end":5,"label":"ORG","attributes":{"type":"fact"}})",
                                   R"({"start":2,"end":5,"label":"CLAIM","attributes":{"type":"사실"}})",
                                   R"({"start":2,"end":5,"label":"CLAIM","attributes":{"type":["fact","opinion"]}})",
                                   R"({"start":2,"end":5,"label":"CLAIM","attributes":{"type":[]}})",
                                   R"({"start":2,"end":5,"label":"CLAIM","attributes":{"checkworthy":"yes"}})",
                                   R"({"args":{"claim":"o","source":"o2"},"label":"source"})",
                                   R"({"args":{"claim":"zzzzzz-1","source":"zzzzzz-2"},"label":"source"})",
                                   R"({"args":{"claim":"aaaaaaaaaa/zzzzzz-1","source":"o"},"label":"source"})",
                                   R"({"args":{"source":"o"},"label":"source"})",
                                   R"({"args":{},"label":"source"})",
                                   R"({"args":{"claim":"o","source":"o"},"label":"source"})",
                                   R"({"args":{"who":"o","source":"o"},"label":"source"})",
                                   R"({"start":2,"end":5,"label":"ORG","note":"\u0000"})",
                                   R"({"start":2,"end":5,"label":"ORG","origin":"\uffff"})",
                                   R"({"start":2,"end":5,"label":"ORG","confidence":1.5})",
                                   R"({"start":2,"end":5,"label":"ORG","id":"o"})",
                                   R"({"start":2,"end":5)",
                                   "\xFF",
                                   "[]",
                                   R"({"start":2,"end":1e999,"label":"ORG"})"}) {
    const std::string lines =
        "{\"start\":2,\"end\":5,\"label\":\"ORG\",\"id\":\"o\"}\n" + good + "\n" + broken + "\n" + good;
    SCOPED_TRACE(broken);
    expect_refusal(annotate(project, lines), 1, "4");
    EXPECT_EQ(project.bytes(), before);
  }
}

TEST(AnnotateTest, WhatTheSchemaForbidsIsRefused) {
  const CliProject project({"--schema", "empty"});
  project.out(
      "schema",
      {"--set",
       project.write(
           "s.xml",
           R"(<schema xmlns="urn:mitjul:annotations:1" name="x" version="1">)"
           R"(<label id="A" name="가" kind="span" overlap="not-itself" discontinuous="false"/>)"
           R"(<label id="B" name="나" kind="span" overlap="none"/><label id="C" name="다" kind="span"/></schema>)")});
  project.import("가.txt", kArticle);
  project.annotate("가.txt", R"({"start":2,"end":5,"label":"A"})");
  expect_refusal(annotate(project, R"({"start":4,"end":6,"label":"A"})"), 1, "line 1");
  expect_refusal(annotate(project, R"({"start":4,"end":6,"label":"B"})"), 1, "line 1");
  expect_refusal(annotate(project, "{\"start\":7,\"end\":9,\"label\":\"A\"}\n{\"start\":8,\"end\":10,\"label\":\"A\"}"),
                 1, "line");
  expect_refusal(annotate(project, R"({"segments":[[7,8],[9,10]],"label":"A"})"), 1, "line 1");
  EXPECT_EQ(annotate(project, R"({"start":4,"end":6,"label":"C"})").exit_code, 0);
  EXPECT_EQ(annotate(project, R"({"start":6,"end":8,"label":"A"})").exit_code, 0);
}

TEST(AnnotateTest, IdsAreNeverUsedAgain) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string annotator = project.rows("annotators").at(0).at(0);
  project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})");
  project.out("undo");
  EXPECT_EQ(project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})").at(0), annotator + "-2");
}

TEST(AnnotateTest, ProvenanceIsKept) {
  const CliProject project;
  project.import("가.txt", kArticle);
  project.annotate("가.txt",
                   R"({"start":2,"end":5,"label":"ORG","method":"suggestion","origin":"모델 \"1\"","confidence":0.1})");
  const std::string xml = bytes_of(project.export_xml("a.xml"));
  EXPECT_NE(xml.find(R"(method="suggestion" origin="모델 &quot;1&quot;" confidence="0.1" schemaVersion="1")"),
            std::string::npos)
      << xml;
}

TEST(HistoryTest, ALineHasNumberTimeAnnotatorNameAndDocuments) {
  const CliProject project;
  EXPECT_THAT(project.rows("history"), IsEmpty());
  project.out("import", {project.write("a/나.txt", "🚀"), project.write("a/가.txt", kArticle)});
  project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})");
  project.out("undo");
  const Rows rows = project.rows("history");
  ASSERT_THAT(rows, SizeIs(3));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ASSERT_THAT(rows[i], SizeIs(5));
    EXPECT_EQ(rows[i][0], std::to_string(i + 1));
    EXPECT_THAT(rows[i][1], MatchesRegex("20..-..-..T..:..:..Z"));
    EXPECT_EQ(rows[i][2], "annotator01");
  }
  EXPECT_EQ(rows[0][3], "import");
  EXPECT_EQ(rows[0][4], "가.txt, 나.txt");
  EXPECT_EQ(rows[1][3], "annotate");
  EXPECT_EQ(rows[1][4], "가.txt");
  EXPECT_EQ(rows[2][3], "undo 2");
}

TEST(UndoTest, TheLastEditOfTheAnnotatorIsTakenBackAndDoneAgain) {
  const CliProject project;
  project.import("가.txt", kArticle);
  project.out("annotators", {"--add", "김주석"});
  project.annotate("가.txt",
                   "{\"start\":2,\"end\":5,\"label\":\"ORG\"}\n{\"start\":7,\"end\":8,\"label\":\"PRODUCT\"}\n");
  const Rows annotations = project.rows("annotations");
  expect_refusal(project.run("undo", {"--annotator", "김주석"}), 1);
  EXPECT_EQ(project.rows("undo").at(0).at(3), "undo 2");
  EXPECT_THAT(project.rows("annotations"), IsEmpty()) << "one edit is one step";
  EXPECT_EQ(project.rows("redo").at(0).at(3), "redo 2");
  EXPECT_EQ(project.rows("annotations"), annotations);
  expect_refusal(project.run("redo"), 1);
  project.out("undo");
  expect_refusal(project.run("undo"), 1);
  project.annotate("가.txt", R"({"start":0,"end":1,"label":"MISC"})");
  expect_refusal(project.run("redo"), 1);  // a new edit ends redo
}

TEST(UndoTest, AnImportIsNotUndone) {
  const CliProject project;
  project.import("가.txt", kArticle);
  expect_refusal(project.run("undo"), 1);
  EXPECT_THAT(project.rows("documents"), SizeIs(1));
}

TEST(UndoTest, WhatWasChangedSinceIsNotUndone) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::string key = project.rows("annotators", {"--add", "김주석"}).at(0).at(0);
  const std::string claim = project.annotate("가.txt", R"({"start":0,"end":15,"label":"CLAIM"})").at(0);
  // Somebody else's relation needs the annotation that would go.
  const std::string lines = "{\"start\":2,\"end\":5,\"label\":\"ORG\",\"id\":\"o\"}\n{\"args\":{\"claim\":\"" + claim +
                            "\",\"source\":\"o\"},\"label\":\"source\"}";
  EXPECT_EQ(annotate(project, lines, {"--annotator", key}).exit_code, 0);
  const std::string before = project.bytes();
  expect_refusal(project.run("undo"), 1, claim);
  EXPECT_EQ(project.bytes(), before);
}

}  // namespace
}  // namespace mitjul
