#include "messages/export_words.h"

#include "messages/language.h"

namespace mitjul {
namespace {

// A switch without a default, so that the compiler names a part that has no words.
Message message_of(AnnotationFeature feature) {
  switch (feature) {
    case AnnotationFeature::SchemaDetails:
      return {"names, colours, descriptions and rules of labels", "라벨의 이름·색·설명·규칙"};
    case AnnotationFeature::RenamedIds: return {"ids that are spelled differently", "달리 적는 아이디"};
    case AnnotationFeature::Texts: return {"texts of documents", "문서의 본문"};
    case AnnotationFeature::Titles: return {"titles and languages of documents", "문서의 제목과 언어"};
    case AnnotationFeature::Metadata: return {"metadata of documents", "문서 정보"};
    case AnnotationFeature::Zones: return {"headings, tables and other zones", "제목·표 같은 구역"};
    case AnnotationFeature::Substitutions:
      return {"which characters were replaced at import", "가져올 때 바뀐 글자 기록"};
    case AnnotationFeature::LineEnds: return {"line ends of the text", "본문의 줄바꿈"};
    case AnnotationFeature::Blanks: return {"blanks between words", "낱말 사이 빈칸"};
    case AnnotationFeature::Characters: return {"characters that the format does not have", "형식에 없는 글자"};
    case AnnotationFeature::TextOutsideUnits: return {"text outside of sentences", "문장 밖의 글"};
    case AnnotationFeature::SetStates: return {"states of annotation sets", "작업 상태"};
    case AnnotationFeature::Annotators: return {"who annotated", "작업자"};
    case AnnotationFeature::DiscontinuousSpans: return {"spans in several pieces", "여러 조각으로 된 구간"};
    case AnnotationFeature::OverlappingSpans: return {"overlapping spans", "겹치는 구간"};
    case AnnotationFeature::SpansAcrossUnits: return {"spans that reach beyond a sentence", "문장을 넘는 구간"};
    case AnnotationFeature::UnmappedLabels:
      return {"annotations whose label has no counterpart", "대응하는 태그가 없는 주석"};
    case AnnotationFeature::LabelsBeside: return {"several labels at one place", "한자리에 달린 여러 라벨"};
    case AnnotationFeature::AttributeValues: return {"values of attributes", "속성값"};
    case AnnotationFeature::SeveralValues: return {"attributes with several values", "값이 여럿인 속성"};
    case AnnotationFeature::Relations: return {"relations", "관계"};
    case AnnotationFeature::LargeRelations: return {"relations with more than two ends", "끝이 셋 이상인 관계"};
    case AnnotationFeature::RelationsOnRelations: return {"relations on relations", "관계를 잇는 관계"};
    case AnnotationFeature::DistantRelations: return {"relations between documents", "문서 사이의 관계"};
    case AnnotationFeature::RelationAttributes: return {"attributes of relations", "관계의 속성"};
    case AnnotationFeature::DocumentLabels: return {"labels of documents", "문서 라벨"};
    case AnnotationFeature::DocumentAttributes: return {"attributes of document labels", "문서 라벨의 속성"};
    case AnnotationFeature::Notes: return {"notes", "메모"};
    case AnnotationFeature::Provenance: return {"when and how annotations were made", "주석을 단 때와 방법"};
    case AnnotationFeature::Confirmations: return {"confirmations", "확인 기록"};
    case AnnotationFeature::Confidence: return {"confidence", "확신도"};
  }
  return {};
}

}  // namespace

std::string words(AnnotationFeature feature) { return fill(message_of(feature), {}); }

}  // namespace mitjul
