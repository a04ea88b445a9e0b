#include "core/gazetteer.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(GazetteerWordTest, HasOneToTwoHundredCodePoints) {
  EXPECT_FALSE(is_gazetteer_word(""));
  EXPECT_TRUE(is_gazetteer_word("가"));
  EXPECT_TRUE(is_gazetteer_word(repeated("🚀", 200)));
  EXPECT_FALSE(is_gazetteer_word(repeated("🚀", 201)));
  EXPECT_TRUE(is_gazetteer_word("\u1112\u1161\u11AB")) << "NFD is a word as it is";
  EXPECT_TRUE(is_gazetteer_word("👩‍👩‍👧"));
}

TEST(GazetteerWordTest, HasNoLineEnd) {
  for (const char* const end : {"\n", "\r", "\u0085", "\u2028", "\u2029"}) {
    EXPECT_FALSE(is_gazetteer_word("🚀 앞" + std::string(end) + "뒤"));
  }
}

TEST(GazetteerWordTest, HasNoWhiteSpaceAtItsEnds) {
  EXPECT_TRUE(is_gazetteer_word("🚀 한국 은행"));
  for (const char* const space : {" ", "\t", "\u00A0", "\u3000"}) {
    EXPECT_FALSE(is_gazetteer_word("삼성" + std::string(space)));
    EXPECT_FALSE(is_gazetteer_word(space + std::string("삼성")));
    EXPECT_FALSE(is_gazetteer_word(space));
  }
}

TEST(GazetteerWordTest, HoldsOnlyWhatXmlCanHold) {
  EXPECT_FALSE(is_gazetteer_word("🚀\x01"));
  EXPECT_FALSE(is_gazetteer_word("🚀\xFF"));
  EXPECT_FALSE(is_gazetteer_word(std::string_view("가\0나", 7)));
}

TEST(GazetteerSumTest, DoesNotDependOnTheOrderAndComesBackToNothing) {
  GazetteerSum one_way;
  one_way.add({"🚀", ""});
  one_way.add({"삼성", "ORG"});
  GazetteerSum other_way;
  other_way.add({"삼성", "ORG"});
  other_way.add({"🚀", ""});
  EXPECT_EQ(one_way, other_way);
  EXPECT_EQ(one_way, sum_of({{"삼성", "ORG"}, {"🚀", ""}}));
  one_way.remove({"🚀", ""});
  EXPECT_EQ(one_way, sum_of({{"삼성", "ORG"}}));
  one_way.remove({"삼성", "ORG"});
  EXPECT_EQ(one_way, GazetteerSum());
}

TEST(GazetteerSumTest, TellsWordsFromLabels) {
  EXPECT_NE(sum_of({{"삼성", "ORG"}}), sum_of({{"삼성O", "RG"}}));
  EXPECT_NE(sum_of({{"삼성", "ORG"}}), sum_of({{"삼성", ""}}));
}

}  // namespace
}  // namespace mitjul
