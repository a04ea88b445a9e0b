// The presets as docs and other programs know them: ids, Korean names, attributes, values, roles, rules.

#include "core/presets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/schema_checks.h"
#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

using Strings = std::vector<std::string>;

std::string in_words(const Attribute& attribute) {
  std::string words = attribute.id + " " + attribute.name + " " + std::string(to_string(attribute.type));
  if (attribute.required) words += " required";
  if (!attribute.default_value.empty()) words += " = " + attribute.default_value;
  if (!attribute.key.empty()) words += " [" + attribute.key + "]";
  for (const AttributeValue& value : attribute.values) words += " | " + value.id + " " + value.name;
  return words;
}

/// A label in one line: `span CLAIM 주장 < STATEMENT`; a relation with its roles: `relation cue 표지 (claim: STATEMENT)
/// (cue: CUE)`.
std::string in_words(const Label& label) {
  std::string words = std::string(to_string(label.kind)) + " " + label.id + " " + label.name;
  if (!label.parent.empty()) words += " < " + label.parent;
  if (label.overlap != OverlapRule::Any) words += ", overlap " + std::string(to_string(label.overlap));
  if (!label.may_be_discontinuous || !label.may_cross_units || label.needs_relation) words += ", other rules";
  for (const Role& role : label.roles) {
    words += " (" + role.id + ":";
    for (const std::string& allowed : role.allowed) words += " " + allowed;
    words += ")";
  }
  return words;
}

/// Labels, each followed by its attributes.
Strings lines_of(std::string_view name) {
  Strings lines;
  const Schema schema = preset(name).value();
  for (const Label& label : schema.labels) {
    lines.push_back(in_words(label));
    for (const Attribute& attribute : label.attributes) lines.push_back(in_words(attribute));
  }
  return lines;
}

TEST(PresetsTest, AreThoseOfTheContractTheDefaultFirst) {
  EXPECT_THAT(preset_names(), ElementsAre("claims-entities", "korean-claims", "klue-ner", "tta", "argument",
                                          "attribution", "fact-checking", "factuality", "empty"));
  EXPECT_FALSE(preset("claims"));
  EXPECT_FALSE(preset(""));
}

TEST(PresetsTest, ClaimsEntities) {
  const Strings contract{
      "span ENTITY 개체",
      "span PERSON 인물 < ENTITY",
      "span ORG 기관 < ENTITY",
      "span LOCATION 장소 < ENTITY",
      "span PRODUCT 제품·모델 < ENTITY",
      "span DATE 날짜 < ENTITY",
      "span QUANTITY 수량 < ENTITY",
      "span MISC 기타 < ENTITY",
      "span STATEMENT 진술",
      "span CLAIM 주장 < STATEMENT",
      "type 유형 choice | fact 사실 | prediction 예측 | opinion 의견 | comparison 비교 | causal 인과",
      "certainty 확실성 choice | certain 확실 | uncertain 불확실",
      "checkworthy 검증 가치 boolean",
      "attribution 출처 명시 choice | explicit 명시 | context 문맥 | none 없음",
      "restated 정리된 문장 text",
      "span PREMISE 근거 < STATEMENT",
      "span SOURCE 출처 표현",
      "span CUE 발화 표지",
      "relation source 출처 (claim: STATEMENT) (source: PERSON ORG LOCATION SOURCE)",
      "relation cue 표지 (claim: STATEMENT) (cue: CUE)",
      "relation about 대상 (claim: STATEMENT) (target: ENTITY)",
      "relation supports 뒷받침 (from: STATEMENT) (to: STATEMENT)",
      "relation attacks 반박 (from: STATEMENT) (to: STATEMENT)",
      "relation part 하위 주장 (whole: CLAIM) (part: CLAIM)",
      "document TOPIC 주제",
  };
  EXPECT_EQ(lines_of("claims-entities"), contract);
}

TEST(PresetsTest, KoreanClaims) {
  const Strings contract{
      "span SENTENCE 문장",
      "type 유형 choice required | fact 사실형 | inference 추론형 | prediction 예측형 | dialogue 대화형",
      "polarity 극성 choice required | positive 긍정 | negative 부정 | undecided 미정",
      "tense 시제 choice required | past 과거 | present 현재 | future 미래",
      "certainty 확실성 choice required | certain 확실 | uncertain 불확실",
  };
  EXPECT_EQ(lines_of("korean-claims"), contract);
}

TEST(PresetsTest, KlueNer) {
  EXPECT_THAT(lines_of("klue-ner"),
              ElementsAre("span PS 인물, overlap none", "span LC 장소, overlap none", "span OG 기관, overlap none",
                          "span DT 날짜, overlap none", "span TI 시간, overlap none", "span QT 수량, overlap none"));
}

TEST(PresetsTest, Tta) {
  EXPECT_THAT(lines_of("tta"),
              ElementsAre("span PS 인명", "span FD 학문분야", "span TR 이론", "span AF 인공물", "span OG 기관",
                          "span LC 지명", "span CV 문명", "span DT 날짜", "span TI 시간", "span QT 수량",
                          "span EV 사건", "span AM 동물", "span PT 식물", "span MT 물질", "span TM 기타 용어"));
}

