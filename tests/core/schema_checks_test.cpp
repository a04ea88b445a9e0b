#include "core/schema_checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> problems_of(const Schema& schema) { return in_words(check_schema(schema)); }

/// What is wrong with a schema of one label with one attribute.
std::vector<std::string> problems_of(Attribute attribute) {
  Schema schema = schema_of({label("CLAIM")});
  schema.labels[0].attributes = {std::move(attribute)};
  return problems_of(schema);
}

TEST(SchemaChecksTest, ASchemaWithEverythingInItIsRight) {
  Schema schema = schema_of({label("ENTITY"), label("ORG", LabelKind::Span, "ENTITY"),
                             relation_label("about", {{"claim", "주장", {"ORG"}}, {"target", "대상", {}}}),
                             label("TOPIC", LabelKind::Document)});
  schema.labels[0].color = "#1f77B4";
  schema.labels[0].key = "1";
  schema.labels[1].key = "z";
  schema.labels[1].attributes = {attribute("type", AttributeType::Choice, {{"a", "가"}, {"b", "나"}})};
  schema.labels[1].attributes[0].default_value = "b";
  EXPECT_THAT(problems_of(schema), IsEmpty());
  EXPECT_THAT(problems_of(schema_of({})), IsEmpty());
}

TEST(SchemaChecksTest, TheSchemaHasAName) {
  EXPECT_THAT(problems_of(Schema{"", 1, {}}), ElementsAre("missing-schema-name: schema"));
  EXPECT_THAT(problems_of(Schema{"🚀\x01", 1, {}}), ElementsAre("illegal-character: schema"));
}

TEST(SchemaChecksTest, IdsHaveTheirForm) {
  EXPECT_THAT(problems_of(schema_of({label("기관")})), ElementsAre("invalid-schema-id: 기관"));
  EXPECT_THAT(problems_of(schema_of({label("")})), ElementsAre("invalid-schema-id: "));
  EXPECT_THAT(problems_of(attribute("1st", AttributeType::Text)), ElementsAre("invalid-schema-id: 1st"));
  EXPECT_THAT(problems_of(attribute("type", AttributeType::Choice, {{"a b", "가"}})),
              ElementsAre("invalid-schema-id: a b"));
  EXPECT_THAT(problems_of(schema_of({relation_label("about", {{"a/b", "가", {}}, {"c", "나", {}}})})),
              ElementsAre("invalid-schema-id: a/b"));
}

// The empty id means "no parent": a label without an id would be its own parent, and that of every label at the top.
TEST(SchemaChecksTest, ALabelWithoutAnIdIsNobodysParent) {
  Schema schema = schema_of({label(""), label("PERSON", LabelKind::Span, "")});
  for (Label& each : schema.labels) {
    each.attributes = {attribute(each.id.empty() ? "of" : "type", AttributeType::Text)};
    each.attributes[0].key = each.id.empty() ? "1" : "2";
  }
  EXPECT_THAT(problems_of(schema), ElementsAre("invalid-schema-id: "));
  EXPECT_EQ(schema.find(""), nullptr);
  EXPECT_EQ(schema.attributes_of("PERSON").size(), 1);
}

TEST(SchemaChecksTest, IdsAreUniqueAmongTheirKind) {
  EXPECT_THAT(problems_of(schema_of({label("ORG"), label("ORG")})), ElementsAre("duplicate-schema-id: ORG"));
  Schema twice = schema_of({label("CLAIM")});
  twice.labels[0].attributes = {attribute("type", AttributeType::Text), attribute("type", AttributeType::Text)};
  EXPECT_THAT(problems_of(twice), ElementsAre("duplicate-schema-id: type"));
  EXPECT_THAT(problems_of(attribute("type", AttributeType::Choice, {{"a", "가"}, {"a", "나"}})),
              ElementsAre("duplicate-schema-id: a"));
  EXPECT_THAT(problems_of(schema_of({relation_label("about", {{"a", "가", {}}, {"a", "나", {}}})})),
              ElementsAre("duplicate-schema-id: a"));
}

TEST(SchemaChecksTest, AnAttributeDoesNotHideOneFromAbove) {
  Schema schema = schema_of({label("ENTITY"), label("ORG", LabelKind::Span, "ENTITY")});
  for (Label& each : schema.labels) each.attributes = {attribute("type", AttributeType::Text)};
  EXPECT_THAT(problems_of(schema), ElementsAre("duplicate-schema-id: type"));
}

