#include "messages/schema_words.h"

#include "messages/language.h"

namespace mitjul {
namespace {

// A switch without a default, so that the compiler names a part that has no words.
Message message_of(SchemaFeature feature) {
  switch (feature) {
    case SchemaFeature::NameAndVersion: return {"the schema's name and version", "스키마의 이름과 버전"};
    case SchemaFeature::Guidelines: return {"guidelines", "지침"};
    case SchemaFeature::Descriptions: return {"descriptions", "설명"};
    case SchemaFeature::Colors: return {"colours", "색"};
    case SchemaFeature::Keys: return {"keys", "단축키"};
    case SchemaFeature::OverlapRules: return {"rules for overlapping", "겹침 규칙"};
    case SchemaFeature::SpanRules:
      return {"rules for pieces, units and required relations", "떨어진 구간·단위·필수 관계 규칙"};
    case SchemaFeature::Revisions: return {"versions in which meanings changed", "뜻이 바뀐 버전"};
    case SchemaFeature::Hierarchy: return {"levels of the hierarchy", "상하 관계"};
    case SchemaFeature::DocumentLabels: return {"labels of documents", "문서 라벨"};
    case SchemaFeature::Relations: return {"relations", "관계"};
    case SchemaFeature::LargeRelations: return {"relations with more than two roles", "역할이 셋 이상인 관계"};
    case SchemaFeature::RoleNames: return {"names of roles", "역할의 이름"};
    case SchemaFeature::AllowedEnds: return {"what roles allow", "역할이 허용하는 라벨"};
    case SchemaFeature::RelationsAsEnds: return {"relations between relations", "관계를 잇는 관계"};
    case SchemaFeature::RelationAttributes: return {"attributes of relations", "관계의 속성"};
    case SchemaFeature::DocumentAttributes: return {"attributes of document labels", "문서 라벨의 속성"};
    case SchemaFeature::FreeAttributes: return {"attributes for text, numbers and days", "글·숫자·날짜 속성"};
    case SchemaFeature::SeveralValues: return {"several values of one attribute", "값을 여럿 고르는 속성"};
    case SchemaFeature::RequiredAttributes: return {"required attributes", "필수 속성 표시"};
    case SchemaFeature::Defaults: return {"default values", "기본값"};
    case SchemaFeature::SharedAttributeIds:
      return {"different attributes of the same id", "아이디가 같은 서로 다른 속성"};
    case SchemaFeature::IdCharacters: return {"characters in ids", "아이디의 일부 문자"};
    case SchemaFeature::NameCharacters: return {"characters in names", "이름의 일부 문자"};
    case SchemaFeature::AbstractLabels: return {"labels that only group others", "묶음으로만 쓰는 라벨 표시"};
    case SchemaFeature::OtherTerms: return {"other names of labels", "라벨의 다른 이름"};
    case SchemaFeature::RoleCounts: return {"how often a role may be filled", "역할의 반복 횟수"};
    case SchemaFeature::RelationKinds: return {"symmetric and transitive relations", "대칭·추이 관계 표시"};
    case SchemaFeature::PairedEnds: return {"which ends of a relation go together", "관계 양 끝의 짝 제한"};
    case SchemaFeature::OverlapKinds: return {"details of overlapping", "겹침의 세부 규칙"};
    case SchemaFeature::Normalisations: return {"links to data bases", "외부 데이터베이스 연결"};
    case SchemaFeature::Sections: return {"unknown sections", "알 수 없는 구획"};
    case SchemaFeature::CodeSets: return {"sets of codes", "코드 묶음"};
    case SchemaFeature::Controls: return {"controls without a counterpart", "대응하는 것이 없는 입력란"};
    case SchemaFeature::ValuesFromTasks: return {"values that come with the tasks", "과제에서 받는 값"};
    case SchemaFeature::TimesOfDay: return {"times of day", "시각"};
    case SchemaFeature::AllowedValues: return {"smallest and largest numbers", "숫자의 범위"};
  }
  return {"", ""};
}

}  // namespace

std::string words(SchemaFeature feature) { return fill(message_of(feature), {}); }

std::string sentence(const SchemaLoss& loss, const std::string& file) {
  const std::string line = loss.line > 0 ? ":" + std::to_string(loss.line) : "";
  const std::string place = file.empty() ? "" : file + line + ": ";
  return place + fill({"Not taken over: {0} ({1}).", "옮기지 않은 것: {0}({1}개)."},
                      {words(loss.what), std::to_string(loss.count)});
}

}  // namespace mitjul
