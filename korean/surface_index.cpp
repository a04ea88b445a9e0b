#include "korean/surface_index.h"

#include "core/utf8.h"
#include "korean/separators.h"

namespace mitjul {
namespace {

/// A character that ends a line; of CR LF only the second.
bool ends_line(char32_t c) { return (c >= 0x0A && c <= 0x0C) || c == 0x85 || c == 0x2028 || c == 0x2029; }

}  // namespace

std::u32string surface_letters(std::string_view utf8) {
  std::u32string letters;
  for (const char32_t c : composed_letters(utf8)) {
    if (!is_blank(c)) {
      letters.push_back(c);
    } else if (!letters.empty() && letters.back() != U' ') {
      letters.push_back(U' ');
    }
  }
  if (!letters.empty() && letters.back() == U' ') letters.pop_back();
  return letters;
}

Span SurfaceText::span(std::size_t begin, std::size_t end) const { return {starts[begin], starts[end]}; }

SurfaceText surface_text(const Text& text) {
  SurfaceText made;
  made.letters.reserve(text.length());
  made.starts.reserve(text.length() + 1);
  const std::string& utf8 = text.utf8();
  TextPos pos;
  int line_ends = -1;  // of the run of blanks before `pos`; -1: there is none
  for (std::size_t byte = 0; byte < utf8.size(); pos = pos + 1) {
    const char32_t c = next_code_point(utf8, byte);
    if (is_blank(c)) {
      if (line_ends < 0) {
        made.letters.push_back(U' ');
        made.starts.push_back(pos);
        line_ends = 0;
      }
      if (ends_line(c) || (c == U'\r' && (byte == utf8.size() || utf8[byte] != '\n'))) ++line_ends;
      if (line_ends == 1) made.letters.back() = SurfaceText::kLineEnd;
      if (line_ends > 1) made.letters.back() = SurfaceText::kParagraphEnd;
      continue;
    }
    line_ends = -1;
    const char32_t pair = made.letters.empty() ? 0 : composed(made.letters.back(), c);
    if (pair != 0) {
      made.letters.back() = pair;
    } else {
      made.letters.push_back(c);
      made.starts.push_back(pos);
    }
  }
  made.starts.push_back(text.end());
  return made;
}

void SurfaceIndex::insert(std::u32string_view surface, std::uint32_t number) {
  const bool there = find(surface) != kNone;
  LetterHash hash;
  Beginning* last = nullptr;
  for (const char32_t c : surface) {
    hash.add(c);
    last = &beginnings_[hash.value()];
    if (!there) ++last->surfaces;
  }
  last->number = number;
}

void SurfaceIndex::erase(std::u32string_view surface) {
  if (find(surface) == kNone) return;
  LetterHash hash;
  for (std::size_t i = 0; i < surface.size(); ++i) {
    hash.add(surface[i]);
    const auto beginning = beginnings_.find(hash.value());
    if (i + 1 == surface.size()) beginning->second.number = kNone;
    if (--beginning->second.surfaces == 0) beginnings_.erase(beginning);
  }
}

std::uint32_t SurfaceIndex::find(std::u32string_view surface) const {
  const auto found = beginnings_.find(hash_of(surface));
  return found == beginnings_.end() ? kNone : found->second.number;
}

}  // namespace mitjul
