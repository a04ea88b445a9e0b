#include "import/schema_xml.h"

#include "core/error.h"
#include "core/schema_checks.h"
#include "export/schema_xml.h"
#include "tests/import/reading.h"

namespace mitjul {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

SchemaFile read_schema(std::string_view xml) {
  const TempFolder folder;
  return read_schema_file(folder.write("🚀 스키마.xml", xml));
}

/// A good schema, a line an element.
const std::string kGood =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<schema xmlns=\"urn:mitjul:annotations:1\" name=\"시험 🚀\" version=\"2\">\n"
    "  <label id=\"ENTITY\" name=\"개체\" kind=\"span\" color=\"#4E79A7\" key=\"1\">\n"
    "    <description>설명</description>\n"
    "    <attribute id=\"sure\" name=\"확실\" type=\"choice\" default=\"yes\">\n"
    "      <value id=\"yes\" name=\"예\"/>\n"
    "      <value id=\"no\" name=\"아니요\"/></attribute></label>\n"
    "  <label id=\"PERSON\" name=\"인물\" kind=\"span\" parent=\"ENTITY\" key=\"2\">\n"
    "    <attribute id=\"born\" name=\"생일\" type=\"date\"/></label>\n"
    "  <label id=\"link\" name=\"잇기\" kind=\"relation\">\n"
    "    <role id=\"from\" name=\"에서\" allowed=\"PERSON ENTITY\"/>\n"
    "    <role id=\"to\" name=\"으로\"/></label>\n"
    "  <label id=\"TOPIC\" name=\"주제\" kind=\"document\"/>\n"
    "</schema>\n";

std::vector<std::string> found_after(std::string_view from, std::string_view to) {
  const SchemaFile file = read_schema(edited(kGood, from, to));
  for (const Problem& problem : file.problems) EXPECT_EQ(problem.place.file, "🚀 스키마.xml");
  return found(file.problems);
}

TEST(SchemaXmlTest, AGoodSchemaIsReadWhole) {
  const SchemaFile file = read_schema(kGood);
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.schema.name, "시험 🚀");
  EXPECT_EQ(file.schema.version, 2);
  ASSERT_EQ(file.schema.labels.size(), 4U);
  const Label& entity = file.schema.labels[0];
  EXPECT_EQ(entity.description, "설명");
  EXPECT_EQ(entity.attributes.at(0).values.at(1), (AttributeValue{"no", "아니요"}));
  EXPECT_EQ(entity.attributes.at(0).default_value, "yes");
  EXPECT_EQ(file.schema.labels[1].parent, "ENTITY");
  EXPECT_EQ(file.schema.labels[2].roles.at(0).allowed, (std::vector<std::string>{"PERSON", "ENTITY"}));
  EXPECT_THAT(file.schema.labels[2].roles.at(1).allowed, IsEmpty());
  EXPECT_EQ(file.schema.labels[3].kind, LabelKind::Document);
}

TEST(SchemaXmlTest, EveryPresetIsReadAsItWasWritten) {
  ASSERT_FALSE(preset_names().empty());
  for (const std::string_view name : preset_names()) {
    const Schema schema = *preset(name);
    const SchemaFile file = read_schema(schema_to_xml(schema));
    EXPECT_THAT(found(file.problems), IsEmpty()) << name;
    EXPECT_EQ(file.schema, schema) << name;
  }
}

TEST(SchemaXmlTest, EveryRuleAndCharacterIsReadAsItWasWritten) {
  const std::string nasty = " \"따옴표\" 'x' <b> & ]]> \n\t\r🚀\u0085\u2028 \u1112\u1161\u11AB ";
  Schema schema{nasty, 1'000'000, {}};
  for (const OverlapRule overlap : {OverlapRule::Any, OverlapRule::NotItself, OverlapRule::None}) {
    Label label;
    label.id = "L" + std::to_string(schema.labels.size());
    label.name = nasty;
    label.description = nasty;
    label.overlap = overlap;
    label.may_be_discontinuous = overlap == OverlapRule::Any;
    label.may_cross_units = overlap == OverlapRule::None;
    label.needs_relation = overlap == OverlapRule::NotItself;
    schema.labels.push_back(label);
  }
  const std::vector<AttributeValue> values{{"A", nasty, 7}, {"a.b+c-d_e9", nasty}};
  schema.guideline = nasty;
  schema.draft = true;
  schema.labels[0].guideline = nasty;
  schema.labels[1].revised = 1'000'000;
  schema.labels[0].attributes = {{"choice", nasty, AttributeType::Choice, true, "A", values, "k"},
                                 {"choices", nasty, AttributeType::Choices, false, "", values},
                                 {"text", nasty, AttributeType::Text, true, nasty, {}},
                                 {"number", nasty, AttributeType::Number, false, "-1.5e3", {}},
                                 {"date", nasty, AttributeType::Date, false, "2024-02-29", {}},
                                 {"boolean", nasty, AttributeType::Boolean, true, "false", {}}};
  Label relation;
  relation.id = "relation";
  relation.name = nasty;
  relation.kind = LabelKind::Relation;
  relation.roles = {{"a", nasty, {}}, {"b", nasty, {"L0"}}, {"c", nasty, {"L0", "L1", "relation"}}};
  schema.labels.push_back(relation);
  ASSERT_THAT(check_schema(schema), IsEmpty());
  const SchemaFile file = read_schema(schema_to_xml(schema));
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.schema, schema);
}

