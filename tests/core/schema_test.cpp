#include "core/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// ENTITY > ORG > COMPANY, each with an attribute, and CLAIM beside them.
Schema tree() {
  Schema schema = schema_of({label("ENTITY"), label("ORG", LabelKind::Span, "ENTITY"),
                             label("COMPANY", LabelKind::Span, "ORG"), label("CLAIM")});
  schema.labels[0].attributes = {attribute("named", AttributeType::Boolean)};
  schema.labels[1].attributes = {attribute("country", AttributeType::Text), attribute("founded", AttributeType::Date)};
  schema.labels[2].attributes = {attribute("size", AttributeType::Number)};
  return schema;
}

std::vector<std::string> ids(const std::vector<const Attribute*>& attributes) {
  std::vector<std::string> ids;
  for (const Attribute* attribute : attributes) ids.push_back(attribute->id);
  return ids;
}

TEST(SchemaTest, NamesInFilesReadBack) {
  for (const LabelKind kind : {LabelKind::Span, LabelKind::Relation, LabelKind::Document}) {
    EXPECT_EQ(parse_label_kind(to_string(kind)), kind);
  }
  for (const AttributeType type : {AttributeType::Choice, AttributeType::Choices, AttributeType::Text,
                                   AttributeType::Number, AttributeType::Date, AttributeType::Boolean}) {
    EXPECT_EQ(parse_attribute_type(to_string(type)), type);
  }
  for (const OverlapRule rule : {OverlapRule::Any, OverlapRule::NotItself, OverlapRule::None}) {
    EXPECT_EQ(parse_overlap_rule(to_string(rule)), rule);
  }
  EXPECT_EQ(to_string(LabelKind::Document), "document");
  EXPECT_EQ(to_string(AttributeType::Boolean), "boolean");
  EXPECT_EQ(to_string(OverlapRule::NotItself), "not-itself");
  EXPECT_FALSE(parse_label_kind("Span"));
  EXPECT_FALSE(parse_attribute_type(""));
  EXPECT_FALSE(parse_overlap_rule("self"));
}

TEST(SchemaTest, FindsLabelsById) {
  const Schema schema = tree();
  ASSERT_NE(schema.find("ORG"), nullptr);
  EXPECT_EQ(schema.find("ORG")->parent, "ENTITY");
  EXPECT_EQ(schema.find("org"), nullptr);
  EXPECT_EQ(schema.find(""), nullptr);
}

TEST(SchemaTest, ALabelIsWhatStandsAboveIt) {
  const Schema schema = tree();
  EXPECT_TRUE(schema.is_a("COMPANY", "COMPANY"));
  EXPECT_TRUE(schema.is_a("COMPANY", "ORG"));
  EXPECT_TRUE(schema.is_a("COMPANY", "ENTITY"));
  EXPECT_FALSE(schema.is_a("ENTITY", "COMPANY"));
  EXPECT_FALSE(schema.is_a("CLAIM", "ENTITY"));
  EXPECT_FALSE(schema.is_a("NOTHING", "ENTITY"));
  EXPECT_FALSE(schema.is_a("ENTITY", ""));
}

TEST(SchemaTest, AttributesComeFromAbove) {
  const Schema schema = tree();
  EXPECT_THAT(ids(schema.attributes_of("COMPANY")), ElementsAre("named", "country", "founded", "size"));
  EXPECT_THAT(ids(schema.attributes_of("ENTITY")), ElementsAre("named"));
  EXPECT_THAT(schema.attributes_of("CLAIM"), IsEmpty());
  EXPECT_THAT(schema.attributes_of("NOTHING"), IsEmpty());
  ASSERT_NE(schema.find_attribute("COMPANY", "country"), nullptr);
  EXPECT_EQ(schema.find_attribute("COMPANY", "country")->type, AttributeType::Text);
  EXPECT_EQ(schema.find_attribute("ORG", "size"), nullptr);
  EXPECT_EQ(schema.find_attribute("NOTHING", "country"), nullptr);
}

TEST(SchemaTest, CyclesDoNotHang) {
  for (const Schema& schema : {schema_of({label("A", LabelKind::Span, "A")}),
                               schema_of({label("A", LabelKind::Span, "B"), label("B", LabelKind::Span, "C"),
                                          label("C", LabelKind::Span, "A")}),
                               schema_of({label("A", LabelKind::Span, "B"), label("B", LabelKind::Span, "B")})}) {
    EXPECT_FALSE(schema.is_a("A", "ENTITY"));
    EXPECT_EQ(schema.find_attribute("A", "type"), nullptr);
    EXPECT_THAT(schema.attributes_of("A"), IsEmpty());
  }
}

TEST(SchemaIdTest, StartsWithALetter) {
  for (const char* const id : {"A", "z", "ORG", "CT+", "a.b-c_d", "B-PER", "v1.2"}) EXPECT_TRUE(is_schema_id(id)) << id;
  for (const char* const id : {"", "1A", "_A", "+", "A B", "A/B", "기관", "A:B", "A\n", "Ä"}) {
    EXPECT_FALSE(is_schema_id(id)) << id;
  }
}

}  // namespace
}  // namespace mitjul
