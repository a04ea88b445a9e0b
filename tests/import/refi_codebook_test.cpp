#include "import/refi_codebook.h"

#include "tests/import/reading.h"
#include "tests/support/losses.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kFixture = std::string(MITJUL_FIXTURES) + "/refi-codebook/everything/codebook.qdc";

SchemaFile read_codebook(std::string_view xml) {
  const TempFolder folder;
  return read_refi_codebook(folder.write("🚀.qdc", xml));
}

SchemaFile read_edited(std::string_view from, std::string_view to) {
  return read_codebook(edited(bytes_of(kFixture), from, to));
}

TEST(RefiCodebookTest, CodesBecomeLabels) {
  const SchemaFile file = read_refi_codebook(kFixture);
  ASSERT_THAT(found(file.problems), IsEmpty());
  std::vector<std::string> ids;
  for (const Label& label : file.schema.labels) ids.push_back(label.parent + ">" + label.id + " " + label.name);
  EXPECT_THAT(ids, ElementsAre(">jinsul 진술 🚀", "jinsul>jujang 주장", "jinsul>gita 기타", ">gita_2 기타", ">ORG ORG"));
  EXPECT_EQ(file.schema.labels[0].color, "#aabbcc");
  EXPECT_EQ(file.schema.labels[0].description, "참이나 거짓이 될 수 있는 말");
  EXPECT_EQ(file.schema.labels[1].color, "#D62728");
  EXPECT_EQ(file.schema.name, "codebook");
  EXPECT_THAT(lost(file.losses), ElementsAre("code-sets 1", "abstract-labels 1"));
}

TEST(RefiCodebookTest, TheNamespacesThatProgramsWriteAreKnown) {
  const Schema plain = read_codebook(bytes_of(kFixture)).schema;
  for (const std::string name_space : {"codebook:1:0", "codebook:0:4", "project:1.0"}) {
    const SchemaFile file =
        read_edited("xmlns=\"urn:QDA-XML:codebook:1.0\"", "xmlns=\"urn:QDA-XML:" + name_space + "\"");
    EXPECT_THAT(found(file.problems), IsEmpty()) << name_space;
    EXPECT_EQ(file.schema, plain) << name_space;
  }
  EXPECT_THAT(found(read_edited("xmlns=\"urn:QDA-XML:codebook:1.0\"", "xmlns=\"urn:QDA-XML:codebook:2.0\"").problems),
              ElementsAre("2:unsupported-format-version"));
}

TEST(RefiCodebookTest, TheCodebookOfAProjectIsRead) {
  const SchemaFile file = read_codebook(
      "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\"><Users/><CodeBook><Codes>"
      "<Code guid=\"a\" name=\"가\" isCodable=\"true\"><NoteRef "
      "targetGUID=\"b\"/></Code></Codes></CodeBook></Project>");
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.schema.labels.at(0).name, "가");
}

TEST(RefiCodebookTest, WhatIsWrongIsSaidWithItsLine) {
  EXPECT_THAT(
      found(read_edited("44444444-4444-4444-8444-444444444444", "55555555-5555-4555-8555-555555555555").problems),
      ElementsAre("10:duplicate-schema-id"));
  EXPECT_THAT(found(read_edited(" name=\"주장\"", "").problems), ElementsAre("6:missing-xml-attribute"));
  EXPECT_THAT(found(read_edited(" name=\"주장\"", " name=\"\"").problems), ElementsAre("6:invalid-xml-value"));
  EXPECT_THAT(found(read_edited("#D62728", "red").problems), ElementsAre("6:invalid-color"));
  EXPECT_THAT(found(read_edited(" isCodable=\"false\"", " isCodable=\"no\"").problems),
              ElementsAre("4:invalid-xml-value"));
  EXPECT_THAT(
      found(read_edited("name=\"ORG\" isCodable=\"true\"/>", "name=\"ORG\" isCodable=\"true\"><b/></Code>").problems),
      ElementsAre("10:unexpected-element"));
  EXPECT_THAT(found(read_codebook("<CodeBook/>").problems), ElementsAre("1:missing-field"));
  EXPECT_THAT(found(read_codebook("<Codes/>").problems), ElementsAre("1:unexpected-element"));
}

TEST(RefiCodebookTest, ACodeThatWasMovedInAnotherProgramIsALabelThere) {
  const SchemaFile file = read_codebook(
      "<CodeBook><Codes><Code guid=\"a\" name=\"사실\" isCodable=\"true\"><Description>mitjul: "
      "=fact</Description></Code>"
      "<Code guid=\"b\" name=\"주장\" isCodable=\"true\"><Description>뜻\nmitjul: CLAIM</Description>"
      "<Code guid=\"c\" name=\"주제\" isCodable=\"true\"><Description>mitjul: TOPIC "
      "document</Description></Code></Code>"
      "</Codes></CodeBook>");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.schema.labels.at(0).id, "fact");
  EXPECT_EQ(file.schema.labels.at(1).id, "CLAIM");
  EXPECT_EQ(file.schema.labels.at(1).description, "뜻");
  EXPECT_EQ(file.schema.labels.at(2).kind, LabelKind::Span) << "as the label above it";
}

}  // namespace
}  // namespace mitjul
