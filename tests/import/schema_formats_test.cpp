#include "import/schema_formats.h"

#include <set>

#include "core/error.h"
#include "export/schema_xml.h"
#include "tests/import/reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

SchemaFile read_bytes(std::string_view bytes, std::string_view name = "🚀 스키마") {
  const TempFolder folder;
  return read_schema(folder.write(name, bytes));
}

std::string fixture(const std::string& file) { return bytes_of(std::string(MITJUL_FIXTURES) + "/" + file); }

TEST(SchemaImportFormatsTest, EveryFormatOfTheTableIsWhole) {
  std::set<std::string_view> ids;
  for (const SchemaImportFormat& format : schema_import_formats()) {
    EXPECT_TRUE(ids.insert(format.id).second) << format.id;
    EXPECT_FALSE(format.name.empty() || format.extensions.empty() || format.holds.empty()) << format.id;
    ASSERT_NE(format.recognise, nullptr);
    ASSERT_NE(format.read, nullptr);
  }
}

TEST(SchemaImportFormatsTest, FormatsAreRecognisedByWhatIsInTheFile) {
  EXPECT_EQ(read_bytes(schema_to_xml(*preset("claims-entities"))).schema, *preset("claims-entities"));
  EXPECT_EQ(read_bytes(fixture("brat-schema/everything/annotation.conf"), "설정.xml").schema.labels.at(0).id, "Entity");
  EXPECT_EQ(read_bytes(fixture("label-studio-schema/everything/config.xml"), "설정.conf").schema.labels.at(1).id,
            "ORG");
  EXPECT_EQ(read_bytes(fixture("refi-codebook/everything/codebook.qdc"), "책.txt").schema.labels.at(0).id, "jinsul");
  EXPECT_EQ(read_bytes("<?xml version=\"1.0\"?><q:CodeBook xmlns:q=\"urn:QDA-XML:codebook:1.0\"><q:Codes>"
                       "<q:Code guid=\"a\" name=\"가\" isCodable=\"true\"/></q:Codes></q:CodeBook>")
                .schema.labels.at(0)
                .id,
            "ga");
}

TEST(SchemaImportFormatsTest, AGuidelineMayTalkAboutSections) {
  Schema schema = *preset("claims-entities");
  schema.guideline = "설정은\n[entities]\n아래에";
  EXPECT_EQ(read_bytes(schema_to_xml(schema)).schema, schema);
}

TEST(SchemaImportFormatsTest, WhatIsNoSchemaIsSaidToBeNone) {
  for (const std::string& bytes : {std::string("🚀 화웨이가 칩을 확보했다."), std::string(), std::string("PK\x03\x04"),
                                   std::string("{}"), std::string(5000, '\0')}) {
    EXPECT_THAT(found(read_bytes(bytes).problems), ElementsAre("1:no-schema-format"));
  }
}

TEST(SchemaImportFormatsTest, FilesThatAreTooLargeAreNotRead) {
  std::string huge = "[entities]\nA\n#";
  huge.resize(kLargestSchemaFile + 1, 'x');
  EXPECT_THAT(found(read_bytes(huge).problems), ElementsAre("0:file-too-large"));
}

TEST(SchemaImportFormatsTest, AFileThatIsNotThereIsAnError) {
  const TempFolder folder;
  EXPECT_THROW(read_schema(folder / "없음.conf"), Error);
  EXPECT_THROW(read_schema(folder.path()), Error);
}

/// A file of each XML format, with a place for something before its root and for something in it.
struct XmlFormat {
  const char* before;
  const char* root;
  const char* inner;
};
const std::vector<XmlFormat> kXmlFormats{
    {"<?xml version=\"1.0\"?>\n", "<schema xmlns=\"urn:mitjul:annotations:1\" name=\"x\" version=\"1\">", "</schema>"},
    {"<?xml version=\"1.0\"?>\n", "<View>", "</View>"},
    {"<?xml version=\"1.0\"?>\n", "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>", "</Codes></CodeBook>"},
};

