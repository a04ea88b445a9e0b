#include "core/schema_merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/schema_checks.h"
#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Schema base() {
  Schema made = schema_of({label("ENTITY"), label("ORG", LabelKind::Span, "ENTITY"),
                           relation_label("about", {{"claim", "주장", {"ORG"}}, {"target", "대상", {}}})});
  made.labels[0].key = "1";
  made.labels[0].attributes = {attribute("type", AttributeType::Choice, {{"a", "가"}, {"b", "나"}})};
  return made;
}

std::vector<std::string> ids_of(const Schema& schema) {
  std::vector<std::string> ids;
  for (const Label& each : schema.labels) ids.push_back(each.id);
  return ids;
}

TEST(SchemaMergeTest, ASchemaMergedWithItselfIsTheSame) {
  const MergedSchema merged = merge_schemas(base(), base());
  EXPECT_THAT(merged.conflicts, IsEmpty());
  EXPECT_EQ(merged.schema, base());
}

TEST(SchemaMergeTest, NewLabelsAreAddedBehindThoseOfTheBase) {
  Schema other = schema_of({label("CLAIM"), label("ENTITY"), label("COMPANY", LabelKind::Span, "ENTITY")});
  const MergedSchema merged = merge_schemas(base(), other);
  EXPECT_THAT(merged.conflicts, IsEmpty());
  EXPECT_THAT(ids_of(merged.schema), ElementsAre("ENTITY", "ORG", "about", "CLAIM", "COMPANY"));
  EXPECT_EQ(merged.schema.name, base().name);
  EXPECT_EQ(merged.schema.version, base().version);
  EXPECT_THAT(check_schema(merged.schema), IsEmpty());
}

TEST(SchemaMergeTest, NamesColoursAndKeysOfTheBaseStay) {
  Schema other = base();
  other.name = "다른 이름";
  other.labels[0].name = "다른 이름";
  other.labels[0].color = "#000000";
  other.labels[0].key = "2";
  other.labels[0].description = "다른 설명";
  other.labels[0].attributes[0].name = "다른 이름";
  other.labels[0].attributes[0].values[0].name = "다른 이름";
  EXPECT_EQ(merge_schemas(base(), other).schema, base());
}

TEST(SchemaMergeTest, AKeyThatIsTakenIsNotGivenTwice) {
  Schema other = schema_of({label("CLAIM"), label("CUE")});
  other.labels[0].key = "1";
  other.labels[1].key = "2";
  const Schema merged = merge_schemas(base(), other).schema;
  EXPECT_EQ(merged.find("CLAIM")->key, "");
  EXPECT_EQ(merged.find("CUE")->key, "2");
}

TEST(SchemaMergeTest, LabelsAndAttributesShareTheKeys) {
  Schema present = base();
  present.labels[0].attributes[0].key = "t";
  Schema other = schema_of({label("CLAIM"), label("CUE")});
  other.labels[0].key = "t";
  other.labels[1].attributes = {attribute("sure", AttributeType::Boolean), attribute("seen", AttributeType::Boolean)};
  other.labels[1].attributes[0].key = "1";
  other.labels[1].attributes[1].key = "s";
  const MergedSchema merged = merge_schemas(present, other);
  EXPECT_THAT(merged.conflicts, IsEmpty());
  EXPECT_EQ(merged.schema.find("CLAIM")->key, "");
  EXPECT_EQ(merged.schema.find_attribute("CUE", "sure")->key, "");
  EXPECT_EQ(merged.schema.find_attribute("CUE", "seen")->key, "s");
  EXPECT_EQ(merged.schema.find_attribute("ENTITY", "type")->key, "t");
}

TEST(SchemaMergeTest, AttributesAndValuesAreAdded) {
  Schema other = base();
  other.labels[0].attributes[0].values = {{"c", "다"}, {"b", "나"}};
  other.labels[0].attributes.push_back(attribute("note", AttributeType::Text));
  other.labels[0].attributes[1].required = true;
  const MergedSchema merged = merge_schemas(base(), other);
  EXPECT_THAT(merged.conflicts, IsEmpty());
  const auto& attributes = merged.schema.labels[0].attributes;
  ASSERT_EQ(attributes.size(), 2U);
  EXPECT_THAT(attributes[0].values,
              ElementsAre(AttributeValue{"a", "가"}, AttributeValue{"b", "나"}, AttributeValue{"c", "다"}));
  EXPECT_EQ(attributes[1].id, "note");
  EXPECT_FALSE(attributes[1].required) << "what was annotated before does not have it";
}

