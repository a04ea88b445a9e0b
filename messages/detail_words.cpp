#include "messages/detail_words.h"

#include <optional>

#include "core/json_fault.h"
#include "core/left_out.h"
#include "messages/language.h"
#include "messages/library_words.h"

namespace mitjul {
namespace {

/// What an attribute of a type takes, as the sentences about it say it.
std::string type_words(const std::string& type) {
  if (type == "choice") return fill({"one of its choices", "정해진 선택지 가운데 하나의"}, {});
  if (type == "choices") return fill({"some of its choices, each once", "정해진 선택지에 있는"}, {});
  if (type == "number") return fill({"a number such as 3.5", "3.5와 같은 숫자"}, {});
  if (type == "date") return fill({"a day such as 2026-11-21", "2026-11-21과 같은 날짜"}, {});
  if (type == "boolean") return fill({"true or false", "예(true) 또는 아니요(false)"}, {});
  return fill({"text that XML can hold", "XML에 쓸 수 있는 글자로 된"}, {});
}

std::string kind_words(const std::string& kind) {
  if (kind == "span") return fill({"span", "구간"}, {});
  if (kind == "relation") return fill({"relation", "관계"}, {});
  return fill({"document", "문서"}, {});
}

/// Whether the detail is what a library or the system said.
bool says_why(ProblemCode code) {
  return code == ProblemCode::MalformedXml || code == ProblemCode::BrokenArchive || code == ProblemCode::Unreadable ||
         code == ProblemCode::DatabaseDamaged;
}

/// `code points`, `UTF-16`, `bytes`.
std::string unit_words(const std::string& unit) {
  if (unit == "code points") return fill({"code points", "코드 포인트"}, {});
  if (unit == "bytes") return fill({"bytes", "바이트"}, {});
  return unit;
}

// Switches without a default, so that the compiler names what has no words.
Message words_of(JsonFault fault) {
  switch (fault) {
    case JsonFault::Nothing: return {"there is nothing there", "아무 내용이 없습니다"};
    case JsonFault::Ends:
      return {"it ends while brackets or quotation marks are still open", "괄호나 따옴표가 닫히지 않은 채 끝났습니다"};
    case JsonFault::Unexpected:
      return {"“{0}” cannot stand here, or a comma, a colon, a bracket or a quotation mark is missing before it",
              "여기에 올 수 없는 ‘{0}’이(가) 있거나, 그 앞에 쉼표, 쌍점, 괄호, 따옴표 가운데 하나가 빠졌습니다"};
    case JsonFault::ControlCharacter:
      return {"a line end, a tab or another control character stands within quotation marks",
              "따옴표 안에 줄바꿈이나 탭 같은 제어 문자가 그대로 들어 있습니다"};
    case JsonFault::Escape:
      return {"a backslash within quotation marks is followed by what cannot follow it",
              "따옴표 안의 역슬래시 뒤에 올 수 없는 글자가 있습니다"};
    case JsonFault::Number: return {"the number {0} is too large", "{0}은(는) 너무 큰 수입니다"};
    case JsonFault::Deep: return {"brackets are nested too deeply", "괄호가 너무 깊이 겹쳐 있습니다"};
    case JsonFault::Many: return {"there are too many values in one object", "한 객체에 값이 너무 많습니다"};
    case JsonFault::Behind: return {"“{0}” stands behind the end", "끝난 뒤에 ‘{0}’이(가) 더 있습니다"};
    case JsonFault::NoObject:
      return {"an object in curly brackets must stand here", "여기에는 중괄호로 묶인 객체가 있어야 합니다"};
  }
  return {"", ""};
}

/// The same where it is not known what stands there.
Message words_without_token(JsonFault fault) {
  if (fault == JsonFault::Number) return {"there is a number that is too large", "너무 큰 수가 있습니다"};
  if (fault == JsonFault::Behind) return {"something stands behind the end", "끝난 뒤에 다른 내용이 더 있습니다"};
  if (fault == JsonFault::Unexpected)
    return {"something stands here that is no part of JSON", "JSON에 없는 글자가 있습니다"};
  return words_of(fault);
}

Message words_of(LeftOut what) {
  switch (what) {
    case LeftOut::PlaceNoNumber:
      return {"annotations whose place is no number that counts characters", "위치가 글자를 세는 수가 아닌 주석"};
    case LeftOut::PlaceInMarkup:
      return {"annotations on HTML, whose place is a path in it", "위치가 HTML 경로로 적힌 주석"};
    case LeftOut::PlaceInTurns:
      return {"annotations of a conversation, whose place is a turn of it", "위치가 대화의 차례로 적힌 주석"};
    case LeftOut::OtherMedia: return {"annotations of pictures, sound or films", "그림, 소리, 영상의 주석"};
    case LeftOut::OtherText: return {"annotations of another text of the task", "과제의 다른 글에 달린 주석"};
    case LeftOut::Unlabelled: return {"annotations without a label", "라벨이 없는 주석"};
    case LeftOut::UnknownResults: return {"results of an unknown kind", "종류를 알 수 없는 결과"};
    case LeftOut::LostAnswers: return {"answers about a place that has no label", "라벨이 없는 자리에 대한 답"};
    case LeftOut::LostRelations: return {"relations with an end that is not there", "한쪽 끝이 없는 관계"};
    case LeftOut::Cancelled: return {"annotations that were skipped or rejected", "건너뛰거나 받아들이지 않은 주석"};
    case LeftOut::Drafts: return {"drafts that were not handed in", "제출하지 않은 임시 저장"};
    case LeftOut::NumbersOnly:
      return {"annotations of which only the number stands in the file", "파일에 번호만 있는 주석"};
    case LeftOut::OtherFiles: return {"files of another kind in the archive", "압축 파일 속 다른 종류의 파일"};
  }
  return {"", ""};
}

/// The enumerator of this name.
template <class Reason>
std::optional<Reason> reason_named(const std::string& name, Reason last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (to_string(static_cast<Reason>(i)) == name) return static_cast<Reason>(i);
  }
  return std::nullopt;
}

std::string fault_words(const std::string& name, const std::string& token) {
  const auto fault = reason_named(name, JsonFault::NoObject);
  if (!fault) return name;
  return fill(token.empty() ? words_without_token(*fault) : words_of(*fault), {token});
}

}  // namespace

std::vector<std::string> details_in_words(const Problem& problem) {
  std::vector<std::string> details = problem.details;
  if (problem.code == ProblemCode::InvalidAttributeValue && details.size() > 2) details[2] = type_words(details[2]);
  if (problem.code == ProblemCode::WrongLabelKind && details.size() > 2) {
    details[1] = kind_words(details[1]);
    details[2] = kind_words(details[2]);
  }
  if (says_why(problem.code) && !details.empty()) details[0] = library_words(details[0]);
  if (problem.code == ProblemCode::OtherOffsetUnit) {
    for (std::string& unit : details) unit = unit_words(unit);
  }
  if (problem.code == ProblemCode::InvalidJson && details.size() > 2) details[1] = fault_words(details[1], details[2]);
  if (problem.code == ProblemCode::AnnotationsLeftOut && !details.empty()) {
    const auto what = reason_named(details[0], LeftOut::OtherFiles);
    details[0] = what ? fill(words_of(*what), {}) : fill({"“{0}”", "‘{0}’"}, {details[0]});
  }
  return details;
}

}  // namespace mitjul
