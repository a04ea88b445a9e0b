#include "export/word_behind.h"

#include <algorithm>

#include "core/utf8.h"
#include "export/compared_text.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostLetters = 10;

bool is_closing_quote(char32_t c) { return std::u32string_view(U"’”'\"」』》〉").find(c) != std::u32string_view::npos; }

/// As many code points as any word has that is looked at, with the character behind it.
std::string_view beginning_of(std::string_view utf8) {
  constexpr std::size_t kJamo = 3;
  std::size_t byte = 0;
  for (std::size_t i = 0; i < (kMostLetters + 2) * kJamo && byte < utf8.size(); ++i) next_code_point(utf8, byte);
  return utf8.substr(0, byte);
}

}  // namespace

WordBehind word_behind(std::string_view utf8, std::size_t byte) {
  std::size_t next = byte;
  if (next < utf8.size() && is_closing_quote(next_code_point(utf8, next))) byte = next;
  const ComparedText text(beginning_of(utf8.substr(byte)));
  const auto end = std::find_if_not(text.plain.begin(), text.plain.end(), is_hangul_letter);
  WordBehind word{std::u32string(text.plain.begin(), end), byte, {}};
  if (word.letters.size() > kMostLetters || (end != text.plain.end() && is_letter_or_digit(*end))) return {};
  for (std::size_t i = 0; i < word.letters.size(); ++i) word.ends.push_back(byte + text.ends[i]);
  return word;
}

}  // namespace mitjul