TEST(SchemaXmlTest, IdsHaveTheirFormAndAreNotUsedTwice) {
  for (const std::string id : {"1A", "-A", "A B", "개체", "A\u00E9", "A/B"}) {
    EXPECT_THAT(found_after("id=\"TOPIC\"", "id=\"" + id + "\""), ElementsAre("13:invalid-schema-id")) << id;
  }
  EXPECT_THAT(found_after("id=\"TOPIC\"", "id=\"\""), Contains("13:invalid-schema-id"));
  EXPECT_THAT(found_after("id=\"TOPIC\"", "id=\"PERSON\""), ElementsAre("13:duplicate-schema-id"));
  EXPECT_THAT(found_after("value id=\"no\"", "value id=\"yes\""), ElementsAre("7:duplicate-schema-id"));
  EXPECT_THAT(found_after("role id=\"to\"", "role id=\"from\""), ElementsAre("12:duplicate-schema-id"));
  // An attribute of a label above would be hidden.
  EXPECT_THAT(found_after("id=\"born\"", "id=\"sure\""), ElementsAre("9:duplicate-schema-id"));
}

TEST(SchemaXmlTest, EverythingHasAName) {
  EXPECT_THAT(found_after("name=\"주제\"", "name=\"\""), ElementsAre("13:missing-schema-name"));
  EXPECT_THAT(found_after("name=\"생일\"", "name=\"\""), ElementsAre("9:missing-schema-name"));
  EXPECT_THAT(found_after("name=\"아니요\"", "name=\"\""), ElementsAre("7:missing-schema-name"));
  EXPECT_THAT(found_after("name=\"으로\"", "name=\"\""), ElementsAre("12:missing-schema-name"));
  EXPECT_THAT(found_after("name=\"시험 🚀\"", "name=\"\""), ElementsAre("2:missing-schema-name"));
  EXPECT_THAT(found_after(" name=\"주제\"", ""), ElementsAre("13:missing-xml-attribute", "13:missing-schema-name"));
}

TEST(SchemaXmlTest, TheTreeOfLabelsIsATree) {
  EXPECT_THAT(found_after("parent=\"ENTITY\"", "parent=\"NONE\""), ElementsAre("8:unknown-parent"));
  EXPECT_THAT(found_after("parent=\"ENTITY\"", "parent=\"PERSON\""), Contains("8:parent-cycle"));
  EXPECT_THAT(found_after("parent=\"ENTITY\"", "parent=\"TOPIC\""), ElementsAre("8:parent-of-other-kind"));
}

TEST(SchemaXmlTest, ColoursAndKeysHaveTheirForm) {
  for (const std::string color : {"4E79A7", "#4E79A", "#4E79A7F", "#4E79AG", "red"}) {
    EXPECT_THAT(found_after("#4E79A7", color), ElementsAre("3:invalid-color")) << color;
  }
  for (const std::string key : {"0", "10", "w", "r", "c", "A", "ㄱ", " "}) {
    EXPECT_THAT(found_after("key=\"2\"", "key=\"" + key + "\""), ElementsAre("8:invalid-key")) << key;
  }
  EXPECT_THAT(found_after("key=\"2\"", "key=\"1\""), ElementsAre("8:key-taken"));
  EXPECT_THAT(found_after("type=\"date\"", "type=\"date\" key=\"r\""), ElementsAre("9:invalid-key"));
  EXPECT_THAT(found_after("type=\"date\"", "type=\"date\" key=\"2\""), ElementsAre("9:key-taken"));
  EXPECT_THAT(found_after("type=\"date\"", "type=\"date\" key=\"d\""), IsEmpty());
}

