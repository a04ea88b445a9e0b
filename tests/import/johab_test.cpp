#include "import/johab.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "core/utf8.h"

namespace mitjul {
namespace {

std::string fixture(const std::string& name) {
  std::ifstream file(std::string(MITJUL_FIXTURES) + "/encodings/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::u32string from_utf8(std::string_view utf8) {
  std::u32string text;
  for (std::size_t i = 0; i < utf8.size();) text.push_back(next_code_point(utf8, i));
  return text;
}

/// The two bytes of a syllable by the layout of the annex: a bit that is set, then five bits a letter.
std::string johab_syllable(int initial, int medial, int final) {
  static constexpr int kMedialCodes[21] = {3,  4,  5,  6,  7,  10, 11, 12, 13, 14, 15,
                                           18, 19, 20, 21, 22, 23, 26, 27, 28, 29};
  const int final_code = final < 17 ? final + 1 : final + 2;
  const int code = 0x8000 | (initial + 2) << 10 | kMedialCodes[medial] << 5 | final_code;
  return {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
}

TEST(JohabTest, ReadsAllSyllablesByTheirBitFields) {
  for (int index = 0; index < 11172; ++index) {
    const std::string bytes = johab_syllable(index / 588, index / 28 % 21, index % 28);
    const auto text = decode_johab(bytes);
    ASSERT_TRUE(text) << index;
    ASSERT_EQ(*text, std::u32string(1, U'가' + static_cast<char32_t>(index))) << index;
  }
}

TEST(JohabTest, ReadsEverySymbolHanjaAndLetterAsPythonDoes) {
  EXPECT_EQ(decode_johab(fixture("johab_table.johab")), from_utf8(fixture("johab_table.txt")));
}

TEST(JohabTest, KnowsNoOtherPairsThanPython) {
  int pairs = 0;
  for (unsigned lead = 0; lead < 256; ++lead) {
    for (unsigned trail = 0; trail < 256; ++trail) {
      pairs += johab_character(static_cast<unsigned char>(lead), static_cast<unsigned char>(trail)) != 0;
    }
  }
  EXPECT_EQ(static_cast<std::size_t>(pairs), from_utf8(fixture("johab_table.txt")).size());
}

TEST(JohabTest, ReadsANoticeWithSymbolsHanjaAndABackslash) {
  EXPECT_EQ(decode_johab(fixture("notice.johab")), from_utf8(fixture("notice.txt")));
}

TEST(JohabTest, ReadsLoneLetters) {
  EXPECT_EQ(decode_johab("\x88\x41\x84\x61\x84\x42\xDA\xD5"), U"ㄱㅏㄱㅥ");
}

TEST(JohabTest, KeepsAsciiWithTheBackslashAsItIs) {
  std::string ascii;
  std::u32string expected;
  for (char c = 0; c >= 0 && c < 127; ++c) {
    ascii.push_back(c);
    expected.push_back(static_cast<char32_t>(c));
  }
  EXPECT_EQ(decode_johab(ascii), expected);
  EXPECT_EQ(decode_johab("C:\\"), U"C:\\");
}

TEST(JohabTest, EmptyBytesAreAnEmptyText) { EXPECT_EQ(decode_johab(""), U""); }

TEST(JohabTest, RefusesWhatIsNotJohab) {
  const std::string ga = "\x88\x61";
  ASSERT_EQ(decode_johab(ga), U"가");
  EXPECT_EQ(decode_johab(ga + "\x88"), std::nullopt);  // cut off
  for (const std::string_view bad : {
           "\x80",      // no lead byte
           "\xFF\x61",  // nor this
           "\x88\x40",  // the final letter is missing, not absent
           "\x88\x72",  // no such final letter (code 18)
           "\x88\x42",  // initial and final letter without a medial one
           "\x84\x62",  // medial and final letter without an initial one
           "\xD4\x61",  // no such initial letter
           "\xD8\x31",  // user-defined
           "\xDA\xA1",  // a lone letter that has bit fields
           "\xDF\x31",  // between symbols and Hanja
           "\xE0\x7F",  // between the two rows
           "\xFA\xA1",  // behind the last Hanja
       }) {
    EXPECT_EQ(decode_johab(ga + std::string(bad)), std::nullopt) << testing::PrintToString(bad);
    EXPECT_EQ(decode_johab(std::string(bad) + ga), std::nullopt) << testing::PrintToString(bad);
  }
}

TEST(Windows949Test, ReadsEveryPairAsPythonDoes) {
  const std::string bytes = fixture("windows_949_table.cp949");
  const std::u32string expected = from_utf8(fixture("windows_949_table.txt"));
  ASSERT_EQ(bytes.size(), expected.size() * 2);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    ASSERT_EQ(windows_949_character(static_cast<unsigned char>(bytes[2 * i]),
                                    static_cast<unsigned char>(bytes[2 * i + 1])),
              expected[i]);
  }
}

TEST(Windows949Test, HasTheSyllablesThatEucKrLacks) {
  EXPECT_EQ(windows_949_character(0x8C, 0x63), U'똠');
  EXPECT_EQ(windows_949_character(0xBC, 0x84), U'펲');
}

TEST(Windows949Test, KeepsUserDefinedCharactersAsPrivateUse) {
  EXPECT_EQ(windows_949_character(0xC9, 0xA1), U'\uE000');
  EXPECT_EQ(windows_949_character(0xFE, 0xFE), U'\uE0BB');
}

TEST(Windows949Test, HasNoPairForOtherBytes) {
  for (const unsigned lead : {0x00u, 0x41u, 0x7Fu, 0x80u, 0xFFu}) {
    for (unsigned trail = 0; trail < 256; ++trail) {
      EXPECT_EQ(windows_949_character(static_cast<unsigned char>(lead), static_cast<unsigned char>(trail)), U'\0');
    }
  }
  EXPECT_EQ(windows_949_character(0xB0, 0x20), U'\0');
  EXPECT_EQ(windows_949_character(0xB0, 0xFF), U'\0');
}

}  // namespace
}  // namespace mitjul
