#include "export/tokens.h"

#include <algorithm>
#include <string>

#include "core/blanks.h"
#include "core/utf8.h"
#include "core/word_letter.h"

namespace mitjul {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_latin_or_digit(char32_t c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Whether `mark` holds a word together that has `before` and `behind` on its two sides.
bool joins(char32_t before, char32_t mark, char32_t behind) {
  if (mark == '.' || mark == ',') return is_digit(before) && is_digit(behind);
  const bool inside_words = std::u32string_view(U"-&+'’_").find(mark) != std::u32string_view::npos;
  return inside_words && is_latin_or_digit(before) && is_latin_or_digit(behind);
}

class Tokens {
 public:
  Tokens(const Text& text, Span sentence, const std::vector<TaggedSpan>& spans) : text_(text), sentence_(sentence) {
    const std::string_view utf8 = text.slice(sentence);
    for (std::size_t byte = 0; byte < utf8.size();) characters_.push_back(next_code_point(utf8, byte));
    edges_.assign(characters_.size() + 1, false);
    for (const TaggedSpan& span : spans) {
      edges_.at(span.span.start - sentence.start) = true;
      edges_.at(span.span.end - sentence.start) = true;
    }
  }

  std::vector<Span> find() const {
    std::vector<Span> tokens;
    for (std::size_t i = 0; i < characters_.size();) {
      std::size_t end = i + 1;
      if (!is_blank(characters_[i])) {
        while (end < characters_.size() && !parts(end)) ++end;
        tokens.emplace_back(position(i), position(end));
      }
      i = end;
    }
    return tokens;
  }

 private:
  TextPos position(std::size_t index) const { return sentence_.start + static_cast<std::uint32_t>(index); }
  char32_t at(std::size_t index) const { return index < characters_.size() ? characters_[index] : U' '; }

  /// Whether a token ends before the character of this index, which is not the first.
  bool parts(std::size_t i) const {
    const char32_t before = characters_[i - 1];
    const char32_t behind = characters_[i];
    if (edges_[i] || is_blank(behind)) return true;
    if (is_word_letter(before) && is_word_letter(behind)) return false;
    const char32_t earlier = i < 2 ? U' ' : characters_[i - 2];
    if (joins(before, behind, at(i + 1)) || joins(earlier, before, behind)) return false;
    if (before == behind && (before < 0x80 || before == U'…')) return false;
    return text_.is_grapheme_boundary(position(i));
  }

  const Text& text_;
  Span sentence_;
  std::u32string characters_;
  std::vector<bool> edges_;
};

}  // namespace

std::vector<Span> tokens_of(const Text& text, Span sentence, const std::vector<TaggedSpan>& spans) {
  return Tokens(text, sentence, spans).find();
}

}  // namespace mitjul
