#include "messages/sentences.h"

#include "core/file_io.h"
#include "messages/detail_words.h"
#include "messages/language.h"
#include "messages/library_words.h"

namespace mitjul {
namespace {

// A switch without a default, so that the compiler names a code that has no sentence.
Message message_of(ProblemCode code) {
  switch (code) {
    case ProblemCode::UnknownDocument:
      return {"There is no document “{0}” in the project.", "프로젝트에 ‘{0}’ 문서가 없습니다."};
    case ProblemCode::DocumentInTrash:
      return {"The document “{0}” is in the trash.", "‘{0}’ 문서는 휴지통에 있습니다."};
    case ProblemCode::UnknownAnnotator:
      return {"There is no annotator “{0}” in the project.", "프로젝트에 ‘{0}’ 작업자가 없습니다."};
    case ProblemCode::AmbiguousDocument:
      return {"Several documents are called “{0}”; give the key of one: {1}.",
              "이름이 ‘{0}’인 문서가 여럿입니다. 키로 지정하세요: {1}."};
    case ProblemCode::AmbiguousAnnotator:
      return {"Several annotators are called “{0}”; give the key of one: {1}.",
              "이름이 ‘{0}’인 작업자가 여럿입니다. 키로 지정하세요: {1}."};
    case ProblemCode::UnknownLabel: return {"The schema has no label “{0}”.", "스키마에 ‘{0}’ 라벨이 없습니다."};
    case ProblemCode::WrongLabelKind:
      return {"The label “{0}” is for a {1}, not for a {2}.", "‘{0}’ 라벨의 종류는 {1}이므로 {2}에는 쓸 수 없습니다."};
    case ProblemCode::EmptySpan:
      return {"The span from {0} to {1} holds nothing.", "{0}에서 {1}까지의 구간에는 글자가 없습니다."};
    case ProblemCode::SpanOutsideText:
      return {"The span from {0} to {1} lies outside the text ({2} code {2|point|points}).",
              "{0}에서 {1}까지의 구간이 본문(코드 포인트 {2}개)을 벗어났습니다."};
    case ProblemCode::DiscontinuousSpan:
      return {"The label “{0}” does not allow a span in several pieces.",
              "‘{0}’ 라벨은 떨어진 구간을 허용하지 않습니다."};
    case ProblemCode::OverlapNotAllowed:
      return {"The schema does not allow “{0}” to overlap the annotation {1}.",
              "스키마에 따라 ‘{0}’ 라벨은 {1} 주석과 겹칠 수 없습니다."};
    case ProblemCode::UnitCrossed:
      return {"The schema does not allow “{0}” to reach beyond one sentence, heading or cell of a table.",
              "스키마에 따라 ‘{0}’ 라벨은 한 문장(제목, 표의 칸)을 넘을 수 없습니다."};
    case ProblemCode::UnknownAttribute:
      return {"The label “{1}” has no attribute “{0}”.", "‘{1}’ 라벨에는 ‘{0}’ 속성이 없습니다."};
    case ProblemCode::InvalidAttributeValue:
      return {"The attribute “{0}” cannot have the value “{1}”: it takes {2}.",
              "‘{0}’ 속성의 값으로 ‘{1}’은(는) 쓸 수 없습니다. {2} 값이어야 합니다."};
    case ProblemCode::SeveralValues:
      return {"The attribute “{0}” takes exactly one value.", "‘{0}’ 속성에는 값을 하나만 줄 수 있습니다."};
    case ProblemCode::MissingAttribute:
      return {"The required attribute “{0}” of the label “{1}” has no value.",
              "‘{1}’ 라벨의 필수 속성 ‘{0}’ 값이 없습니다."};
    case ProblemCode::MissingRelation:
      return {"The label “{0}” needs a relation, and there is none here.",
              "‘{0}’ 라벨에는 관계가 있어야 하는데 없습니다."};
    case ProblemCode::UnknownRole:
      return {"The relation “{1}” has no role “{0}”.", "‘{1}’ 관계에는 ‘{0}’ 역할이 없습니다."};
    case ProblemCode::RoleTwice: return {"The role “{0}” is given twice.", "‘{0}’ 역할이 두 번 나옵니다."};
    case ProblemCode::TooFewArguments:
      return {"A relation “{0}” needs two ends at least.", "‘{0}’ 관계에는 대상이 둘 이상 있어야 합니다."};
    case ProblemCode::RoleNotAllowed:
      return {"The schema does not allow “{1}” in the role “{0}”.",
              "스키마에 따라 ‘{0}’ 역할에는 ‘{1}’ 라벨이 올 수 없습니다."};
    case ProblemCode::UnknownAnnotation: return {"There is no annotation {0}.", "{0} 주석이 없습니다."};
    case ProblemCode::RefersToItself:
      return {"The relation {0} refers to itself.", "{0} 관계가 자기 자신을 가리킵니다."};
    case ProblemCode::StillReferredTo:
      return {"The annotation {0} is an end of the relation {1}.", "{0} 주석은 {1} 관계의 대상입니다."};
    case ProblemCode::IllegalCharacter:
      return {"“{0}” holds a character that XML cannot hold.", "‘{0}’ 항목에 XML에 쓸 수 없는 문자가 있습니다."};
    case ProblemCode::DuplicateId: return {"The id “{0}” is used twice.", "‘{0}’ 아이디가 두 번 쓰였습니다."};
    case ProblemCode::ChangedMeanwhile:
      return {"“{0}” was changed in the meantime.", "그사이에 ‘{0}’ 내용이 바뀌었습니다."};
    case ProblemCode::NameTaken: return {"There is already a document called “{0}”.", "‘{0}’ 문서가 이미 있습니다."};
    case ProblemCode::InvalidName:
      return {"“{0}” cannot be given that name.", "‘{0}’ 문서에 그 이름을 붙일 수 없습니다."};
    case ProblemCode::AnnotatorNameTaken:
      return {"There is already an annotator called “{0}”.", "‘{0}’ 작업자가 이미 있습니다."};
    case ProblemCode::InvalidAnnotatorName:
      return {"An annotator needs a name of one line.", "작업자 이름은 비워 둘 수 없고 한 줄이어야 합니다."};
    case ProblemCode::UnknownProfile:
      return {"The project has no export profile “{0}”.", "프로젝트에 ‘{0}’ 내보내기 설정이 없습니다."};
    case ProblemCode::NothingToUndo:
      return {"There is nothing to undo (imported documents can be moved to the trash).",
              "되돌릴 작업이 없습니다(가져온 문서는 휴지통으로 옮길 수 있습니다)."};
    case ProblemCode::NothingToRedo: return {"There is nothing to redo.", "다시 실행할 작업이 없습니다."};
    case ProblemCode::ChangedSince:
      return {"Edit {0} cannot be taken back or repeated: “{1}” was changed since.",
              "{0}번 작업은 되돌리거나 다시 할 수 없습니다. 그 뒤에 ‘{1}’ 내용이 바뀌었습니다."};
    case ProblemCode::InvalidWord:
      return {
          "“{0}” cannot stand in the word list: it is empty, too long, or has blanks at its ends or a line end in it.",
          "‘{0}’은(는) 낱말 목록에 넣을 수 없습니다. 비어 있거나 너무 길거나, 앞뒤에 공백이 있거나 줄 바꿈이 들어 "
          "있습니다."};
    case ProblemCode::WordTooLong:
      return {"“{0}…” is longer than {1} {1|character|characters}.", "‘{0}…’은(는) {1}자보다 깁니다."};
    case ProblemCode::TooManyWords:
      return {"The word list cannot hold more than {0} entries.", "낱말 목록에는 {0}개까지만 넣을 수 있습니다."};
    case ProblemCode::AnnotationOfOther:
      return {"This annotation of {0} can only be read here. Take it over to have one of your own.",
              "{0} 작업자의 주석은 보기만 할 수 있습니다. 고치려면 먼저 내 주석으로 복사하세요."};
    case ProblemCode::EndsOfOther:
      return {"Take over the annotations that the relation “{0}” ties together first.",
              "‘{0}’ 관계로 이어진 주석을 먼저 내 주석으로 복사하세요."};
    case ProblemCode::AnnotationPresent:
      return {"You have the same annotation “{0}” already.", "같은 ‘{0}’ 주석이 내 주석에 이미 있습니다."};
    case ProblemCode::BlankAtEdge:
      return {"The span of “{0}” begins or ends with a blank or a line end.",
              "‘{0}’ 주석의 앞이나 뒤에 공백이나 줄 바꿈이 들어 있습니다."};
    case ProblemCode::ParticleAtEnd:
      return {"“{0}” ends in the particle “{1}”.", "‘{0}’ 끝에 조사 ‘{1}’이(가) 붙어 있습니다."};
    case ProblemCode::EmptyDocumentLabel:
      return {"The document label “{0}” has neither a value nor a note.",
              "문서 라벨 ‘{0}’에 속성값도 메모도 없습니다."};
    case ProblemCode::UnbalancedPattern:
      return {"The brackets of the regular expression “{0}” do not match (character {1}).",
              "정규식 ‘{0}’의 괄호가 맞지 않습니다({1}번째 글자)."};
    case ProblemCode::InvalidPattern:
      return {"The regular expression “{0}” is wrong at character {1}.",
              "정규식 ‘{0}’의 {1}번째 글자가 잘못되었습니다."};
    case ProblemCode::PatternTooSlow:
      return {"The regular expression “{0}” would take too long or too much memory.",
              "정규식 ‘{0}’은(는) 시간이나 메모리가 너무 많이 듭니다."};
    case ProblemCode::InvalidSchemaId:
      return {"“{0}” is no id: letters, digits and _ . + - only, beginning with a letter.",
              "‘{0}’은(는) 아이디로 쓸 수 없습니다. 영문자로 시작하고 영문자, 숫자, _ . + - 만 쓸 수 있습니다."};
    case ProblemCode::DuplicateSchemaId:
      return {"The id “{0}” stands twice in the schema.", "스키마에 ‘{0}’ 아이디가 두 번 나옵니다."};
    case ProblemCode::MissingSchemaName: return {"“{0}” has no name.", "‘{0}’ 항목에 이름이 없습니다."};
    case ProblemCode::UnknownParent:
      return {"The label “{0}” stands below “{1}”, which does not exist.",
              "‘{0}’ 라벨의 상위 라벨 ‘{1}’이(가) 없습니다."};
    case ProblemCode::ParentCycle:
      return {"The label “{0}” stands below itself.", "‘{0}’ 라벨이 자기 자신의 하위에 있습니다."};
    case ProblemCode::ParentOfOtherKind:
      return {"The label “{0}” is of another kind than the label “{1}” above it.",
              "‘{0}’ 라벨과 상위 라벨 ‘{1}’의 종류가 다릅니다."};
    case ProblemCode::InvalidColor:
      return {"The label “{0}” has the colour “{1}”, which is not of the form #RRGGBB.",
              "‘{0}’ 라벨의 색 ‘{1}’은(는) #RRGGBB 꼴이 아닙니다."};
    case ProblemCode::InvalidKey:
      return {"The label “{0}” cannot have the key “{1}” (1–9 or a–z without w, r, c).",
              "‘{0}’ 라벨에 ‘{1}’ 키를 쓸 수 없습니다(1–9 또는 w, r, c를 뺀 a–z)."};
    case ProblemCode::KeyTaken:
      return {"The labels “{0}” and “{2}” have the same key “{1}”.",
              "‘{0}’ 라벨과 ‘{2}’ 라벨의 키가 ‘{1}’(으)로 같습니다."};
    case ProblemCode::ValuesMissing:
      return {"The attribute “{0}” is a choice without values.", "선택 속성 ‘{0}’에 값이 없습니다."};
    case ProblemCode::ValuesNotAllowed:
      return {"The attribute “{0}” is no choice and takes no values.",
              "‘{0}’ 속성은 선택 속성이 아니므로 값 목록을 둘 수 없습니다."};
    case ProblemCode::UnknownDefault:
      return {"The default “{1}” is no value of the attribute “{0}”.",
              "기본값 ‘{1}’은(는) ‘{0}’ 속성의 값이 아닙니다."};
    case ProblemCode::RolesMissing:
      return {"The relation “{0}” needs two roles at least.", "‘{0}’ 관계에는 역할이 둘 이상 있어야 합니다."};
    case ProblemCode::RolesNotAllowed:
      return {"The label “{0}” is no relation and takes no roles.",
              "‘{0}’ 라벨은 관계가 아니므로 역할을 둘 수 없습니다."};
    case ProblemCode::UnknownAllowedLabel:
      return {"The role “{0}” allows “{1}”, which is no label that can be an end.",
              "‘{0}’ 역할이 허용하는 ‘{1}’은(는) 대상이 될 수 있는 라벨이 아닙니다."};
    case ProblemCode::LabelInUse:
      return {
          "{1} {1|annotation has|annotations have} the label “{0}”, which the new schema does not have (of that kind).",
          "주석 {1}개가 ‘{0}’ 라벨을 쓰고 있는데 새 스키마에는 같은 종류의 그 라벨이 없습니다."};
    case ProblemCode::LabelInWordList:
      return {
          "{1} {1|word|words} of the word list {1|has|have} the label “{0}”, which the new schema does not have for "
          "spans.",
          "낱말 목록의 낱말 {1}개가 ‘{0}’ 라벨을 쓰고 있는데 새 스키마에는 그런 구간 라벨이 없습니다."};
    case ProblemCode::AttributeInUse:
      return {
          "{2} {2|annotation|annotations} “{1}” {2|has|have} the attribute “{0}”, which the new schema does not have.",
          "‘{1}’ 주석 {2}개가 ‘{0}’ 속성을 쓰고 있는데 새 스키마에는 없습니다."};
    case ProblemCode::ValueInUse:
      return {
          "{2} {2|annotation has|annotations have} the value “{0}” of the attribute “{1}”, which the new schema does "
          "not allow.",
          "주석 {2}개가 ‘{1}’ 속성의 ‘{0}’ 값을 쓰고 있는데 새 스키마에서는 쓸 수 없습니다."};
    case ProblemCode::RoleInUse:
      return {"{2} {2|relation|relations} “{1}” {2|uses|use} the role “{0}”, which the new schema does not have.",
              "‘{1}’ 관계 {2}개가 ‘{0}’ 역할을 쓰고 있는데 새 스키마에는 없습니다."};
    case ProblemCode::CannotMerge:
      return {"“{0}” cannot be merged into “{1}”: they are not of the same kind, or have other roles.",
              "‘{0}’ 라벨을 ‘{1}’ 라벨에 합칠 수 없습니다. 종류나 역할이 서로 다릅니다."};
    case ProblemCode::LabelInRole:
      return {"“{0}” is the only label that the role “{1}” allows. Change or delete the relation first.",
              "‘{0}’ 라벨은 ‘{1}’ 역할이 허용하는 단 하나의 라벨입니다. 먼저 그 관계를 바꾸거나 삭제하십시오."};
    case ProblemCode::TooManyLabels:
      return {"A schema cannot have more than {0} labels.", "스키마에는 라벨을 {0}개까지만 둘 수 있습니다."};
    case ProblemCode::LabelsTooDeep:
      return {"The label “{0}” stands more than {1} levels deep.",
              "‘{0}’ 라벨의 단계가 너무 깊습니다({1}단계까지 쓸 수 있음)."};
    case ProblemCode::SchemaLocked:
      return {"The schema is locked: only {0} changes it. Propose the change instead.",
              "스키마가 잠겨 있어 {0} 작업자만 바꿀 수 있습니다. 바꾸는 대신 변경을 제안해 주세요."};
    case ProblemCode::UnknownProposal: return {"There is no proposal {0}.", "{0}번 제안이 없습니다."};
    case ProblemCode::ProposalDecided:
      return {"Proposal {0} has been decided already.", "{0}번 제안은 이미 처리되었습니다."};
    case ProblemCode::MalformedXml: return {"The XML cannot be read: {0}.", "XML을 읽을 수 없습니다: {0}."};
    case ProblemCode::UnexpectedElement: return {"“{0}” cannot stand here.", "‘{0}’은(는) 여기에 올 수 없습니다."};
    case ProblemCode::MissingXmlAttribute:
      return {"The element “{1}” has no attribute “{0}”.", "‘{1}’ 요소에 ‘{0}’ 속성이 없습니다."};
    case ProblemCode::InvalidXmlValue:
      return {"“{0}” is no value of “{1}”.", "‘{0}’은(는) ‘{1}’의 값이 될 수 없습니다."};
    case ProblemCode::UnsupportedFormatVersion:
      return {"The file has the format version “{0}”, which this program does not know.",
              "이 프로그램이 모르는 형식 버전 ‘{0}’의 파일입니다."};
    case ProblemCode::UnsupportedOffsetUnit:
      return {"The file counts in “{0}”, not in code points.", "파일의 위치 단위 ‘{0}’은(는) 코드 포인트가 아닙니다."};
    case ProblemCode::InvalidUtf8: return {"The line is not valid UTF-8.", "올바른 UTF-8이 아닌 줄입니다."};
    case ProblemCode::InvalidJson:
      return {"This is not valid JSON (character {0} of the line): {1}.",
              "올바른 JSON이 아닙니다(줄의 {0}번째 글자): {1}."};
    case ProblemCode::UnknownField:
      return {"“{0}” cannot stand in this line.", "이 줄에는 ‘{0}’ 항목을 쓸 수 없습니다."};
    case ProblemCode::MissingField: return {"“{0}” is missing.", "‘{0}’ 항목이 없습니다."};
    case ProblemCode::WrongFieldType:
      return {"“{0}” has a value of the wrong kind.", "‘{0}’ 항목의 값이 맞는 종류가 아닙니다."};
    case ProblemCode::UnknownReference:
      return {"“{0}” is neither an id in these lines nor one of an annotation.",
              "‘{0}’은(는) 이 줄들에 있는 아이디도, 주석의 아이디도 아닙니다."};
    case ProblemCode::NotPermitted: return {"You have no permission to read this.", "읽을 권한이 없습니다."};
    case ProblemCode::FileTooLarge:
      return {"The file is too large (more than {0} bytes).", "파일이 너무 큽니다({0}바이트 초과)."};
    case ProblemCode::Unreadable: return {"This cannot be read: {0}.", "읽을 수 없습니다: {0}."};
    case ProblemCode::NotText: return {"This is not a text file.", "텍스트 파일이 아닙니다."};
    case ProblemCode::EmptyWord: return {"There is no word in this line.", "낱말이 없는 줄입니다."};
    case ProblemCode::UnclosedQuote:
      return {"A quotation mark is not closed, or something follows it.",
              "따옴표가 닫히지 않았거나 닫힌 뒤에 다른 글자가 있습니다."};
    case ProblemCode::UnsupportedFormat:
      return {"This is in no format that is recognised; if it is a text, choose the format “text”.",
              "알아볼 수 있는 형식이 아닙니다. 텍스트 파일이면 형식을 text로 정해 주세요."};
    case ProblemCode::NoSchemaFormat:
      return {
          "This is no schema: neither Mitjul XML nor a brat configuration, a Label Studio configuration or a "
          "REFI-QDA codebook.",
          "스키마 파일이 아닙니다. 밑줄 XML, brat 설정, Label Studio 설정, REFI-QDA 코드북을 쓸 수 있습니다."};
    case ProblemCode::UnreadableLine: return {"The line “{0}” cannot be understood.", "‘{0}’ 줄을 이해할 수 없습니다."};
    case ProblemCode::NothingAbove:
      return {"“{0}” is indented further than one step below the line above it.",
              "‘{0}’이(가) 윗줄보다 두 단계 이상 들여 쓰여 있습니다."};
    case ProblemCode::ExpandsTooFar:
      return {"With its abbreviations written out, the file is larger than {0} bytes.",
              "줄임말을 풀어 쓰면 파일이 {0}바이트보다 커집니다."};
    case ProblemCode::SameContent:
      return {"The text is the same as that of “{0}”, which is there already.",
              "이미 있는 ‘{0}’ 문서와 내용이 같습니다."};
    case ProblemCode::UndecodableBytes:
      return {"{0} {0|place|places} could not be decoded; U+FFFD stands there.",
              "해독할 수 없는 곳 {0}군데를 U+FFFD로 바꾸었습니다."};
    case ProblemCode::CharactersReplaced:
      return {"{0} {0|character|characters} that XML cannot hold {0|was|were} replaced by U+FFFD.",
              "XML에 쓸 수 없는 문자 {0}개를 U+FFFD로 바꾸었습니다."};
    case ProblemCode::AnnotationSetPresent:
      return {"The annotations of {0} are there already.", "{0} 작업자의 주석은 이미 있습니다."};
    case ProblemCode::AnnotationSetDiffers:
      return {"The project has other annotations of {0} for this document; those of the file came in as those of {1}.",
              "이 문서에는 {0} 작업자의 다른 주석이 있어, 파일의 주석은 {1} 작업자의 것으로 가져왔습니다."};
    case ProblemCode::AnnotationSetLeftOut:
      return {
          "The project has other annotations of {0} for this document, with the same ids; those of the file were left "
          "out.",
          "이 문서에는 {0} 작업자의 다른 주석이 같은 아이디로 있어, 파일의 주석은 가져오지 않았습니다."};
    case ProblemCode::DifferentText:
      return {"“{0}” has the same key but another text; it was left out.",
              "‘{0}’ 문서는 키가 같지만 본문이 달라 가져오지 않았습니다."};
    case ProblemCode::SchemaConflict:
      return {"“{0}” means something else in the schema of the project.", "‘{0}’의 뜻이 프로젝트의 스키마와 다릅니다."};
    case ProblemCode::QuoteMoved:
      return {"“{0}” does not stand at {1}; it was found at {2}.", "‘{0}’은(는) {1}에 없어 {2}에서 찾아 옮겼습니다."};
    case ProblemCode::OtherOffsetUnit:
      return {"The positions are not counted in {0}: they fit the quotes in {1}, and were read so.",
              "위치를 {0} 단위가 아니라 {1} 단위로 세면 인용과 맞아서 그렇게 읽었습니다."};
    case ProblemCode::BrokenTagSequence:
      return {"The tag “{0}” begins without a beginning; a new span was begun there.",
              "‘{0}’ 태그 앞에 시작 태그가 없어 거기서 새 구간을 시작했습니다."};
    case ProblemCode::AnnotationsLeftOut: return {"Left out: {0} ({1}).", "가져오지 않은 것: {0} {1}개."};
    case ProblemCode::NoTagFor: return {"The format has no tag “{0}”.", "형식에 ‘{0}’ 태그가 없습니다."};
    case ProblemCode::BrokenArchive: return {"The archive is broken: {0}.", "압축 파일이 손상되었습니다: {0}."};
    case ProblemCode::PathOutsideFolder: return {"“{0}” leads out of the folder.", "‘{0}’은(는) 폴더 밖을 가리킵니다."};
    case ProblemCode::MissingPart:
      return {"“{0}”, which belongs to the file, is missing.", "이 파일에 딸린 ‘{0}’이(가) 없습니다."};
    case ProblemCode::OtherLineEndCount:
      return {"Annotations begin and end where words do if a line end counts as {1}, not as {0}; it was read so.",
              "줄바꿈을 {0}글자가 아니라 {1}글자로 세면 주석의 시작과 끝이 낱말에 맞아서 그렇게 읽었습니다."};
    case ProblemCode::LineEndCountUnclear:
      return {
          "Whether a line end counts as one character or as two cannot be told; it was read as {0}. Please look "
          "whether the annotations stand where they should.",
          "줄바꿈을 한 글자로 세었는지 두 글자로 세었는지 알 수 없어 {0}글자로 읽었습니다. 주석이 제자리에 있는지 "
          "확인해 주세요."};
    case ProblemCode::ReversedSpan:
      return {"The span from {0} to {1} ends before it begins; it was read the other way round.",
              "{0}에서 {1}까지의 구간은 시작과 끝이 뒤바뀌어 있어 바로잡아 읽었습니다."};
    case ProblemCode::TextNotInside:
      return {"The plain text of this document is not in the file (“{0}”); please export it again with its sources.",
              "이 문서의 본문 텍스트가 파일 안에 없습니다(‘{0}’). 원본 자료를 포함해 다시 내보내 주세요."};
    case ProblemCode::UnknownCode: return {"The codebook has no code “{0}”.", "코드북에 ‘{0}’ 코드가 없습니다."};
    case ProblemCode::TooManyElements: return {"There are more than {1} of “{0}”.", "‘{0}’이(가) {1}개보다 많습니다."};
    case ProblemCode::EmptyFile: return {"The file is empty.", "빈 파일입니다."};
    case ProblemCode::NotAnArchive:
      return {"This is no zip archive, as files of this format are.",
              "압축 파일(zip)이 아닙니다. 이 형식의 파일은 zip이어야 합니다."};
    case ProblemCode::ArchiveCutShort:
      return {"The end of the archive is missing; it may not have been copied or downloaded completely.",
              "압축 파일의 끝부분이 없습니다. 복사하거나 내려받다가 끊긴 파일일 수 있습니다."};
    case ProblemCode::EncryptedArchive:
      return {"“{0}” in the archive is encrypted; please export it again without a password.",
              "압축 파일 속 ‘{0}’이(가) 암호로 잠겨 있습니다. 암호 없이 다시 내보내 주세요."};
    case ProblemCode::ArchiveExpandsTooFar:
      return {"Unpacked, the archive would be larger than {0} bytes; it was not read.",
              "압축을 풀면 {0}바이트보다 커지므로 읽지 않았습니다."};
    case ProblemCode::BackslashInName:
      return {"“{0}” in the archive has a backslash in its name; folders are separated by “/” there.",
              "압축 파일 속 ‘{0}’의 이름에 역슬래시가 있습니다. 폴더는 ‘/’로 나누어야 합니다."};
    case ProblemCode::SeveralProjects:
      return {"The archive holds several projects, and which one is meant cannot be told: {0}.",
              "압축 파일에 프로젝트가 여럿 들어 있어 어느 것인지 알 수 없습니다: {0}."};
    case ProblemCode::NoDocuments: return {"There is no document in the file.", "파일에 문서가 하나도 없습니다."};
    case ProblemCode::QuoteDiffers:
      return {"The quote “{0}” is stored, but the text there is “{1}”.",
              "저장된 인용은 ‘{0}’인데 그 자리의 본문은 ‘{1}’입니다."};
    case ProblemCode::TextDiffers:
      return {"The text of “{0}” does not fit its hash.", "‘{0}’의 본문이 해시와 맞지 않습니다."};
    case ProblemCode::LengthDiffers:
      return {"A length of {0} is stated, but {1} was counted.", "길이가 {0}(으)로 적혀 있으나 세어 보니 {1}입니다."};
    case ProblemCode::AnnotationsDiffer:
      return {"The annotations of {0} do not fit their number or hash.",
              "{0} 작업자의 주석이 개수나 해시와 맞지 않습니다."};
    case ProblemCode::DocumentDiffers:
      return {"The description of “{0}” does not fit its hash.", "‘{0}’ 문서의 정보가 해시와 맞지 않습니다."};
    case ProblemCode::RefusalsDiffer:
      return {"The refused suggestions of “{0}” do not fit their number or hash.",
              "‘{0}’ 문서에서 거절한 제안이 개수나 해시와 맞지 않습니다."};
    case ProblemCode::LogDiffers:
      return {"Edit {0} of the log does not fit its hash.", "기록의 {0}번 작업이 해시와 맞지 않습니다."};
    case ProblemCode::DatabaseDamaged:
      return {"The project file is damaged: {0}.", "프로젝트 파일이 손상되었습니다: {0}."};
  }
  return {"", ""};
}

/// Whether the detail of this number is this word.
bool says(const Problem& problem, std::size_t number, std::string_view word) {
  return problem.details.size() > number && problem.details[number] == word;
}

/// A reader may say more of what it found than others of the same code.
Message message_of(const Problem& problem) {
  if (problem.code == ProblemCode::UnsupportedFormat && says(problem, 0, "XMI")) {
    return {
        "The archive holds no XMI. If it is a project of INCEpTION, export it again with the format “UIMA CAS XMI”.",
        "압축 파일에 XMI 파일이 없습니다. INCEpTION 프로젝트라면 ‘UIMA CAS XMI’ 형식을 골라 다시 내보내세요."};
  }
  if (problem.code == ProblemCode::SpanOutsideText && says(problem, 3, "UTF-16")) {
    return {"The span from {0} to {1} lies outside the text ({2} in {3}), or begins or ends within a character.",
            "{0}에서 {1}까지의 구간이 본문({3} 단위 {2}개)을 벗어났거나, 글자 하나의 가운데에서 시작하거나 끝납니다."};
  }
  if (problem.code == ProblemCode::DifferentText && says(problem, 2, "apart")) {
    return {"The text here is not that of “{0}”; it came in as a document of its own, “{1}”.",
            "이 파일의 본문이 ‘{0}’ 문서와 달라 ‘{1}’ 문서로 따로 가져왔습니다."};
  }
  return message_of(problem.code);
}

Message message_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::NotFound: return {"“{0}” does not exist.", "‘{0}’을(를) 찾을 수 없습니다."};
    case ErrorKind::FolderNotFound: return {"The folder “{0}” does not exist.", "‘{0}’ 폴더가 없습니다."};
    case ErrorKind::AlreadyExists: return {"“{0}” exists already.", "‘{0}’ 파일이 이미 있습니다."};
    case ErrorKind::IsDirectory: return {"“{0}” is a folder.", "‘{0}’은(는) 폴더입니다."};
    case ErrorKind::NotAFile:
      return {"“{0}” is no file on a disk, and a pipe cannot be read here.",
              "‘{0}’은(는) 디스크의 파일이 아닙니다. 파이프는 읽을 수 없습니다."};
    case ErrorKind::NotDirectory: return {"“{0}” is not in a folder.", "‘{0}’의 경로에 폴더가 아닌 것이 있습니다."};
    case ErrorKind::FolderNotEmpty: return {"The folder “{0}” is not empty.", "‘{0}’ 폴더가 비어 있지 않습니다."};
    case ErrorKind::NotAProject: return {"“{0}” is not a Mitjul project.", "‘{0}’은(는) 밑줄 프로젝트가 아닙니다."};
    case ErrorKind::NewerVersion:
      return {"“{0}” was made by a newer version of Mitjul (file version {1}).",
              "‘{0}’은(는) 더 새로운 밑줄에서 만든 프로젝트입니다(파일 버전 {1})."};
    case ErrorKind::Locked:
      return {"Another program is working on “{0}”; please try again.",
              "다른 프로그램이 ‘{0}’을(를) 쓰고 있습니다. 잠시 뒤에 다시 해 보세요."};
    case ErrorKind::DiskFull:
      return {"There is no room left to write “{0}”; nothing was changed.",
              "디스크에 ‘{0}’을(를) 쓸 공간이 없습니다. 아무것도 바뀌지 않았습니다."};
    case ErrorKind::ReadOnly:
      return {"“{0}” can only be read; nothing was changed.",
              "‘{0}’은(는) 읽기만 할 수 있습니다. 아무것도 바뀌지 않았습니다."};
    case ErrorKind::NoPermission: return {"You have no permission for “{0}”.", "‘{0}’에 대한 권한이 없습니다."};
    case ErrorKind::TooLarge:
      return {"“{0}” is too large (more than {1} bytes).", "‘{0}’이(가) 너무 큽니다({1}바이트 초과)."};
    case ErrorKind::Damaged:
      return {"“{0}” is damaged: {1}. The command “mitjul-cli recover” saves what can be read into a new file.",
              "‘{0}’이(가) 손상되었습니다: {1}. 읽을 수 있는 것은 ‘mitjul-cli recover’ 명령으로 새 파일에 살릴 수 "
              "있습니다."};
    case ErrorKind::VerificationFailed:
      return {"The export to “{0}” did not read back as it was written ({1}); it was not put in place.",
              "‘{0}’ 내보내기를 다시 읽어 보니 쓴 것과 다릅니다({1}). 파일을 바꾸지 않았습니다."};
    case ErrorKind::Cancelled: return {"Cancelled; nothing was changed.", "취소했습니다. 아무것도 바뀌지 않았습니다."};
    case ErrorKind::InputOutput:
      return {"“{0}” cannot be read or written: {1}.", "‘{0}’을(를) 읽거나 쓸 수 없습니다: {1}."};
  }
  return {"", ""};
}

}  // namespace

