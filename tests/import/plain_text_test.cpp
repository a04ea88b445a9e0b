#include "import/plain_text.h"

#include "core/crypto.h"
#include "core/error.h"
#include "core/file_io.h"
#include "tests/import/reading.h"

namespace mitjul {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::IsEmpty;

/// The document in a file of these bytes.
ImportedDocument imported(std::string_view bytes, std::string_view encoding = "",
                          std::string_view name = "기사 1.txt") {
  const TempFolder folder;
  return read_plain_text(folder.write(name, bytes), encoding);
}

TEST(PlainTextTest, ADocumentIsNamedAfterItsFileAndKnowsItsOrigin) {
  const ImportedDocument read = imported("🚀 화웨이가\r\n칩을\r\n");
  ASSERT_TRUE(read.document);
  EXPECT_THAT(found(read.problems), IsEmpty());
  const DocumentInfo& info = read.document->info;
  EXPECT_EQ(info.name, "기사 1.txt");
  EXPECT_EQ(read.document->text.utf8(), "🚀 화웨이가\n칩을\n");
  EXPECT_EQ(info.origin, (Origin{"text", "기사 1.txt", sha256_hex("🚀 화웨이가\r\n칩을\r\n"), "UTF-8", "crlf"}));
  EXPECT_EQ(info.sha256, sha256_hex("🚀 화웨이가\n칩을\n"));
  EXPECT_EQ(info.code_points, 10U);
  EXPECT_EQ(info.utf16_units, 11U);
  EXPECT_FALSE(info.key.empty());
}

TEST(PlainTextTest, LineEndsBecomeLfAndAreRemembered) {
  const std::vector<std::pair<std::string, std::string>> styles{
      {"🚀", "none"}, {"🚀\n", "lf"}, {"🚀\r\n\r\n", "crlf"}, {"🚀\r", "cr"}, {"🚀\r\n\n", "mixed"}, {"\r🚀\r\n", "mixed"}};
  for (const auto& [bytes, style] : styles) {
    const ImportedDocument read = imported(bytes);
    EXPECT_EQ(read.document->info.origin.newlines, style);
    EXPECT_EQ(read.document->text.utf8().find('\r'), std::string::npos);
  }
}

TEST(PlainTextTest, WhatXmlCannotHoldIsReplacedAndListed) {
  const ImportedDocument read = imported("🚀 가\0나\x0B다\xEF\xBF\xBE라\uFFFD"s);
  ASSERT_TRUE(read.document);
  EXPECT_EQ(read.document->text.utf8(), "🚀 가\uFFFD나\uFFFD다\uFFFD라\uFFFD");
  EXPECT_THAT(read.document->info.substitutions,
              ElementsAre(Substitution{TextPos(3), "0000"}, Substitution{TextPos(5), "000B"},
                          Substitution{TextPos(7), "FFFE"}));
  ASSERT_THAT(found(read.problems), ElementsAre("0:characters-replaced"));
  EXPECT_EQ(read.problems[0].details, std::vector<std::string>{"3"});
  EXPECT_EQ(read.problems[0].place.document, "기사 1.txt");
}

TEST(PlainTextTest, BytesThatCannotBeDecodedAreReplacedAndListed) {
  const ImportedDocument read = imported("🚀 가\xFF나", "utf-8");
  EXPECT_EQ(read.document->text.utf8(), "🚀 가\uFFFD나");
  EXPECT_THAT(read.document->info.substitutions, ElementsAre(Substitution{TextPos(3), "FF"}));
  EXPECT_THAT(found(read.problems), ElementsAre("0:undecodable-bytes"));
}

TEST(PlainTextTest, BothKindsOfReplacementAreCountedApart) {
  const ImportedDocument read = imported("🚀\x01\xFF\x02\xFF\xFF", "utf-8");
  ASSERT_THAT(found(read.problems), ElementsAre("0:undecodable-bytes", "0:characters-replaced"));
  EXPECT_EQ(read.problems[0].details, std::vector<std::string>{"3"});
  EXPECT_EQ(read.problems[1].details, std::vector<std::string>{"2"});
  EXPECT_EQ(read.document->info.substitutions.size(), 5U);
}

TEST(PlainTextTest, TheEncodingCanBeGiven) {
  const std::string cp949 = "\xB0\xA1\xB3\xAA";  // 가나
  EXPECT_EQ(imported(cp949, "cp949").document->text.utf8(), "가나");
  EXPECT_EQ(imported(cp949, "cp949").document->info.origin.encoding, "windows-949");
  EXPECT_EQ(imported(cp949, "windows-1252").document->text.utf8(), "°¡³ª");
  const ImportedDocument unknown = imported(cp949, "🚀-8");
  EXPECT_FALSE(unknown.document);
  EXPECT_THAT(found(unknown.problems), ElementsAre("0:not-text"));
}

TEST(PlainTextTest, AnEmptyFileIsAnEmptyDocument) {
  for (const std::string_view bytes : {"", "\xEF\xBB\xBF"}) {
    const ImportedDocument read = imported(bytes);
    ASSERT_TRUE(read.document);
    EXPECT_EQ(read.document->text.length(), 0U);
    EXPECT_EQ(read.document->info.origin.encoding, "UTF-8");
    EXPECT_THAT(found(read.problems), IsEmpty());
  }
}

TEST(PlainTextTest, AFileFullOfControlCharactersIsNoText) {
  std::string bytes;
  for (int i = 0; i < 2000; ++i) bytes += static_cast<char>(i * 7 % 32);
  const ImportedDocument read = imported(bytes);
  EXPECT_FALSE(read.document);
  EXPECT_THAT(found(read.problems), ElementsAre("0:not-text"));
  EXPECT_TRUE(imported(bytes, "windows-1252").document) << "who names the encoding gets what he asks for";
}

TEST(PlainTextTest, ANameThatXmlCannotHoldIsMadeOneThatItCan) {
  const ImportedDocument read = imported("🚀", "", "가\x01나\xFF.txt");
  ASSERT_TRUE(read.document);
  EXPECT_EQ(read.document->info.name, "가\uFFFD나\uFFFD.txt");
  EXPECT_EQ(imported("🚀", "", "\"따옴표\" <꺾쇠> &\n줄.txt").document->info.name, "\"따옴표\" <꺾쇠> &\n줄.txt");
}

TEST(PlainTextTest, WhatIsWrongWithThePathIsAnError) {
  const TempFolder folder;
  EXPECT_THROW(read_plain_text(folder / "없음.txt", ""), Error);
  EXPECT_THROW(read_plain_text(folder.path(), ""), Error);
}

TEST(PlainTextTest, TextIsRecognisedWhateverItsExtension) {
  for (const std::string_view extension : {"txt", "text", "", "log", "기사"}) {
    EXPECT_TRUE(looks_like_text(extension, "🚀 화웨이가 칩을 확보했다.\n")) << extension;
  }
  EXPECT_TRUE(looks_like_text("txt", ""));
  EXPECT_TRUE(looks_like_text("txt", "\xB0\xA1\xB3\xAA"));
}

TEST(PlainTextTest, FormatsWithMarkupAreNoText) {
  for (const std::string_view extension : {"html", "htm", "xml", "json", "jsonl", "csv", "tsv", "rtf", "hwp", "hwpx",
                                           "pdf", "docx", "odt", "xlsx", "mitjul"}) {
    EXPECT_FALSE(looks_like_text(extension, "🚀 화웨이가 칩을 확보했다.\n")) << extension;
  }
}

TEST(PlainTextTest, BinaryFormatsAreNoTextWhateverTheirName) {
  const std::vector<std::string> beginnings{"PK\x03\x04\x14\0\x06\0"s,
                                            "%PDF-1.7\n",
                                            "\x89PNG\r\n\x1A\n",
                                            "\xFF\xD8\xFF\xE0",
                                            "GIF89a",
                                            "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
                                            "HWP Document File V3.00",
                                            "{\\rtf1\\ansi",
                                            "SQLite format 3\0"s,
                                            "\x1F\x8B\x08",
                                            "\x7F"
                                            "ELF\x02\x01\x01",
                                            "Rar!\x1A\x07"};
  for (const std::string& beginning : beginnings) {
    EXPECT_FALSE(looks_like_text("txt", beginning + "더 긴 글")) << testing::PrintToString(beginning);
  }
  EXPECT_TRUE(looks_like_text("txt", "%PDF는 형식의 이름이다.")) << "only the whole signature is one";
}

}  // namespace
}  // namespace mitjul
