#include "korean/word_run.h"

#include "core/utf8.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

bool is_latin_or_digit(char32_t c) {
  const LetterKind kind = letter_kind(c);
  return kind == LetterKind::Foreign || kind == LetterKind::Digit;
}
bool is_digit(char32_t c) { return letter_kind(c) == LetterKind::Digit; }
/// ㎞ ㎡ ㎏ and their like, and degrees.
bool is_unit_sign(char32_t c) { return (c >= 0x3380 && c <= 0x33DF) || c == 0x2103 || c == 0x2109; }
bool makes_keycap(char32_t c) { return c == 0xFE0F || c == 0x20E3; }

/// Whether a character belongs to a word, by the characters beside it; 0 stands for none.
bool in_word(char32_t before, char32_t c, char32_t behind) {
  switch (letter_kind(c)) {
    case LetterKind::Hangul:
    case LetterKind::Foreign:
    case LetterKind::Han: return true;
    case LetterKind::Digit: return !makes_keycap(behind);
    case LetterKind::Mark: return before != 0 && letter_kind(before) != LetterKind::Other;
    case LetterKind::Other: break;
  }
  switch (c) {
    case '_': return is_latin_or_digit(before) && is_latin_or_digit(behind);
    case '/': return is_digit(before) && is_digit(behind);
    case '+': return letter_kind(before) == LetterKind::Foreign || (is_digit(before) && is_latin_or_digit(behind));
    case '-':
      return (is_latin_or_digit(before) && is_latin_or_digit(behind)) ||
             (letter_kind(before) == LetterKind::Hangul && is_digit(behind));
    case '&':
    case '\'':
    case U'’':
    case '.': return is_latin_or_digit(before) && is_latin_or_digit(behind);
    case ',':
    case U'·': return is_digit(before) && is_digit(behind);
    case '%':
    case U'％': return is_digit(before);
    case '$': return is_digit(behind);
    default: return is_unit_sign(c) && is_digit(before);
  }
}

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

/// A walk over the characters of UTF-8 in both directions.
class Cursor {
 public:
  Cursor(std::string_view utf8, std::size_t byte) : utf8_(utf8), byte_(byte) {}

  /// The character behind, or 0 at the end.
  char32_t behind() const {
    std::size_t byte = byte_;
    return byte < utf8_.size() ? next_code_point(utf8_, byte) : 0;
  }
  /// The character before, or 0 at the start.
  char32_t before() const {
    std::size_t byte = start_of_previous();
    return byte_ == 0 ? 0 : next_code_point(utf8_, byte);
  }
  void next() { next_code_point(utf8_, byte_); }
  void previous() { byte_ = start_of_previous(); }

 private:
  std::size_t start_of_previous() const {
    std::size_t byte = byte_;
    while (byte > 0 && is_continuation(utf8_[--byte])) {
    }
    return byte;
  }

  std::string_view utf8_;
  std::size_t byte_;
};

/// Whether the character behind the cursor belongs to a word.
bool in_word(Cursor at) {
  const char32_t c = at.behind();
  if (c == 0) return false;
  if (is_syllable(c)) return true;
  const char32_t before = at.before();
  at.next();
  return in_word(before, c, at.behind());
}

/// Appends a character, composed with the one before it if they are one letter; whether they were.
bool append_composed(std::u32string& letters, char32_t c) {
  const char32_t pair = letters.empty() ? 0 : composed(letters.back(), c);
  if (pair == 0) {
    letters.push_back(c);
    return false;
  }
  letters.back() = pair;
  return true;
}

}  // namespace

Span word_at(const Text& text, TextPos pos) {
  Cursor cursor(text.utf8(), text.to_byte(pos));
  TextPos start = pos;
  if (!in_word(cursor)) {
    if (cursor.before() == 0) return {pos, pos};
    cursor.previous();
    if (!in_word(cursor)) return {pos, pos};
    start = pos - 1;
  }
  Cursor forward = cursor;
  TextPos end = start;
  for (; in_word(forward); forward.next()) end = end + 1;
  for (; cursor.before() != 0; start = start - 1) {
    cursor.previous();
    if (!in_word(cursor)) break;
  }
  return text.snap_to_graphemes({start, end});
}

WordRun read_word(const Text& text, Span word) {
  WordRun run{word, {}, {}};
  const std::string_view slice = text.slice(word);
  std::uint32_t code_points = 0;
  for (std::size_t byte = 0; byte < slice.size();) {
    const bool joined = append_composed(run.letters, next_code_point(slice, byte));
    ++code_points;
    if (joined) {
      run.ends.back() = code_points;
    } else {
      run.ends.push_back(code_points);
    }
  }
  return run;
}

void for_each_word(std::string_view utf8, const std::function<void(std::u32string_view)>& take) {
  std::u32string letters;
  char32_t before = 0;
  std::size_t byte = 0;
  char32_t c = utf8.empty() ? 0 : next_code_point(utf8, byte);
  while (c != 0 || byte < utf8.size()) {
    const char32_t behind = byte < utf8.size() ? next_code_point(utf8, byte) : 0;
    if (is_syllable(c) || in_word(before, c, behind)) {
      append_composed(letters, c);
    } else if (!letters.empty()) {
      take(letters);
      letters.clear();
    }
    before = c;
    c = behind;
  }
  if (!letters.empty()) take(letters);
}

}  // namespace mitjul
