#include "import/xmi.h"

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "tests/import/reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct XmiRead {
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  std::vector<Problem> problems;

  /// Spans as `LABEL quote`, relations as `LABEL role:LABEL`, with attributes behind.
  std::vector<std::string> said() const {
    std::vector<std::string> words;
    const AnnotatedDocument& document = documents.at(0);
    for (const auto& [key, set] : document.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        std::string each = annotation.label;
        if (annotation.spans() != nullptr) {
          for (const Span& segment : annotation.spans()->segments())
            each += " " + std::string(document.document.text.slice(segment));
        } else if (annotation.relation() != nullptr) {
          for (const Argument& argument : annotation.relation()->arguments)
            each += " " + argument.role + ":" + document.find(argument.target.id)->label;
        }
        for (const auto& [attribute, values] : annotation.attributes) {
          for (const std::string& value : values) each += " " + attribute + "=" + value;
        }
        words.push_back(each);
      }
    }
    return words;
  }
};

XmiRead read_path(const std::filesystem::path& path) {
  XmiRead file;
  file.problems = read_xmi(
      path, [&](StreamHeader header) { file.header = std::move(header); },
      [&](AnnotatedDocument document) { file.documents.push_back(std::move(document)); });
  const bool refused = std::any_of(file.problems.begin(), file.problems.end(),
                                   [](const Problem& problem) { return !is_notice(problem.code); });
  if (refused) return file;
  EXPECT_THAT(found(check_schema(file.header.schema)), IsEmpty());
  for (const AnnotatedDocument& document : file.documents)
    EXPECT_THAT(found(check_document(document, file.header.schema, {})), IsEmpty());
  return file;
}

std::string xmi(const std::string& elements, const std::string& members,
                const std::string& text = "&#128640; 화웨이가 칩을 확보했다.") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" "
         "xmlns:tcas=\"http:///uima/tcas.ecore\" xmlns:custom=\"http:///webanno/custom.ecore\" "
         "xmlns:type=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\" "
         "xmlns:type2=\"http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore\" "
         "xmlns:type4=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\" "
         "xmlns:pos=\"http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore\" xmi:version=\"2.0\">\n"
         "<cas:NULL xmi:id=\"0\"/>\n" +
         elements + "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"" +
         text + "\"/>\n<cas:View sofa=\"1\" members=\"" + members + "\"/>\n</xmi:XMI>\n";
}

constexpr std::string_view kTypes =
    "<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\"><types>"
    "<typeDescription><name>webanno.custom.Claim</name><supertypeName>uima.tcas.Annotation</supertypeName><features>"
    "<featureDescription><name>sure</name><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription>"
    "<featureDescription><name>weight</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>"
    "<featureDescription><name>who</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>"
    "</features></typeDescription></types></typeSystemDescription>";

XmiRead read(const std::string& bytes, std::string_view types = "") {
  const TempFolder folder;
  if (!types.empty()) folder.write("TypeSystem.xml", types);
  return read_path(folder.write("기사.xmi", bytes));
}

TEST(XmiImportTest, WhatInceptionWritesComesIn) {
  const XmiRead file = read(
      xmi("<type2:DocumentMetaData xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"16\" language=\"x-unspecified\" "
          "documentTitle=\"기사\"/>\n"
          "<type:Sentence xmi:id=\"3\" sofa=\"1\" begin=\"0\" end=\"16\"/><type:Token xmi:id=\"4\" sofa=\"1\" "
          "begin=\"0\" "
          "end=\"2\"/>\n"
          "<type4:NamedEntity xmi:id=\"5\" sofa=\"1\" begin=\"3\" end=\"6\" value=\"ORG\" identifier=\"Q1\"/>\n"
          "<custom:Claim xmi:id=\"6\" sofa=\"1\" begin=\"0\" end=\"16\" stance=\"asserted\" sure=\"false\" "
          "weight=\"3\" "
          "who=\"8 9\"/>\n"
          "<custom:About xmi:id=\"7\" sofa=\"1\" begin=\"3\" end=\"6\" Dependent=\"5\" Governor=\"6\" kind=\"x\"/>\n"
          "<custom:ClaimWhoLink xmi:id=\"8\" role=\"source\" target=\"5\"/>\n"
          "<custom:ClaimWhoLink xmi:id=\"9\" role=\"cue\" target=\"6\"/>\n"
          "<pos:NN xmi:id=\"10\" sofa=\"1\" begin=\"3\" end=\"6\" PosValue=\"NNP\"/>\n"
          "<custom:Claim xmi:id=\"11\" sofa=\"1\" begin=\"0\" end=\"6\"/>\n",
          "2 3 4 5 6 7 10"),
      kTypes);
  EXPECT_THAT(found(file.problems), ElementsAre("1:annotations-left-out")) << "of the parts of speech";
  EXPECT_TRUE(file.header.inferred);
  EXPECT_EQ(file.documents.at(0).document.text.utf8(), "🚀 화웨이가 칩을 확보했다.");
  EXPECT_EQ(file.documents.at(0).document.info.title, "기사");
  EXPECT_THAT(
      file.said(),
      ElementsAre("ORG 화웨이 identifier=Q1", "Claim 🚀 화웨이가 칩을 확보했다. stance=asserted sure=false weight=3",
                  "About Governor:Claim Dependent:ORG kind=x", "Claim.who slots_of:Claim source:ORG cue:Claim"));
  const Label& claim = *file.header.schema.find("Claim");
  EXPECT_EQ(file.header.schema.find_attribute(claim.id, "sure")->type, AttributeType::Boolean);
  EXPECT_EQ(file.header.schema.find_attribute(claim.id, "weight")->type, AttributeType::Number);
  EXPECT_EQ(file.header.schema.find_attribute(claim.id, "stance")->type, AttributeType::Text);
}

