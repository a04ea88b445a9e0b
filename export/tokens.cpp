#include "export/tokens.h"

#include <algorithm>
#include <string_view>

#include "core/blanks.h"

namespace mitjul {
namespace {

bool is_punctuation(char32_t c) {
  constexpr std::u32string_view kMarks =
      U"!\"#%&'()*,-./:;?@[\\]_{}“”‘’…·。、，．！？：；「」『』《》〈〉【】（）［］｛｝〔〕";
  return kMarks.find(c) != std::u32string_view::npos;
}

/// Where a sentence begins: the units, or the lines.
std::vector<TextPos> beginnings(const Text& text, const FindUnits& find) {
  std::vector<TextPos> begins;
  if (find) {
    for (const Span& unit : find(text)) begins.push_back(unit.start);
  } else {
    begins.emplace_back(0U);
    for (TextPos pos(0); pos < text.end(); pos = pos + 1) {
      if (text.at(pos) == U'\n') begins.push_back(pos + 1);
    }
  }
  return begins;
}

/// An eojeol without the marks at its edges, and these.
void add_tokens(const Text& text, Span eojeol, std::vector<Span>& tokens) {
  const auto is_mark = [&](TextPos pos) {
    return is_punctuation(text.at(pos)) && text.is_grapheme_boundary(pos) && text.is_grapheme_boundary(pos + 1);
  };
  while (eojeol.start < eojeol.end && is_mark(eojeol.start)) {
    tokens.emplace_back(eojeol.start, eojeol.start + 1);
    eojeol.start = eojeol.start + 1;
  }
  TextPos end = eojeol.end;
  while (end > eojeol.start && is_mark(end - 1)) end = end - 1;
  if (eojeol.start < end) tokens.emplace_back(eojeol.start, end);
  for (; end < eojeol.end; end = end + 1) tokens.emplace_back(end, end + 1);
}

}  // namespace

std::vector<TokenisedSentence> tokenised(const Text& text, const FindUnits& find) {
  const std::vector<TextPos> begins = beginnings(text, find);
  std::vector<TokenisedSentence> sentences;
  auto next = begins.begin();
  bool fresh = true;  // the next token begins a sentence
  for (TextPos pos(0); pos < text.end();) {
    for (; next != begins.end() && *next <= pos; ++next) fresh = true;
    if (is_blank(text.at(pos))) {
      pos = pos + 1;
      continue;
    }
    const TextPos limit = next == begins.end() ? text.end() : std::min(*next, text.end());
    TextPos end = pos;
    while (end < limit && !is_blank(text.at(end))) end = end + 1;
    if (fresh || sentences.empty()) sentences.emplace_back();
    fresh = false;
    add_tokens(text, {pos, end}, sentences.back().tokens);
    pos = end;
  }
  for (TokenisedSentence& sentence : sentences)
    sentence.span = {sentence.tokens.front().start, sentence.tokens.back().end};
  return sentences;
}

}  // namespace mitjul