TEST(SchemaChecksTest, EverythingHasAName) {
  Schema schema = schema_of({label("CLAIM")});
  schema.labels[0].name.clear();
  EXPECT_THAT(problems_of(schema), ElementsAre("missing-schema-name: CLAIM"));
  EXPECT_THAT(problems_of(attribute("type", AttributeType::Choice, {{"a", ""}})),
              ElementsAre("missing-schema-name: a"));
}

TEST(SchemaChecksTest, NamesAndDescriptionsAreCleanText) {
  Schema schema = schema_of({label("CLAIM")});
  schema.labels[0].name = "🚀 주장\x02";
  EXPECT_THAT(problems_of(schema), ElementsAre("illegal-character: CLAIM"));
  schema = schema_of({label("CLAIM")});
  schema.labels[0].description = "🚀 설명\xFF";
  EXPECT_THAT(problems_of(schema), ElementsAre("illegal-character: CLAIM"));
}

TEST(SchemaChecksTest, ParentsAreLabelsOfTheSameKind) {
  EXPECT_THAT(problems_of(schema_of({label("ORG", LabelKind::Span, "ENTITY")})),
              ElementsAre("unknown-parent: ORG, ENTITY"));
  EXPECT_THAT(problems_of(schema_of({label("TOPIC", LabelKind::Document), label("ORG", LabelKind::Span, "TOPIC")})),
              ElementsAre("parent-of-other-kind: ORG, TOPIC"));
}

TEST(SchemaChecksTest, ParentsDoNotGoInACircle) {
  EXPECT_THAT(problems_of(schema_of({label("A", LabelKind::Span, "A")})), ElementsAre("parent-cycle: A"));
  EXPECT_THAT(problems_of(schema_of({label("A", LabelKind::Span, "B"), label("B", LabelKind::Span, "A")})),
              ElementsAre("parent-cycle: A", "parent-cycle: B"));
  // C stands below a circle without being part of it.
  EXPECT_THAT(problems_of(schema_of({label("A", LabelKind::Span, "B"), label("B", LabelKind::Span, "A"),
                                     label("C", LabelKind::Span, "A")})),
              Contains("parent-cycle: A"));
}

TEST(SchemaChecksTest, ColoursAreSixHexDigits) {
  for (const char* const color : {"red", "#12345", "#1234567", "123456", "#12345G", "#١٢٣"}) {
    Schema schema = schema_of({label("ORG")});
    schema.labels[0].color = color;
    EXPECT_THAT(problems_of(schema), ElementsAre("invalid-color: ORG, " + std::string(color)));
  }
}

TEST(SchemaChecksTest, KeysAreDigitsAndLettersThatTheEditorLeavesFree) {
  for (const char* const key : {"0", "w", "r", "c", "A", "12", "가", " "}) {
    Schema schema = schema_of({label("ORG")});
    schema.labels[0].key = key;
    EXPECT_THAT(problems_of(schema), ElementsAre("invalid-key: ORG, " + std::string(key)));
  }
}

TEST(SchemaChecksTest, EachKeyIsForOneLabel) {
  Schema schema = schema_of({label("ORG"), label("PERSON")});
  for (Label& each : schema.labels) each.key = "1";
  EXPECT_THAT(problems_of(schema), ElementsAre("key-taken: PERSON, 1, ORG"));
}

TEST(SchemaChecksTest, ChoicesHaveValuesAndNothingElseHas) {
  EXPECT_THAT(problems_of(attribute("type", AttributeType::Choice)), ElementsAre("values-missing: type"));
  EXPECT_THAT(problems_of(attribute("type", AttributeType::Choices)), ElementsAre("values-missing: type"));
  for (const AttributeType type :
       {AttributeType::Text, AttributeType::Number, AttributeType::Date, AttributeType::Boolean}) {
    EXPECT_THAT(problems_of(attribute("type", type, {{"a", "가"}})), ElementsAre("values-not-allowed: type"));
  }
}

