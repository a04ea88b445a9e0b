#include "core/blanks.h"

#include <unicode/uchar.h>

namespace mitjul {

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_blank_at(const Text& text, TextPos pos) {
  if (!is_blank(text.at(pos))) return false;
  const auto ends_cluster = [&](TextPos at) {
    return text.is_grapheme_boundary(at) || (is_blank(text.at(at - 1)) && is_blank(text.at(at)));
  };
  return ends_cluster(pos) && ends_cluster(pos + 1);
}

Span trim_blanks(const Text& text, Span span) {
  while (span.start < span.end && is_blank_at(text, span.start)) span.start = span.start + 1;
  while (span.end > span.start && is_blank_at(text, span.end - 1)) span.end = span.end - 1;
  return span;
}

}  // namespace mitjul
