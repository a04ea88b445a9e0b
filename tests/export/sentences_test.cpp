#include "export/sentences.h"

#include <gmock/gmock.h>

#include "korean/unit.h"
#include "tests/export/exporting.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> sentences(const Text& text, FindUnits units, const std::string& by = "sentence") {
  ExportOptions options = example_options();
  options.units = std::move(units);
  options.values["units"] = by;
  std::vector<std::string> words;
  for (const Span& sentence : sentences_of(text, options)) words.emplace_back(text.slice(sentence));
  return words;
}

/// Units that are marked in the text.
std::vector<std::string> sentences(const std::string& marked_text) {
  const MarkedText given = marked(marked_text);
  return sentences(given.text, [&](const Text&) { return given.spans; });
}

TEST(SentencesTest, AreUnitsWithWhatStandsBesideThem) {
  EXPECT_THAT(sentences("🚀 {화웨이가 칩을 확보했다.} {미국은 반발했다.} 🔥\n• {중국}"),
              ElementsAre("🚀 화웨이가 칩을 확보했다.", "미국은 반발했다. 🔥", "• 중국"));
}

TEST(SentencesTest, HoldLinesWithoutAUnit) {
  EXPECT_THAT(sentences("🚀\n***\n\n1. {하나}\n---\n| {둘} | {셋} |\n  ===\n"),
              ElementsAre("🚀", "***", "1. 하나", "---", "| 둘 |", "셋 |", "==="));
}

TEST(SentencesTest, KeepAUnitOfTwoLinesWhole) {
  EXPECT_THAT(sentences("🚀 {화웨이가,\n칩을} \n {확보}"), ElementsAre("🚀 화웨이가,\n칩을", "확보"));
}

TEST(SentencesTest, AreLinesWithoutUnits) {
  EXPECT_THAT(sentences(Text(" 🚀 하나. 둘.\n\n \t셋 \n"), {}), ElementsAre("🚀 하나. 둘.", "셋"));
  EXPECT_THAT(sentences(Text("🚀 하나. 둘."), units, "line"), ElementsAre("🚀 하나. 둘."));
}

TEST(SentencesTest, MayBeTheWholeDocument) {
  EXPECT_THAT(sentences(Text(" 🚀 하나.\n\n둘.\n"), units, "document"), ElementsAre("🚀 하나.\n\n둘."));
}

TEST(SentencesTest, OfBlanksAreNone) {
  for (const char* const by : {"sentence", "line", "document"}) {
    EXPECT_THAT(sentences(Text(""), units, by), IsEmpty());
    EXPECT_THAT(sentences(Text(" \n\t\n\u3000"), units, by), IsEmpty());
  }
}

TEST(SentencesTest, HoldAllOfATextButBlanks) {
  const Text text(
      "🚀 1️⃣ 화웨이가 칩을 확보했다. 미국은 “아니다. 그렇다.”라고 했다.\n구분 | 미국 🇺🇸 | 중국\n---|---\n* 끝, "
      "\n다음 "
      "줄");
  ExportOptions options = example_options();
  options.units = units;
  TextPos behind{0};
  for (const Span& sentence : sentences_of(text, options)) {
    EXPECT_TRUE(without_blanks(text, Span(behind, sentence.start)).empty());
    EXPECT_EQ(without_blanks(text, sentence), sentence);
    behind = sentence.end;
  }
  EXPECT_TRUE(without_blanks(text, Span(behind, text.end())).empty());
}

TEST(SentencesTest, CutSpansThatReachBeyondThem) {
  const std::vector<TaggedSpan> spans{
      {Span(0, 1), "MISC"}, {Span(2, 5), "ORG"}, {Span(8, 22), "CLAIM"}, {Span(30, 31), "CUE"}};
  ExportLosses losses;
  const auto parts = in_sentences(spans, {Span(0, 10), Span(11, 15), Span(17, 25)}, losses);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_THAT(parts[0], ElementsAre(TaggedSpan{Span(0, 1), "MISC"}, TaggedSpan{Span(2, 5), "ORG"},
                                    TaggedSpan{Span(8, 10), "CLAIM"}));
  EXPECT_THAT(parts[1], ElementsAre(TaggedSpan{Span(11, 15), "CLAIM"}));
  EXPECT_THAT(parts[2], ElementsAre(TaggedSpan{Span(17, 22), "CLAIM"}));
  EXPECT_THAT(losses.list(), ElementsAre(ExportLoss{AnnotationFeature::SpansAcrossUnits, 2}))
      << "one in three sentences, one in none";
}

TEST(SentencesTest, CountBlanksThatDoNotComeBackAsLines) {
  const auto lost = [](const char* utf8) {
    const Text text(utf8);
    ExportOptions options = example_options();
    return blanks_lost_between(text, sentences_of(text, options));
  };
  EXPECT_EQ(lost("🚀 하나\n둘"), 0U);
  EXPECT_EQ(lost("🚀 하나\n\n둘\n셋 \n넷"), 2U);
  EXPECT_EQ(lost("\n🚀 하나\n"), 2U);
  EXPECT_EQ(lost(""), 0U);
  EXPECT_EQ(lost(" "), 1U);
}

}  // namespace
}  // namespace mitjul
