#include "import/line_end_count.h"

#include <random>

#include "core/utf8.h"
#include "tests/import/refi_reading.h"

namespace mitjul {
namespace {

/// A text of Korean words in lines, with emoji between them, and where its words stand: counted with line ends of one
/// character (`one`) and of two.
struct Sample {
  std::u32string text;  ///< lines end in CR LF
  struct Word {
    std::uint64_t one;
    std::uint64_t two;
    std::u32string letters;  ///< the last one is a particle
  };
  std::vector<Word> words;
};

Sample sample(std::mt19937& random, std::size_t lines) {
  const auto up_to = [&](std::uint32_t most) { return static_cast<std::uint32_t>(random() % (most + 1)); };
  Sample made{U"🚀 제목\r\n", {}};
  for (std::size_t line = 1; line <= lines; ++line) {
    for (std::uint32_t word = 0, words = 3 + up_to(9); word < words; ++word) {
      if (up_to(7) == 0) made.text += U"🚀 ";
      std::u32string letters;
      for (std::uint32_t i = 0, length = 1 + up_to(3); i < length; ++i) letters += 0xAC00 + up_to(11171);
      letters += U"은는이가을를도의"[up_to(7)];
      made.words.push_back({made.text.size() - line, made.text.size(), letters});
      made.text += letters;
      if (up_to(9) == 0) made.text += U",";
      if (word + 1 < words) made.text += U" ";
    }
    made.text += U".\r\n";
  }
  return made;
}

std::string utf8(const std::u32string& characters) {
  std::string bytes;
  for (const char32_t c : characters) append_utf8(bytes, c);
  return bytes;
}

/// `count` words, every second one without its particle, as positions in line ends of so many characters.
std::vector<StatedSpan> marked(const Sample& sample, std::size_t count, std::size_t line_end, std::mt19937& random) {
  std::vector<StatedSpan> spans;
  while (spans.size() < count) {
    const Sample::Word& word = sample.words[random() % sample.words.size()];
    const std::uint64_t start = line_end == 1 ? word.one : word.two;
    spans.push_back({start, start + word.letters.size() - spans.size() % 2});
  }
  return spans;
}

LineEndCounts::Count count_of(const std::u32string& text, const std::vector<StatedSpan>& spans, std::size_t usual) {
  LineEndCounts counts;
  const DocumentKey key = DocumentKey::made_from("🚀");
  counts.see(key, text, spans);
  return counts.of(key, usual);
}

TEST(LineEndCountTest, ManyWordsTellHowLineEndsWereCounted) {
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round) {
    const Sample text = sample(random, 5 + random() % 60);
    for (const std::size_t counted : {1U, 2U}) {
      const auto spans = marked(text, 12, counted, random);
      for (const std::size_t usual : {1U, 2U}) {
        const LineEndCounts::Count count = count_of(text.text, spans, usual);
        EXPECT_EQ(count.characters, counted) << utf8(text.text);
        EXPECT_TRUE(count.certain);
      }
    }
  }
}

TEST(LineEndCountTest, OfFewWordsNothingWrongIsSaidToBeCertain) {
  std::mt19937 random(2);
  std::size_t right = 0;
  for (int round = 0; round < 300; ++round) {
    const Sample text = sample(random, 1 + random() % 20);
    for (const std::size_t counted : {1U, 2U}) {
      const auto spans = marked(text, 1 + random() % 3, counted, random);
      for (const std::size_t usual : {1U, 2U}) {
        const LineEndCounts::Count count = count_of(text.text, spans, usual);
        EXPECT_TRUE(count.characters == counted || !count.certain) << utf8(text.text) << spans.front().start;
        right += count.characters == counted ? 1U : 0U;
      }
    }
  }
  EXPECT_GE(right, 900U) << "of 1200: what is usual, and most of what is not";
  RecordProperty("right", static_cast<int>(right));
}

TEST(LineEndCountTest, SomeSpansWithinWordsDoNoHarm) {
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    const Sample text = sample(random, 30);
    for (const std::size_t counted : {1U, 2U}) {
      auto spans = marked(text, 40, counted, random);
      for (std::size_t i = 0; i < spans.size(); i += 5) ++spans[i].start;
      std::erase_if(spans, [](const StatedSpan& span) { return span.start >= span.end; });
      for (const std::size_t usual : {1U, 2U}) EXPECT_EQ(count_of(text.text, spans, usual).characters, counted);
    }
  }
}

