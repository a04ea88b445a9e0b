#include "import/word_list.h"

#include <random>

#include "tests/core/values.h"
#include "tests/import/reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Schema schema() {
  Schema made = schema_of({label("ORG"), label("PERSON"), label("org.sub"), label("TOPIC", LabelKind::Document),
                           relation_label("about", {{"claim", "주장", {}}, {"target", "대상", {}}})});
  made.labels[0].name = "기관";
  made.labels[1].name = "Personne célèbre";
  made.labels[2].name = "기관, 그 밖";
  made.labels[3].name = "기관의 주제";
  return made;
}

WordList read(std::string_view bytes, const std::string& label = {}) { return read_word_list(bytes, schema(), label); }

/// The entries as `word/label`.
std::vector<std::string> entries(const WordList& list) {
  std::vector<std::string> words;
  for (const GazetteerEntry& entry : list.entries) words.push_back(entry.word + "/" + entry.label);
  return words;
}

/// The entries of a list with which nothing is wrong.
std::vector<std::string> entries_of(std::string_view bytes, const std::string& label = {}) {
  const WordList list = read(bytes, label);
  EXPECT_THAT(found(list.problems), IsEmpty());
  return entries(list);
}

TEST(WordListTest, OneWordALine) {
  EXPECT_THAT(entries_of("🚀 로켓\n삼성전자\n\n  한국 은행  \n"), ElementsAre("🚀 로켓/", "삼성전자/", "한국 은행/"));
  EXPECT_THAT(entries_of("끝에 줄 바꿈이 없다"), ElementsAre("끝에 줄 바꿈이 없다/"));
  EXPECT_THAT(entries_of(""), IsEmpty());
  EXPECT_THAT(entries_of("\n \n\t\n"), IsEmpty());
}

TEST(WordListTest, WordsWithLabelsByComma) {
  EXPECT_THAT(entries_of("🚀,ORG\n삼성 , PERSON\n밝혔다,\n로켓"),
              ElementsAre("🚀/ORG", "삼성/PERSON", "밝혔다/", "로켓/"));
  EXPECT_THAT(entries_of("🚀,ORG,주석은 지나친다,9\n,,\n"), ElementsAre("🚀/ORG"));
}

TEST(WordListTest, WordsWithLabelsByTab) {
  EXPECT_THAT(entries_of("🚀\tORG\n1,000원\n삼성\t PERSON \n"), ElementsAre("🚀/ORG", "1,000원/", "삼성/PERSON"));
  EXPECT_THAT(entries_of("🚀,ORG\n삼성,PERSON\t\n로켓,ORG\n"), ElementsAre("🚀/ORG", "삼성/PERSON", "로켓/ORG"))
      << "one tab does not make them tabs";
  EXPECT_THAT(entries_of("\"🚀\t둘\",ORG\n"), ElementsAre("🚀\t둘/ORG")) << "nor one that is quoted";
  EXPECT_THAT(entries_of("1,000원\tORG\n"), ElementsAre("1,000원/ORG"));
}

TEST(WordListTest, LabelsByIdOrNameInAnyLanguageAndCase) {
  EXPECT_THAT(entries_of("🚀,org\n나,기관\n다,PERSONNE CÉLÈBRE\n라,ＯＲＧ\n마,\"기관, 그 밖\"\n"),
              ElementsAre("🚀/ORG", "나/ORG", "다/PERSON", "라/ORG", "마/org.sub"));
  EXPECT_THAT(entries_of("🚀,\u1100\u1175\u1100\u116A\u11AB\n"), ElementsAre("🚀/ORG")) << "a name in NFD";
}

TEST(WordListTest, AnIdGoesBeforeAName) {
  Schema schema = schema_of({label("A"), label("B"), label("T", LabelKind::Document), label("C")});
  schema.labels[0].name = "b";
  schema.labels[2].name = "같은 이름";
  schema.labels[3].name = "같은 이름";
  EXPECT_EQ(label_meant(schema, "B"), schema.find("B"));
  EXPECT_EQ(label_meant(schema, "b"), schema.find("B"));
  EXPECT_EQ(label_meant(schema, "같은 이름"), schema.find("C")) << "the one for spans";
  EXPECT_EQ(label_meant(schema, "없다"), nullptr);
}

TEST(WordListTest, ALabelForWordsWithoutOne) {
  EXPECT_THAT(entries_of("🚀\n삼성,ORG\n", "PERSON"), ElementsAre("🚀/PERSON", "삼성/ORG"));
}