TEST(SchemaXmlTest, ChoicesHaveValuesAndOthersHaveNone) {
  EXPECT_THAT(found_after("type=\"date\"/>", "type=\"choice\"/>"), ElementsAre("9:values-missing"));
  EXPECT_THAT(found_after("type=\"date\"/>", "type=\"date\"><value id=\"x\" name=\"x\"/></attribute>"),
              ElementsAre("9:values-not-allowed"));
  EXPECT_THAT(found_after("default=\"yes\"", "default=\"maybe\""), ElementsAre("5:unknown-default"));
}

TEST(SchemaXmlTest, RelationsHaveRolesAndOthersHaveNone) {
  EXPECT_THAT(found_after("\n    <role id=\"to\" name=\"으로\"/>", ""), ElementsAre("10:roles-missing"));
  EXPECT_THAT(found_after("kind=\"document\"/>", "kind=\"document\"><role id=\"x\" name=\"x\"/></label>"),
              ElementsAre("13:roles-not-allowed"));
  EXPECT_THAT(found_after("PERSON ENTITY", "PERSON NONE"), ElementsAre("11:unknown-allowed-label"));
  EXPECT_THAT(found_after("PERSON ENTITY", "TOPIC"), ElementsAre("11:unknown-allowed-label"));
}

TEST(SchemaXmlTest, WordsThatAreNoneOfTheKnownAreProblems) {
  EXPECT_THAT(found_after("kind=\"document\"", "kind=\"page\""), ElementsAre("13:invalid-xml-value"));
  EXPECT_THAT(found_after("type=\"date\"", "type=\"day\""), ElementsAre("9:invalid-xml-value"));
  EXPECT_THAT(found_after("key=\"2\"", "key=\"2\" overlap=\"never\""), ElementsAre("8:invalid-xml-value"));
  EXPECT_THAT(found_after("key=\"2\"", "key=\"2\" discontinuous=\"no\""), ElementsAre("8:invalid-xml-value"));
  EXPECT_THAT(found_after("type=\"date\"", "type=\"date\" required=\"TRUE\""), ElementsAre("9:invalid-xml-value"));
  for (const std::string version : {"0", "-1", "1.0", "", "1000001", "99999999999"}) {
    EXPECT_THAT(found_after("version=\"2\"", "version=\"" + version + "\""), ElementsAre("2:invalid-xml-value"))
        << version;
  }
}

TEST(SchemaXmlTest, ElementsThatTheFormatDoesNotHaveAreProblems) {
  EXPECT_THAT(found_after("<label id=\"TOPIC\"", "<tag/><label id=\"TOPIC\""), ElementsAre("13:unexpected-element"));
  EXPECT_THAT(found_after("<description>", "<b/><description>"), ElementsAre("4:unexpected-element"));
  EXPECT_THAT(found_after("설명", "설<b/>명"), ElementsAre("4:unexpected-element"));
  EXPECT_THAT(found_after("<description>", "<description/><description>"), ElementsAre("4:unexpected-element"));
  EXPECT_THAT(found_after("</schema>", "글</schema>"), ElementsAre("2:unexpected-element"));
}

TEST(SchemaXmlTest, WhatIsNoSchemaFileIsAProblem) {
  EXPECT_THAT(found(read_schema("🚀 기사").problems), ElementsAre("1:malformed-xml"));
  EXPECT_THAT(found(read_schema("").problems), ElementsAre("1:malformed-xml"));
  EXPECT_THAT(found(read_schema(kGood.substr(0, 400)).problems).size(), 1U);
  EXPECT_THAT(found(read_schema("<schema name=\"x\" version=\"1\"/>").problems), ElementsAre("1:unexpected-element"));
  EXPECT_THAT(found(read_schema("<!DOCTYPE schema>\n" + kGood.substr(kGood.find('\n') + 1)).problems),
              ElementsAre("1:malformed-xml"));
  EXPECT_THAT(found(read_schema("<label xmlns=\"urn:mitjul:annotations:1\"/>").problems),
              ElementsAre("1:unexpected-element"));
  // A whole export is no schema file, though one stands in it.
  EXPECT_THAT(found(read_schema(contract_xml()).problems), ElementsAre("2:unexpected-element"));
}

TEST(SchemaXmlTest, AFileThatIsNotThereIsAnError) {
  const TempFolder folder;
  EXPECT_THROW(read_schema_file(folder / "없음.xml"), Error);
  EXPECT_THROW(read_schema_file(folder.path()), Error);
}

}  // namespace
}  // namespace mitjul
