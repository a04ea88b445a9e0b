// What must hold for occurrences and suggestions in any text, be it no text at all.

#include <gtest/gtest.h>

#include <random>

#include "core/utf8.h"
#include "korean/date_quantity.h"
#include "korean/occurrences.h"
#include "korean/suggestions.h"

namespace mitjul {
namespace {

/// Text of the pieces that the rules look at, and of what they do not expect.
Text random_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces{
      "🚀",    "가",   "온",   "은",     "이",     "만",      "인",     "판",     "측", " ",      " ",
      "\n",   "\n\n", "\t",   "1",      "2",      "20",      "년",     "3월",    "일", "만",     "여",
      "억",   ".",    ",",    "~",      "-",      "%",       "$",      "A",      "i",  "'",      "(",
      ")",    "·",    "中",   "\u1100", "\u1161", "\u11AB",  "\uFE0F", "\u20E3", "🇰🇷", "\u200D", "년대",
      "시간", "오전", "분의", "수",     "/",      "http://", "올해",   "초",     "ㅋ", "e\u0301"};
  std::string utf8;
  for (std::size_t left = random() % 60; left > 0; --left) utf8 += kPieces[random() % kPieces.size()];
  return Text(std::move(utf8));
}

void expect_in_order(const Text& text, const std::vector<Span>& spans) {
  TextPos end;
  for (const Span span : spans) {
    ASSERT_LT(span.start, span.end) << text.utf8();
    ASSERT_LE(end, span.start) << text.utf8();
    ASSERT_TRUE(text.is_grapheme_boundary(span.start) && text.is_grapheme_boundary(span.end)) << text.utf8();
    end = span.end;
  }
  ASSERT_LE(end, text.end());
}

TEST(WordsPropertyTest, WhatIsFoundIsInOrderApartAndBetweenClusters) {
  std::mt19937 random(1);  // NOLINT: the same texts every time
  const Schema schema = *preset("claims-entities");
  const DocumentKey here = DocumentKey::generate();
  const DocumentKey elsewhere = DocumentKey::generate();
  for (int i = 0; i < 3000; ++i) {
    const Text text = random_text(random);
    const Text other = random_text(random);
    ProjectWords words;
    std::vector<LabelledSpan> annotations;
    for (std::uint32_t start = 0; start + 4 < other.length(); start += 5) {
      annotations.push_back({other.snap_to_graphemes(Span(start, start + 1 + random() % 4)), "ORG"});
    }
    words.put(elsewhere, other, annotations);
    words.put(here, text, {});

    std::vector<Span> spans;
    for (const FoundPattern& found : dates_and_quantities(text)) spans.push_back(found.span);
    expect_in_order(text, spans);

    for (const LabelledSpan& annotation : annotations) {
      spans.clear();
      for (const Occurrence& hit : occurrences(text, other.slice(annotation.span), words)) spans.push_back(hit.span);
      expect_in_order(text, spans);
    }

    spans.clear();
    for (const Suggestion& suggestion : suggest_words(text, here, words, schema, {})) {
      spans.push_back(suggestion.span);
      ASSERT_TRUE(suggestion.confidence > 0 && suggestion.confidence <= 1);
      ASSERT_NE(schema.find(suggestion.label), nullptr);
    }
    expect_in_order(text, spans);

    words.remove(elsewhere);
    words.remove(here);
    ASSERT_EQ(words.lexicon().size(), 0U);
    ASSERT_TRUE(words.lexicon().index().empty());
  }
}

}  // namespace
}  // namespace mitjul