TEST(WordListTest, TheFirstLineMayNameTheColumns) {
  EXPECT_THAT(entries_of("word,label\n🚀,ORG\n"), ElementsAre("🚀/ORG"));
  EXPECT_THAT(entries_of("단어\t라벨\n🚀\tORG\n"), ElementsAre("🚀/ORG"));
  EXPECT_THAT(entries_of("번호,Label,메모,Word\n1,ORG,\"가,나\",🚀\n2,,,로켓\n"), ElementsAre("🚀/ORG", "로켓/"));
  EXPECT_THAT(entries_of("\n단어\n🚀\n삼성,ORG\n"), ElementsAre("🚀/", "삼성/ORG"));
  EXPECT_THAT(entries_of("🚀\n단어\n"), ElementsAre("🚀/", "단어/")) << "only the first line";
  EXPECT_THAT(entries_of("단어,ORG\n"), ElementsAre("단어/ORG")) << "a word like any other";
}

TEST(WordListTest, QuotesAreThoseOfRfc4180) {
  EXPECT_THAT(entries_of("\"🚀, 둘\",\"ORG\"\r\n\"그는 \"\"네\"\"라고\",\r\n 앞 \"뒤\" ,ORG\r\n"),
              ElementsAre("🚀, 둘/ORG", "그는 \"네\"라고/", "앞 \"뒤\"/ORG"));
  EXPECT_THAT(entries_of("🚀,ORG,\"메모가\n두 줄\"\n로켓,ORG\n"), ElementsAre("🚀/ORG", "로켓/ORG"));
}

TEST(WordListTest, AfterAFieldOfSeveralLinesTheLinesAreStillCounted) {
  const WordList list = read("🚀,ORG,\"하나\n둘\n셋\"\n로켓,없다\n");
  EXPECT_THAT(found(list.problems), ElementsAre("4:unknown-label"));
}

TEST(WordListTest, QuotesThatAreNotClosedCostOneLine) {
  const WordList list = read("🚀,ORG\n\"열린 채로,ORG\n삼성,ORG\n\"닫힌\" 뒤,ORG\n로켓,ORG\n");
  EXPECT_THAT(entries(list), ElementsAre("🚀/ORG", "삼성/ORG", "로켓/ORG"));
  EXPECT_THAT(found(list.problems), ElementsAre("2:unclosed-quote", "4:unclosed-quote"));
  EXPECT_THAT(found(read("🚀\n\"").problems), ElementsAre("2:unclosed-quote"));
}

TEST(WordListTest, WhatIsWrongIsToldWithItsLineAndTheRestIsRead) {
  const WordList list =
      read("🚀,ORG\n,ORG\n가,없다\n나,about\n다,TOPIC\n" + std::string(201, 'x') + ",ORG\n\"라\n마\",ORG\n\"\"\n로켓\n");
  EXPECT_THAT(entries(list), ElementsAre("🚀/ORG", "로켓/"));
  EXPECT_THAT(in_words(list.problems),
              ElementsAre("empty-word", "unknown-label: 없다", "wrong-label-kind: about, relation, span",
                          "wrong-label-kind: TOPIC, document, span", "word-too-long: " + std::string(20, 'x') + ", 200",
                          "invalid-word: 라\n마", "empty-word"));
  EXPECT_THAT(found(list.problems),
              ElementsAre("2:empty-word", "3:unknown-label", "4:wrong-label-kind", "5:wrong-label-kind",
                          "6:word-too-long", "7:invalid-word", "9:empty-word"));
}

TEST(WordListTest, TwoHundredCharactersAreAWord) {
  std::string word;
  for (int i = 0; i < 200; ++i) word += "🚀";
  EXPECT_THAT(entries_of(word), ElementsAre(word + "/"));
}

TEST(WordListTest, LineEndsAndByteOrderMarks) {
  EXPECT_THAT(entries_of("\xEF\xBB\xBF단어,라벨\r\n🚀,ORG\r\n삼성,기관\r\n"), ElementsAre("🚀/ORG", "삼성/ORG"));
  EXPECT_THAT(entries_of("🚀\r로켓\r"), ElementsAre("🚀/", "로켓/"));
}

