#include "tests/export/standoff.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

TEST(XmiExportTest, TheExampleIsWrittenToTheByte) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence).info.key = *DocumentKey::parse("d3f7k2m5qa");
  const AnnotationId org = project.add("ORG", at(2, 5));
  const AnnotationId claim = project.add("CLAIM", at(0, 15), {{"type", {"fact"}}, {"topics", {"a", "b"}}}, "메\n모");
  project.relate("about", {{"target", org}, {"claim", claim}});
  project.add("ORG", Spans({Span(7, 9), Span(10, 14)}));
  EXPECT_EQ(
      project.files("xmi").at("기사.xmi"),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" "
      "xmlns:tcas=\"http:///uima/tcas.ecore\" xmlns:custom=\"http:///webanno/custom.ecore\" "
      "xmlns:metadata=\"http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore\" "
      "xmlns:segmentation=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\" "
      "xmlns:mitjul=\"http:///mitjul.ecore\" xmi:version=\"2.0\">\n"
      "  <cas:NULL xmi:id=\"0\"/>\n"
      "  <metadata:DocumentMetaData xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"16\" language=\"ko\" "
      "documentTitle=\"기사.txt\" documentId=\"d3f7k2m5qa\"/>\n"
      "  <custom:CLAIM xmi:id=\"3\" sofa=\"1\" begin=\"0\" end=\"16\" type=\"fact\" identifier=\"h4k2qa-2\" "
      "note=\"메&#10;모\"><topics>a</topics><topics>b</topics></custom:CLAIM>\n"
      "  <custom:ORG xmi:id=\"4\" sofa=\"1\" begin=\"3\" end=\"6\" identifier=\"h4k2qa-1\"/>\n"
      "  <custom:ORG xmi:id=\"5\" sofa=\"1\" begin=\"8\" end=\"15\" identifier=\"h4k2qa-4\"/>\n"
      "  <custom:about xmi:id=\"6\" sofa=\"1\" begin=\"3\" end=\"6\" Governor=\"3\" Dependent=\"4\" "
      "identifier=\"h4k2qa-3\"/>\n"
      "  <mitjul:Segment xmi:id=\"7\" sofa=\"1\" begin=\"8\" end=\"10\" of=\"5\"/>\n"
      "  <mitjul:Segment xmi:id=\"8\" sofa=\"1\" begin=\"11\" end=\"15\" of=\"5\"/>\n"
      "  <mitjul:Document xmi:id=\"9\" documentKey=\"d3f7k2m5qa\" documentName=\"기사.txt\" annotatorKey=\"h4k2qa\" "
      "annotatorName=\"annotator01\" state=\"in-progress\"/>\n"
      "  <segmentation:Sentence xmi:id=\"10\" sofa=\"1\" begin=\"0\" end=\"16\"/>\n"
      "  <segmentation:Token xmi:id=\"11\" sofa=\"1\" begin=\"0\" end=\"2\"/>\n"
      "  <segmentation:Token xmi:id=\"12\" sofa=\"1\" begin=\"3\" end=\"7\"/>\n"
      "  <segmentation:Token xmi:id=\"13\" sofa=\"1\" begin=\"8\" end=\"10\"/>\n"
      "  <segmentation:Token xmi:id=\"14\" sofa=\"1\" begin=\"11\" end=\"15\"/>\n"
      "  <segmentation:Token xmi:id=\"15\" sofa=\"1\" begin=\"15\" end=\"16\"/>\n"
      "  <cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" "
      "sofaString=\"🚀 화웨이가 칩을 확보했다.\"/>\n"
      "  <cas:View sofa=\"1\" members=\"2 3 4 5 6 7 8 9 10 11 12 13 14 15\"/>\n"
      "</xmi:XMI>\n");
}

/// A project with all that the format holds, and an emoji before everything.
StandoffProject rich_project() {
  StandoffProject project;
  Document& document = project.add_document("기사.txt", "🚀 첫\t줄의\n화웨이가 칩을 확보했다.\n\n끝");
  document.info.title = "제목 \"하나\" & 둘";
  const AnnotationId org = project.add("ORG", at(7, 10));
  const AnnotationId cue = project.add("CT+", Spans({Span(12, 14), Span(15, 19)}));
  project.add("CT-", at(12, 14));
  const AnnotationId claim = project.add("CLAIM", at(2, 19), {{"type", {"fact"}}, {"topics", {"b", "a"}}}, "쪽\t지");
  project.add("CLAIM", at(22, 23));
  const AnnotationId about = project.relate("about", {{"claim", claim}, {"target", org}});
  project.relate("attributed", {{"source", org}, {"cue", cue}, {"content", claim}});
  project.relate("because", {{"of", about}, {"by", claim}});
  project.add("TOPIC", WholeDocument{}, {}, "온 글");
  return project;
}

