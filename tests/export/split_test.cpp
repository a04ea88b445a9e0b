#include "export/split.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace mitjul {
namespace {

using testing::ElementsAre;

/// A report of so many sentences, no two reports alike.
std::string report(unsigned number, int sentences = 12) {
  std::mt19937 random(number);  // its numbers are laid down by the standard
  std::string text = "🚀 ";
  for (int i = 0; i < sentences * 8; ++i) {
    for (int syllable = 0; syllable < 3; ++syllable) {
      const auto code = static_cast<unsigned>(0xAC00 + random() % 11172);
      text += static_cast<char>(0xE0 | (code >> 12));
      text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
      text += static_cast<char>(0x80 | (code & 0x3F));
    }
    text += i % 8 == 7 ? ".\n" : " ";
  }
  return text;
}

std::vector<std::size_t> groups_of(const std::vector<std::string>& texts) {
  NearDuplicates duplicates;
  for (const std::string& text : texts) duplicates.add(Text(text));
  return duplicates.groups();
}

TEST(NearDuplicatesTest, DifferentTextsAreApart) {
  EXPECT_THAT(groups_of({report(1), report(2), report(3)}), ElementsAre(0, 1, 2));
}

TEST(NearDuplicatesTest, TheSameTextWithOtherBlanksPunctuationAndEndIsOne) {
  std::string other = report(1);
  for (std::size_t at = 0; (at = other.find(' ', at)) != std::string::npos; ++at) other.replace(at, 1, "\n\n");
  EXPECT_THAT(groups_of({report(2), report(1), other + "(한빛=김하나 기자)", report(1)}), ElementsAre(0, 1, 1, 1));
}

TEST(NearDuplicatesTest, ATextWithAnotherEndIsOneWhileMostIsTheSame) {
  const std::string head = report(1, 12);
  EXPECT_THAT(groups_of({head + report(2, 2), head + report(3, 2)}), ElementsAre(0, 0));
  EXPECT_THAT(groups_of({head + report(2, 36), head + report(3, 36)}), ElementsAre(0, 1));
}

TEST(NearDuplicatesTest, AChainOfSimilarTextsIsOneGroup) {
  std::vector<std::string> texts;
  for (unsigned first = 0; first < 5; ++first) {
    std::string text;
    for (unsigned i = first; i < first + 10; ++i) text += report(i, 4);
    texts.push_back(text);
  }
  texts.push_back(report(99));
  EXPECT_THAT(groups_of(texts), ElementsAre(0, 0, 0, 0, 0, 5));
}

TEST(NearDuplicatesTest, ShortAndEmptyTextsAreComparedToo) {
  EXPECT_THAT(groups_of({"", "🚀", "가", "나", "가!", "🚀 화웨이가 칩을 확보했다.", "화웨이가 칩을 확보했다"}),
              ElementsAre(0, 0, 2, 3, 2, 5, 5));
}

TEST(NearDuplicatesTest, AThousandCopiesAreOneGroup) {
  std::vector<std::string> texts(1000, report(1));
  texts.push_back(report(2));
  const std::vector<std::size_t> groups = groups_of(texts);
  EXPECT_EQ(std::count(groups.begin(), groups.end(), 0U), 1000);
  EXPECT_EQ(groups.back(), 1000U);
}

std::vector<DocumentKey> keys(std::size_t count) {
  std::vector<DocumentKey> made;
  for (std::size_t i = 0; i < count; ++i) made.push_back(DocumentKey::made_from(std::to_string(i)));
  return made;
}

std::vector<std::size_t> each_alone(std::size_t count) {
  std::vector<std::size_t> groups(count);
  for (std::size_t i = 0; i < count; ++i) groups[i] = i;
  return groups;
}

std::map<SplitPart, std::size_t> sizes(const std::vector<SplitPart>& dealt) {
  std::map<SplitPart, std::size_t> counts;
  for (const SplitPart part : dealt) ++counts[part];
  return counts;
}

using Sizes = std::map<SplitPart, std::size_t>;

TEST(SplitTest, SharesAreMetWhereDocumentsAreAlone) {
  EXPECT_EQ(sizes(split_documents(keys(1000), each_alone(1000), {80, 10, 10, 7})),
            (Sizes{{SplitPart::Train, 800}, {SplitPart::Dev, 100}, {SplitPart::Test, 100}}));
  EXPECT_EQ(sizes(split_documents(keys(10), each_alone(10), {50, 0, 50, 7})),
            (Sizes{{SplitPart::Train, 5}, {SplitPart::Test, 5}}));
  EXPECT_EQ(sizes(split_documents(keys(1), each_alone(1), {10, 10, 80, 7})), (Sizes{{SplitPart::Test, 1}}));
  EXPECT_TRUE(split_documents({}, {}, {80, 10, 10, 7}).empty());
}

TEST(SplitTest, GroupsStayTogetherAndSharesAreMetAsWellAsTheyAllow) {
  std::vector<std::size_t> groups = each_alone(100);
  for (std::size_t i = 0; i < 30; ++i) groups[i * 3] = 0;
  const std::vector<SplitPart> dealt = split_documents(keys(100), groups, {80, 10, 10, 7});
  for (std::size_t i = 0; i < 30; ++i) EXPECT_EQ(dealt[i * 3], dealt[0]);
  EXPECT_EQ(sizes(dealt), (Sizes{{SplitPart::Train, 80}, {SplitPart::Dev, 10}, {SplitPart::Test, 10}}));
}

TEST(SplitTest, AnotherSeedDealsOtherwiseAndTheSameOneTheSame) {
  const auto dealt = [](std::uint64_t seed) { return split_documents(keys(200), each_alone(200), {80, 10, 10, seed}); };
  EXPECT_EQ(dealt(7), dealt(7));
  EXPECT_NE(dealt(7), dealt(8));
}

TEST(SplitTest, TheOrderOfTheDocumentsDoesNotMatter) {
  std::vector<DocumentKey> documents = keys(50);
  std::vector<std::size_t> groups = each_alone(50);
  groups[7] = groups[3];
  const std::vector<SplitPart> dealt = split_documents(documents, groups, {60, 20, 20, 7});
  std::map<DocumentKey, SplitPart> part_of_key;
  for (std::size_t i = 0; i < documents.size(); ++i) part_of_key[documents[i]] = dealt[i];
  std::reverse(documents.begin(), documents.end());
  std::reverse(groups.begin(), groups.end());
  const std::vector<SplitPart> again = split_documents(documents, groups, {60, 20, 20, 7});
  for (std::size_t i = 0; i < documents.size(); ++i) EXPECT_EQ(again[i], part_of_key[documents[i]]);
}

TEST(SplitTest, WhatASeedGivesIsTheSameOnEveryMachine) {
  std::string letters;
  for (const SplitPart part : split_documents(keys(20), each_alone(20), {60, 20, 20, 7})) {
    letters += to_string(part).substr(0, 2);
  }
  EXPECT_EQ(letters, "detrtetrtrtrtrtrtrdetetrdetetrtrtetrtrde");
}

}  // namespace
}  // namespace mitjul
