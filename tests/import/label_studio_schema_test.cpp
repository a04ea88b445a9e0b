#include "import/label_studio_schema.h"

#include "tests/import/reading.h"
#include "tests/support/losses.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

SchemaFile read_config(std::string_view inner) {
  const TempFolder folder;
  return read_label_studio_schema(folder.write("설정.xml", "<View>\n" + std::string(inner) + "\n</View>"));
}

const std::string kText = "<Text name=\"text\" value=\"$text\"/>";

std::vector<std::string> attributes_of(const Label& label) {
  std::vector<std::string> words;
  for (const Attribute& attribute : label.attributes) {
    std::string text = attribute.id + ":" + std::string(to_string(attribute.type)) + (attribute.required ? "!" : "");
    for (const AttributeValue& value : attribute.values) text += " " + value.id + "=" + value.name;
    words.push_back(text + (attribute.default_value.empty() ? "" : " (" + attribute.default_value + ")"));
  }
  return words;
}

TEST(LabelStudioSchemaTest, EverythingOfAConfigurationIsRead) {
  const SchemaFile file =
      read_label_studio_schema(std::string(MITJUL_FIXTURES) + "/label-studio-schema/everything/config.xml");
  ASSERT_THAT(found(file.problems), IsEmpty());
  const Schema& schema = file.schema;
  const Label& claim = *schema.find("jujang");
  EXPECT_EQ(claim.name, "주장");
  EXPECT_EQ(claim.color, "#D62728");
  EXPECT_EQ(claim.key, "1");
  EXPECT_EQ(claim.description, "참이나 거짓");
  EXPECT_THAT(attributes_of(claim),
              ElementsAre("type:choice! fact=사실 yecheug=예측 (fact)", "tags:choices a=a b=b", "note:text"));
  EXPECT_EQ(claim.attributes[0].name, "유형") << "the heading above it";
  const Label& org = *schema.find("ORG");
  EXPECT_EQ(org.name, "기관");
  EXPECT_EQ(org.key, "");
  EXPECT_THAT(attributes_of(org), ElementsAre("tags:choices a=a b=b", "sure:boolean", "note:text", "size:number (3)",
                                              "stars:number", "day:date"));
  EXPECT_EQ(schema.find("about")->name, "대상");
  EXPECT_EQ(schema.find("about")->color, "#0000FF");
  EXPECT_EQ(schema.find("about")->roles, (std::vector<Role>{{"from", "from", {}}, {"to", "to", {}}}));
  EXPECT_EQ(schema.find("banbag")->name, "반박");
  EXPECT_EQ(schema.find("tone")->kind, LabelKind::Document);
  EXPECT_EQ(schema.find("tone")->name, "논조");
  EXPECT_EQ(schema.find("warm")->parent, "tone");
  EXPECT_THAT(attributes_of(*schema.find("cold")), ElementsAre("why:text"));
  EXPECT_EQ(schema.find("jeongchi")->parent, "topic");
  EXPECT_EQ(schema.find("seongeo")->parent, "jeongchi");
  EXPECT_EQ(schema.find("cha"), nullptr) << "boxes in pictures are no spans";
  EXPECT_THAT(lost(file.losses), ElementsAre("colors 1", "keys 1", "controls 1", "allowed-values 2"));
}

