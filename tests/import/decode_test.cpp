#include "import/decode.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <cctype>
#include <cstddef>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "import/johab.h"

namespace mitjul {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using Replaced = std::vector<Decoded::Replaced>;

// ---- Encoders, to make the bytes that are to be recognised.

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

std::string to_utf8(std::u32string_view text) {
  std::string utf8;
  for (const char32_t c : text) append_utf8(utf8, c);
  return utf8;
}

std::string to_utf16(std::u32string_view text, bool big_endian) {
  std::string bytes;
  const auto put = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes.push_back(big_endian ? high : low);
    bytes.push_back(big_endian ? low : high);
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

std::string to_utf16le(std::u32string_view text) { return to_utf16(text, false); }
std::string to_utf16be(std::u32string_view text) { return to_utf16(text, true); }

/// An encoding of pairs of bytes, read backwards.
class PairEncoder {
 public:
  explicit PairEncoder(char32_t (*character)(unsigned char, unsigned char)) {
    for (unsigned lead = 0x80; lead < 256; ++lead) {
      for (unsigned trail = 0; trail < 256; ++trail) {
        const char32_t c = character(static_cast<unsigned char>(lead), static_cast<unsigned char>(trail));
        if (c != 0) pairs_.try_emplace(c, std::string{static_cast<char>(lead), static_cast<char>(trail)});
      }
    }
  }

  bool has(char32_t c) const { return c < 0x80 || pairs_.count(c) > 0; }

  std::string operator()(std::u32string_view text) const {
    std::string bytes;
    for (const char32_t c : text) bytes += c < 0x80 ? std::string(1, static_cast<char>(c)) : pairs_.at(c);
    return bytes;
  }

 private:
  std::map<char32_t, std::string> pairs_;
};

const PairEncoder& to_windows_949() {
  static const PairEncoder encoder(windows_949_character);
  return encoder;
}

const PairEncoder& to_johab() {
  static const PairEncoder encoder(johab_character);
  return encoder;
}

/// The sample text, and what is left of it where there are no emoji.
const std::u32string& prose() {
  static const std::u32string text = from_utf8(fixture("prose.txt"));
  return text;
}

const std::u32string& prose_of_ks_x_1001() {
  static const std::u32string text = [] {
    std::u32string kept;
    for (const char32_t c : prose()) {
      if (to_windows_949().has(c) && to_johab().has(c)) kept.push_back(c);
    }
    return kept;
  }();
  return text;
}

// ---- What holds for any bytes.

void expect_consistent(const Decoded& decoded) {
  std::size_t from = 0;
  for (const Decoded::Replaced& replaced : decoded.replaced) {
    ASSERT_GE(replaced.index, from);
    ASSERT_LT(replaced.index, decoded.text.size());
    ASSERT_EQ(decoded.text[replaced.index], U'\uFFFD');
    ASSERT_FALSE(replaced.original_hex.empty());
    ASSERT_EQ(replaced.original_hex.size() % 2, 0u);
    for (const char c : replaced.original_hex) {
      ASSERT_TRUE(std::isdigit(static_cast<unsigned char>(c)) || (c >= 'A' && c <= 'F'));
    }
    from = replaced.index + 1;
  }
  for (const char32_t c : decoded.text) ASSERT_TRUE(c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF));
}

void expect_readable(std::string_view bytes) {
  const Decoded decoded = decode(bytes);
  expect_consistent(decoded);
  // Every character took at least a byte, and at most four.
  ASSERT_LE(decoded.text.size(), bytes.size());
  ASSERT_GE(decoded.text.size() * 4 + (decoded.had_bom ? 4 : 0), bytes.size());
  ASSERT_EQ(decode_as(bytes, decoded.encoding), decoded) << decoded.encoding;
  for (const char* name : {"utf-8", "utf-16", "utf-16be", "utf-32", "cp949", "johab", "windows-1252", "euc-jp",
                           "gb18030", "shift_jis", "us-ascii"}) {
    const auto read = decode_as(bytes, name);
    ASSERT_TRUE(read) << name;
    expect_consistent(*read);
    ASSERT_LE(read->text.size(), bytes.size()) << name;
  }
}

TEST(DecodeTest, EmptyBytesAreAnEmptyUtf8Text) {
  const Decoded decoded = decode("");
  EXPECT_EQ(decoded.text, U"");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_FALSE(decoded.had_bom);
  expect_readable("");
}

TEST(DecodeTest, ReadsAnySingleByte) {
  for (int byte = 0; byte < 256; ++byte) expect_readable(std::string(1, static_cast<char>(byte)));
}

TEST(DecodeTest, ReadsAnyTwoBytes) {
  for (int first = 0; first < 256; first += 3) {
    for (int second = 0; second < 256; second += 5) {
      expect_readable(std::string{static_cast<char>(first), static_cast<char>(second)});
    }
  }
}

TEST(DecodeTest, ReadsAllByteValuesAtOnce) {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes.push_back(static_cast<char>(byte));
  expect_readable(bytes);
  expect_readable(std::string(bytes.rbegin(), bytes.rend()));
}

TEST(DecodeTest, ReadsRandomBytes) {
  std::mt19937 random(20250517);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 200, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    expect_readable(bytes);
  }
}