TEST(XmiExportTest, EverythingIsReadAgain) {
  StandoffProject project = rich_project();
  const auto documents = project.read_again("xmi");
  ASSERT_EQ(documents.size(), 1U);
  const DocumentInfo& written = project.delivery().documents[0].document.info;
  EXPECT_EQ(documents[0].document.info.key, written.key);
  EXPECT_EQ(documents[0].document.info.name, "기사.txt");
  EXPECT_EQ(documents[0].document.info.title, written.title);
  EXPECT_THAT(said_in(documents[0]),
              ElementsAre("CLAIM 끝", "CLAIM 첫\t줄의\n화웨이가 칩을 확보했다", "CT+ 칩을|확보했다", "CT- 칩을",
                          "ORG 화웨이", "TOPIC", "about", "attributed", "because"));
  const AnnotationSet& before = project.delivery().documents[0].sets.begin()->second;
  const AnnotationSet& after = documents[0].sets.begin()->second;
  EXPECT_EQ(after.key(), before.key());
  EXPECT_EQ(after.state(), before.state());
  for (const auto& [id, annotation] : before.annotations()) {
    ASSERT_NE(after.find(id), nullptr) << to_string(id) << ": ids are for ever";
    EXPECT_EQ(after.find(id)->note, annotation.note);
    if (const Relation* const relation = annotation.relation()) {
      const auto& ends = after.find(id)->relation()->arguments;
      EXPECT_EQ(ends, relation->arguments) << "roles have their ids again";
    }
  }
  EXPECT_EQ(after.find({before.key().annotator, 4})->attributes.at("topics"), (std::vector<std::string>{"b", "a"}));
}

TEST(XmiExportTest, WhatIsLostIsCounted) {
  // CT+ and CT-, and the two roles of `about`.
  EXPECT_THAT(rich_project().losses("xmi"), ElementsAre("schema-details 1", "renamed-ids 4", "provenance 9"));
}

TEST(XmiExportTest, IdsThatUimaSpellsInAnotherWayComeBackWithTheirNames) {
  StandoffProject project;
  Schema& schema = project.delivery().schema;
  schema.labels[0].name = "기관 [가]";
  schema.labels[1].attributes.push_back({"note", "쪽지 [x]", AttributeType::Text, false, "", {}});
  schema.labels[1].attributes.push_back({"a.b-c", "점", AttributeType::Text, false, "", {}});
  project.add_document("기사.txt", kSentence);
  const AnnotationId org = project.add("ORG", at(2, 5));
  const AnnotationId claim = project.add("CLAIM", at(0, 15), {{"note", {"하나"}}, {"a.b-c", {"둘"}}}, "메모");
  project.add("CT-", at(7, 9));
  project.relate("about", {{"claim", claim}, {"target", org}});
  EXPECT_THAT(project.losses("xmi"), testing::Contains("renamed-ids 6"));
  const TempFolder folder;
  write_export(*find_export_format("xmi"), project.delivery().source(), folder / "밖", example_options(),
               annotation_reader("xmi"), {});
  Schema read;
  AnnotatedDocument document;
  annotation_reader("xmi")(
      folder / "밖", [&](StreamHeader header) { read = std::move(header.schema); },
      [&](AnnotatedDocument each) { document = std::move(each); });
  EXPECT_EQ(read.find("ORG")->name, "기관 [가]");
  EXPECT_EQ(read.find("CT-")->name, "불확실");
  EXPECT_EQ(read.find_attribute("CLAIM", "note")->name, "쪽지 [x]");
  EXPECT_EQ(read.find_attribute("CLAIM", "a.b-c")->name, "점");
  ASSERT_NE(read.find("about"), nullptr);
  ASSERT_EQ(read.find("about")->roles.size(), 2U);
  EXPECT_EQ(read.find("about")->roles[0].id, "claim");
  EXPECT_EQ(read.find("about")->roles[0].name, "주장");
  EXPECT_EQ(read.find("about")->roles[1].id, "target");
  EXPECT_EQ(document.find(claim)->attributes, (Attributes{{"a.b-c", {"둘"}}, {"note", {"하나"}}}));
  EXPECT_EQ(document.find(claim)->note, "메모");
}