TEST(LabelStudioSchemaTest, WhatIsWrongIsSaidWithItsLine) {
  const auto problems = [](const std::string& inner) { return found(read_config(kText + "\n" + inner).problems); };
  const std::string labels = "<Labels name=\"label\" toName=\"text\"><Label value=\"A\"/></Labels>\n";
  EXPECT_THAT(problems("<Labels name=\"l\" toName=\"text\">\n<Label value=\"A\"/>\n<Label value=\"A\"/></Labels>"),
              ElementsAre("5:duplicate-schema-id"));
  EXPECT_THAT(problems("<Labels name=\"text\" toName=\"text\"/>"), ElementsAre("3:duplicate-schema-id"));
  EXPECT_THAT(problems("<Labels name=\"l\" toName=\"txt\"/>"), ElementsAre("3:invalid-xml-value"));
  EXPECT_THAT(problems("<Labels name=\"l\" toName=\"text\"><Label/></Labels>"), ElementsAre("3:missing-xml-attribute"));
  EXPECT_THAT(problems("<Labels name=\"l\" toName=\"text\"><Label value=\"\"/></Labels>"),
              ElementsAre("3:invalid-xml-value"));
  EXPECT_THAT(problems(labels + "<TextArea toName=\"text\" perRegion=\"true\"/>"),
              ElementsAre("4:missing-xml-attribute"));
  EXPECT_THAT(problems(labels + "<TextArea name=\"x\" toName=\"text\" perRegion=\"true\" whenLabelValue=\"B\"/>"),
              ElementsAre("4:unknown-label"));
  EXPECT_THAT(problems(labels + "<Choices name=\"x\" toName=\"text\" perRegion=\"true\"/>"),
              ElementsAre("4:values-missing"));
  EXPECT_THAT(problems(labels + "<Choices name=\"x\" toName=\"text\" perRegion=\"true\">"
                                "<Choice value=\"a\"/>\n<Choice value=\"a\"/></Choices>"),
              ElementsAre("5:duplicate-schema-id"));
  EXPECT_THAT(problems(labels + "<Number name=\"x\" toName=\"text\" perRegion=\"true\" defaultValue=\"viele\"/>"),
              ElementsAre("4:unknown-default"));
  EXPECT_THAT(problems("<Relations><Relation value=\"r\"/>\n<Relation value=\"r\"/></Relations>"),
              ElementsAre("4:duplicate-schema-id"));
  EXPECT_THAT(problems("<Labels name=\"l\" toName=\"text\">"), ElementsAre("4:malformed-xml"));
}

TEST(LabelStudioSchemaTest, ValuesThatTasksBringAreSaidToBeMissing) {
  const SchemaFile file = read_config(kText +
                                      "<Labels name=\"l\" toName=\"text\" value=\"$labels\"/>"
                                      "<Labels name=\"m\" toName=\"text\"><Label value=\"A\"/></Labels>"
                                      "<Choices name=\"c\" toName=\"text\" perRegion=\"true\" value=\"$options\"/>");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(attributes_of(file.schema.labels.at(0)), ElementsAre("c:text"));
  EXPECT_THAT(lost(file.losses), ElementsAre("values-from-tasks 2"));
}

TEST(LabelStudioSchemaTest, AQuestionMayBeAboutSeveralLabelsOfTheDocument) {
  const SchemaFile file =
      read_config(kText +
                  "<Choices name=\"document\" toName=\"text\"><Choice value=\"주제\" alias=\"TOPIC\"/>"
                  "<Choice value=\"경제, 돈\"/><Choice value=\"논조\"/></Choices>"
                  "<TextArea name=\"why\" toName=\"text\" whenTagName=\"document\" whenChoiceValue=\"TOPIC, 논조\"/>"
                  "<TextArea name=\"sum\" toName=\"text\" whenTagName=\"document\" whenChoiceValue=\"경제, 돈\"/>");
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_EQ(file.schema.labels.size(), 3U);
  EXPECT_THAT(attributes_of(file.schema.labels[0]), ElementsAre("why:text"));
  EXPECT_THAT(attributes_of(file.schema.labels[1]), ElementsAre("sum:text"));
  EXPECT_THAT(attributes_of(file.schema.labels[2]), ElementsAre("why:text"));
}

TEST(LabelStudioSchemaTest, TheSameValueInTwoGroupsIsTwoLabels) {
  const SchemaFile file = read_config(kText +
                                      "<Labels name=\"l\" toName=\"text\"><Label value=\"기타\"/></Labels>"
                                      "<Labels name=\"m\" toName=\"text\"><Label value=\"기타\"/></Labels>");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.schema.labels.at(0).id, "gita");
  EXPECT_EQ(file.schema.labels.at(1).id, "gita_2");
}

}  // namespace
}  // namespace mitjul
