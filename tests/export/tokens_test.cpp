#include "export/tokens.h"

#include <gmock/gmock.h>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Tokens of a text with marked spans.
std::vector<std::string> tokens(const std::string& marked_text) {
  const MarkedText given = marked(marked_text);
  std::vector<TaggedSpan> spans;
  for (const Span& span : given.spans) spans.push_back({span, "X"});
  std::vector<std::string> words;
  for (const Span& token : tokens_of(given.text, given.text.all(), spans)) words.emplace_back(given.text.slice(token));
  return words;
}

TEST(TokensTest, EndAtBlanksPunctuationAndWhereSpansDo) {
  EXPECT_THAT(tokens("🚀 {화웨이}가 칩을 확보했다."), ElementsAre("🚀", "화웨이", "가", "칩을", "확보했다", "."));
  EXPECT_THAT(tokens("🚀“{딥시크}”(DeepSeek)는"), ElementsAre("🚀", "“", "딥시크", "”", "(", "DeepSeek", ")", "는"));
}

TEST(TokensTest, KeepNumbersAndLatinWordsWhole) {
  EXPECT_THAT(tokens("🚀 1,000.5원, 3.5%. GPT-4o AT&T's R1+ U.S."),
              ElementsAre("🚀", "1,000.5원", ",", "3.5", "%", ".", "GPT-4o", "AT&T's", "R1", "+", "U", ".", "S", "."));
  EXPECT_THAT(tokens("🚀 -DOCSTART- 한-미"), ElementsAre("🚀", "-", "DOCSTART", "-", "한", "-", "미"));
}

TEST(TokensTest, ASpanMayEndInsideANumber) {
  EXPECT_THAT(tokens("🚀 {35조}6{.5}%"), ElementsAre("🚀", "35조", "6", ".5", "%"));
}

TEST(TokensTest, KeepRepeatedMarksTogether) {
  EXPECT_THAT(tokens("🚀 음...?! ……끝##"), ElementsAre("🚀", "음", "...", "?", "!", "……", "끝", "##"));
}

TEST(TokensTest, KeepClustersWhole) {
  EXPECT_THAT(tokens("👩‍💻개발자🇰🇷🇺🇸 ❤️사랑 1️⃣번"),
              ElementsAre("👩‍💻", "개발자", "🇰🇷", "🇺🇸", "❤️", "사랑", "1️⃣", "번"));
  EXPECT_THAT(tokens("🚀 \u1112\u1161\u11AB\u1100\u1173\u11AF은"),
              ElementsAre("🚀", "\u1112\u1161\u11AB\u1100\u1173\u11AF은"));
}

TEST(TokensTest, NeverHoldABlank) {
  EXPECT_THAT(tokens("🚀\u00A0가\u3000나\u2028다\t라\n마 \u0301"),
              ElementsAre("🚀", "가", "나", "다", "라", "마", "\u0301"));
  EXPECT_THAT(tokens(" \t "), IsEmpty());
  EXPECT_THAT(tokens(""), IsEmpty());
}

TEST(TokensTest, OfASentenceStandInIt) {
  const Text text("🚀 하나. 둘이다.");
  EXPECT_THAT(tokens_of(text, Span(6, 10), {{Span(6, 7), "X"}}), ElementsAre(Span(6, 7), Span(7, 9), Span(9, 10)));
}

}  // namespace
}  // namespace mitjul
