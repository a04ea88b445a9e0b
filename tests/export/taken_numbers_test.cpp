#include "export/taken_numbers.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

/// The numbers from 0 to 20 that stand behind 인물 in the text.
std::vector<int> numbers_in(const std::string& text) {
  TakenNumbers taken({"인물", "PERSON", "기관2-"});
  taken.look_through(text);
  std::vector<int> numbers;
  for (int number = 0; number <= 20; ++number) {
    if (taken.has("인물", number)) numbers.push_back(number);
  }
  return numbers;
}

using Numbers = std::vector<int>;

TEST(TakenNumbersTest, AreThoseBehindAWordAlsoInsideOthers) {
  EXPECT_EQ(numbers_in("🚀 인물1은 주인물12와 인물 7, 인물3"), (Numbers{1, 3, 7, 12}));
}

TEST(TakenNumbersTest, AreWholeNumbers) {
  EXPECT_EQ(numbers_in("🚀 인물12"), Numbers{12});
  EXPECT_TRUE(numbers_in("🚀 인물99999999999999999991").empty());
}

TEST(TakenNumbersTest, AreSeenInEveryWriting) {
  EXPECT_EQ(numbers_in("🚀 \u110B\u1175\u11AB\u1106\u116E\u11AF4, 인물１５, 인물\u3000\n6"), (Numbers{4, 6, 15}));
  TakenNumbers taken({"Person"});
  taken.look_through("🚀 PERSON3, ｐｅｒｓｏｎ4");
  EXPECT_TRUE(taken.has("Person", 3));
  EXPECT_TRUE(taken.has("Person", 4));
}

TEST(TakenNumbersTest, AreNoneBehindOtherWords) {
  EXPECT_TRUE(numbers_in("🚀 1 인 2 인물 셋 물3 인물-4 PERSON5 6인물").empty());
}

TEST(TakenNumbersTest, AreSeenBehindAWordThatHoldsANumberItself) {
  TakenNumbers taken({"기관2-"});
  taken.look_through("🚀 기관2-3");
  EXPECT_TRUE(taken.has("기관2-", 3));
  EXPECT_FALSE(taken.has("기관2-", 2));
}

TEST(TakenNumbersTest, AreSeenInEverythingThatIsSaidOfADocument) {
  AnnotatedDocument document{Document::make("인물1.txt", Text("🚀 인물2")), {}};
  DocumentInfo& info = document.document.info;
  info.title = "인물3";
  info.metadata = {{"인물4", "인물5"}};
  info.origin.file = "인물6";
  Annotation annotation{{*AnnotatorKey::parse("aaaaaa"), 1}, "CLAIM", WholeDocument{},
                        {{"restated", {"인물9"}}},           "인물7", {}};
  annotation.provenance.origin = "인물8";
  document.set({info.key, annotation.id.annotator, false}).put(annotation);
  TakenNumbers taken({"인물"});
  taken.look_through(document);
  for (int number = 1; number <= 9; ++number) EXPECT_TRUE(taken.has("인물", number)) << number;
}

TEST(TakenNumbersTest, AreSeenInTheSchema) {
  Schema schema;
  schema.name = "인물1";
  schema.guideline = "인물2";
  Label label;
  label.id = "PERSON1";
  label.name = "인물3";
  label.description = "인물4";
  label.guideline = "인물5";
  label.attributes = {{"PERSON2", "인물6", AttributeType::Choice, false, "", {{"PERSON3", "인물7"}}}};
  label.roles = {{"PERSON4", "인물8", {}}};
  schema.labels = {label};
  TakenNumbers taken({"인물", "PERSON"});
  taken.look_through(schema);
  for (int number = 1; number <= 8; ++number) EXPECT_TRUE(taken.has("인물", number)) << number;
  for (int number = 1; number <= 4; ++number) EXPECT_TRUE(taken.has("PERSON", number)) << number;
}

}  // namespace
}  // namespace mitjul