TEST(SchemaChecksTest, TheDefaultIsAValueOfTheAttribute) {
  Attribute choice = attribute("type", AttributeType::Choice, {{"a", "가"}});
  choice.default_value = "b";
  EXPECT_THAT(problems_of(choice), ElementsAre("unknown-default: type, b"));
  Attribute number = attribute("size", AttributeType::Number);
  number.default_value = "많음";
  EXPECT_THAT(problems_of(number), ElementsAre("unknown-default: size, 많음"));
  number.default_value = "-3.5";
  EXPECT_THAT(problems_of(number), IsEmpty());
}

TEST(SchemaChecksTest, RelationsHaveTwoRolesAndNothingElseHasAny) {
  EXPECT_THAT(problems_of(schema_of({relation_label("about", {})})), ElementsAre("roles-missing: about"));
  EXPECT_THAT(problems_of(schema_of({relation_label("about", {{"a", "가", {}}})})),
              ElementsAre("roles-missing: about"));
  Schema schema = schema_of({label("ORG")});
  schema.labels[0].roles = {{"a", "가", {}}, {"b", "나", {}}};
  EXPECT_THAT(problems_of(schema), ElementsAre("roles-not-allowed: ORG"));
}

TEST(SchemaChecksTest, RolesAllowLabelsThatCanBeAnEnd) {
  EXPECT_THAT(problems_of(schema_of({relation_label("about", {{"a", "가", {"ORG"}}, {"b", "나", {}}})})),
              ElementsAre("unknown-allowed-label: a, ORG"));
  EXPECT_THAT(problems_of(schema_of({label("TOPIC", LabelKind::Document),
                                     relation_label("about", {{"a", "가", {"TOPIC"}}, {"b", "나", {}}})})),
              ElementsAre("unknown-allowed-label: a, TOPIC"));
  EXPECT_THAT(problems_of(schema_of({relation_label("about", {{"a", "가", {"about"}}, {"b", "나", {}}})})), IsEmpty());
}

TEST(SchemaChecksTest, AllProblemsAreFoundAtOnce) {
  Schema schema = schema_of({label("ORG", LabelKind::Span, "X"), label("기관"), relation_label("about", {})});
  EXPECT_THAT(problems_of(schema),
              ElementsAre("invalid-schema-id: 기관", "unknown-parent: ORG, X", "roles-missing: about"));
}

/// CLAIM with a choice, and a relation.
Schema used_schema() {
  Schema schema = schema_of({label("STATEMENT"), label("CLAIM", LabelKind::Span, "STATEMENT"),
                             relation_label("about", {{"claim", "주장", {"CLAIM"}}, {"target", "대상", {}}})});
  schema.labels[0].attributes = {attribute("type", AttributeType::Choice, {{"fact", "사실"}, {"opinion", "의견"}})};
  return schema;
}

const std::vector<SchemaUse> kUses{{"CLAIM", LabelKind::Span, "", "", "", 3},
                                   {"CLAIM", LabelKind::Span, "type", "opinion", "", 2},
                                   {"about", LabelKind::Relation, "", "", "", 1},
                                   {"about", LabelKind::Relation, "", "", "target", 1}};

TEST(CheckUsesTest, WhatIsThereMayBeUsed) { EXPECT_THAT(check_uses(used_schema(), kUses), IsEmpty()); }

TEST(CheckUsesTest, AnythingCanGoWhileNothingIsUsed) { EXPECT_THAT(check_uses(schema_of({}), {}), IsEmpty()); }

TEST(CheckUsesTest, AUsedLabelCannotGo) {
  Schema schema = used_schema();
  schema.labels.erase(schema.labels.begin() + 1);
  EXPECT_THAT(in_words(check_uses(schema, kUses)), ElementsAre("label-in-use: CLAIM, 3"));
}

TEST(CheckUsesTest, AUsedLabelCannotBecomeAnotherKind) {
  Schema schema = used_schema();
  schema.labels[1].kind = LabelKind::Document;
  EXPECT_THAT(in_words(check_uses(schema, kUses)), ElementsAre("label-in-use: CLAIM, 3"));
}

TEST(CheckUsesTest, AUsedAttributeCannotGoNorMoveElsewhere) {
  Schema schema = used_schema();
  schema.labels[0].attributes.clear();
  EXPECT_THAT(in_words(check_uses(schema, kUses)), ElementsAre("attribute-in-use: type, CLAIM, 2"));
  schema = used_schema();
  schema.labels[1].parent.clear();
  EXPECT_THAT(in_words(check_uses(schema, kUses)), ElementsAre("attribute-in-use: type, CLAIM, 2"));
}

