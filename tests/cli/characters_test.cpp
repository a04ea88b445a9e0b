// Positions hold whatever characters stand before them, in whatever encoding the file was.

#include "core/utf8.h"
#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using namespace std::string_literals;
using testing::SizeIs;

/// Everything that moves positions in some program: outside the BMP, several code points a character, CRLF, a byte
/// order mark, what XML cannot hold, and what ends a CDATA section.
const std::u32string kFile =
    U"\uFEFF🚀 첫 줄\r\n"
    U"1\uFE0F\u20E3 키캡 🇰🇷 국기 👩\u200D👩\u200D👧\u200D👦 가족\r\n"
    U"\u1112\u1161\u11AB\u1100\u1173\u11AF 풀어쓴 글자\r\n"
    U"널\0 세로탭\u000B 비문자\uFFFE 닫기]]> 안쪽\uFEFF표\r\n"
    U"<b>&amp;</b> \"따옴표\" 'x' \u0085\u2028끝"s;

/// What the document's text is then.
std::u32string text_of(const std::u32string& file) {
  std::u32string text;
  for (std::size_t i = 1; i < file.size(); ++i) {
    if (file[i] == U'\r') continue;
    const bool replaced = file[i] == U'\0' || file[i] == U'\u000B' || file[i] == U'\uFFFE';
    text += replaced ? U'\uFFFD' : file[i];
  }
  return text;
}

std::string to_utf8(const std::u32string& text) {
  std::string bytes;
  for (const char32_t c : text) append_utf8(bytes, c);
  return bytes;
}

std::string to_utf16le(const std::u32string& text) {
  std::string bytes;
  const auto put = [&](char32_t unit) {
    bytes += static_cast<char>(unit & 0xFF);
    bytes += static_cast<char>(unit >> 8);
  };
  for (const char32_t c : text) {
    if (c < 0x10000) {
      put(c);
    } else {
      put(0xD800 + ((c - 0x10000) >> 10));
      put(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return bytes;
}

struct Encoded {
  std::string name;
  std::string bytes;

  friend void PrintTo(const Encoded& encoded, std::ostream* out) { *out << encoded.name; }
};

class CharactersTest : public testing::TestWithParam<Encoded> {};

TEST_P(CharactersTest, EveryPositionHoldsFromTheFileToTheExportAndBack) {
  const CliProject project;
  const std::u32string text = text_of(kFile);
  const ProgramResult imported = project.run("import", {project.write("글자들.txt", GetParam().bytes)});
  ASSERT_EQ(imported.exit_code, 0) << imported.err;
  const Rows row = rows_of(imported.out);
  EXPECT_EQ(row.at(0).at(3), GetParam().name);
  EXPECT_EQ(row.at(0).at(4), std::to_string(text.size()));
  EXPECT_EQ(row.at(0).at(5), "1") << "three characters that XML cannot hold";
  EXPECT_EQ(project.out("text", {"글자들.txt"}), to_utf8(text));

  // Every single code point, and every stretch from the beginning: 2 n annotations.
  std::string lines;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const std::size_t start : {i, std::size_t{0}}) {
      lines += "{\"start\":" + std::to_string(start) + ",\"end\":" + std::to_string(i + 1) + ",\"label\":\"MISC\"}\n";
    }
  }
  EXPECT_THAT(project.annotate("글자들.txt", lines), SizeIs(2 * text.size()));
  EXPECT_EQ(project.run("verify").exit_code, 0);

  const std::string xml = project.export_xml("a.xml");
  EXPECT_TRUE(is_valid(xml));
  const std::vector<PythonRow> rows = read_with_python(xml);
  ASSERT_THAT(rows, SizeIs(2 * text.size()));
  for (const PythonRow& span : rows) EXPECT_EQ(span.quote, to_utf8(text.substr(span.start, span.end - span.start)));

  const CliProject fresh;
  fresh.out("import", {xml});
  EXPECT_EQ(fresh.out("text", {"글자들.txt"}), to_utf8(text));
  EXPECT_EQ(fresh.rows("annotations"), project.rows("annotations"));
  EXPECT_EQ(bytes_of(fresh.export_xml("b.xml")), bytes_of(xml));
}

TEST_P(CharactersTest, WhatWasReplacedIsListedAtItsPlace) {
  const CliProject project;
  project.out("import", {project.write("글자들.txt", GetParam().bytes)});
  const std::string xml = bytes_of(project.export_xml("a.xml"));
  const std::u32string text = text_of(kFile);
  std::size_t at = 0;
  for (const char* const original : {"0000", "000B", "FFFE"}) {
    at = text.find(U'\uFFFD', at) + 1;
    EXPECT_NE(xml.find("<substitution offset=\"" + std::to_string(at - 1) + "\" original=\"" + original + "\"/>"),
              std::string::npos)
        << original;
  }
}

INSTANTIATE_TEST_SUITE_P(Encodings, CharactersTest,
                         testing::Values(Encoded{"UTF-8", to_utf8(kFile)}, Encoded{"UTF-16LE", to_utf16le(kFile)}),
                         [](const auto& tested) { return tested.param.name == "UTF-8" ? "Utf8" : "Utf16Le"; });

TEST(PythonReaderTest, ItHasTenLinesAndNeedsTheStandardLibraryOnly) {
  const std::string program = python_reader();
  EXPECT_EQ(std::count(program.begin(), program.end(), '\n'), 10) << program;
  EXPECT_EQ(program.find("import json, sys, xml.etree.ElementTree as ET\n"), 0U);
  EXPECT_EQ(program.find("import", 1), std::string::npos);
}

TEST(PythonReaderTest, ItFindsAWrongQuote) {
  const TempFolder folder;
  std::string xml = bytes_of(std::string(MITJUL_FIXTURES) + "/mitjul-xml/contract/export.xml");
  xml.replace(xml.find(">화웨이</segment>"), 1, "> ");
  const ProgramResult result =
      run_program({"/usr/bin/python3", folder.write("reader.py", python_reader()), folder.write("a.xml", xml)});
  EXPECT_NE(result.exit_code, 0);
  EXPECT_NE(result.err.find("h4k2qa-1"), std::string::npos) << result.err;
}

TEST(PythonReaderTest, ItReadsEveryFixture) {
  const std::string fixtures = std::string(MITJUL_FIXTURES) + "/mitjul-xml/";
  EXPECT_THAT(read_with_python(fixtures + "contract/export.xml"), SizeIs(2));
  EXPECT_THAT(read_with_python(fixtures + "other-layout/input.xml"), SizeIs(2));
  EXPECT_THAT(read_with_python(fixtures + "everything/export.xml"), SizeIs(11));
  EXPECT_THAT(read_with_python(fixtures + "empty/export.xml"), SizeIs(0));
}

}  // namespace
}  // namespace mitjul
