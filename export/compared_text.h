#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// A text as wordings are compared: composed letters, and a stretch of white space as one blank; with the way back to
/// the bytes of its UTF-8, which is valid.
struct ComparedText {
  explicit ComparedText(std::string_view utf8);

  std::u32string plain;
  std::u32string folded;              ///< and in lower case, wide letters and digits as narrow ones
  std::vector<std::uint32_t> starts;  ///< of each letter's bytes
  std::vector<std::uint32_t> ends;    ///< behind them
  bool is_composed = true;            ///< whether all letters stand there composed

 private:
  void add(char32_t c, std::size_t start, std::size_t end);
};

/// Whether it is a letter or a digit, of any script.
bool is_letter_or_digit(char32_t c);
/// Whether it is a Hangul syllable or a single jamo.
bool is_hangul_letter(char32_t c);

/// The code points as they are.
std::u32string code_points_of(std::string_view utf8);
std::string in_nfc(std::string_view utf8);
/// Without the white space at its ends.
std::string_view trimmed_surface(std::string_view surface);

}  // namespace mitjul
