#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "core/schema.h"
#include "core/schema_checks.h"
#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

Schema claims_entities() { return preset("claims-entities").value(); }

TEST(PresetsTest, EveryPresetIsThereUnderItsNameAndRight) {
  for (const std::string_view name : preset_names()) {
    const auto schema = preset(name);
    ASSERT_TRUE(schema) << name;
    EXPECT_EQ(schema->name, name);
    EXPECT_EQ(schema->version, 1);
    EXPECT_THAT(in_words(check_schema(*schema)), IsEmpty()) << name;
  }
  EXPECT_THAT(preset_names(), Contains("claims-entities"));
  EXPECT_THAT(preset_names(), Contains("empty"));
  EXPECT_FALSE(preset("claims"));
  EXPECT_FALSE(preset(""));
}

TEST(PresetsTest, TheDefaultComesFirst) { EXPECT_EQ(preset_names().front(), "claims-entities"); }

TEST(PresetsTest, EmptyHasNoLabels) { EXPECT_THAT(preset("empty")->labels, IsEmpty()); }

TEST(PresetsTest, ParentsStandBeforeTheirChildren) {
  for (const std::string_view name : preset_names()) {
    const Schema schema = preset(name).value();
    std::vector<std::string> seen{""};
    for (const Label& each : schema.labels) {
      EXPECT_THAT(seen, Contains(each.parent)) << each.id;
      seen.push_back(each.id);
    }
  }
}

TEST(ClaimsEntitiesTest, HasTheLabelsOfTheContract) {
  struct Row {
    std::string id, name, parent;
    LabelKind kind;
  };
  const std::vector<Row> contract{{"ENTITY", "개체", "", LabelKind::Span},
                                  {"PERSON", "인물", "ENTITY", LabelKind::Span},
                                  {"ORG", "기관", "ENTITY", LabelKind::Span},
                                  {"LOCATION", "장소", "ENTITY", LabelKind::Span},
                                  {"PRODUCT", "제품·모델", "ENTITY", LabelKind::Span},
                                  {"DATE", "날짜", "ENTITY", LabelKind::Span},
                                  {"QUANTITY", "수량", "ENTITY", LabelKind::Span},
                                  {"MISC", "기타", "ENTITY", LabelKind::Span},
                                  {"STATEMENT", "진술", "", LabelKind::Span},
                                  {"CLAIM", "주장", "STATEMENT", LabelKind::Span},
                                  {"PREMISE", "근거", "STATEMENT", LabelKind::Span},
                                  {"SOURCE", "출처 표현", "", LabelKind::Span},
                                  {"CUE", "발화 표지", "", LabelKind::Span},
                                  {"source", "출처", "", LabelKind::Relation},
                                  {"cue", "표지", "", LabelKind::Relation},
                                  {"about", "대상", "", LabelKind::Relation},
                                  {"supports", "뒷받침", "", LabelKind::Relation},
                                  {"attacks", "반박", "", LabelKind::Relation},
                                  {"part", "하위 주장", "", LabelKind::Relation},
                                  {"TOPIC", "주제", "", LabelKind::Document}};
  const Schema schema = claims_entities();
  EXPECT_EQ(schema.labels.size(), contract.size());
  for (const Row& row : contract) {
    const Label* const found = schema.find(row.id);
    ASSERT_NE(found, nullptr) << row.id;
    EXPECT_EQ(found->name, row.name);
    EXPECT_EQ(found->parent, row.parent) << row.id;
    EXPECT_EQ(found->kind, row.kind) << row.id;
    EXPECT_EQ(found->overlap, OverlapRule::Any) << row.id;
    EXPECT_TRUE(found->may_be_discontinuous) << row.id;
    EXPECT_NE(found->color, "") << row.id;
  }
}

TEST(ClaimsEntitiesTest, OnlyClaimsHaveAttributes) {
  using Values = std::vector<AttributeValue>;
  const std::vector<Attribute> contract{
      {"type", "유형", AttributeType::Choice, false, "",
       Values{
           {"fact", "사실"}, {"prediction", "예측"}, {"opinion", "의견"}, {"comparison", "비교"}, {"causal", "인과"}}},
      {"certainty", "확실성", AttributeType::Choice, false, "", Values{{"certain", "확실"}, {"uncertain", "불확실"}}},
      {"checkworthy", "검증 가치", AttributeType::Boolean, false, "", {}},
      {"attribution", "출처 명시", AttributeType::Choice, false, "",
       Values{{"explicit", "명시"}, {"context", "문맥"}, {"none", "없음"}}},
      {"restated", "정리된 문장", AttributeType::Text, false, "", {}}};
  const Schema schema = claims_entities();
  EXPECT_EQ(schema.find("CLAIM")->attributes, contract);
  for (const Label& each : schema.labels) {
    if (each.id == "CLAIM") continue;
    EXPECT_THAT(each.attributes, IsEmpty()) << each.id;
  }
}

TEST(ClaimsEntitiesTest, RelationsHaveTheRolesOfTheContract) {
  using Roles = std::vector<std::pair<std::string, std::vector<std::string>>>;
  const std::map<std::string, Roles> contract{
      {"source", {{"claim", {"STATEMENT"}}, {"source", {"PERSON", "ORG", "LOCATION", "SOURCE"}}}},
      {"cue", {{"claim", {"STATEMENT"}}, {"cue", {"CUE"}}}},
      {"about", {{"claim", {"STATEMENT"}}, {"target", {"ENTITY"}}}},
      {"supports", {{"from", {"STATEMENT"}}, {"to", {"STATEMENT"}}}},
      {"attacks", {{"from", {"STATEMENT"}}, {"to", {"STATEMENT"}}}},
      {"part", {{"whole", {"CLAIM"}}, {"part", {"CLAIM"}}}}};
  const Schema schema = claims_entities();
  for (const auto& [id, roles] : contract) {
    Roles found;
    for (const Role& role : schema.find(id)->roles) found.emplace_back(role.id, role.allowed);
    EXPECT_EQ(found, roles) << id;
  }
}

TEST(ClaimsEntitiesTest, TheLabelsOfEveryDayHaveKeys) {
  const Schema schema = claims_entities();
  std::vector<std::string> keys;
  for (const char* const id :
       {"PERSON", "ORG", "LOCATION", "PRODUCT", "DATE", "QUANTITY", "MISC", "CLAIM", "PREMISE", "SOURCE", "CUE"}) {
    keys.push_back(schema.find(id)->key);
  }
  EXPECT_THAT(keys, ElementsAre("1", "2", "3", "4", "5", "6", "7", "8", "9", "s", "e"));
}

}  // namespace
}  // namespace mitjul