TEST(XmiImportTest, LinksAreKnownWithoutATypeSystemToo) {
  const XmiRead file =
      read(xmi("<custom:Claim xmi:id=\"6\" sofa=\"1\" begin=\"3\" end=\"6\" who=\"8\" weight=\"3\"/>"
               "<custom:L xmi:id=\"8\" target=\"6\"/>",
               "6"));
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(file.said(), ElementsAre("Claim 화웨이 weight=3", "Claim.who slots_of:Claim target:Claim"));
}

TEST(XmiImportTest, PlacesAreUtf16AndLineEndsBecomeOurs) {
  const XmiRead file =
      read(xmi("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"4\" end=\"7\"/>"
               "<custom:B xmi:id=\"3\" sofa=\"1\" begin=\"0\" end=\"7\"/>",
               "2 3", "&#128640;&#13;&#10;화웨이"));
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.documents.at(0).document.text.utf8(), "🚀\n화웨이");
  EXPECT_THAT(file.said(), ElementsAre("A 화웨이", "B 🚀\n화웨이"));
}

TEST(XmiImportTest, OtherViewsAndEmptyPlacesAreLeftOutAndSaid) {
  const std::string bytes =
      xmi("<custom:A xmi:id=\"2\" sofa=\"9\" begin=\"0\" end=\"2\"/><custom:A xmi:id=\"3\" sofa=\"1\" begin=\"3\" "
          "end=\"3\"/>"
          "<custom:A xmi:id=\"4\" sofa=\"1\" begin=\"3\" end=\"6\"/>"
          "<custom:R xmi:id=\"5\" sofa=\"1\" begin=\"3\" end=\"6\" Governor=\"4\" Dependent=\"2\"/>"
          "<cas:Sofa xmi:id=\"9\" sofaNum=\"2\" sofaID=\"english\" mimeType=\"text\" sofaString=\"other\"/>"
          "<cas:View sofa=\"9\" members=\"2\"/>",
          "3 4 5");
  const XmiRead file = read(bytes);
  EXPECT_THAT(found(file.problems),
              ElementsAre("1:annotations-left-out", "1:annotations-left-out", "1:annotations-left-out"));
  EXPECT_THAT(file.said(), ElementsAre("A 화웨이"));
}

TEST(XmiImportTest, PlacesOutsideOrInsideACharacterAreRefused) {
  for (const std::string& place :
       {std::string("begin=\"1\" end=\"3\""), std::string("begin=\"3\" end=\"99\""),
        std::string("begin=\"6\" end=\"3\""), std::string("begin=\"0\" end=\"18446744073709551615\"")}) {
    const XmiRead file = read(xmi("<custom:A xmi:id=\"2\" sofa=\"1\" " + place + "/>", "2"));
    ASSERT_THAT(found(file.problems), ElementsAre("4:span-outside-text")) << place;
    EXPECT_EQ(file.problems[0].details[2], "16") << "in the unit of the others";
  }
}

TEST(XmiImportTest, AWrongPlaceNamesTheValueThatIsWrong) {
  const auto said = [](const std::string& place) {
    const XmiRead file = read(xmi("<custom:A xmi:id=\"2\" sofa=\"1\" " + place + "/>", "2"));
    std::vector<std::string> words = found(file.problems);
    for (const Problem& problem : file.problems)
      words.insert(words.end(), problem.details.begin(), problem.details.end());
    return words;
  };
  EXPECT_THAT(said("begin=\"-1\" end=\"3\""), ElementsAre("4:invalid-xml-value", "-1", "begin"));
  EXPECT_THAT(said("begin=\"0\" end=\"3.5\""), ElementsAre("4:invalid-xml-value", "3.5", "end"));
  EXPECT_THAT(said("begin=\"0\" end=\"99999999999999999999999\""),
              ElementsAre("4:invalid-xml-value", "99999999999999999999999", "end"));
  EXPECT_THAT(said("begin=\"a\" end=\"b\""),
              ElementsAre("4:invalid-xml-value", "4:invalid-xml-value", "a", "begin", "b", "end"));
  EXPECT_THAT(said("begin=\"0\""), ElementsAre("4:missing-xml-attribute", "end", "custom:A"));
  EXPECT_THAT(said("end=\"3\""), ElementsAre("4:missing-xml-attribute", "begin", "custom:A"));
}