std::string sentence(const Problem& problem) {
  std::string place;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) place += part + ": ";
  };
  if (problem.place.line > 0 && !problem.place.file.empty()) {
    add(problem.place.file + ":" + std::to_string(problem.place.line));
  } else {
    add(problem.place.file);
    if (problem.place.line > 0) add(fill({"line {0}", "{0}번째 줄"}, {std::to_string(problem.place.line)}));
  }
  // A document that came from a file of its name is where the file is.
  if (problem.place.document != path_to_utf8(path_from_utf8(problem.place.file).filename()))
    add(problem.place.document);
  add(problem.place.annotation);
  return place + fill(message_of(problem), details_in_words(problem));
}

std::string no_text_sentence(const std::string& document) {
  return fill({"“{0}” came in and has no text.", "‘{0}’ 문서는 글이 없는 채로 들어왔습니다."}, {document});
}

std::string sentence(const Error& error) {
  // Nothing else is called so: a project whose beginning is destroyed.
  if (error.kind() == ErrorKind::NotAProject && error.path().extension() == ".mitjul") {
    return fill(
        {"“{0}” is not a Mitjul project. If it was one, the command “mitjul-cli recover” saves what can be read "
         "into a new file.",
         "‘{0}’은(는) 밑줄 프로젝트가 아닙니다. 프로젝트였다면 읽을 수 있는 것을 ‘mitjul-cli recover’ 명령으로 "
         "새 파일에 살릴 수 있습니다."},
        {path_to_utf8(error.path())});
  }
  const bool says_why = error.kind() == ErrorKind::Damaged || error.kind() == ErrorKind::VerificationFailed ||
                        error.kind() == ErrorKind::InputOutput;
  return fill(message_of(error.kind()),
              {path_to_utf8(error.path()), says_why ? library_words(error.detail()) : error.detail()});
}

}  // namespace mitjul
