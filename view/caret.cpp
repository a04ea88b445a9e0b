#include "view/caret.h"

namespace mitjul {
namespace {

// No eojeol is as long as that; without a limit, each motion of the mouse would walk through a text without blanks.
constexpr std::uint32_t kLongestEojeol = 2000;

/// Moves back over characters that are, or are not, blanks.
TextPos back_while(const Text& text, TextPos pos, bool blank) {
  for (std::uint32_t left = kLongestEojeol; pos > TextPos(0) && is_blank_at(text, pos - 1) == blank; --left) {
    if (left == 0) return text.is_grapheme_boundary(pos) ? pos : text.previous_grapheme(pos);
    pos = pos - 1;
  }
  return pos;
}

TextPos on_while(const Text& text, TextPos pos, bool blank) {
  for (std::uint32_t left = kLongestEojeol; pos < text.end() && is_blank_at(text, pos) == blank; --left) {
    if (left == 0) return text.is_grapheme_boundary(pos) ? pos : text.next_grapheme(pos);
    pos = pos + 1;
  }
  return pos;
}

}  // namespace

Span eojeol_at(const Text& text, TextPos pos) {
  if (pos == text.end() || is_blank_at(text, pos)) {
    if (pos == TextPos(0) || is_blank_at(text, pos - 1)) return {pos, pos};
    return {back_while(text, pos, false), pos};
  }
  return {back_while(text, pos, false), on_while(text, pos, false)};
}

TextPos next_eojeol(const Text& text, TextPos pos) { return on_while(text, on_while(text, pos, false), true); }

TextPos previous_eojeol(const Text& text, TextPos pos) { return back_while(text, back_while(text, pos, true), false); }

TextPos eojeol_end(const Text& text, TextPos pos) { return on_while(text, on_while(text, pos, true), false); }

}  // namespace mitjul