TEST(DecodeTest, ReadsTextWithRandomDamage) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const std::size_t start = random() % (prose_of_ks_x_1001().size() - 100);
    const std::u32string piece = prose_of_ks_x_1001().substr(start, 1 + random() % 99);
    for (std::string bytes : {to_utf8(piece), to_windows_949()(piece), to_johab()(piece), to_utf16le(piece)}) {
      for (int hit = 0; hit < 3; ++hit) bytes[random() % bytes.size()] = static_cast<char>(random());
      bytes.resize(bytes.size() - random() % 2);
      expect_readable(bytes);
    }
  }
}

TEST(DecodeTest, LoneByteOrderMarksAreEmptyTexts) {
  for (const auto& [bytes, encoding] : std::map<std::string, std::string>{
           {"\xEF\xBB\xBF", "UTF-8"}, {"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}) {
    const Decoded decoded = decode(bytes);
    EXPECT_EQ(decoded.text, U"");
    EXPECT_EQ(decoded.encoding, encoding);
    EXPECT_TRUE(decoded.had_bom);
    expect_readable(bytes);
  }
  for (const auto bytes : {"\xEF"sv, "\xEF\xBB"sv, "\xFF"sv, "\xFE"sv, "\xFF\xFE\0"sv, "\xFF\xFE\0\0"sv,
                           "\0\0\xFE\xFF"sv, "\xEF\xBB\xBF\xEF\xBB\xBF"sv, "\xFF\xFE\xFF\xFE"sv}) {
    expect_readable(bytes);
  }
}

// ---- Byte order marks.

TEST(DecodeTest, ByteOrderMarksDecideAndAreDropped) {
  const std::u32string text = U"😀 똠양꿍 한 그릇\n";
  for (const auto& [bytes, encoding] : std::map<std::string, std::string>{
           {"\xEF\xBB\xBF" + to_utf8(text), "UTF-8"},
           {"\xFF\xFE" + to_utf16le(text), "UTF-16LE"},
           {"\xFE\xFF" + to_utf16be(text), "UTF-16BE"}}) {
    const Decoded decoded = decode(bytes);
    EXPECT_EQ(decoded.text, text);
    EXPECT_EQ(decoded.encoding, encoding);
    EXPECT_TRUE(decoded.had_bom);
    EXPECT_TRUE(decoded.replaced.empty());
  }
}

TEST(DecodeTest, OnlyTheFirstByteOrderMarkIsDropped) {
  EXPECT_EQ(decode("\xEF\xBB\xBF\xEF\xBB\xBF가").text, U"\uFEFF가");
  EXPECT_EQ(decode("😀\xEF\xBB\xBF가").text, U"😀\uFEFF가");
  EXPECT_FALSE(decode("😀\xEF\xBB\xBF가").had_bom);
}

TEST(DecodeTest, BrokenBytesBehindAByteOrderMarkDoNotOverruleIt) {
  const Decoded decoded = decode("\xEF\xBB\xBF😀 \xB0\xA1\xB3\xAA\xB4\xD9");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.text, U"😀 \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(decoded.replaced.size(), 6u);
}

TEST(DecodeTest, Utf32IsKnownByItsByteOrderMark) {
  EXPECT_EQ(decode("\xFF\xFE\0\0\x00\xF6\x01\0\x00\xAC\0\0"sv).text, U"😀가");
  EXPECT_EQ(decode("\xFF\xFE\0\0\x00\xF6\x01\0\x00\xAC\0\0"sv).encoding, "UTF-32LE");
  EXPECT_EQ(decode("\0\0\xFE\xFF\0\x01\xF6\x00\0\0\xAC\x00"sv).text, U"😀가");
  EXPECT_EQ(decode("\0\0\xFE\xFF\0\x01\xF6\x00\0\0\xAC\x00"sv).encoding, "UTF-32BE");
}

TEST(DecodeTest, Utf16ThatBeginsWithANulIsNotUtf32) {
  const Decoded decoded = decode("\xFF\xFE\0\0\x3D\xD8\x00\xDE\x00\xAC"sv);
  EXPECT_EQ(decoded.encoding, "UTF-16LE");
  EXPECT_EQ(decoded.text, U"\0😀가"s);
}

// ---- UTF-8.

TEST(DecodeTest, AsciiIsUtf8) {
  const Decoded decoded = decode("Plain text, 100 %.\r\n");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.text, U"Plain text, 100 %.\r\n");
}

TEST(DecodeTest, NulsDoNotMakeUtf8AnythingElse) {
  for (const std::string& utf8 :
       {"a\0b"s, "\0"s, "\0\0\0\0\0\0\0\0"s, "ab\0cd\0ef\0gh\0"s, "name\0value\0"s, "😀\0가\0나\0다\0"s, "가\0"s,
        "가나\0다라\0"s, "é\0é\0é\0é\0é\0"s, "a\0\0\0b\0\0\0c\0\0\0d\0\0\0"s, "\1\0\2\0\3\0\4\0\5\0"s}) {
    const Decoded decoded = decode(utf8);
    EXPECT_EQ(decoded.encoding, "UTF-8") << testing::PrintToString(utf8);
    EXPECT_EQ(decoded.text, from_utf8(utf8));
  }
}

TEST(DecodeTest, ValidUtf8IsNeverTakenForAnythingElse) {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::u32string text = prose().substr(random() % (prose().size() - 40), 1 + random() % 39);
    if (round % 3 == 0) text.insert(random() % text.size(), 1, U'\0');
    if (round % 3 == 1) text += U"\0😀똠\uFFFD\uFFFE\U0010FFFF\u0001"s;
    const Decoded decoded = decode(to_utf8(text));
    ASSERT_EQ(decoded.encoding, "UTF-8") << to_utf8(text);
    ASSERT_EQ(decoded.text, text);
    ASSERT_TRUE(decoded.replaced.empty());
  }
}