TEST(HostileSchemaTest, DocumentTypesAreRefusedWithEveryEntity) {
  const std::string bomb = "<!DOCTYPE x [<!ENTITY a \"🚀\">\n<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\n]>\n";
  const std::string outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">\n";
  const std::string inside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n";
  for (const XmlFormat& format : kXmlFormats) {
    for (const std::string& type : {bomb, outside, inside}) {
      const std::string xml = format.before + type + format.root + format.inner;
      EXPECT_THAT(found(read_bytes(xml).problems), ElementsAre("2:malformed-xml")) << xml;
    }
    EXPECT_THAT(found(read_bytes(std::string(format.before) + format.root + "&e;" + format.inner).problems),
                ElementsAre("2:malformed-xml"));
  }
}

TEST(HostileSchemaTest, HugeNestingIsRefused) {
  for (const XmlFormat& format : kXmlFormats) {
    std::string deep = std::string(format.before) + format.root + "\n";
    for (int i = 0; i < 100'000; ++i) deep += "<View>";
    EXPECT_THAT(found(read_bytes(deep).problems), ElementsAre("3:malformed-xml"));
  }
  std::string chain = kXmlFormats[0].root;
  for (int i = 0; i < 9'000; ++i) {
    const std::string parent = i == 0 ? "" : " parent=\"A" + std::to_string(i - 1) + "\"";
    chain += "\n<label id=\"A" + std::to_string(i) + "\" name=\"x\" kind=\"span\"" + parent + "/>";
  }
  const std::vector<std::string> problems = found(read_bytes(chain + "</schema>").problems);
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems[0], "52:labels-too-deep");
}

TEST(HostileSchemaTest, HugeNumbersOfLabelsAreRefused) {
  std::string native = kXmlFormats[0].root;
  std::string studio = "<View><Text name=\"t\"/><Labels name=\"l\" toName=\"t\">\n";
  std::string book = "<CodeBook><Codes>\n";
  std::string brat = "[entities]\n";
  for (int i = 0; i < 20'000; ++i) {
    const std::string id = "A" + std::to_string(i);
    native += "<label id=\"" + id + "\" name=\"x\" kind=\"span\"/>\n";
    studio += "<Label value=\"" + id + "\"/>\n";
    book += "<Code guid=\"" + id + "\" name=\"" + id + "\" isCodable=\"true\"/>\n";
    brat += id + "\n";
  }
  for (const std::string& file :
       {native + "</schema>", studio + "</Labels></View>", book + "</Codes></CodeBook>", brat}) {
    EXPECT_THAT(found(read_bytes(file).problems), ElementsAre("1:too-many-labels"));
  }
}

TEST(HostileSchemaTest, NoMoreProblemsAreListedThanAnybodyReads) {
  std::string brat = "[entities]\n";
  for (int i = 0; i < 50'000; ++i) brat += "A\n";
  EXPECT_THAT(read_bytes(brat).problems, SizeIs(kMostSchemaProblems));
  std::string native = kXmlFormats[0].root;
  for (int i = 0; i < 9'000; ++i) native += "<label id=\"A\" name=\"x\" kind=\"span\"/>";
  EXPECT_THAT(read_bytes(native + "</schema>").problems, SizeIs(kMostSchemaProblems));
}

TEST(HostileSchemaTest, AnotherVersionIsSaidToBeOne) {
  EXPECT_THAT(found(read_bytes("<schema xmlns=\"urn:mitjul:annotations:2\" name=\"x\" version=\"1\"/>").problems),
              ElementsAre("1:unsupported-format-version"));
  EXPECT_THAT(found(read_bytes("<CodeBook xmlns=\"urn:QDA-XML:codebook:7.0\"/>").problems),
              ElementsAre("1:unsupported-format-version"));
}

}  // namespace
}  // namespace mitjul
