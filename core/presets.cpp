#include <algorithm>
#include <array>
#include <utility>

#include "core/schema.h"

namespace mitjul {
namespace {

Label span_label(std::string id, std::string name, std::string parent, std::string color, std::string key,
                 std::string description) {
  Label label;
  label.id = std::move(id);
  label.name = std::move(name);
  label.parent = std::move(parent);
  label.color = std::move(color);
  label.key = std::move(key);
  label.description = std::move(description);
  return label;
}

Label relation_label(std::string id, std::string name, std::string color, std::string description,
                     std::vector<Role> roles) {
  Label label = span_label(std::move(id), std::move(name), "", std::move(color), "", std::move(description));
  label.kind = LabelKind::Relation;
  label.roles = std::move(roles);
  return label;
}

Attribute attribute(std::string id, std::string name, AttributeType type, std::vector<AttributeValue> values = {}) {
  Attribute made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.type = type;
  made.values = std::move(values);
  return made;
}

/// Claims with who makes them, and the entities they are about. The decisions behind it are in the guideline.
Schema claims_entities() {
  Schema schema;
  schema.name = "claims-entities";
  auto& labels = schema.labels;

  labels.push_back(
      span_label("ENTITY", "개체", "", "#4E79A7", "", "이름을 가진 대상이나 날짜·수량. 아래 라벨 중 하나로 고른다."));
  labels.push_back(span_label("PERSON", "인물", "ENTITY", "#2F7ED8", "1", "사람의 이름. 직함과 조사는 넣지 않는다."));
  labels.push_back(span_label("ORG", "기관", "ENTITY", "#1B9E77", "2", "기업, 정부 기관, 단체, 언론사의 이름."));
  labels.push_back(span_label("LOCATION", "장소", "ENTITY", "#A6761D", "3",
                              "나라, 도시, 지역의 이름. 나라는 행위자로 쓰여도 장소다."));
  labels.push_back(span_label("PRODUCT", "제품·모델", "ENTITY", "#7570B3", "4", "제품, 서비스, 모델의 이름."));
  labels.push_back(span_label("DATE", "날짜", "ENTITY", "#00868B", "5", "날짜와 기간을 나타내는 표현."));
  labels.push_back(span_label("QUANTITY", "수량", "ENTITY", "#66871A", "6",
                              "숫자로 적은 수량, 금액, 비율. ‘약’ 같은 말은 넣지 않는다."));
  labels.push_back(span_label("MISC", "기타", "ENTITY", "#7A7A7A", "7", "그 밖에 이름을 가진 대상."));

  labels.push_back(
      span_label("STATEMENT", "진술", "", "#D95F5F", "", "참이나 거짓이 될 수 있는 말. 아래 라벨 중 하나로 고른다."));
  Label claim = span_label("CLAIM", "주장", "STATEMENT", "#D62728", "8",
                           "글쓴이나 인용된 출처가 세상이 어떠하다, 어떠했다, 어떠할 것이라고 말하는 단위. 글머리 "
                           "기호는 빼고 마침표는 넣는다.");
  claim.attributes = {
      attribute(
          "type", "유형", AttributeType::Choice,
          {{"fact", "사실"}, {"prediction", "예측"}, {"opinion", "의견"}, {"comparison", "비교"}, {"causal", "인과"}}),
      attribute("certainty", "확실성", AttributeType::Choice, {{"certain", "확실"}, {"uncertain", "불확실"}}),
      attribute("checkworthy", "검증 가치", AttributeType::Boolean),
      attribute("attribution", "출처 명시", AttributeType::Choice,
                {{"explicit", "명시"}, {"context", "문맥"}, {"none", "없음"}}),
      attribute("restated", "정리된 문장", AttributeType::Text),
  };
  labels.push_back(std::move(claim));
  labels.push_back(
      span_label("PREMISE", "근거", "STATEMENT", "#E6862B", "9", "주장을 뒷받침하거나 반박하려고 내세운 말."));

  labels.push_back(span_label("SOURCE", "출처 표현", "", "#B8479B", "s",
                              "인물도 기관도 아닌 출처를 가리키는 표현: 보도, 소문, 전문가들."));
  labels.push_back(
      span_label("CUE", "발화 표지", "", "#8C6D31", "e", "누군가의 말임을 알리는 표현: 밝혔다, 주장했다, 에 따르면."));

  labels.push_back(
      relation_label("source", "출처", "#B8479B", "주장과 그 말을 한 사람·기관·출처를 잇는다.",
                     {{"claim", "주장", {"STATEMENT"}}, {"source", "출처", {"PERSON", "ORG", "LOCATION", "SOURCE"}}}));
  labels.push_back(relation_label("cue", "표지", "#8C6D31", "주장과 그 발화 표지를 잇는다.",
                                  {{"claim", "주장", {"STATEMENT"}}, {"cue", "표지", {"CUE"}}}));
  labels.push_back(relation_label("about", "대상", "#4E79A7", "주장과 그것이 다루는 개체를 잇는다.",
                                  {{"claim", "주장", {"STATEMENT"}}, {"target", "대상", {"ENTITY"}}}));
  labels.push_back(
      relation_label("supports", "뒷받침", "#2CA02C", "한 진술이 다른 진술을 뒷받침한다.",
                     {{"from", "뒷받침하는 진술", {"STATEMENT"}}, {"to", "뒷받침받는 진술", {"STATEMENT"}}}));
  labels.push_back(relation_label("attacks", "반박", "#C0392B", "한 진술이 다른 진술을 반박한다.",
                                  {{"from", "반박하는 진술", {"STATEMENT"}}, {"to", "반박받는 진술", {"STATEMENT"}}}));
  labels.push_back(relation_label("part", "하위 주장", "#D95F5F", "여러 주장을 담은 문장과 그 안의 주장 하나를 잇는다.",
                                  {{"whole", "전체 주장", {"CLAIM"}}, {"part", "하위 주장", {"CLAIM"}}}));

  Label topic = span_label("TOPIC", "주제", "", "#5B6770", "", "문서 전체가 다루는 주제.");
  topic.kind = LabelKind::Document;
  labels.push_back(std::move(topic));
  return schema;
}

Schema empty() {
  Schema schema;
  schema.name = "empty";
  return schema;
}

struct Preset {
  std::string_view name;
  Schema (*make)();
};

constexpr std::array<Preset, 2> kPresets{{{"claims-entities", claims_entities}, {"empty", empty}}};

}  // namespace

std::vector<std::string_view> preset_names() {
  std::vector<std::string_view> names;
  for (const Preset& preset : kPresets) names.push_back(preset.name);
  return names;
}

std::optional<Schema> preset(std::string_view name) {
  const auto* const found =
      std::find_if(kPresets.begin(), kPresets.end(), [name](const Preset& preset) { return preset.name == name; });
  if (found == kPresets.end()) return std::nullopt;
  return found->make();
}

}  // namespace mitjul
