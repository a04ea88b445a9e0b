#include "messages/library_words.h"

#include <expat.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <pugixml.hpp>

#include "core/system_error_name.h"
#include "messages/language.h"
#include "messages/sentences.h"
#include "tests/support/hangul.h"

namespace mitjul {
namespace {

class LibraryWordsTest : public testing::TestWithParam<Language> {
 protected:
  LibraryWordsTest() { set_language(GetParam()); }
  ~LibraryWordsTest() override { set_language(language_of_environment()); }

  static bool korean() { return language() == Language::Korean; }
  static void expect_known(const std::string& said) {
    const std::string words = library_words(said);
    EXPECT_NE(words, library_words("🚀")) << said;
    EXPECT_EQ(words.find_first_of("\"{}"), std::string::npos) << words;
    EXPECT_EQ(words.find(korean() ? "‘" + said : "“" + said), std::string::npos) << "only quoted: " << words;
    EXPECT_EQ(has_hangul(words), korean()) << words;
  }
};

TEST_P(LibraryWordsTest, WhatExpatSaysOfAFileWithoutDeclarationsIsSaidInOurWords) {
  for (const XML_Error code : {XML_ERROR_NO_MEMORY,
                               XML_ERROR_SYNTAX,
                               XML_ERROR_NO_ELEMENTS,
                               XML_ERROR_INVALID_TOKEN,
                               XML_ERROR_UNCLOSED_TOKEN,
                               XML_ERROR_PARTIAL_CHAR,
                               XML_ERROR_TAG_MISMATCH,
                               XML_ERROR_DUPLICATE_ATTRIBUTE,
                               XML_ERROR_JUNK_AFTER_DOC_ELEMENT,
                               XML_ERROR_UNDEFINED_ENTITY,
                               XML_ERROR_BAD_CHAR_REF,
                               XML_ERROR_MISPLACED_XML_PI,
                               XML_ERROR_UNKNOWN_ENCODING,
                               XML_ERROR_INCORRECT_ENCODING,
                               XML_ERROR_UNCLOSED_CDATA_SECTION,
                               XML_ERROR_UNBOUND_PREFIX,
                               XML_ERROR_UNDECLARING_PREFIX,
                               XML_ERROR_XML_DECL,
                               XML_ERROR_RESERVED_PREFIX_XML,
                               XML_ERROR_RESERVED_PREFIX_XMLNS,
                               XML_ERROR_RESERVED_NAMESPACE_URI})
    expect_known(XML_ErrorString(code));
}

TEST_P(LibraryWordsTest, WhatPugixmlSaysIsSaidInOurWords) {
  for (const pugi::xml_parse_status status :
       {pugi::status_out_of_memory, pugi::status_unrecognized_tag, pugi::status_bad_pi, pugi::status_bad_comment,
        pugi::status_bad_cdata, pugi::status_bad_doctype, pugi::status_bad_pcdata, pugi::status_bad_start_element,
        pugi::status_bad_attribute, pugi::status_bad_end_element, pugi::status_end_element_mismatch,
        pugi::status_no_document_element}) {
    pugi::xml_parse_result result;
    result.status = status;
    expect_known(result.description());
  }
}

TEST_P(LibraryWordsTest, ErrorsOfTheSystemAreSaidInTheLanguageOfTheProgramWhateverThatOfTheSystem) {
  for (const int code :
       {EACCES, EBUSY,  EEXIST, EFBIG,   EINVAL,    EIO,   EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENODEV,
        ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENOTEMPTY, ENXIO, EPERM,  EPIPE, EROFS,  ETIMEDOUT,    EXDEV})
    expect_known(system_error_name(code));
  EXPECT_EQ(library_words("ENOSPC"), korean() ? "남은 공간이 없음" : "there is no room left");
}

TEST_P(LibraryWordsTest, WhatIsNotKnownIsQuoted) {
  EXPECT_EQ(library_words("🚀 no such table: edits"),
            korean() ? "‘🚀 no such table: edits’" : "“🚀 no such table: edits”");
  EXPECT_EQ(library_words("error 95"), korean() ? "‘error 95’" : "“error 95”");
}

TEST_P(LibraryWordsTest, ThePartOfAFileStandsBeforeWhatIsWrongWithIt) {
  EXPECT_EQ(library_words("Sources/🚀: a.txt: CRC error"),
            korean() ? "Sources/🚀: a.txt: 내용이 검사합과 맞지 않음"
                     : "Sources/🚀: a.txt: its content does not fit its checksum");
}

TEST_P(LibraryWordsTest, APartOfAProjectHasItsNumber) {
  EXPECT_EQ(library_words("edit 12"), korean() ? "12번 작업" : "edit 12");
}

TEST_P(LibraryWordsTest, SentencesSayWhy) {
  EXPECT_EQ(sentence(make_problem(ProblemCode::MalformedXml, {"mismatched tag"})),
            korean() ? "XML을 읽을 수 없습니다: 여는 태그와 닫는 태그가 맞지 않음."
                     : "The XML cannot be read: a tag is closed that is not open.");
  EXPECT_EQ(sentence(Error(ErrorKind::InputOutput, "🚀.xml")),
            korean() ? "‘🚀.xml’을 읽거나 쓸 수 없습니다: 디스크나 장치 오류."
                     : "“🚀.xml” cannot be read or written: the disk or the device reports an error.");
}

INSTANTIATE_TEST_SUITE_P(Languages, LibraryWordsTest, testing::Values(Language::English, Language::Korean),
                         [](const auto& language) {
                           return language.param == Language::Korean ? "Korean" : "English";
                         });

}  // namespace
}  // namespace mitjul