TEST(LineEndCountTest, SpansThatLieAnywhereDoNotChangeTheUsualWay) {
  std::mt19937 random(4);
  std::size_t changed = 0;
  for (int round = 0; round < 200; ++round) {
    const Sample text = sample(random, 30);
    std::vector<StatedSpan> spans;
    for (std::size_t i = 0, count = 1 + random() % 200; i < count; ++i) {
      const std::uint64_t start = random() % (text.text.size() - 50);
      spans.push_back({start, start + 1 + random() % 20});
    }
    for (const std::size_t usual : {1U, 2U}) changed += count_of(text.text, spans, usual).characters == usual ? 0U : 1U;
  }
  EXPECT_LE(changed, 20U) << "of 400";
}

TEST(LineEndCountTest, LinesThatEndInLfCountOneUnlessAllSpeaksForTwo) {
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    const Sample text = sample(random, 5 + random() % 20);
    const std::u32string with_lf = with_line_ends_of(1, text.text);
    EXPECT_EQ(count_of(with_lf, marked(text, 12, 1, random), 2).characters, 1U);
    EXPECT_EQ(count_of(with_lf, marked(text, 12, 2, random), 2).characters, 2U);
    EXPECT_TRUE(count_of(with_lf, marked(text, 1, 2, random), 2).certain) << "as the file has it";
  }
}

TEST(LineEndCountTest, SpansBeforeTheFirstLineEndTellNothingAndNeedNothing) {
  const LineEndCounts::Count count = count_of(U"🚀 화웨이가\r\n칩을", {{2, 5}}, 2);
  EXPECT_EQ(count.characters, 2U);
  EXPECT_TRUE(count.certain);
}

TEST(LineEndCountTest, WithinAWordNothingTells) {
  const LineEndCounts::Count count = count_of(U"🚀\r\n가나다라마바사아자차", {{6, 9}}, 2);
  EXPECT_EQ(count.characters, 2U);
  EXPECT_FALSE(count.certain);
  EXPECT_EQ(count_of(U"🚀\r\n가나다라마바사아자차", {{6, 9, "마바사"}}, 2).characters, 1U) << "the quote tells";
  EXPECT_TRUE(count_of(U"🚀\r\n가나다라마바사아자차", {{6, 9, "라마바"}}, 2).certain);
  EXPECT_EQ(count_of(U"🚀\r\n가나다라마바사아자차", {{5, 11, "라마바사…"}}, 2).characters, 1U) << "a quote that was cut";
}

TEST(LineEndCountTest, APlaceWithinALineEndOrOutsideOfTheTextSpeaksAgainstIt) {
  EXPECT_EQ(count_of(U"🚀\r\n가나다라\r\n마바\r\n사아", {{2, 6}, {7, 9}}, 2).characters, 1U);
  EXPECT_EQ(count_of(U"🚀\r\n가\r\n나\r\n다라마", {{9, 12}}, 1).characters, 2U);
}

TEST(LineEndCountTest, ADocumentThatDoesNotTellGoesWithTheOthers) {
  std::mt19937 random(6);
  LineEndCounts counts;
  const Sample text = sample(random, 20);
  counts.see(DocumentKey::made_from("a"), text.text, marked(text, 12, 1, random));
  counts.see(DocumentKey::made_from("b"), U"🚀\r\n가나다라마바사아자차", {{6, 9}});
  const LineEndCounts::Count count = counts.of(DocumentKey::made_from("b"), 2);
  EXPECT_EQ(count.characters, 1U);
  EXPECT_TRUE(count.certain);
}

