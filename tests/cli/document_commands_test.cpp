#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::SizeIs;

const std::string kArticle = "🚀 화웨이가 칩을 확보했다.\n";

TEST(DocumentsTest, ALineHasKeyNameStateLengthAndNumberOfAnnotations) {
  const CliProject project;
  const std::string b = project.import("나.txt", "🚀");
  const std::string a = project.import("가.txt", kArticle);
  EXPECT_THAT(a, MatchesRegex("[a-z][a-z2-7]{9}"));
  project.annotate("가.txt", "{\"start\":2,\"end\":5,\"label\":\"ORG\"}\n{\"document\":true,\"label\":\"TOPIC\"}\n");
  EXPECT_THAT(project.rows("documents"), ElementsAre(ElementsAre(a, "가.txt", "in-progress", "16", "2"),
                                                     ElementsAre(b, "나.txt", "new", "1", "0")));
}

TEST(DocumentsTest, TheProgressIsThatOfOneAnnotatorWhereOneIsNamed) {
  const CliProject project;
  project.import("가.txt", kArticle);
  project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})");
  project.out("annotators", {"--add", "김주석"});
  const Rows rows = project.rows("documents", {"--annotator", "김주석"});
  EXPECT_EQ(rows.at(0).at(2), "new");
  EXPECT_EQ(rows.at(0).at(4), "0");
}

TEST(DocumentsTest, WhatIsInTheTrashIsListedApart) {
  const CliProject project;
  const std::string key = project.import("가.txt", kArticle);
  project.import("나.txt", "🚀");
  EXPECT_THAT(project.rows("documents", {"--trash"}), IsEmpty());
  EXPECT_THAT(project.rows("delete", {"가.txt"}), ElementsAre(ElementsAre(key, "가.txt")));
  EXPECT_THAT(project.rows("documents"), SizeIs(1));
  EXPECT_EQ(project.rows("documents", {"--trash"}).at(0).at(0), key);
}

TEST(TextTest, TheTextIsPrintedAndNothingElse) {
  const CliProject project;
  const std::string key = project.import("가.txt", "\xEF\xBB\xBF🚀 화웨이\r\n 칩 \r\n\r\n");
  EXPECT_EQ(project.out("text", {"가.txt"}), "🚀 화웨이\n 칩 \n\n");
  EXPECT_EQ(project.out("text", {key}), "🚀 화웨이\n 칩 \n\n");
  project.import("빈.txt", "");
  EXPECT_EQ(project.out("text", {"빈.txt"}), "");
  EXPECT_EQ(project.out("text", {"가.txt", "--json"}), "🚀 화웨이\n 칩 \n\n") << "whatever else is asked for";
}

TEST(TextTest, AKeyMatchesBeforeAName) {
  const CliProject project;
  const std::string key = project.import("가.txt", "🚀 열쇠");
  project.import(key, "🚀 이름");
  EXPECT_EQ(project.out("text", {key}), "🚀 열쇠");
}

TEST(TextTest, ANameThatLooksLikeAnOptionIsADocumentBehindTwoDashes) {
  const CliProject project;
  project.import("--json", "🚀 선택");
  EXPECT_EQ(project.out("text", {"--", "--json"}), "🚀 선택");
}

TEST(AnnotationsTest, ASegmentIsALine) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::vector<std::string> ids = project.annotate("가.txt",
                                                        "{\"start\":7,\"end\":8,\"label\":\"PRODUCT\"}\n"
                                                        "{\"segments\":[[2,5],[14,16]],\"label\":\"CLAIM\"}\n"
                                                        "{\"start\":0,\"end\":16,\"label\":\"CLAIM\"}\n"
                                                        "{\"start\":2,\"end\":5,\"label\":\"ORG\",\"id\":\"o\"}\n"
                                                        "{\"document\":true,\"label\":\"TOPIC\"}\n");
  ASSERT_THAT(ids, SizeIs(5));
  const auto row = [&](std::size_t id, const char* label, const char* start, const char* end, const char* quote) {
    return std::vector<std::string>{"가.txt", "annotator01", ids[id], label, start, end, quote};
  };
  EXPECT_THAT(project.rows("annotations", {"가.txt"}),
              ElementsAre(row(2, "CLAIM", "0", "16", "🚀 화웨이가 칩을 확보했다.\\n"),
                          row(1, "CLAIM", "2", "5", "화웨이"), row(1, "CLAIM", "14", "16", ".\\n"),
                          row(3, "ORG", "2", "5", "화웨이"), row(0, "PRODUCT", "7", "8", "칩")));
}

