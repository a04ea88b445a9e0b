#include "import/johab.h"

#include <unicode/ucnv.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/error.h"

namespace mitjul {

namespace {

constexpr unsigned kFirstLead = 0x81;
constexpr unsigned kLastLead = 0xFE;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// All two-byte characters of windows-949, a row of 256 for each lead byte. An ICU converter is not safe to share
/// between threads and takes longer for two bytes than the rest of the work, hence the table.
std::vector<char16_t> make_windows_949_table() {
  std::vector<char16_t> table((kLastLead - kFirstLead + 1) * 256, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  // Not "EUC-KR" or "CP949": ICU takes these for IBM's code pages, which lack 8,822 of the syllables.
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open("windows-949", &status));
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  // Without it Korean files would silently be read as Western ones.
  if (U_FAILURE(status)) throw Error(ErrorKind::InputOutput, {}, "this ICU cannot read windows-949");
  for (std::size_t i = 0; i < table.size(); ++i) {
    const char bytes[2] = {static_cast<char>(kFirstLead + i / 256), static_cast<char>(i % 256)};
    std::array<UChar, 4> units{};
    status = U_ZERO_ERROR;
    const std::int32_t length = ucnv_toUChars(converter.get(), units.data(), 4, bytes, 2, &status);
    if (U_SUCCESS(status) && length == 1) table[i] = units[0];
  }
  return table;
}

// The five bits of each letter of a syllable give its index in the order of Unicode's syllables (The Unicode
// Standard, 3.12), kNone where the letter is absent and kBad where the code is not used.
constexpr std::int8_t kNone = -1;
constexpr std::int8_t kBad = -2;

constexpr std::array<std::int8_t, 32> kInitial = {kBad, kNone, 0,    1,    2,    3,    4,    5,    6,    7,   8,
                                                  9,    10,    11,   12,   13,   14,   15,   16,   17,   18,  kBad,
                                                  kBad, kBad,  kBad, kBad, kBad, kBad, kBad, kBad, kBad, kBad};
constexpr std::array<std::int8_t, 32> kMedial = {kBad, kBad, kNone, 0,    1,  2,    3,    4,  kBad, kBad, 5,
                                                 6,    7,    8,     9,    10, kBad, kBad, 11, 12,   13,   14,
                                                 15,   16,   kBad,  kBad, 17, 18,   19,   20, kBad, kBad};
// Counted from 1 as in Unicode's arithmetic, where 0 is "no final letter".
constexpr std::array<std::int8_t, 32> kFinal = {kBad, kNone, 1,  2,  3,  4,  5,  6,    7,    8,   9,
                                                10,   11,    12, 13, 14, 15, 16, kBad, 17,   18,  19,
                                                20,   21,    22, 23, 24, 25, 26, 27,   kBad, kBad};

// Lone letters are the compatibility jamo U+3131 to U+3163: the consonants in the order of the final letters, with
// the three that are never final in between; the vowels in the order of the medial letters.
constexpr std::u32string_view kInitialLetters = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view kFinalLetters = U"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
constexpr char32_t kFirstVowelLetter = U'ㅏ';

char32_t hangul(unsigned code) {
  const int initial = kInitial[code >> 10 & 31];
  const int medial = kMedial[code >> 5 & 31];
  const int final = kFinal[code & 31];
  if (initial == kBad || medial == kBad || final == kBad) return 0;
  if (initial != kNone && medial != kNone) {
    const int index = (initial * 21 + medial) * 28 + (final == kNone ? 0 : final);
    return U'가' + static_cast<char32_t>(index);
  }
  if ((initial != kNone) + (medial != kNone) + (final != kNone) > 1) return 0;
  if (initial != kNone) return kInitialLetters[static_cast<std::size_t>(initial)];
  if (medial != kNone) return kFirstVowelLetter + static_cast<char32_t>(medial);
  if (final != kNone) return kFinalLetters[static_cast<std::size_t>(final - 1)];
  return U'\u3000';  // three fillers: a blank as wide as a syllable
}

/// The symbols (lead bytes D9 to DE) and Hanja (E0 to F9). A lead byte stands for two rows of KS X 1001 and its 188
/// trail bytes, 31 to 7E and 91 to FE, for their cells one after the other.
char32_t symbol(unsigned lead, unsigned trail) {
  const bool lower = trail >= 0x31 && trail <= 0x7E;
  if (!lower && (trail < 0x91 || trail > 0xFE)) return 0;
  if (lead == 0xDA && trail >= 0xA1 && trail <= 0xD3) return 0;
  const unsigned cell = lower ? trail - 0x31 : trail - 0x91 + 78;
  const unsigned row = (lead <= 0xDE ? (lead - 0xD9) * 2 : (lead - 0xE0) * 2 + 41) + cell / 94;
  return windows_949_character(static_cast<unsigned char>(0xA1 + row), static_cast<unsigned char>(0xA1 + cell % 94));
}

}  // namespace

char32_t windows_949_character(unsigned char lead, unsigned char trail) {
  static const std::vector<char16_t> table = make_windows_949_table();
  if (lead < kFirstLead || lead > kLastLead) return 0;
  return table[(lead - kFirstLead) * 256 + trail];
}

char32_t johab_character(unsigned char lead, unsigned char trail) {
  if (lead >= 0x84 && lead <= 0xD3) return hangul(static_cast<unsigned>(lead) << 8 | trail);
  if ((lead >= 0xD9 && lead <= 0xDE) || (lead >= 0xE0 && lead <= 0xF9)) return symbol(lead, trail);
  return 0;
}

std::optional<std::u32string> decode_johab(std::string_view bytes) {
  std::u32string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) {
      text.push_back(lead);
      continue;
    }
    if (++i == bytes.size()) return std::nullopt;
    const char32_t c = johab_character(lead, static_cast<unsigned char>(bytes[i]));
    if (c == 0) return std::nullopt;
    text.push_back(c);
  }
  return text;
}

}  // namespace mitjul