TEST(XmiExportTest, TheTypeSystemSaysWhatTheIdsWere) {
  const std::string types = rich_project().files("xmi").at("TypeSystem.xml");
  EXPECT_THAT(types, HasSubstr("<name>webanno.custom.CT_</name>\n      <description>확실 [CT+]</description>"));
  EXPECT_THAT(types, HasSubstr("<name>Governor</name><description>주장 [claim]</description>"));
  EXPECT_THAT(types, HasSubstr("<name>webanno.custom.ORG</name>\n      <description>기관</description>"));
}

TEST(XmiExportTest, EveryAnnotatorHasAFile) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence);
  project.add("ORG", at(2, 5));
  project.add_annotator("b2b2b2", "둘째");
  project.add("CLAIM", at(0, 15));
  const auto files = project.files("xmi");
  EXPECT_THAT(files.at("기사.txt (annotator01).xmi"), HasSubstr("<custom:ORG "));
  EXPECT_THAT(files.at("기사.txt (annotator01).xmi"), Not(HasSubstr("<custom:CLAIM ")));
  EXPECT_THAT(files.at("기사.txt (둘째).xmi"), HasSubstr("<custom:CLAIM "));
}

TEST(XmiExportTest, AFolderThatLooksLikeOneOfInceptionIsReadAsItWasWritten) {
  StandoffProject project;
  project.add_document("가.txt", kSentence);
  project.add("ORG", at(2, 5));
  project.add_annotator("b2b2b2", "둘째");
  project.add("CLAIM", at(0, 15));
  project.add_document("나.txt", "🚀 다른 글");
  const TempFolder folder;
  std::filesystem::create_directories(folder / "annotation");
  write_export(*find_export_format("xmi"), project.delivery().source(), folder / "annotation/밖", example_options(),
               annotation_reader("xmi"), {});
  std::vector<std::string> names;
  const auto problems = annotation_reader("xmi")(
      folder / "annotation/밖", {}, [&](const AnnotatedDocument& each) { names.push_back(each.document.info.name); });
  EXPECT_THAT(problems, testing::IsEmpty());
  EXPECT_THAT(names, ElementsAre("가.txt", "가.txt", "나.txt"));
}

TEST(XmiExportTest, ApacheUimaReadsItStrictlyAndFindsTheSameWords) {
  const std::string jar = "/usr/share/java/uimaj-core.jar";
  if (!std::filesystem::exists(jar)) GTEST_SKIP() << "Apache UIMA is not installed (libuima-core-java)";
  StandoffProject project = rich_project();
  const TempFolder folder;
  write_export(*find_export_format("xmi"), project.delivery().source(), folder / "밖", example_options(),
               annotation_reader("xmi"), {});
  // Names with Hangul are a question of the locale in Java.
  std::filesystem::copy(folder / "밖/기사.xmi", folder / "a.xmi");
  std::filesystem::copy(folder / "밖/TypeSystem.xml", folder / "TypeSystem.xml");
  const auto path = [&](const char* name) { return std::filesystem::relative(folder / name).string(); };
  const ProgramResult result = run_program(
      {"java", "-Dsun.jnu.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-cp", jar,
       std::string(MITJUL_SOURCE) + "/tests/programs/XmiReader.java", path("TypeSystem.xml"), path("a.xmi")},
      {"", {"LC_ALL=C.UTF-8"}});
  if (result.exit_code == 127) GTEST_SKIP() << "Java is not installed (default-jdk-headless)";
  ASSERT_EQ(result.exit_code, 0) << result.err;
  std::vector<std::string> lines;
  for (const auto& row : rows_of(result.out)) lines.push_back(row.at(0));
  EXPECT_THAT(lines, IsSupersetOf({"CLAIM 첫\\t줄의\\n화웨이가 칩을 확보했다", "ORG 화웨이", "CT_ 칩을 확보했다",
                                   "CT__ 칩을", "CLAIM 끝", "Token 🚀", "Token 확보했다", "Token ."}));
}

}  // namespace
}  // namespace mitjul
