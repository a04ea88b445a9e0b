#include "messages/library_words.h"

#include <array>
#include <optional>

#include "messages/language.h"

namespace mitjul {
namespace {

/// A saying that ends with a blank is the beginning of one, and the rest of it is filled in.
struct Known {
  std::string_view said;
  Message words;
};

constexpr std::array kKnown{
    // expat (XML_ErrorString), and what our readers of XML refuse.
    Known{"no element found", {"it ends before its first element is complete", "내용이 없거나 중간에서 끝남"}},
    Known{"not well-formed (invalid token)", {"a character cannot stand where it does", "놓일 수 없는 글자가 있음"}},
    Known{"unclosed token", {"a tag or a comment is not closed", "태그나 주석이 닫히지 않음"}},
    Known{"partial character", {"it ends in the middle of a character", "글자 중간에서 끝남"}},
    Known{"mismatched tag", {"a tag is closed that is not open", "여는 태그와 닫는 태그가 맞지 않음"}},
    Known{"duplicate attribute", {"an element has an attribute twice", "한 요소에 같은 속성이 두 번 있음"}},
    Known{"junk after document element", {"something follows its end", "끝난 뒤에 다른 내용이 더 있음"}},
    Known{"syntax error", {"it is no XML", "XML이 아님"}},
    Known{"undefined entity", {"it uses an entity that is not defined", "정의되지 않은 개체(&이름;)를 씀"}},
    Known{"reference to invalid character number",
          {"it names a character that does not exist", "없는 글자의 번호(&#번호;)를 씀"}},
    Known{"XML or text declaration not at start of entity",
          {"the XML declaration does not stand at its beginning", "XML 선언이 맨 앞에 있지 않음"}},
    Known{"XML declaration not well-formed", {"its XML declaration is wrong", "XML 선언이 잘못됨"}},
    Known{"unknown encoding", {"it is in an encoding that is not known", "알 수 없는 인코딩임"}},
    Known{"encoding specified in XML declaration is incorrect",
          {"it is not in the encoding that it states", "적힌 인코딩과 실제 인코딩이 다름"}},
    Known{"unclosed CDATA section", {"a CDATA section is not closed", "CDATA 구역이 닫히지 않음"}},
    Known{"unbound prefix", {"a prefix has no namespace", "이름공간이 없는 접두사를 씀"}},
    Known{"must not undeclare prefix", {"it takes a prefix back", "접두사 선언을 취소함"}},
    Known{"reserved prefix (xml) must not be undeclared or bound to another namespace name",
          {"it gives the prefix xml another meaning", "접두사 xml의 뜻을 바꿈"}},
    Known{"reserved prefix (xmlns) must not be declared or undeclared",
          {"it gives the prefix xmlns another meaning", "접두사 xmlns의 뜻을 바꿈"}},
    Known{"prefix must not be bound to one of the reserved namespace names",
          {"a prefix has a namespace that is reserved", "예약된 이름공간을 다른 접두사에 씀"}},
    Known{"out of memory", {"there is not enough memory", "메모리 부족"}},
    Known{"it has a document type declaration (DOCTYPE)",
          {"it has a document type declaration (DOCTYPE)", "문서 형식 선언(DOCTYPE)이 있음"}},
    Known{"its elements are nested too deeply", {"its elements are nested too deeply", "요소가 너무 깊이 겹쳐 있음"}},
    // pugixml (xml_parse_result::description).
    Known{"Could not allocate memory", {"there is not enough memory", "메모리 부족"}},
    Known{"Could not determine tag type", {"a tag is of no known kind", "종류를 알 수 없는 태그가 있음"}},
    Known{"Error parsing document declaration/processing instruction",
          {"a declaration or an instruction is wrong", "선언이나 처리 명령이 잘못됨"}},
    Known{"Error parsing comment", {"a comment is not closed", "주석이 닫히지 않음"}},
    Known{"Error parsing CDATA section", {"a CDATA section is not closed", "CDATA 구역이 닫히지 않음"}},
    Known{"Error parsing document type declaration",
          {"its document type declaration is wrong", "문서 형식 선언이 잘못됨"}},
    Known{"Error parsing PCDATA section", {"text stands where it cannot", "글이 놓일 수 없는 곳에 있음"}},
    Known{"Error parsing start element tag", {"an opening tag is wrong", "여는 태그가 잘못됨"}},
    Known{"Error parsing element attribute", {"an attribute of an element is wrong", "요소의 속성이 잘못됨"}},
    Known{"Error parsing end element tag", {"a closing tag is wrong", "닫는 태그가 잘못됨"}},
    Known{"Start-end tags mismatch", {"a tag is closed that is not open", "여는 태그와 닫는 태그가 맞지 않음"}},
    Known{"No document element found", {"it has no element", "요소가 하나도 없음"}},
    // libzip, and what our reader of archives refuses.
    Known{"Not a zip archive", {"it is no ZIP file", "ZIP 파일이 아님"}},
    Known{"Premature end of file", {"it ends too early", "중간에서 끝남"}},
    Known{"Zip archive inconsistent", {"its list of files is wrong", "파일 목록이 맞지 않음"}},
    Known{"Possibly truncated or corrupted zip archive", {"it ends too early", "중간에서 끝났거나 손상됨"}},
    Known{"CRC error", {"its content does not fit its checksum", "내용이 검사합과 맞지 않음"}},
    Known{"Compression method not supported", {"it is packed in an unknown way", "알 수 없는 방식으로 압축됨"}},
    Known{"it is encrypted", {"it is encrypted", "암호가 걸려 있음"}},
    Known{"it is longer than it says", {"it is longer than it says", "적힌 길이보다 긺"}},
    Known{"a file in it has no name", {"a file in it has no name", "이름 없는 파일이 들어 있음"}},
    Known{"it holds too many files", {"it holds too many files", "파일이 너무 많음"}},
    // SQLite.
    Known{"database disk image is malformed", {"its content is broken", "내용이 깨져 있음"}},
    Known{"disk I/O error", {"the disk reports an error", "디스크 오류"}},
    // Parts of a project, or of an export.
    Known{"text", {"a text", "본문"}},
    Known{"schema", {"the schema", "스키마"}},
    Known{"annotators", {"the annotators", "작업자"}},
    Known{"documents", {"the documents", "문서"}},
    Known{"settings", {"the settings", "설정"}},
    Known{"word list", {"the word list", "낱말 목록"}},
    Known{"pseudonyms", {"the pseudonyms", "가명 목록"}},
    Known{"created", {"the time when it was made", "만든 시각"}},
    Known{"edit ", {"edit {0}", "{0}번 작업"}},
    Known{"proposal ", {"proposal {0}", "{0}번 제안"}},
    Known{"schema ", {"version {0} of the schema", "스키마 버전 {0}"}},
    Known{"annotator ", {"the annotator “{0}”", "‘{0}’ 작업자"}},
    Known{"export profile ", {"the export profile “{0}”", "‘{0}’ 내보내기 설정"}},
    Known{"undo of ", {"what “{0}” can undo", "‘{0}’ 작업자가 되돌릴 작업"}},
    Known{"number given twice: ", {"the number of {0}, which another annotation may get", "{0} 주석의 번호"}},
    // A file that is to be imported.
    Known{"it is empty", {"it is empty", "비어 있음"}},
    Known{"it is a link to a folder",
          {"it is a link to a folder, which is not followed", "폴더로 이어지는 링크는 따라가지 않음"}},
    // The system (`system_error_name`).
    Known{"EACCES", {"there is no permission", "권한이 없음"}},
    Known{"EPERM", {"it is not allowed", "허용되지 않음"}},
    Known{"EBUSY", {"another program is using it", "다른 프로그램이 쓰고 있음"}},
    Known{"EEXIST", {"it exists already", "이미 있음"}},
    Known{"EFBIG", {"the file would be too large", "파일이 너무 커짐"}},
    Known{"EINVAL", {"the name or the place cannot be used there", "그곳에 쓸 수 없는 이름이나 위치임"}},
    Known{"EIO", {"the disk or the device reports an error", "디스크나 장치 오류"}},
    Known{"EISDIR", {"it is a folder", "폴더임"}},
    Known{"ELOOP", {"its links lead round in a circle", "링크가 제자리를 돌고 있음"}},
    Known{"EMFILE", {"too many files are open", "열린 파일이 너무 많음"}},
    Known{"ENFILE", {"too many files are open", "열린 파일이 너무 많음"}},
    Known{"ENAMETOOLONG", {"the name is too long", "이름이 너무 긺"}},
    Known{"ENODEV", {"the device is not there", "장치가 없음"}},
    Known{"ENXIO", {"the device is not there", "장치가 없음"}},
    Known{"ENOENT", {"it is not there any more", "없어졌음"}},
    Known{"ENOMEM", {"there is not enough memory", "메모리 부족"}},
    Known{"ENOSPC", {"there is no room left", "남은 공간이 없음"}},
    Known{"ENOTDIR", {"a part of the path is no folder", "경로에 폴더가 아닌 것이 있음"}},
    Known{"ENOTEMPTY", {"the folder is not empty", "폴더가 비어 있지 않음"}},
    Known{"EPIPE", {"nobody reads the output any more", "출력을 읽는 프로그램이 끝남"}},
    Known{"EROFS", {"it can only be read", "읽기 전용임"}},
    Known{"ETIMEDOUT", {"there was no answer in time", "응답 시간이 지남"}},
    Known{"EXDEV", {"it would have to move to another disk", "다른 디스크로 옮길 수 없음"}},
};

std::optional<std::string> known_words(std::string_view said) {
  for (const Known& each : kKnown) {
    if (each.said == said) return fill(each.words, {});
  }
  for (const Known& each : kKnown) {
    if (each.said.ends_with(' ') && said.starts_with(each.said))
      return fill(each.words, {std::string(said.substr(each.said.size()))});
  }
  return std::nullopt;
}

}  // namespace

std::string library_words(std::string_view said) {
  if (said.empty()) said = "EIO";
  if (const auto words = known_words(said)) return *words;
  constexpr std::string_view kBehindPart = ": ";
  if (const std::size_t part = said.rfind(kBehindPart); part != std::string_view::npos) {
    if (const auto words = known_words(said.substr(part + kBehindPart.size())))
      return std::string(said.substr(0, part + kBehindPart.size())) + *words;
  }
  return fill({"“{0}”", "‘{0}’"}, {std::string(said)});
}

}  // namespace mitjul
