#pragma once

#include <cstdint>
#include <string_view>

namespace mitjul {

// Letters of Hangul that stand alone (Unicode 15, sections 3.12 and 18.6).

/// ㄱ to ㆎ, without U+3164, which shows nothing.
constexpr bool is_compatibility_jamo(char32_t c) { return c >= 0x3131 && c <= 0x318E && c != 0x3164; }
/// Consonants among them: ㄱ to ㅎ, those that are written together (ㄳ) included.
constexpr bool is_consonant_jamo(char32_t c) { return c >= 0x3131 && c <= 0x314E; }
/// Half-width ones, as old systems wrote them.
constexpr bool is_halfwidth_jamo(char32_t c) {
  return (c >= 0xFFA1 && c <= 0xFFBE) || (c >= 0xFFC2 && c <= 0xFFC7) || (c >= 0xFFCA && c <= 0xFFCF) ||
         (c >= 0xFFD2 && c <= 0xFFD7) || (c >= 0xFFDA && c <= 0xFFDC);
}
/// Conjoining initials: what a syllable begins with in NFD.
constexpr bool is_leading_jamo(char32_t c) { return c >= 0x1100 && c <= 0x1112; }

/// The initials of syllables in the order of Unicode.
constexpr std::u32string_view kInitials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
/// The syllables from 가 with the same initial.
constexpr std::uint32_t kSyllablesPerInitial = 588;

/// The two consonants that one is written of which no syllable begins with (ㄳ: ㄱㅅ); empty for others.
constexpr std::u32string_view consonants_of(char32_t c) {
  switch (c) {
    case U'ㄳ': return U"ㄱㅅ";
    case U'ㄵ': return U"ㄴㅈ";
    case U'ㄶ': return U"ㄴㅎ";
    case U'ㄺ': return U"ㄹㄱ";
    case U'ㄻ': return U"ㄹㅁ";
    case U'ㄼ': return U"ㄹㅂ";
    case U'ㄽ': return U"ㄹㅅ";
    case U'ㄾ': return U"ㄹㅌ";
    case U'ㄿ': return U"ㄹㅍ";
    case U'ㅀ': return U"ㄹㅎ";
    case U'ㅄ': return U"ㅂㅅ";
    default: return {};
  }
}

/// Conjoining initials and vowels, and half-width jamo, as compatibility jamo; anything else as it is.
constexpr char32_t to_compatibility_jamo(char32_t c) {
  if (is_leading_jamo(c)) return kInitials[c - 0x1100];
  if (c >= 0x1161 && c <= 0x1175) return c - 0x1161 + 0x314F;
  if (!is_halfwidth_jamo(c)) return c;
  if (c <= 0xFFBE) return c - 0xFFA1 + 0x3131;
  // The vowels stand in groups of six, with two places free behind each.
  return 0x314F + (c - 0xFFC2) / 8 * 6 + (c - 0xFFC2) % 8;
}

}  // namespace mitjul