TEST(CheckUsesTest, AUsedValueCannotGo) {
  Schema schema = used_schema();
  schema.labels[0].attributes[0].values.pop_back();
  EXPECT_THAT(in_words(check_uses(schema, kUses)), ElementsAre("value-in-use: opinion, type, 2"));
  schema = used_schema();
  schema.labels[0].attributes[0] = attribute("type", AttributeType::Number);
  EXPECT_THAT(in_words(check_uses(schema, kUses)), ElementsAre("value-in-use: opinion, type, 2"));
  // Whatever was chosen is text, too.
  schema.labels[0].attributes[0] = attribute("type", AttributeType::Text);
  EXPECT_THAT(check_uses(schema, kUses), IsEmpty());
}

TEST(CheckUsesTest, AUsedRoleCannotGo) {
  Schema schema = used_schema();
  schema.labels[2].roles[1].id = "object";
  EXPECT_THAT(in_words(check_uses(schema, kUses)), ElementsAre("role-in-use: target, about, 1"));
}

TEST(CheckUsesTest, NamesColoursAndUnusedPartsAreFree) {
  Schema schema = used_schema();
  schema.labels[1].name = "다른 이름";
  schema.labels[1].color = "#000000";
  schema.labels[0].attributes[0].values.erase(schema.labels[0].attributes[0].values.begin());
  EXPECT_THAT(check_uses(schema, kUses), IsEmpty());
}

TEST(AllowsWhatTest, NamesColoursKeysAndDescriptionsAreNoRules) {
  Schema changed = used_schema();
  changed.name = "다른 이름";
  changed.version = 7;
  for (Label& each : changed.labels) {
    each.name += "x";
    each.color = "#000000";
    each.key = "k";
    each.description = "설명";
    for (Role& role : each.roles) role.name += "x";
  }
  changed.labels[0].attributes[0].name += "x";
  changed.labels[0].attributes[0].default_value = "fact";
  changed.labels[0].attributes[0].values[0].name += "x";
  EXPECT_TRUE(allows_what(used_schema(), changed));
  EXPECT_TRUE(allows_what(changed, used_schema()));
}

TEST(AllowsWhatTest, WhatComesInForbidsNothing) {
  Schema wider = used_schema();
  wider.labels.push_back(label("MORE"));
  wider.labels.back().overlap = OverlapRule::None;
  wider.labels[0].attributes[0].values.push_back({"new", "새 값"});
  wider.labels[2].roles[0].allowed.emplace_back("MORE");
  EXPECT_TRUE(allows_what(used_schema(), wider));
  EXPECT_FALSE(allows_what(wider, used_schema()));
}

TEST(AllowsWhatTest, WhatGoesOrMovesMayForbidSomething) {
  const std::vector<std::function<void(Schema&)>> changes{
      [](Schema& schema) { schema.labels.pop_back(); },
      [](Schema& schema) { schema.labels[1].id = "CLAIN"; },
      [](Schema& schema) { schema.labels[1].kind = LabelKind::Document; },
      [](Schema& schema) { schema.labels[1].parent.clear(); },
      [](Schema& schema) { schema.labels[1].overlap = OverlapRule::None; },
      [](Schema& schema) { schema.labels[1].may_be_discontinuous = false; },
      [](Schema& schema) { schema.labels[0].attributes[0].id = "kind"; },
      [](Schema& schema) { schema.labels[0].attributes[0].type = AttributeType::Choices; },
      [](Schema& schema) { schema.labels[0].attributes[0].values.pop_back(); },
      [](Schema& schema) { schema.labels[0].attributes.clear(); },
      [](Schema& schema) { schema.labels[2].roles[0].id = "what"; },
      [](Schema& schema) { schema.labels[2].roles[0].allowed = {"STATEMENT"}; },
      [](Schema& schema) { schema.labels[2].roles[0].allowed.clear(); }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Schema changed = used_schema();
    changes[i](changed);
    EXPECT_FALSE(allows_what(used_schema(), changed)) << i;
  }
}

}  // namespace
}  // namespace mitjul
