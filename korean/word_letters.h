#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mitjul {

/// What a character is in a word. Foreign: a letter of any other script, nearly always Latin.
enum class LetterKind { Hangul, Foreign, Digit, Han, Mark, Other };
LetterKind letter_kind(char32_t c);

/// Whether a character is a composed Hangul syllable (U+AC00 to U+D7A3).
constexpr bool is_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }
/// The final consonant of a syllable as its number in Unicode (0: none, 8: ㄹ); Unicode 15, section 3.12.
constexpr std::uint32_t final_consonant(char32_t syllable) { return (syllable - 0xAC00) % 28; }

/// The character that two in sequence are composed to (NFC), or 0: ㅎ + ㅏ gives 하, 하 + ㄴ gives 한.
char32_t composed(char32_t first, char32_t second);

/// UTF-8 as composed code points.
std::u32string composed_letters(std::string_view utf8);

/// A hash of letters that goes on letter by letter, so that the hashes of all beginnings of a word cost one walk.
class LetterHash {
 public:
  void add(char32_t c) { state_ = (state_ ^ c) * 0x100000001B3ULL; }
  /// The hash of the letters so far; never 0.
  std::uint64_t value() const {
    std::uint64_t mixed = state_ ^ (state_ >> 32U);
    mixed *= 0x9E3779B97F4A7C15ULL;
    mixed ^= mixed >> 29U;
    return mixed | 1U;
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

inline std::uint64_t hash_of(std::u32string_view letters) {
  LetterHash hash;
  for (const char32_t c : letters) hash.add(c);
  return hash.value();
}

}  // namespace mitjul