TEST(SchemaMergeTest, RolesAreAddedAndAllowMore) {
  Schema other = base();
  other.labels[2].roles = {{"claim", "주장", {"ORG", "ENTITY"}}, {"target", "대상", {}}, {"time", "때", {}}};
  const auto roles = merge_schemas(base(), other).schema.labels[2].roles;
  ASSERT_EQ(roles.size(), 3U);
  EXPECT_THAT(roles[0].allowed, ElementsAre("ORG", "ENTITY"));
  EXPECT_THAT(roles[1].allowed, IsEmpty());
  EXPECT_EQ(roles[2].id, "time");
}

TEST(SchemaMergeTest, ARoleThatAllowsEverySpanInOneOnlyIsAConflict) {
  Schema other = base();
  other.labels[2].roles[0].allowed.clear();
  const MergedSchema merged = merge_schemas(base(), other);
  EXPECT_THAT(in_words(merged.conflicts), ElementsAre("schema-conflict: claim"));
  EXPECT_EQ(merged.schema, base());
}

TEST(SchemaMergeTest, OtherRulesForALabelAreAConflict) {
  Schema other = base();
  other.labels[0].overlap = OverlapRule::None;
  EXPECT_THAT(in_words(merge_schemas(base(), other).conflicts), ElementsAre("schema-conflict: " + base().labels[0].id));
}

TEST(SchemaMergeTest, WhatMeansSomethingElseIsAConflictAndNothingIsMerged) {
  Schema other = schema_of({label("ORG", LabelKind::Document), label("CLAIM")});
  MergedSchema merged = merge_schemas(base(), other);
  EXPECT_THAT(in_words(merged.conflicts), ElementsAre("schema-conflict: ORG"));
  EXPECT_EQ(merged.schema, base());

  other = schema_of({label("ORG"), label("CLAIM")});  // at the top here, below ENTITY there
  EXPECT_THAT(in_words(merge_schemas(base(), other).conflicts), ElementsAre("schema-conflict: ORG"));

  other = base();
  other.labels[0].attributes[0] = attribute("type", AttributeType::Text);
  merged = merge_schemas(base(), other);
  EXPECT_THAT(in_words(merged.conflicts), ElementsAre("schema-conflict: type"));
  EXPECT_EQ(merged.schema, base());
}

TEST(SchemaMergeTest, WhatComesOutIsASchemaThatCanBeUsed) {
  // `type` stands on ENTITY here and below it there: together, one would hide the other.
  Schema other = schema_of({label("ENTITY"), label("ORG", LabelKind::Span, "ENTITY")});
  other.labels[1].attributes = {attribute("type", AttributeType::Text)};
  ASSERT_THAT(check_schema(other), IsEmpty());
  const MergedSchema merged = merge_schemas(base(), other);
  EXPECT_THAT(in_words(merged.conflicts), ElementsAre("schema-conflict: type"));
  EXPECT_EQ(merged.schema, base());
}

TEST(SchemaMergeTest, RolesOfLabelsThatWereInferredGetWider) {
  const Schema inferred = schema_of({label("PERSON"), relation_label("on", {{"a", "a", {}}, {"b", "b", {}}}),
                                     relation_label("about", {{"claim", "주장", {"on"}}, {"target", "대상", {"on"}}})});
  EXPECT_EQ(with_wider_roles(base(), inferred, {}), base()) << "the project's own rules stay";
  const Schema wider = with_wider_roles(base(), inferred, {"about"});
  EXPECT_THAT(wider.find("about")->roles[0].allowed, testing::UnorderedElementsAre("ORG", "on"));
  EXPECT_THAT(wider.find("about")->roles[1].allowed, testing::UnorderedElementsAre("ENTITY", "ORG", "PERSON", "on"));
  const Schema closed = with_wider_roles(wider, base(), {"about"});
  EXPECT_THAT(closed.find("about")->roles[1].allowed, testing::UnorderedElementsAre("ENTITY", "ORG", "PERSON", "on"));
}

}  // namespace
}  // namespace mitjul