TEST(LineEndCountTest, LineEndsAreTakenAndGiven) {
  EXPECT_EQ(with_line_ends_of(1, U"🚀\r\n\r\r\n"), U"🚀\n\r\n");
  EXPECT_EQ(with_line_ends_of(2, U"🚀\r\n\n\r"), U"🚀\r\n\n\r") << "as the file has them";
  EXPECT_EQ(with_line_ends_of(2, U"🚀\n가\n"), U"🚀\r\n가\r\n");
  EXPECT_EQ(with_line_ends_of(1, U"🚀\n"), U"🚀\n");
}

/// A project of one source with these spans of it, as another program writes it.
RefiReading reading_of(const std::u32string& text, const std::vector<StatedSpan>& spans, const std::string& origin) {
  std::string selections;
  for (const StatedSpan& span : spans)
    selections += coded_selection(std::to_string(span.start), std::to_string(span.end), std::string(span.quote));
  return read_refi_text(utf8(text), selections, origin);
}

TEST(LineEndCountTest, ProjectsOfOtherProgramsComeInWhereTheWordsAre) {
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    const Sample text = sample(random, 10);
    std::vector<StatedSpan> spans[3];
    std::vector<std::string> words;
    for (std::size_t i = 0; i < text.words.size(); i += 3) {
      const Sample::Word& word = text.words[i];
      spans[1].push_back({word.one, word.one + word.letters.size()});
      spans[2].push_back({word.two, word.two + word.letters.size()});
      words.push_back(utf8(word.letters) + "|ORG|REFI-QDA");
    }
    std::sort(words.begin(), words.end());
    for (const auto& [counted, origin, notices] : {std::tuple(1, "ATLAS.ti 23", 0), std::tuple(2, "ATLAS.ti 23", 1),
                                                   std::tuple(1, "NVivo 14", 1), std::tuple(2, "QualCoder 3.5", 0)}) {
      const RefiReading reading = reading_of(text.text, spans[counted], origin);
      EXPECT_EQ(reading.spans(), words);
      std::vector<Problem> expected;
      if (notices == 1) {
        expected.push_back(
            make_problem(ProblemCode::OtherLineEndCount, {std::to_string(3 - counted), std::to_string(counted)}));
        expected.back().place.document = "기사";
      }
      EXPECT_EQ(reading.problems, expected);
    }
  }
}

TEST(LineEndCountTest, ThreeNamesOfAnArticleAreEnough) {
  // As one: 화웨이, 삼성전자, LG전자; as two: a line end with 화, a stop with 삼, an emoji with its stop.
  const RefiReading reading = reading_of(
      U"🚀 화웨이 회견\r\n\r\n화웨이가 칩을 확보했다고 밝혔다.\r\n삼성전자는 “아니다”라고 말했다 🚀.\r\nLG전자는 답하지 "
      U"않았다.\r\n",
      {{10, 13}, {29, 33}, {50, 54}}, "NVivo 14");
  EXPECT_EQ(found(reading.problems), (std::vector<std::string>{"0:other-line-end-count"}));
  EXPECT_EQ(reading.spans(),
            (std::vector<std::string>{"LG전자|ORG|REFI-QDA", "삼성전자|ORG|REFI-QDA", "화웨이|ORG|REFI-QDA"}));
}

TEST(LineEndCountTest, WhereNothingTellsItIsSaid) {
  const RefiReading reading = reading_of(U"🚀\r\n가나다라마바사아자차", {{6, 9}}, "NVivo 14");
  EXPECT_EQ(found(reading.problems), (std::vector<std::string>{"0:line-end-count-unclear"}));
  EXPECT_EQ(reading.problems.front().place.document, "기사");
  EXPECT_EQ(reading.spans(), (std::vector<std::string>{"라마바|ORG|REFI-QDA"}));
}

TEST(LineEndCountTest, ADescriptionMayHoldTheWords) {
  const std::string selection =
      edited(coded_selection("6", "9"), "<Coding", "<Description>마바사</Description><Coding");
  EXPECT_EQ(read_refi_text("🚀\r\n가나다라마바사아자차", selection).spans(),
            (std::vector<std::string>{"마바사|ORG|REFI-QDA"}));
}

}  // namespace
}  // namespace mitjul
