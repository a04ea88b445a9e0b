#include "core/schema_difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/schema_operation.h"
#include "tests/core/values.h"

namespace mitjul {
namespace {

using Kind = SchemaDifference::Kind;
using testing::ElementsAre;
using testing::IsEmpty;

Schema before() {
  Schema schema = schema_of({label("ENTITY"), label("ORG", LabelKind::Span, "ENTITY"), label("CUE")});
  schema.labels[0].attributes = {attribute("size", AttributeType::Choice, {{"big", "큰"}, {"small", "작은"}})};
  return schema;
}

TEST(SchemaDifferenceTest, TheSameSchemaHasNone) { EXPECT_THAT(differences(before(), before()), IsEmpty()); }

TEST(SchemaDifferenceTest, VersionAndOrderAreNone) {
  Schema after = before();
  after.version = 2;
  after.draft = true;
  std::swap(after.labels[1], after.labels[2]);
  std::swap(after.labels[0].attributes[0].values[0], after.labels[0].attributes[0].values[1]);
  EXPECT_THAT(differences(before(), after), IsEmpty());
}

TEST(SchemaDifferenceTest, LabelsComeGoMoveAndAreRenamed) {
  Schema after = before();
  after.labels[1].name = "기관";
  after.labels[1].parent = "";
  after.labels[2] = label("EVENT");
  EXPECT_THAT(differences(before(), after),
              ElementsAre(SchemaDifference{Kind::LabelRenamed, "ORG", "", "", "이름 ORG", "기관"},
                          SchemaDifference{Kind::LabelMoved, "ORG", "", "", "ENTITY", ""},
                          SchemaDifference{Kind::LabelAdded, "EVENT", "", "", "", "이름 EVENT"},
                          SchemaDifference{Kind::LabelRemoved, "CUE", "", "", "이름 CUE", ""}));
}

TEST(SchemaDifferenceTest, TextsStandBesideEachOther) {
  Schema after = before();
  after.labels[1].description = "🚀 이름이 있는 조직";
  after.labels[1].guideline = "약칭도";
  after.guideline = "모두";
  EXPECT_THAT(differences(before(), after),
              ElementsAre(SchemaDifference{Kind::Description, "ORG", "", "", "", "🚀 이름이 있는 조직"},
                          SchemaDifference{Kind::LabelGuideline, "ORG", "", "", "", "약칭도"},
                          SchemaDifference{Kind::Guideline, "", "", "", "", "모두"}));
}

TEST(SchemaDifferenceTest, AttributesAndValuesAreNamed) {
  Schema after = before();
  Attribute& size = after.labels[0].attributes[0];
  size.name = "크기";
  size.required = true;
  size.values = {{"big", "거대한"}, {"tiny", "아주 작은"}};
  after.labels[2].attributes = {attribute("strength", AttributeType::Text)};
  EXPECT_THAT(differences(before(), after),
              ElementsAre(SchemaDifference{Kind::AttributeRenamed, "ENTITY", "size", "", "이름 size", "크기"},
                          SchemaDifference{Kind::AttributeRules, "ENTITY", "size"},
                          SchemaDifference{Kind::ValueRenamed, "ENTITY", "size", "big", "큰", "거대한"},
                          SchemaDifference{Kind::ValueAdded, "ENTITY", "size", "tiny", "", "아주 작은"},
                          SchemaDifference{Kind::ValueRemoved, "ENTITY", "size", "small", "작은", ""},
                          SchemaDifference{Kind::AttributeAdded, "CUE", "strength", "", "", "이름 strength"}));
}

TEST(SchemaDifferenceTest, WhatIsMergedIsRevisedThoughNothingIsWrittenOfIt) {
  const Schema after = schema_after(before(), MergeLabels{"CUE", "ORG"}).schema;
  EXPECT_THAT(differences(before(), after),
              ElementsAre(SchemaDifference{Kind::LabelRevised, "ORG"},
                          SchemaDifference{Kind::LabelRemoved, "CUE", "", "", "이름 CUE", ""}));
}

TEST(SchemaDifferenceTest, LooksAndRulesAreToldApart) {
  Schema after = before();
  after.labels[0].color = "#123456";
  after.labels[1].overlap = OverlapRule::None;
  EXPECT_THAT(differences(before(), after),
              ElementsAre(SchemaDifference{Kind::LabelLook, "ENTITY"}, SchemaDifference{Kind::LabelRules, "ORG"}));
}

}  // namespace
}  // namespace mitjul
