#include "import/gate.h"

#include "tests/export/standoff.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(GateExportTest, TheExampleIsWrittenToTheByte) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence).info.key = *DocumentKey::parse("d3f7k2m5qa");
  const AnnotationId org = project.add("ORG", at(2, 5));
  const AnnotationId claim =
      project.add("CLAIM", at(0, 15), {{"checkworthy", {"true"}}, {"topics", {"a", "b"}}}, "메 & 모");
  project.relate("about", {{"target", org}, {"claim", claim}});
  EXPECT_EQ(project.files("gate").at("기사.xml"),
            "<?xml version='1.0' encoding='UTF-8'?>\n"
            "<GateDocument version=\"3\">\n"
            "<GateDocumentFeatures>\n"
            "<Feature>\n  <Name className=\"java.lang.String\">gate.SourceURL</Name>\n"
            "  <Value className=\"java.lang.String\">created from String</Value>\n</Feature>\n"
            "<Feature>\n  <Name className=\"java.lang.String\">mitjul:key</Name>\n"
            "  <Value className=\"java.lang.String\">d3f7k2m5qa</Value>\n</Feature>\n"
            "<Feature>\n  <Name className=\"java.lang.String\">mitjul:name</Name>\n"
            "  <Value className=\"java.lang.String\">기사.txt</Value>\n</Feature>\n"
            "<Feature>\n  <Name className=\"java.lang.String\">mitjul:language</Name>\n"
            "  <Value className=\"java.lang.String\">ko</Value>\n</Feature>\n"
            "</GateDocumentFeatures>\n"
            "<TextWithNodes><Node id=\"0\"/>🚀 <Node id=\"3\"/>화웨이<Node id=\"6\"/>가 칩을 확보했다.<Node id=\"16\"/>"
            "</TextWithNodes>\n"
            "<AnnotationSet Name=\"annotator01\">\n"
            "<Annotation Id=\"2\" Type=\"CLAIM\" StartNode=\"0\" EndNode=\"16\">\n"
            "<Feature>\n  <Name className=\"java.lang.String\">checkworthy</Name>\n"
            "  <Value className=\"java.lang.Boolean\">true</Value>\n</Feature>\n"
            "<Feature>\n  <Name className=\"java.lang.String\">topics</Name>\n"
            "  <Value className=\"java.util.ArrayList\" itemClassName=\"java.lang.String\">a;b</Value>\n</Feature>\n"
            "<Feature>\n  <Name className=\"java.lang.String\">mitjul:id</Name>\n"
            "  <Value className=\"java.lang.String\">h4k2qa-2</Value>\n</Feature>\n"
            "<Feature>\n  <Name className=\"java.lang.String\">mitjul:note</Name>\n"
            "  <Value className=\"java.lang.String\">메 &amp; 모</Value>\n</Feature>\n"
            "</Annotation>\n"
            "<Annotation Id=\"1\" Type=\"ORG\" StartNode=\"3\" EndNode=\"6\">\n"
            "<Feature>\n  <Name className=\"java.lang.String\">mitjul:id</Name>\n"
            "  <Value className=\"java.lang.String\">h4k2qa-1</Value>\n</Feature>\n"
            "</Annotation>\n"
            "</AnnotationSet>\n"
            "<RelationSet Name=\"annotator01\">\n"
            "<Relation Id=\"3\" Type=\"about\" Members=\"2;1\">\n<UserData></UserData>\n</Relation>\n"
            "</RelationSet>\n"
            "</GateDocument>\n");
}

TEST(GateExportTest, NestedSpansLineEndsAndBlanksAreReadAgain) {
  StandoffProject project;
  project.add_document("기사.txt", "🚀  첫\r\n줄\n\n 🎈둘 ");
  project.add("CLAIM", at(1, 13));
  project.add("ORG", at(2, 8));
  project.add("ORG", at(1, 3));
  project.add("CT+", at(9, 12));
  const auto documents = project.read_again("gate");
  EXPECT_EQ(documents.at(0).document.text.utf8(), "🚀  첫\n줄\n\n 🎈둘 ");
  EXPECT_THAT(said_in(documents.at(0)), ElementsAre("CLAIM   첫\n줄\n\n 🎈둘 ", "CT+  🎈둘", "ORG   ", "ORG  첫\n줄\n"));
}

TEST(GateExportTest, AnnotatorsAreSetsOfOneFile) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence);
  project.add("ORG", at(2, 5));
  project.add_annotator("b2b2b2", "둘\"째");
  project.add("CLAIM", at(0, 15));
  const std::string xml = project.files("gate").at("기사.xml");
  EXPECT_THAT(xml, HasSubstr("<AnnotationSet Name=\"annotator01\">"));
  EXPECT_THAT(xml, HasSubstr("<AnnotationSet Name=\"둘&quot;째\">"));
}

TEST(GateExportTest, RelationsOnRelationsStayAndWhatIsLostIsCounted) {
  StandoffProject project;
  Document& document = project.add_document("기사.txt", kSentence);
  document.info.title = "제목";
  document.info.zones = {{ZoneKind::Title, Span(0, 15)}};
  document.info.metadata = {{"url", "가"}, {"url", "나"}};
  const AnnotationId org = project.add("ORG", Spans({Span(2, 5), Span(7, 9)}));
  const AnnotationId claim = project.add("CLAIM", at(0, 15));
  const AnnotationId about = project.relate("about", {{"claim", claim}, {"target", org}});
  project.relate("because", {{"of", about}, {"by", claim}});
  project.add("TOPIC", WholeDocument{});
  EXPECT_THAT(project.losses("gate"), ElementsAre("schema-details 1", "set-states 1", "discontinuous-spans 1",
                                                  "document-labels 1", "provenance 4"));
  const std::string xml = project.files("gate").at("기사.xml");
  EXPECT_THAT(xml, HasSubstr("Type=\"because\" Members=\"3;2\""));
  EXPECT_THAT(xml, HasSubstr(">3-6 8-10</Value>")) << "the pieces of a span, in a feature";
  EXPECT_THAT(xml, HasSubstr("<AnnotationSet Name=\"Original markups\">\n<Annotation Id=\"5\" Type=\"title\""));
  EXPECT_THAT(xml, HasSubstr(">url (2)</Name>"));
}

TEST(GateExportTest, WhatIsWrongWithAFileIsNoticed) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence);
  project.add("ORG", at(2, 5));
  const std::string xml = project.files("gate").at("기사.xml");
  const auto problems = [&](const std::string& from, const std::string& to) {
    const TempFolder folder;
    std::string changed = xml;
    changed.replace(changed.find(from), from.size(), to);
    std::vector<std::string> codes;
    for (const Problem& problem : read_gate(folder.write("a.xml", changed), {}, {}))
      codes.emplace_back(to_string(problem.code));
    return codes;
  };
  EXPECT_THAT(problems("id=\"3\"", "id=\"3\""), IsEmpty());
  EXPECT_THAT(problems("🚀 <", "🚀<"), Not(IsEmpty())) << "nodes are numbered by UTF-16 units";
  EXPECT_THAT(problems("StartNode=\"3\"", "StartNode=\"4\""), ElementsAre("invalid-xml-value"));
  EXPECT_THAT(problems("</GateDocument>", "<"), ElementsAre("malformed-xml"));
}

}  // namespace
}  // namespace mitjul
