#include "import/formats.h"

#include <set>

#include "core/error.h"
#include "tests/import/reading.h"
#include "tests/support/zip_file.h"

namespace mitjul {
namespace {

/// The id of the format that a file of this name and these bytes is recognised as.
std::string recognised(std::string_view name, std::string_view bytes) {
  const TempFolder folder;
  const ImportFormat* const format = recognise_format(folder.write(name, bytes));
  return format == nullptr ? "" : std::string(format->id);
}

TEST(ImportFormatsTest, EveryFormatOfTheTableIsWhole) {
  std::set<std::string_view> ids;
  for (const ImportFormat& format : import_formats()) {
    EXPECT_TRUE(ids.insert(format.id).second) << format.id;
    EXPECT_FALSE(format.name.empty()) << format.id;
    EXPECT_FALSE(format.extensions.empty()) << format.id;
    EXPECT_FALSE(format.holds.empty()) << format.id;
    ASSERT_NE(format.recognise, nullptr) << format.id;
    EXPECT_NE(format.read_document == nullptr, format.read_annotations == nullptr) << format.id << ": one of the two";
    EXPECT_EQ(find_import_format(format.id), &format);
    for (const std::string_view extension : format.extensions)
      EXPECT_EQ(extension, extension_of("🚀." + std::string(extension)));
  }
  EXPECT_EQ(find_import_format("🚀"), nullptr);
  EXPECT_EQ(find_import_format(""), nullptr);
  EXPECT_EQ(find_import_format("TEXT"), nullptr);
}

TEST(ImportFormatsTest, TheExtensionIsThePartBehindTheLastDotInLowerCase) {
  EXPECT_EQ(extension_of("폴더.d/기사.TXT"), "txt");
  EXPECT_EQ(extension_of("기사.tar.GZ"), "gz");
  EXPECT_EQ(extension_of("폴더.d/기사"), "");
  EXPECT_EQ(extension_of(".bashrc"), "");
  EXPECT_EQ(extension_of("기사."), "");
  EXPECT_EQ(extension_of("🚀.기사"), "기사");
}

TEST(ImportFormatsTest, TextIsRecognisedWithAndWithoutExtension) {
  EXPECT_EQ(recognised("기사.txt", "🚀 화웨이"), "text");
  EXPECT_EQ(recognised("기사.TXT", "🚀 화웨이"), "text");
  EXPECT_EQ(recognised("기사", "🚀 화웨이"), "text");
  EXPECT_EQ(recognised("기사.txt", ""), "text");
  EXPECT_EQ(recognised("기사.txt", "\xFF\xFE\x3D\xD8\x80\xDE"), "text") << "UTF-16 is text, too";
  // More than the beginning that is looked at, cut within a character.
  std::string text = "가";
  while (text.size() < 10'000) text += "🚀";
  EXPECT_EQ(recognised("기사.txt", text), "text");
}

TEST(ImportFormatsTest, NativeXmlIsRecognisedByWhatIsInIt) {
  EXPECT_EQ(recognised("주석.xml", contract_xml()), "mitjul-xml");
  EXPECT_EQ(recognised("주석.txt", contract_xml()), "mitjul-xml");
  EXPECT_EQ(recognised("주석", "\xEF\xBB\xBF" + contract_xml()), "mitjul-xml");
}

TEST(ImportFormatsTest, BratIsRecognisedByItsLines) {
  EXPECT_EQ(recognised("기사.ann", "T1\tORG 2 5\t화웨이\n"), "brat");
  EXPECT_EQ(recognised("기사.ann", ""), "brat");
  EXPECT_EQ(recognised("기사.ann", "🚀 화웨이"), "");
  EXPECT_EQ(recognised("기사.txt", "T1\tORG 2 5\t화웨이\n"), "text");
}

TEST(ImportFormatsTest, XmiIsRecognisedByItsNamespaceOrItsName) {
  const std::string xmi = bytes_of(std::string(MITJUL_FIXTURES) + "/xmi/inception/기사.xmi");
  EXPECT_EQ(recognised("기사.xmi", xmi), "xmi");
  EXPECT_EQ(recognised("기사.xml", xmi), "xmi");
  EXPECT_EQ(recognised("기사.xmi", ""), "xmi") << "reading it says that it is empty";
  EXPECT_EQ(recognised("TypeSystem.xml", bytes_of(std::string(MITJUL_FIXTURES) + "/xmi/inception/TypeSystem.xml")), "");
}

TEST(ImportFormatsTest, JsonLinesAreRecognisedByTheirMembers) {
  EXPECT_EQ(recognised("a.jsonl", "{\"id\":\"d3f7k2m5qa\",\"format\":\"mitjul-jsonl-1\""), "jsonl");
  EXPECT_EQ(recognised("a.jsonl", "{\"text\":\"🚀 화웨이\",\"spans\":[]}"), "jsonl");
  EXPECT_EQ(recognised("a.jsonl", "{\"text\":\"🚀\",\"entities\":[{\"id\":1,\"start_offset\":3"), "doccano");
  EXPECT_EQ(recognised("a.json", "{\"id\": 1, \"text\": \"🚀\", \"label\": [[3, 6, \"ORG\"]]}"), "doccano");
  EXPECT_EQ(recognised("a.jsonl", "{\"id\":1,\"text\":\"🚀\",\"label\":[\"긍정\"],\"Comments\":[]}"), "doccano");
  const TempFolder folder;
  write_zip(folder / "kim.zip", {{"kim.jsonl", "{\"text\":\"🚀\"}"}});
  write_zip(folder / "others.zip", {{"kim.txt", "🚀"}});
  EXPECT_EQ(recognised("a.zip", bytes_of(folder / "kim.zip")), "doccano");
  EXPECT_EQ(recognised("a.zip", bytes_of(folder / "others.zip")), "");
  EXPECT_EQ(recognised("a.zip", "PK\x03\x04 🚀"), "xmi") << "reading it says what is wrong with it";
  EXPECT_EQ(recognised("a.jsonl", "{\"start\":2,\"end\":5,\"label\":\"ORG\"}"), "") << "lines for `annotate`";
}

TEST(ImportFormatsTest, TasksOfLabelStudioAreRecognisedByTheirMembers) {
  EXPECT_EQ(recognised("a.json", "[{\"id\":1,\"data\":{\"text\":\"🚀 화웨이\"}"), "label-studio");
  EXPECT_EQ(recognised("a.json", "[{\"completed_by\":1"), "label-studio");
  // A long text stands before all the rest.
  std::string text = "🚀";
  while (text.size() < 30'000) text += " 화웨이가 칩을 확보했다.";
  EXPECT_EQ(recognised("a.json", "[{\"text\":\"" + text + "\",\"id\":1,\"annotation_id\":7}]"), "label-studio");
  EXPECT_EQ(recognised("a.jsonl", "{\"text\":\"" + text + "\",\"label\":[[3,6,\"ORG\"]]}"), "doccano");
  EXPECT_EQ(recognised("a.json", "[{\"x\":1}]"), "");
}

TEST(ImportFormatsTest, WhatNoFormatReadsIsRecognisedAsNone) {
  EXPECT_EQ(recognised("기사.html", "<p>🚀 화웨이</p>"), "");
  EXPECT_EQ(recognised("기사.xml", "<p>🚀 화웨이</p>"), "");
  EXPECT_EQ(recognised("기사.json", "{}"), "");
  EXPECT_EQ(recognised("기사.txt", "PK\x03\x04 zip"), "");
  EXPECT_EQ(recognised("기사.txt", "SQLite format 3"), "");
  EXPECT_EQ(recognised("그림", "\x89PNG\r\n\x1A\n"), "");
}

TEST(ImportFormatsTest, AFileThatCannotBeReadIsAnError) {
  const TempFolder folder;
  EXPECT_THROW(recognise_format(folder / "없음.txt"), Error);
  EXPECT_THROW(recognise_format(folder.path()), Error);
}

}  // namespace
}  // namespace mitjul