TEST(WordListTest, TheEncodingIsFound) {
  // 단어,라벨 / 삼성전자,기관 / 한국은행,기관 in CP949.
  EXPECT_THAT(entries_of("\xB4\xDC\xBE\xEE,\xB6\xF3\xBA\xA7\r\n\xBB\xEF\xBC\xBA\xC0\xFC\xC0\xDA,\xB1\xE2\xB0\xFC\r\n"
                         "\xC7\xD1\xB1\xB9\xC0\xBA\xC7\xE0,\xB1\xE2\xB0\xFC\r\n"),
              ElementsAre("삼성전자/ORG", "한국은행/ORG"));
  const std::u16string utf16 = u"\uFEFF🚀,ORG\n삼성\n";
  std::string little_endian;
  for (const char16_t unit : utf16) {
    little_endian += static_cast<char>(unit & 0xFFU);
    little_endian += static_cast<char>(unit >> 8U);
  }
  EXPECT_THAT(entries_of(little_endian), ElementsAre("🚀/ORG", "삼성/"));
}

TEST(WordListTest, BytesThatAreNoCharactersCostOneLine) {
  const WordList list = read("🚀 로켓이 날았다\n한국은행\n삼\xFF성\n금융통화위원회\n");
  EXPECT_THAT(entries(list), ElementsAre("🚀 로켓이 날았다/", "한국은행/", "금융통화위원회/"));
  EXPECT_THAT(found(list.problems), ElementsAre("3:undecodable-bytes"));
}

TEST(WordListTest, WhatIsNoTextIsNoWordList) {
  for (const std::string& bytes : {std::string("PK\x03\x04 xl/workbook.xml"), std::string(300, '\x02')}) {
    const WordList list = read(bytes);
    EXPECT_THAT(entries(list), IsEmpty());
    EXPECT_THAT(found(list.problems), ElementsAre("0:not-text"));
  }
  std::string nothing_but_errors;
  for (int i = 0; i < 100001; ++i) nothing_but_errors += ",x\n";
  EXPECT_THAT(found(read(nothing_but_errors).problems), ElementsAre("0:not-text"));
}

TEST(WordListTest, AHundredThousandLines) {
  std::string bytes = "단어,라벨\n";
  for (int i = 0; i < 100000; ++i) {
    bytes += "🚀 낱말 " + std::to_string(i) + (i % 1000 == 0 ? ",없다\n" : i % 2 == 0 ? ",ORG\n" : ",기관\n");
  }
  const WordList list = read(bytes);
  EXPECT_EQ(list.entries.size(), 99900U);
  EXPECT_EQ(list.entries.back(), (GazetteerEntry{"🚀 낱말 99999", "ORG"}));
  ASSERT_EQ(list.problems.size(), 100U);
  EXPECT_EQ(list.problems.back().place.line, 99002U);
}

TEST(WordListTest, OpenQuotesInEveryLineAreReadInOneGo) {
  // Each of them could look for its end to the end of the file.
  for (const std::string line : {"\"x\n", "x\n\"\"\"\n", "\"x\"y\n", "a,\"\"\"\n"}) {
    std::string bytes;
    for (int i = 0; i < 50000; ++i) bytes += line;
    EXPECT_FALSE(read(bytes).problems.empty()) << line;
  }
}

TEST(WordListTest, EveryEntryIsOneThatTheListCanHold) {
  std::mt19937 random(20261122);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts in every run
  const std::vector<std::string> pieces{"🚀",    "가",   " ",      ",",       "\t",     "\"",   "\"\"",
                                        "\n",   "\r\n", "ORG",    "기관",    "\u2028", "\xFF", "\uFEFF",
                                        "단어", "라벨", "\u3000", "e\u0301", "x"};
  std::size_t read_at_all = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string bytes = "🚀\n";
    for (std::size_t length = random() % 40; length > 0; --length) bytes += pieces[random() % pieces.size()];
    const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
    const WordList list = read(bytes);
    for (const GazetteerEntry& entry : list.entries) {
      EXPECT_TRUE(is_gazetteer_word(entry.word)) << bytes;
      EXPECT_TRUE(entry.label.empty() || schema().find(entry.label) != nullptr) << bytes;
    }
    for (const Problem& problem : list.problems) {
      EXPECT_GE(problem.place.line, 1U) << bytes;
      EXPECT_LE(problem.place.line, lines) << bytes;
    }
    read_at_all += list.entries.size();
  }
  EXPECT_GT(read_at_all, 3000U);
}

}  // namespace
}  // namespace mitjul
