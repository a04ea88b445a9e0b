#include "core/utf8.h"

#include <gtest/gtest.h>

#include "core/xml_chars.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using namespace std::string_view_literals;

TEST(Utf8Test, WellFormedTextIsValid) {
  for (const std::string_view text : {""sv, "a"sv, "🚀 한글 é\r\n"sv, "\0"sv, "\uFFFD\uFEFF\uFFFE"sv}) {
    EXPECT_TRUE(is_valid_utf8(text)) << text;
  }
}

TEST(Utf8Test, TheEdgesOfEachLengthAreValid) {
  for (const char32_t c :
       {U'\x7F', U'\x80', U'\u07FF', U'\u0800', U'\uD7FF', U'\uE000', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
    std::string bytes;
    append_utf8(bytes, c);
    EXPECT_TRUE(is_valid_utf8(bytes)) << static_cast<std::uint32_t>(c);
    std::size_t byte = 0;
    EXPECT_EQ(next_code_point(bytes, byte), c);
    EXPECT_EQ(byte, bytes.size());
  }
}

TEST(Utf8Test, WhatTheTableForbidsIsInvalid) {
  for (const std::string_view bytes : {"🚀\x80"sv,              // continuation without a start
                                       "🚀\xC2"sv,              // cut off
                                       "🚀\xE1\x80"sv,          //
                                       "🚀\xF1\x80\x80"sv,      //
                                       "🚀\xC0\xAF"sv,          // overlong
                                       "🚀\xC1\xBF"sv,          //
                                       "🚀\xE0\x9F\xBF"sv,      //
                                       "🚀\xF0\x8F\xBF\xBF"sv,  //
                                       "🚀\xED\xA0\x80"sv,      // surrogates
                                       "🚀\xED\xBF\xBF"sv,      //
                                       "🚀\xF4\x90\x80\x80"sv,  // above U+10FFFF
                                       "🚀\xF5\x80\x80\x80"sv,  //
                                       "🚀\xFE"sv, "🚀\xFF"sv, "🚀\xC2\x41"sv}) {
    EXPECT_FALSE(is_valid_utf8(bytes)) << bytes;
  }
}

TEST(Utf8Test, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("🚀 화웨이"), 5U);
  EXPECT_EQ(count_code_points("\u1112\u1161\u11AB"), 3U);
}

TEST(Utf8Test, WalksFromCodePointToCodePoint) {
  const std::string text = "a🚀한é";
  std::size_t byte = 0;
  std::u32string walked;
  while (byte < text.size()) walked += next_code_point(text, byte);
  EXPECT_EQ(walked, U"a🚀한é");
  EXPECT_EQ(utf8(walked), text);
}

TEST(XmlCharsTest, HoldsWhatXml10CanHold) {
  for (const char32_t c : {U'\t', U'\n', U'\r', U' ', U'\x7F', U'\u0085', U'가', U'\uD7FF', U'\uE000', U'\uFFFD',
                           U'\U00010000', U'🚀', U'\U0010FFFF'}) {
    EXPECT_TRUE(xml_allows(c)) << static_cast<std::uint32_t>(c);
  }
  for (const char32_t c :
       {char32_t{0}, char32_t{1}, char32_t{8}, char32_t{0xB}, char32_t{0xC}, char32_t{0xE}, char32_t{0x1B},
        char32_t{0x1F}, char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0xFFFE}, char32_t{0xFFFF}, char32_t{0x110000}}) {
    EXPECT_FALSE(xml_allows(c)) << static_cast<std::uint32_t>(c);
  }
}

TEST(XmlCharsTest, OneForbiddenCharacterSpoilsTheText) {
  EXPECT_TRUE(xml_allows_all("🚀 한글\t\r\n"));
  EXPECT_TRUE(xml_allows_all(""));
  EXPECT_FALSE(xml_allows_all("🚀\x01 한글"));
  EXPECT_FALSE(xml_allows_all("🚀 한글\0"sv));
  EXPECT_FALSE(xml_allows_all("🚀 \uFFFE"));
}

TEST(XmlCharsTest, CleanTextIsValidAndAllowed) {
  EXPECT_TRUE(is_clean_text("🚀 메모"));
  EXPECT_TRUE(is_clean_text(""));
  EXPECT_FALSE(is_clean_text("🚀 메모\x0B"));
  EXPECT_FALSE(is_clean_text("🚀 메모\xFF"));
  EXPECT_FALSE(is_clean_text("\uFFFF"));
}

}  // namespace
}  // namespace mitjul