TEST(PresetsTest, Argument) {
  const Strings contract{
      "span MajorClaim 핵심 주장",
      "span Claim 주장",
      "stance 입장 choice | For 찬성 | Against 반대",
      "span Premise 근거",
      "relation supports 뒷받침 (from: Claim Premise) (to: MajorClaim Claim Premise)",
      "relation attacks 반박 (from: Claim Premise) (to: MajorClaim Claim Premise)",
  };
  EXPECT_EQ(lines_of("argument"), contract);
}

TEST(PresetsTest, Attribution) {
  EXPECT_THAT(lines_of("attribution"),
              ElementsAre("span SOURCE 출처", "span CUE 표지", "span CONTENT 내용",
                          "relation attributed 귀속 (source: SOURCE) (cue: CUE) (content: CONTENT)"));
}

TEST(PresetsTest, FactChecking) {
  const Strings contract{
      "span CLAIM 주장",
      "verdict 판정 choice | SUPPORTS 참 | REFUTES 거짓 | NOT_ENOUGH_INFO 판단 불가",
      "worth 검증 가치 choice | NFS 비사실 | UFS 중요하지 않은 사실 | CFS 검증할 사실",
      "span EVIDENCE 증거",
      "relation evidence 증거 연결 (claim: CLAIM) (evidence: EVIDENCE)",
  };
  EXPECT_EQ(lines_of("fact-checking"), contract);
}

TEST(PresetsTest, Factuality) {
  const Strings contract{
      "span EVENT 사건",
      "value 사실성 choice | CT+ 확실히 그러함 | CT- 확실히 아님 | CTu 확실하나 어느 쪽인지 모름 | PR+ 아마 그러함 "
      "| PR- 아마 아님 | PS+ 그럴 수 있음 | PS- 아닐 수 있음 | Uu 알 수 없음",
      "span SOURCE 출처",
      "relation source 출처 연결 (event: EVENT) (source: SOURCE)",
  };
  EXPECT_EQ(lines_of("factuality"), contract);
}

TEST(PresetsTest, EmptyHasNoLabels) { EXPECT_THAT(preset("empty")->labels, IsEmpty()); }

TEST(PresetsTest, AreRightSchemasOfTheirNamesAndFirstVersions) {
  for (const Preset& preset : presets()) {
    EXPECT_EQ(preset.schema.name, preset.id);
    EXPECT_EQ(preset.schema.version, 1);
    EXPECT_THAT(in_words(check_schema(preset.schema)), IsEmpty()) << preset.id;
  }
}

TEST(PresetsTest, ParentsStandBeforeTheirChildren) {
  for (const Preset& preset : presets()) {
    Strings seen{""};
    for (const Label& each : preset.schema.labels) {
      EXPECT_THAT(seen, Contains(each.parent)) << each.id;
      seen.push_back(each.id);
    }
  }
}

TEST(PresetsTest, SayInBothLanguagesWhatTheyAreFor) {
  std::set<std::string> names;
  for (const Preset& preset : presets()) {
    for (const std::string& text : {preset.name, preset.english_name, preset.description, preset.english_description}) {
      EXPECT_FALSE(text.empty()) << preset.id;
    }
    EXPECT_TRUE(preset.description.ends_with("니다.")) << preset.description;
    EXPECT_TRUE(preset.english_description.ends_with(".")) << preset.english_description;
    EXPECT_TRUE(names.insert(preset.name).second && names.insert(preset.english_name).second) << preset.id;
  }
}

TEST(PresetsTest, EveryLabelHasADescriptionAGuidelineAndAColour) {
  for (const Preset& preset : presets()) {
    EXPECT_EQ(preset.schema.guideline.empty(), preset.schema.labels.empty()) << preset.id;
    for (const Label& label : preset.schema.labels) {
      EXPECT_TRUE(label.description.ends_with("니다.")) << preset.id << " " << label.id;
      EXPECT_NE(label.guideline, "") << preset.id << " " << label.id;
      EXPECT_NE(label.color, "") << preset.id << " " << label.id;
    }
  }
}

TEST(PresetsTest, EverySpanLabelWithoutLabelsBelowItHasAKey) {
  for (const Preset& preset : presets()) {
    std::set<std::string> parents;
    for (const Label& label : preset.schema.labels) parents.insert(label.parent);
    for (const Label& label : preset.schema.labels) {
      if (label.kind != LabelKind::Span || parents.count(label.id) != 0) continue;
      EXPECT_NE(label.key, "") << preset.id << " " << label.id;
    }
  }
}

TEST(PresetsTest, TheKeysOfTheDefaultStayWhereFingersKnowThem) {
  const Schema schema = *preset("claims-entities");
  Strings keys;
  for (const char* const id :
       {"PERSON", "ORG", "LOCATION", "PRODUCT", "DATE", "QUANTITY", "MISC", "CLAIM", "PREMISE", "SOURCE", "CUE"}) {
    keys.push_back(schema.find(id)->key);
  }
  EXPECT_THAT(keys, ElementsAre("1", "2", "3", "4", "5", "6", "7", "8", "9", "s", "e"));
}

}  // namespace
}  // namespace mitjul
