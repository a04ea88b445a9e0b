#include "ui/attribute_key.h"

#include <gtest/gtest.h>

#include "tests/core/values.h"

namespace mitjul {
namespace {

using Values = std::vector<std::string>;

TEST(AttributeKeyTest, YesAndNoChangeOver) {
  const Attribute checked = attribute("checked", AttributeType::Boolean);
  EXPECT_EQ(next_values(checked, {}), Values{"true"});
  EXPECT_EQ(next_values(checked, {"true"}), Values{"false"});
  EXPECT_EQ(next_values(checked, {"false"}), Values{"true"});
}

TEST(AttributeKeyTest, AChoiceGoesThroughItsValuesAndThenToNone) {
  const Attribute type = attribute("type", AttributeType::Choice, {{"fact", "사실"}, {"causal", "인과"}});
  EXPECT_EQ(next_values(type, {}), Values{"fact"});
  EXPECT_EQ(next_values(type, {"fact"}), Values{"causal"});
  EXPECT_EQ(next_values(type, {"causal"}), Values{});
  EXPECT_EQ(next_values(type, {"gone from the schema"}), Values{"fact"});
}

TEST(AttributeKeyTest, ARequiredChoiceIsNeverTakenAway) {
  Attribute type = attribute("type", AttributeType::Choice, {{"fact", "사실"}, {"causal", "인과"}});
  type.required = true;
  EXPECT_EQ(next_values(type, {}), Values{"fact"});
  EXPECT_EQ(next_values(type, {"causal"}), Values{"fact"});
}

TEST(AttributeKeyTest, WhatIsTypedOrTickedIsLeftToItsField) {
  for (const AttributeType type :
       {AttributeType::Text, AttributeType::Number, AttributeType::Date, AttributeType::Choices}) {
    EXPECT_EQ(next_values(attribute("said", type, {{"a", "가"}}), {"a"}), std::nullopt) << to_string(type);
  }
  EXPECT_EQ(next_values(attribute("none", AttributeType::Choice), {}), std::nullopt);
}

TEST(AttributeKeyTest, AKeyMeansAnAttributeOfTheLabelOrOfOneAboveIt) {
  Label above = label("STATEMENT");
  above.attributes = {attribute("type", AttributeType::Choice)};
  above.attributes.front().key = "t";
  Label below = label("CLAIM", LabelKind::Span, "STATEMENT");
  below.attributes = {attribute("restated", AttributeType::Text)};
  const Schema schema = schema_of({above, below, label("ORG")});
  const KeyPress key = *KeyPress::parse("T");
  ASSERT_NE(attribute_with_key(schema, "CLAIM", key), nullptr);
  EXPECT_EQ(attribute_with_key(schema, "CLAIM", key)->id, "type");
  EXPECT_EQ(attribute_with_key(schema, "ORG", key), nullptr);
  EXPECT_EQ(attribute_with_key(schema, "CLAIM", *KeyPress::parse("Ctrl+T")), nullptr);
  EXPECT_EQ(attribute_with_key(schema, "CLAIM", *KeyPress::parse("X")), nullptr);
}

}  // namespace
}  // namespace mitjul