TEST(AnnotationsTest, WithJsonRelationsAndDocumentLabelsArePrintedToo) {
  const CliProject project;
  project.import("가.txt", kArticle);
  const std::vector<std::string> ids =
      project.annotate("가.txt",
                       "{\"segments\":[[2,5],[14,15]],\"label\":\"CLAIM\",\"attributes\":{\"type\":\"fact\"},\"note\":"
                       "\"쪽지\",\"id\":\"c\"}\n"
                       "{\"start\":2,\"end\":5,\"label\":\"ORG\",\"id\":\"o\"}\n"
                       "{\"args\":{\"claim\":\"c\",\"source\":\"o\"},\"label\":\"source\"}\n"
                       "{\"document\":true,\"label\":\"TOPIC\"}\n");
  const auto objects = objects_of(project.out("annotations", {"--json"}));
  ASSERT_THAT(objects, SizeIs(5)) << "one a segment, and two more";
  EXPECT_EQ(objects[0]["id"], ids[0]);
  EXPECT_EQ(objects[0]["segments"], nlohmann::ordered_json({{2, 5}, {14, 15}}));
  EXPECT_EQ(objects[0]["attributes"]["type"], "fact");
  EXPECT_EQ(objects[0]["note"], "쪽지");
  EXPECT_EQ(objects[0]["method"], "hand");
  EXPECT_EQ(objects[1]["start"], 14);
  EXPECT_EQ(objects[3]["args"], nlohmann::ordered_json({{"claim", ids[0]}, {"source", ids[1]}}));
  EXPECT_EQ(objects[4]["documentLabel"], true);
  EXPECT_THAT(project.rows("annotations"), SizeIs(3)) << "one a segment";
}

TEST(AnnotationsTest, WithoutADocumentAllOfThemArePrintedButTheTrash) {
  const CliProject project;
  for (const char* const name : {"나.txt", "가.txt", "다.txt"}) {
    project.import(name, kArticle + name);
    project.annotate(name, R"({"start":2,"end":5,"label":"ORG"})");
  }
  project.out("delete", {"다.txt"});
  const Rows rows = project.rows("annotations");
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0][0], "가.txt");
  EXPECT_EQ(rows[1][0], "나.txt");
}

TEST(TrashTest, ADocumentInTheTrashIsOutOfReachUntilItIsRestored) {
  const CliProject project;
  const std::string key = project.import("가.txt", kArticle);
  project.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG"})");
  project.out("delete", {key});
  expect_refusal(project.run("text", {"가.txt"}), 1, "가.txt");
  expect_refusal(project.run("annotations", {key}), 1, "가.txt");
  expect_refusal(project.run("annotate", {key, "--from", "-"}, {R"({"start":2,"end":5,"label":"ORG"})", {}, false}), 1,
                 "가.txt");
  expect_refusal(project.run("export", {"--format", "mitjul-xml", "--out", project / "a.xml", "--document", key}), 1,
                 "가.txt");
  EXPECT_EQ(bytes_of(project.export_xml("b.xml")).find(key), std::string::npos);
  EXPECT_THAT(project.rows("restore", {key}), ElementsAre(ElementsAre(key, "가.txt")));
  EXPECT_EQ(project.out("text", {"가.txt"}), kArticle);
  EXPECT_THAT(project.rows("annotations"), SizeIs(1));
}

TEST(TrashTest, WhereItsNameIsTakenItComesBackWithANumber) {
  const CliProject project;
  const std::string key = project.import("가.txt", kArticle);
  project.out("delete", {key});
  project.import("가.txt", "🚀 다른 글");
  EXPECT_THAT(project.rows("restore", {key}), ElementsAre(ElementsAre(key, "가.txt (2)")));
  EXPECT_EQ(project.out("text", {"가.txt"}), "🚀 다른 글");
  EXPECT_EQ(project.out("text", {"가.txt (2)"}), kArticle);
}

TEST(PurgeTest, NoTraceOfAPurgedDocumentIsLeftInTheFile) {
  const CliProject project;
  const std::string secret = "🚀 대외비입니다";
  const std::string key = project.import("비밀문서.txt", secret);
  project.import("다른.txt", "🚀 다른 글");
  project.annotate(key, R"({"start":2,"end":6,"label":"ORG","note":"숨은쪽지"})");
  ASSERT_NE(project.bytes().find("대외비"), std::string::npos) << "the test looks for what is there";
  const ProgramResult result = project.run("purge", {key});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(rows_of(result.out), ElementsAre(ElementsAre(key, "비밀문서.txt", "0")));
  EXPECT_FALSE(result.err.empty()) << "it says that copies still hold it";
  for (const std::string& trace : {std::string("대외비"), std::string("숨은쪽지"), std::string("비밀문서"), key}) {
    EXPECT_EQ(project.bytes().find(trace), std::string::npos) << trace;
  }
  EXPECT_EQ(project.run("verify").exit_code, 0);
  EXPECT_EQ(project.out("text", {"다른.txt"}), "🚀 다른 글");
}

TEST(PurgeTest, QuietSaysNothing) {
  const CliProject project;
  project.import("가.txt", kArticle);
  EXPECT_EQ(project.run("purge", {"가.txt", "--quiet"}).err, "");
}

}  // namespace
}  // namespace mitjul
