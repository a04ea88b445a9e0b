#include "import/used_schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/schema_checks.h"
#include "core/schema_merge.h"

namespace mitjul {
namespace {

using testing::IsEmpty;

TEST(UsedSchemaTest, NamesBecomeLabelsAttributesValuesAndRoles) {
  UsedSchema used;
  const std::string claim = used.label(LabelKind::Span, "주장 🚀");
  const std::string org = used.label(LabelKind::Span, "ORG");
  const std::string type = used.attribute(claim, "유형", AttributeType::Choice);
  used.value(claim, type, "사실");
  const std::string about = used.label(LabelKind::Relation, "about");
  used.role(about, "from", claim);
  used.role(about, "to", org);
  used.role(about, "to", org);
  EXPECT_EQ(used.label(LabelKind::Span, "주장 🚀"), claim);
  const Schema schema = used.finish("가져옴");
  EXPECT_THAT(check_schema(schema), IsEmpty());
  EXPECT_EQ(schema.find(claim)->name, "주장 🚀");
  EXPECT_EQ(schema.find(claim)->attributes.at(0).values.at(0).name, "사실");
  EXPECT_THAT(schema.find(about)->roles.at(1).allowed, IsEmpty()) << "the next file may have another one there";
}

TEST(UsedSchemaTest, AnEndThatIsARelationIsAllowedByName) {
  UsedSchema used;
  const std::string claim = used.label(LabelKind::Span, "주장 🚀");
  const std::string about = used.label(LabelKind::Relation, "about");
  used.role(about, "from", claim);
  used.role(about, "to", about);
  EXPECT_EQ(used.finish("가져옴").find(about)->roles.at(1).allowed, std::vector<std::string>{about});
}

TEST(UsedSchemaTest, RolesOfAKnownRelationAreTakenInTheirOrder) {
  const Schema base = *preset("claims-entities");
  UsedSchema used;
  const std::string claim = used.label(LabelKind::Span, "CLAIM");
  const std::string about = used.label(LabelKind::Relation, "about");
  used.role(about, "Arg1", claim);
  used.role(about, "Arg2", claim);
  const Schema inferred = used.finish("🚀");
  const RoleNames names = roles_in(base, inferred);
  EXPECT_EQ(names.at("about").at("Arg1"), "claim");
  EXPECT_EQ(names.at("about").at("Arg2"), "target");
  EXPECT_EQ(merge_schemas(base, adapt_to(base, inferred)).schema, base);
}

TEST(UsedSchemaTest, OneNameForTwoKindsIsTwoLabels) {
  UsedSchema used;
  EXPECT_EQ(used.label(LabelKind::Span, "주제 🚀"), used.label(LabelKind::Span, "주제 🚀"));
  EXPECT_NE(used.label(LabelKind::Span, "주제 🚀"), used.label(LabelKind::Document, "주제 🚀"));
  EXPECT_THAT(check_schema(used.finish("가져옴")), IsEmpty());
}

TEST(UsedSchemaTest, ARelationThatIsNeverSeenWithItsEndsHasTwo) {
  UsedSchema used;
  used.label(LabelKind::Relation, "about");
  EXPECT_THAT(check_schema(used.finish("🚀")), IsEmpty());
}

TEST(UsedSchemaTest, WhatTheProjectKnowsOfALabelStaysTrue) {
  const Schema base = *preset("claims-entities");
  UsedSchema used;
  used.label(LabelKind::Span, "ORG");
  const std::string claim = used.label(LabelKind::Span, "CLAIM");
  used.value(claim, used.attribute(claim, "type", AttributeType::Choice), "fact");
  used.value(claim, used.attribute(claim, "type", AttributeType::Choice), "rumour");
  used.label(LabelKind::Span, "사건 🚀");
  const MergedSchema merged = merge_schemas(base, adapt_to(base, used.finish("가져옴")));
  EXPECT_THAT(merged.conflicts, IsEmpty());
  EXPECT_EQ(*merged.schema.find("ORG"), *base.find("ORG"));
  EXPECT_EQ(merged.schema.labels.size(), base.labels.size() + 1);
  const Attribute* const type = merged.schema.find_attribute("CLAIM", "type");
  EXPECT_EQ(type->values.size(), base.find_attribute("CLAIM", "type")->values.size() + 1);
  EXPECT_EQ(type->values.back().id, "rumour");
}

}  // namespace
}  // namespace mitjul
