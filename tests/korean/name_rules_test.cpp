#include "korean/name_rules.h"

#include <gtest/gtest.h>

#include "korean/word_letters.h"

namespace mitjul {
namespace {

TEST(NameRulesTest, ASingleLetterIsANameBeforeParticlesAndTitles) {
  for (const char* const word : {"김이", "김은", "박에게서는", "김씨", "김씨는", "박대통령", "최의원이", "이회장에게"})
    EXPECT_TRUE(first_letter_is_name(composed_letters(word))) << word;
}

TEST(NameRulesTest, ASingleLetterIsNoNameInAnotherWord) {
  for (const char* const word : {"김치", "김치는", "박수", "정도", "주로", "이제", "날씨", "김2", "최AI"})
    EXPECT_FALSE(first_letter_is_name(composed_letters(word))) << word;
}

/// What stands behind the other name in the end.
std::u32string fitted(std::u32string_view name, std::u32string_view behind, std::u32string_view other) {
  const FittedParticle particle = fitted_particle(name, behind, other);
  return particle.form + std::u32string(behind.substr(particle.letters));
}

TEST(NameRulesTest, AParticleFitsTheNumberAsItIsRead) {
  // 일 이 삼 사 오 육 칠 팔 구 십
  EXPECT_EQ(fitted(U"김철수", U"가", U"인물1"), U"이");
  EXPECT_EQ(fitted(U"홍길동", U"이", U"인물2"), U"가");
  EXPECT_EQ(fitted(U"김철수", U"는", U"인물3"), U"은");
  EXPECT_EQ(fitted(U"홍길동", U"을", U"인물4"), U"를");
  EXPECT_EQ(fitted(U"홍길동", U"과", U"인물5"), U"와");
  EXPECT_EQ(fitted(U"김철수", U"로", U"인물6"), U"으로");
  EXPECT_EQ(fitted(U"홍길동", U"으로", U"인물7"), U"로");
  EXPECT_EQ(fitted(U"중국", U"으로부터의", U"장소8"), U"로부터의");
  EXPECT_EQ(fitted(U"홍길동", U"이나", U"인물9"), U"나");
  EXPECT_EQ(fitted(U"김철수", U"와의", U"인물10"), U"과의");
  EXPECT_EQ(fitted(U"김철수", U"라는", U"인물20"), U"이라는");
  EXPECT_EQ(fitted(U"김철수", U"였다", U"인물1"), U"이었다");
  EXPECT_EQ(fitted(U"홍길동", U"이라고", U"인물2"), U"라고");
  EXPECT_EQ(fitted(U"홍길동", U"이라고", U"인물3"), U"이라고");
}

TEST(NameRulesTest, NoMoreThanWhatDiffersChanges) {
  EXPECT_EQ(fitted_particle(U"중국", U"으로부터", U"장소8").letters, 2U);
  EXPECT_EQ(fitted_particle(U"김철수", U"라는", U"인물1").letters, 1U);
}

TEST(NameRulesTest, AParticleThatFitsStays) {
  EXPECT_EQ(fitted_particle(U"홍길동", U"이", U"인물1").letters, 0U);
  EXPECT_EQ(fitted_particle(U"서울", U"로", U"장소1").letters, 0U);
  EXPECT_EQ(fitted_particle(U"홍길동", U"에게서는", U"인물2").letters, 0U);
}

TEST(NameRulesTest, BehindLatinEveryParticleFits) {
  EXPECT_EQ(fitted_particle(U"홍길동", U"이", U"PERSON2").letters, 0U);
  EXPECT_EQ(fitted(U"Huawei", U"가", U"기관1"), U"이");
}

TEST(NameRulesTest, WhatIsNoParticleStays) {
  for (const char32_t* const behind : {U"이노베이션", U"은행", U"씨가", U"가", U"이2"}) {
    EXPECT_EQ(fitted_particle(U"한국", behind, U"기관2").letters, 0U);
  }
  EXPECT_EQ(fitted_particle(U"한국", U"", U"기관2").letters, 0U);
}

}  // namespace
}  // namespace mitjul