TEST(XmiImportTest, BrokenFilesAreRefused) {
  EXPECT_THAT(found(read("<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\">\n<").problems),
              ElementsAre("2:malformed-xml"));
  for (const char* const empty : {"", "\xEF\xBB\xBF", " \n"}) {
    const XmiRead file = read(empty);
    ASSERT_THAT(found(file.problems), ElementsAre("1:empty-file"));
    EXPECT_THAT(file.documents, IsEmpty());
  }
  EXPECT_THAT(found(read("\n<article>🚀</article>").problems), ElementsAre("2:unexpected-element"));
  for (const char* const behind : {"\n<a/>", "\n🚀", "\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"/>"}) {
    const XmiRead file = read("<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"/>" + std::string(behind));
    EXPECT_THAT(found(file.problems), ElementsAre("2:malformed-xml")) << behind;
  }
  EXPECT_THAT(found(read("<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"/>").problems), ElementsAre("1:missing-field"));
  EXPECT_THAT(found(read(xmi("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"3\" end=\"6\"/>"
                             "<custom:B xmi:id=\"2\" sofa=\"1\" begin=\"3\" end=\"6\"/>",
                             "2"))
                        .problems),
              ElementsAre("4:duplicate-id"));
}

TEST(XmiImportTest, AProblemOfTheTypeSystemIsOneOfItsFile) {
  const std::string bytes = xmi("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"3\" end=\"6\"/>", "2");
  const XmiRead file = read(bytes, "<typeSystemDescription>\n<types>\n</typeSystemDescription>\n");
  ASSERT_THAT(found(file.problems), ElementsAre("3:malformed-xml"));
  EXPECT_TRUE(file.problems[0].place.file.ends_with("/TypeSystem.xml")) << file.problems[0].place.file;
  EXPECT_THAT(found(read(bytes, "\n\n").problems), ElementsAre("3:malformed-xml")) << "an empty one";
}

TEST(XmiImportTest, BrokenUtf8IsInItsLine) {
  const std::string bytes = xmi("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"3\" end=\"6\" note=\"\xED\x95\"/>\n", "2");
  EXPECT_THAT(found(read(bytes).problems), ElementsAre("4:invalid-utf8"));
  EXPECT_THAT(found(read("\xEF\xBB\xBF" + bytes).problems), ElementsAre("4:invalid-utf8"));
}

TEST(XmiImportTest, LinesAreCountedBehindAByteOrderMarkToo) {
  const std::string bytes = xmi("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"99\"/>\n", "2");
  EXPECT_THAT(found(read("\xEF\xBB\xBF" + bytes).problems), ElementsAre("4:span-outside-text"));
}

TEST(XmiImportTest, Utf16IsRead) {
  std::string wide = "\xFF\xFE";
  const Text text(
      xmi("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"3\" end=\"6\"/>\n"
          "<custom:A xmi:id=\"3\" sofa=\"1\" begin=\"0\" end=\"99\"/>\n",
          "2 3"));
  for (TextPos pos; pos < text.all().end; pos = pos + 1) {
    const auto c = static_cast<std::uint32_t>(text.at(pos));
    ASSERT_LT(c, 0x10000U) << "the emoji is a reference";
    wide += static_cast<char>(c & 0xFFU);
    wide += static_cast<char>(c >> 8U);
  }
  const XmiRead file = read(wide);
  EXPECT_THAT(found(file.problems), ElementsAre("5:span-outside-text"));
  EXPECT_THAT(file.said(), ElementsAre("A 화웨이"));
}

TEST(XmiImportTest, ADocumentTypeIsRefused) {
  const std::string bytes = xmi("", "");
  const std::size_t root = bytes.find("<xmi:XMI");
  for (const std::string& doctype : {std::string("<!DOCTYPE XMI>"), std::string("<!DOCTYPE XMI [<!ENTITY e \"🚀\">]>"),
                                     std::string("<!DOCTYPE XMI SYSTEM \"file:///etc/passwd\">")}) {
    const XmiRead file = read(bytes.substr(0, root) + doctype + "\n" + bytes.substr(root));
    ASSERT_THAT(found(file.problems), ElementsAre("2:malformed-xml")) << doctype;
    EXPECT_THAT(file.problems[0].details, ElementsAre("it has a document type declaration (DOCTYPE)"));
    EXPECT_THAT(file.documents, IsEmpty());
  }
}

TEST(XmiImportTest, WithoutATextThereIsNothingToAnnotate) {
  const std::string bytes = xmi("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"3\" end=\"6\"/>", "2");
  EXPECT_THAT(found(read(edited(bytes, "sofaString=\"", "sofaURI=\"")).problems), ElementsAre("1:missing-field"));
}

TEST(XmiImportTest, TheViewIsOneThatHasAText) {
  const XmiRead file =
      read(edited(xmi("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"3\" end=\"6\"/>", "2"), "<cas:NULL xmi:id=\"0\"/>",
                  "<cas:Sofa xmi:id=\"9\" sofaNum=\"2\" sofaID=\"sound\" sofaURI=\"a.wav\"/>"));
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(file.said(), ElementsAre("A 화웨이"));
}

TEST(XmiImportTest, APlaceInNoTextIsLeftOutAndSaid) {
  const XmiRead file =
      read(xmi("<custom:A xmi:id=\"2\" begin=\"3\" end=\"6\"/>"
               "<custom:B xmi:id=\"3\" sofa=\"1\" begin=\"3\" end=\"6\"/>",
               "2 3"));
  ASSERT_THAT(found(file.problems), ElementsAre("1:annotations-left-out"));
  EXPECT_THAT(file.problems[0].details, ElementsAre("A", "1"));
  EXPECT_THAT(file.said(), ElementsAre("B 화웨이"));
}

TEST(XmiImportTest, NamesOfATypeSystemOfOursAreTakenBack) {
  const auto types = [](std::string_view given) {
    return "<typeSystemDescription><types><typeDescription><name>webanno.custom.CT_</name><description>확실 [CT+]"
           "</description><features><featureDescription><name>kind_</name><description>갈래 [kind.]</description>"
           "<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription></features></typeDescription>"
           "<typeDescription><name>webanno.custom.other</name><description>다른 [CT+]</description></typeDescription>"
           "<typeDescription><name>" +
           std::string(given) + "</name></typeDescription></types></typeSystemDescription>";
  };
  const std::string bytes =
      xmi("<custom:CT_ xmi:id=\"2\" sofa=\"1\" begin=\"3\" end=\"6\" kind_=\"a\"/>"
          "<custom:other xmi:id=\"3\" sofa=\"1\" begin=\"3\" end=\"6\"/>",
          "2 3");
  const XmiRead ours = read(bytes, types("mitjul.Document"));
  EXPECT_THAT(ours.said(), ElementsAre("CT+ 화웨이 kind.=a", "other 화웨이"));
  EXPECT_EQ(ours.header.schema.find("CT+")->name, "확실");
  EXPECT_EQ(ours.header.schema.find_attribute("CT+", "kind.")->name, "갈래");
  EXPECT_EQ(ours.header.schema.find("other")->name, "다른 [CT+]") << "no spelling of that id";
  const XmiRead returned = read(bytes, types("other.Document"));
  EXPECT_THAT(returned.said(), ElementsAre("CT+ 화웨이 kind.=a", "other 화웨이")) << "after INCEpTION had them";
  EXPECT_EQ(returned.header.schema.find("other")->name, "other") << "whose descriptions are no names";
}

TEST(XmiImportTest, TheFixtureIsReadWhole) {
  const XmiRead file = read_path(std::string(MITJUL_FIXTURES) + "/xmi/inception");
  EXPECT_THAT(found(file.problems), ElementsAre("1:annotations-left-out")) << "of the other view";
  EXPECT_THAT(file.said(),
              UnorderedElementsAre("ORG 화웨이", "Claim 🚀 칩을 확보했다. kinds=a kinds=b stance=asserted sure=true",
                                   "About Governor:Claim Dependent:ORG", "Joined first:About second:Claim",
                                   "Topic value=tech", "Claim.who slots_of:Claim source:ORG"));
  EXPECT_EQ(file.documents.at(0).find(*parse_annotation_id("h4k2qa-2"))->note, "메모");
}

TEST(XmiImportTest, ItIsRecognisedByItsNamespaceOrItsName) {
  EXPECT_TRUE(looks_like_xmi("xml", xmi("", "")));
  EXPECT_TRUE(looks_like_xmi("xmi", "")) << "and by its name: a text is called otherwise";
  EXPECT_FALSE(looks_like_xmi("xml", "<a/>"));
  EXPECT_FALSE(looks_like_xmi("xml", kTypes));
}

}  // namespace
}  // namespace mitjul