TEST(DecodeTest, AReplacementCharacterInTheFileIsNotListed) {
  const Decoded decoded = decode("😀 \uFFFD 가");
  EXPECT_EQ(decoded.text, U"😀 \uFFFD 가");
  EXPECT_TRUE(decoded.replaced.empty());
}

TEST(DecodeTest, FewBrokenBytesLeaveTheRestOfUtf8Readable) {
  const Decoded decoded = decode("😀 한빛시는 올해 \xFF 도서관 두 곳을 \xEB\x8F\xC0 새로 연다.");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.text, U"😀 한빛시는 올해 \uFFFD 도서관 두 곳을 \uFFFD\uFFFD 새로 연다.");
  EXPECT_EQ(decoded.replaced, (Replaced{{10, "FF"}, {21, "EB8F"}, {22, "C0"}}));
}

TEST(DecodeTest, MaximalSubpartsAreReplacedAsUnicodeRecommends) {
  // The Unicode Standard 15.0, tables 3-8 to 3-11, in Korean company.
  const auto replaced = [](const std::string& broken) {
    const Decoded decoded = decode("😀 한빛시 도서관 [" + broken + "] 두 곳이 문을 연다.");
    EXPECT_EQ(decoded.encoding, "UTF-8");
    std::string list;
    for (const Decoded::Replaced& one : decoded.replaced) list += one.original_hex + " ";
    return list;
  };
  EXPECT_EQ(replaced("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), "C0 AF E0 80 BF F0 81 82 ");
  EXPECT_EQ(replaced("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"), "ED A0 80 ED BF BF ED AF ");
  EXPECT_EQ(replaced("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), "F4 91 92 93 FF 80 BF ");
  EXPECT_EQ(replaced("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), "E180 E2 F09192 F1BF ");
}

TEST(DecodeTest, Utf8CutOffInsideACharacterStaysUtf8) {
  for (const std::string cut : {"\xEA", "\xEA\xB0", "\xF0\x9F", "\xF0\x9F\x98"}) {
    const Decoded decoded = decode("😀 한빛시 도서관이 문을 연다" + cut);
    EXPECT_EQ(decoded.encoding, "UTF-8");
    EXPECT_EQ(decoded.text, U"😀 한빛시 도서관이 문을 연다\uFFFD");
    ASSERT_EQ(decoded.replaced.size(), 1u);
    EXPECT_EQ(decoded.replaced[0].original_hex.size(), cut.size() * 2);
  }
}

TEST(DecodeTest, ALongUtf8FileSurvivesDamageAnywhere) {
  const std::string whole = to_utf8(prose());
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    std::string bytes = whole;
    for (int hit = 0; hit < 20; ++hit) {
      const std::size_t at = random() % bytes.size();
      switch (random() % 3) {
        case 0: bytes[at] = static_cast<char>(random()); break;
        case 1: bytes.erase(at, 1 + random() % 2); break;
        default: bytes.insert(at, 1, static_cast<char>(random()));
      }
    }
    bytes.resize(bytes.size() - random() % 4);
    const Decoded decoded = decode(bytes);
    ASSERT_EQ(decoded.encoding, "UTF-8");
    ASSERT_LE(decoded.replaced.size(), 64u);
    ASSERT_GE(decoded.text.size() + 64, prose().size());
  }
}

TEST(DecodeTest, ALineOfAnotherEncodingInAUtf8FileIsListedNotGuessed) {
  const std::u32string line = U"끼어든 줄은 완성형이다";
  const Decoded decoded = decode(to_utf8(prose()) + to_windows_949()(line) + "\n" + to_utf8(prose()));
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.text.substr(0, prose().size()), prose());
  EXPECT_EQ(decoded.text.substr(decoded.text.size() - prose().size()), prose());
  EXPECT_FALSE(decoded.replaced.empty());
}

// ---- UTF-16.

TEST(DecodeTest, RecognisesUtf16WithoutAByteOrderMark) {
  const std::u32string text = from_utf8(fixture("picnic.txt"));
  EXPECT_EQ(decode(fixture("picnic.utf-16le")).text, text);
  EXPECT_EQ(decode(fixture("picnic.utf-16le")).encoding, "UTF-16LE");
  EXPECT_EQ(decode(fixture("picnic.utf-16be")).text, text);
  EXPECT_EQ(decode(fixture("picnic.utf-16be")).encoding, "UTF-16BE");
  EXPECT_EQ(decode(fixture("picnic.utf-16")).text, text);
  EXPECT_TRUE(decode(fixture("picnic.utf-16")).had_bom);
}

TEST(DecodeTest, RecognisesUtf16OfLatinText) {
  for (const std::u32string text : {U"Plain text", U"2025\r\n", U"‘LexBrief’ 2", U"AI\n    • AI Scribe"}) {
    EXPECT_EQ(decode(to_utf16le(text)).text, text);
    EXPECT_EQ(decode(to_utf16be(text)).text, text);
  }
}

TEST(DecodeTest, LoneSurrogatesAreReplacedAndListedByTheirCode) {
  const Replaced expected = {{1, "D800"}, {3, "DC01"}, {4, "DBFF"}};
  const std::u32string text = U"😀\uFFFD가\uFFFD\uFFFD";
  const Decoded little = decode("\xFF\xFE\x3D\xD8\x00\xDE\x00\xD8\x00\xAC\x01\xDC\xFF\xDB"sv);
  EXPECT_EQ(little.text, text);
  EXPECT_EQ(little.replaced, expected);
  const Decoded big = decode("\xFE\xFF\xD8\x3D\xDE\x00\xD8\x00\xAC\x00\xDC\x01\xDB\xFF"sv);
  EXPECT_EQ(big.text, text);
  EXPECT_EQ(big.replaced, expected);
}

TEST(DecodeTest, AHighSurrogateBeforeAPairIsLoneAndThePairIsKept) {
  const Decoded decoded = decode("\xFE\xFF\xD8\x3D\xD8\x3D\xDE\x00"sv);
  EXPECT_EQ(decoded.text, U"\uFFFD😀");
  EXPECT_EQ(decoded.replaced, (Replaced{{0, "D83D"}}));
}

TEST(DecodeTest, HalfAUnitAtTheEndOfUtf16IsListed) {
  for (const bool with_mark : {true, false}) {
    const Decoded decoded = decode((with_mark ? "\xFF\xFE" : "") + to_utf16le(U"😀 한빛시 도서관") + "\x7C");
    EXPECT_EQ(decoded.encoding, "UTF-16LE");
    EXPECT_EQ(decoded.text, U"😀 한빛시 도서관\uFFFD");
    EXPECT_EQ(decoded.replaced, (Replaced{{9, "7C"}}));
  }
}

TEST(DecodeTest, NulsStayInUtf16) {
  const std::u32string text = U"😀 가\0나 도서관"s;
  EXPECT_EQ(decode(to_utf16le(text)).text, text);
  EXPECT_EQ(decode("\xFE\xFF" + to_utf16be(text)).text, text);
}

// ---- windows-949, Johab, windows-1252.

TEST(DecodeTest, RecognisesWindows949AndJohab) {
  const std::u32string text = from_utf8(fixture("notice.txt"));
  const Decoded windows = decode(fixture("notice.cp949"));
  EXPECT_EQ(windows.text, text);
  EXPECT_EQ(windows.encoding, "windows-949");
  const Decoded johab = decode(fixture("notice.johab"));
  EXPECT_EQ(johab.text, text);
  EXPECT_EQ(johab.encoding, "Johab");
}

TEST(DecodeTest, ReadsTheSyllablesThatEucKrLacks) {
  const Decoded decoded = decode("\x8C\x63\xBE\xE7\xB2\xE1 \xBC\x84\xBD\xC3");
  EXPECT_EQ(decoded.encoding, "windows-949");
  EXPECT_EQ(decoded.text, U"똠양꿍 펲시");
}

TEST(DecodeTest, RecognisesMixedHangulAndHanja) {
  for (const std::u32string text :
       {U"國會는 어제 本會議를 열어 豫算案을 통과시켰다", U"韓·美 정상, 내달 서울서 會談", U"與野, 民生法案 처리 합의"}) {
    EXPECT_EQ(decode(to_windows_949()(text)).text, text);
    EXPECT_EQ(decode(to_johab()(text)).text, text);
    EXPECT_EQ(decode(to_utf16le(text)).text, text);
    EXPECT_EQ(decode(to_utf16be(text)).text, text);
  }
}

TEST(DecodeTest, FewBrokenBytesLeaveTheRestOfWindows949Readable) {
  const Decoded decoded =
      decode(to_windows_949()(U"한빛시는 올해 ") + "\xFF\x80 " + to_windows_949()(U"도서관 두 곳을 새로 연다") + "\xB0\n" +
             to_windows_949()(U"다음 소식") + "\xB4");
  EXPECT_EQ(decoded.encoding, "windows-949");
  EXPECT_EQ(decoded.text, U"한빛시는 올해 \uFFFD\uFFFD 도서관 두 곳을 새로 연다\uFFFD\n다음 소식\uFFFD");
  EXPECT_EQ(decoded.replaced, (Replaced{{8, "FF"}, {9, "80"}, {25, "B0"}, {32, "B4"}}));
}

TEST(DecodeTest, ALongWindows949FileSurvivesDamageAnywhere) {
  std::mt19937 random(13);
  for (const bool johab : {false, true}) {
    const std::string whole = johab ? to_johab()(prose_of_ks_x_1001()) : to_windows_949()(prose_of_ks_x_1001());
    for (int round = 0; round < 40; ++round) {
      std::string bytes = whole;
      for (int hit = 0; hit < 20; ++hit) bytes[random() % bytes.size()] = static_cast<char>(random());
      bytes.resize(bytes.size() - random() % 2);
      ASSERT_EQ(decode(bytes).encoding, johab ? "Johab" : "windows-949");
    }
  }
}

TEST(DecodeTest, WesternTextIsWindows1252) {
  const std::map<std::string, std::u32string> texts = {
      {"caf\xE9", U"café"},
      {"It\x92s a boy", U"It’s a boy"},
      {"I don\x92t know what they\x92re doing. It\x92s John\x92s idea.",
       U"I don’t know what they’re doing. It’s John’s idea."},
      {"\x93Hello,\x94 she said \x97 and \x93goodbye\x94.", U"“Hello,” she said — and “goodbye”."},
      {"L'\xE9l\xE8ve a \xE9t\xE9 re\xE7u \xE0 l'\xE9" "cole", U"L'élève a été reçu à l'école"},
      {"Fran\xE7ois", U"François"},
      {"na\xEFve", U"naïve"},
      {"Sch\xF6ne Gr\xFC\xDF" "e aus M\xFCnchen", U"Schöne Grüße aus München"},
      {"\xBFQu\xE9 tal? Ma\xF1" "ana ir\xE9 al pa\xEDs", U"¿Qué tal? Mañana iré al país"},
      {"\xA9 2025 Acme\xAE, \x80 50", U"© 2025 Acme®, € 50"},
  };
  for (const auto& [bytes, text] : texts) {
    const Decoded decoded = decode(bytes);
    EXPECT_EQ(decoded.encoding, "windows-1252") << to_utf8(text);
    EXPECT_EQ(decoded.text, text);
    EXPECT_TRUE(decoded.replaced.empty());
  }
}

TEST(DecodeTest, Windows1252HasACharacterForEveryByte) {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes.push_back(static_cast<char>(byte));
  const auto decoded = decode_as(bytes, "windows-1252");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text.size(), 256u);
  EXPECT_TRUE(decoded->replaced.empty());
  EXPECT_EQ(decoded->text[0x80], U'€');
  EXPECT_EQ(decoded->text[0x81], U'\u0081');
}

// ---- Accuracy. Random pieces of the sample text in each encoding; the floors are what an earlier, simpler cascade
// reached on Korean news (CP949 and UTF-16), and everything else the whole of it.

struct Measured {
  const char* name;
  std::function<std::string(std::u32string_view)> encode;
  const std::u32string* text;
  double floors[4];  // for pieces of 8, 20, 60 and 200 characters
};

constexpr std::size_t kLengths[4] = {8, 20, 60, 200};
constexpr int kPieces = 1000;

/// The share of pieces whose text came out as it went in. Not of those whose encoding was named as it was made: a
/// piece that is pure ASCII is rightly UTF-8.
double share_read(const Measured& measured, std::size_t length,
                  const std::function<bool(std::u32string_view)>& wanted) {
  std::mt19937 random(static_cast<unsigned>(length));
  int read = 0;
  for (int piece = 0; piece < kPieces;) {
    const std::u32string text = measured.text->substr(random() % (measured.text->size() - length), length);
    if (!wanted(text)) continue;
    read += decode(measured.encode(text)).text == text;
    ++piece;
  }
  return static_cast<double>(read) / kPieces;
}

void expect_floors(const Measured& measured, const std::function<bool(std::u32string_view)>& wanted) {
  for (int i = 0; i < 4; ++i) {
    const double share = share_read(measured, kLengths[i], wanted);
    testing::Test::RecordProperty(measured.name + ("_"s + std::to_string(kLengths[i])), std::to_string(share));
    EXPECT_GE(share, measured.floors[i]) << measured.name << ", pieces of " << kLengths[i];
  }
}

TEST(DecodeAccuracyTest, PiecesOfKoreanProseAreReadInEveryEncoding) {
  const auto with_mark = [](std::string mark, std::string (*encode)(std::u32string_view)) {
    return [=](std::u32string_view text) { return mark + encode(text); };
  };
  const std::vector<Measured> all = {
      {"windows-949", std::cref(to_windows_949()), &prose_of_ks_x_1001(), {.99, .999, 1, 1}},
      {"Johab", std::cref(to_johab()), &prose_of_ks_x_1001(), {.995, .999, 1, 1}},
      {"UTF-16LE", to_utf16le, &prose(), {.99, .999, 1, 1}},
      {"UTF-16BE", to_utf16be, &prose(), {.99, .999, 1, 1}},
      {"UTF-8", to_utf8, &prose(), {1, 1, 1, 1}},
      {"UTF-8 with mark", with_mark("\xEF\xBB\xBF", to_utf8), &prose(), {1, 1, 1, 1}},
      {"UTF-16LE with mark", with_mark("\xFF\xFE", to_utf16le), &prose(), {1, 1, 1, 1}},
      {"UTF-16BE with mark", with_mark("\xFE\xFF", to_utf16be), &prose(), {1, 1, 1, 1}},
  };
  for (const Measured& measured : all) {
    expect_floors(measured, [](std::u32string_view) { return true; });
  }
}

TEST(DecodeAccuracyTest, PiecesWithSyllablesThatEucKrLacksAreReadInEveryEncoding) {
  const std::u32string text = from_utf8(fixture("rare_syllables.txt"));
  const auto has_rare = [](std::u32string_view piece) {
    return piece.find_first_of(U"똠펲찦쑛핞믜햏뷁쬲뙇") != std::u32string_view::npos;
  };
  const std::vector<Measured> all = {
      {"windows-949 rare", std::cref(to_windows_949()), &text, {1, 1, 1, 1}},
      {"Johab rare", std::cref(to_johab()), &text, {1, 1, 1, 1}},
      {"UTF-16LE rare", to_utf16le, &text, {1, 1, 1, 1}},
      {"UTF-16BE rare", to_utf16be, &text, {1, 1, 1, 1}},
  };
  for (const Measured& measured : all) expect_floors(measured, has_rare);
}

// ---- By name.

TEST(DecodeAsTest, AllNamesOfTheKoreanWindowsEncodingAreOne) {
  for (const char* name : {"cp949", "CP949", "CP-949", "uhc", "UHC", "ms949", "MS_949", "euc-kr", "EUC_KR", "euckr",
                           "ks_c_5601-1987", "KS_C_5601-1989", "ksc5601", "KSC_5601", "korean", "windows-949",
                           "Windows949", "windows-949-2000", "x-windows-949", "csEUCKR", "iso-ir-149"}) {
    const auto decoded = decode_as("\x8C\x63 \xBC\x84", name);
    ASSERT_TRUE(decoded) << name;
    EXPECT_EQ(decoded->text, U"똠 펲") << name;
    EXPECT_EQ(decoded->encoding, "windows-949") << name;
  }
}

TEST(DecodeAsTest, ReadsJohabByItsNames) {
  for (const char* name : {"johab", "Johab", "JOHAB", "cp1361", "CP-1361", "ms1361", "MS_1361"}) {
    const auto decoded = decode_as("\x88\x61\xFF", name);
    ASSERT_TRUE(decoded) << name;
    EXPECT_EQ(decoded->text, U"가\uFFFD");
    EXPECT_EQ(decoded->encoding, "Johab");
    EXPECT_EQ(decoded->replaced, (Replaced{{1, "FF"}}));
  }
}

TEST(DecodeAsTest, Utf16GoesByItsMarkElseByTheLikelierOrder) {
  const std::u32string text = U"😀 도서관";
  EXPECT_EQ(decode_as("\xFE\xFF" + to_utf16be(text), "utf-16")->text, text);
  EXPECT_EQ(decode_as("\xFF\xFE" + to_utf16le(text), "UTF16")->text, text);
  EXPECT_EQ(decode_as(to_utf16le(text), "UTF_16")->encoding, "UTF-16LE");
  EXPECT_EQ(decode_as(to_utf16be(text), "utf16")->encoding, "UTF-16BE");
  EXPECT_EQ(decode_as("", "utf-16")->encoding, "UTF-16LE");
  EXPECT_EQ(decode_as("\xFF\xFE" + to_utf16le(text), "utf-16le")->text, text);
  EXPECT_TRUE(decode_as("\xFF\xFE" + to_utf16le(text), "utf-16le")->had_bom);
}

TEST(DecodeAsTest, ANameOverrulesWhatTheBytesLookLike) {
  EXPECT_EQ(decode_as("가", "windows-1252")->text, U"ê°€");
  EXPECT_EQ(decode_as("\xB0\xA1", "utf-8")->text, U"\uFFFD\uFFFD");
  EXPECT_EQ(decode_as("\xEF\xBB\xBFx", "iso-8859-1")->text, U"ï»¿x");
  EXPECT_EQ(decode_as("\xFF\xFE" "A", "windows-1252")->text, U"ÿþA");
}

TEST(DecodeAsTest, ReadsOtherEncodingsByIcusNames) {
  EXPECT_EQ(decode_as("\x93\xFA\x96\x7B", "Shift_JIS")->text, U"日本");
  EXPECT_EQ(decode_as("\x93\xFA\x96\x7B", "shiftjis")->encoding, "ibm-943_P15A-2003");
  EXPECT_EQ(decode_as("\xC4\xE3\xBA\xC3", "gbk")->text, U"你好");
  EXPECT_EQ(decode_as("\x94\x39\xFC\x36\xD6\xD0", "GB18030")->text, U"😀中");
  EXPECT_EQ(decode_as("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251")->text, U"Привет");
  EXPECT_EQ(decode_as("\x84\x31\x95\x33" "A", "gb18030")->text, U"A");
  EXPECT_TRUE(decode_as("\x84\x31\x95\x33" "A", "gb18030")->had_bom);
}

TEST(DecodeAsTest, CanonicalNamesReadTheSameAgain) {
  for (const char* name : {"utf8", "latin1", "shift_jis", "big5", "euc-jp", "koi8-r", "cp1252", "uhc", "cp1361"}) {
    const auto decoded = decode_as("A\xB0\xA1 \xFF\x80", name);
    ASSERT_TRUE(decoded) << name;
    EXPECT_EQ(decode_as("A\xB0\xA1 \xFF\x80", decoded->encoding), decoded) << name;
  }
  EXPECT_EQ(decode_as("", "cp1252")->encoding, "windows-1252");
}

TEST(DecodeAsTest, UndecodableBytesAreReplacedAndListedWhereverTheyStand) {
  const auto ascii = decode_as("A\xFF" "B\x80", "us-ascii");
  ASSERT_TRUE(ascii);
  EXPECT_EQ(ascii->text, U"A\uFFFDB\uFFFD");
  EXPECT_EQ(ascii->replaced, (Replaced{{1, "FF"}, {3, "80"}}));
  // Behind a character of two units, and behind more than ICU gives at once.
  const auto chinese = decode_as("\x94\x39\xFC\x36" + std::string(10000, 'x') + "\xFF\xD6", "gb18030");
  ASSERT_TRUE(chinese);
  EXPECT_EQ(chinese->text, U"😀" + std::u32string(10000, U'x') + U"\uFFFD\uFFFD");
  EXPECT_EQ(chinese->replaced, (Replaced{{10001, "FF"}, {10002, "D6"}}));
}

TEST(DecodeAsTest, UnknownAndUnsuitableNamesAreRefused) {
  for (const std::string_view name :
       {""sv, " "sv, "-"sv, "no-such-encoding"sv, "../../etc/passwd"sv, "utf-8\0"sv, "utf-8\n"sv, "한글"sv,
        "ISO-2022-KR"sv, "iso-2022-jp"sv, "HZ"sv, "UTF-7"sv, "SCSU"sv, "BOCU-1"sv, "LMBCS-1"sv, "IMAP-mailbox-name"sv,
        "CESU-8"sv, "ibm-933"sv, "x11-compound-text"sv}) {
    EXPECT_EQ(decode_as("text", name), std::nullopt) << name;
  }
  EXPECT_EQ(decode_as("text", std::string(100000, 'a')), std::nullopt);
}

TEST(DecodeAsTest, NoEncodingOfIcuFailsOnRandomBytes) {
  std::mt19937 random(5);
  std::string bytes(600, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  int readable = 0;
  for (int i = 0; i < ucnv_countAvailable(); ++i) {
    const auto decoded = decode_as(bytes, ucnv_getAvailableName(i));
    if (!decoded) continue;
    ++readable;
    expect_consistent(*decoded);
  }
  EXPECT_GT(readable, 150);
}

}  // namespace
}  // namespace mitjul
