#include "messages/particle.h"

#include <gtest/gtest.h>

#include "messages/language.h"

namespace mitjul {
namespace {

/// `‘value’` with a particle behind it, without the quotation marks.
std::string with(const std::string& value, const std::string& both) {
  std::string sentence = "🚀 ‘" + value;
  append_with_particles(sentence, "’" + both);
  return sentence.substr(std::string("🚀 ‘" + value + "’").size());
}

std::string topic(const std::string& value) { return with(value, "은(는)"); }
std::string direction(const std::string& value) { return with(value, "(으)로"); }

TEST(ParticleTest, EveryParticleHasItsTwoForms) {
  struct Forms {
    const char* both;
    const char* behind_vowel;
    const char* behind_consonant;
  };
  for (const Forms& forms : {Forms{"은(는)", "는", "은"}, Forms{"이(가)", "가", "이"}, Forms{"을(를)", "를", "을"},
                             Forms{"와(과)", "와", "과"}, Forms{"(으)로", "로", "으로"}}) {
    EXPECT_EQ(with("화웨이", forms.both), forms.behind_vowel);
    EXPECT_EQ(with("삼성", forms.both), forms.behind_consonant);
    EXPECT_EQ(with("🚀", forms.both), forms.both);
  }
}

TEST(ParticleTest, OnlyTheDirectionTakesRieulForAVowel) {
  EXPECT_EQ(direction("서울"), "로");
  EXPECT_EQ(topic("서울"), "은");
  EXPECT_EQ(direction("닭"), "으로");
}

TEST(ParticleTest, HangulOfPartsAndLettersByTheirNamesAreRead) {
  EXPECT_EQ(topic("\u1100\u1175\u1109\u1161"), "는");              // 기사, as macOS writes it
  EXPECT_EQ(topic("\u1100\u1175\u1100\u116A\u11AB"), "은");        // 기관
  EXPECT_EQ(direction("\u1109\u1165\u110B\u116E\u11AF"), "로");    // 서울
  EXPECT_EQ(direction("\u1100\u1175\u1100\u116A\u11AB"), "으로");  // 기관
  EXPECT_EQ(direction("ㄱ"), "으로");                              // 기역
  EXPECT_EQ(direction("ㄹ"), "로");                                // 리을
  EXPECT_EQ(topic("ㄹ"), "은");
  EXPECT_EQ(topic("ㅏ"), "는");
}

TEST(ParticleTest, DigitsAreReadInKorean) {
  const std::vector<std::string> topics{"은", "은", "는", "은", "는", "는", "은", "은", "은", "는"};
  const std::vector<std::string> directions{"으로", "로", "로", "으로", "로", "로", "으로", "로", "로", "로"};
  for (std::size_t digit = 0; digit < 10; ++digit) {
    EXPECT_EQ(topic(std::to_string(digit)), topics[digit]) << digit;
    EXPECT_EQ(topic("GPT-" + std::to_string(digit)), topics[digit]) << digit;
    EXPECT_EQ(direction(std::to_string(digit)), directions[digit]) << digit;
  }
}

TEST(ParticleTest, ZerosAtTheEndOfANumberAreItsUnit) {
  for (const char* const number : {"10", "100", "1000", "10,000", "100000000", "0.10", "00"}) {  // 십 백 천 만 억 영
    EXPECT_EQ(topic(number), "은") << number;
    EXPECT_EQ(direction(number), "으로") << number;
  }
  EXPECT_EQ(topic("1,000,000,000,000"), "는");  // 조
  EXPECT_EQ(topic("3000000000000"), "는");
  EXPECT_EQ(topic("10000000000000000"), "은(는)");
}

TEST(ParticleTest, AbbreviationsAreReadLetterByLetter) {
  for (const char* const word : {"LG", "SK", "a", "PDF", "b.txt", "기사.hwp", "CEO", "TSMC"}) {
    EXPECT_EQ(topic(word), "는") << word;
    EXPECT_EQ(direction(word), "로") << word;
  }
  for (const char* const word : {"IBM", "UN", "CNN", "m"}) {
    EXPECT_EQ(topic(word), "은") << word;
    EXPECT_EQ(direction(word), "으로") << word;
  }
  for (const char* const word : {"HTML", "url.xml", "URL", "OCR", "r"}) {
    EXPECT_EQ(topic(word), "은") << word;
    EXPECT_EQ(direction(word), "로") << word;
  }
}

TEST(ParticleTest, LatinWordsAreReadAsTheyAreWrittenInHangul) {
  // 구글 파일 애플, 네임 라인 아이폰 킹 토픽, 서버 데이트 프로젝트 링크 블로그 유튜브 테스트.
  for (const char* const word : {"Google", "file", "Apple", "LABEL"}) {
    EXPECT_EQ(topic(word), "은") << word;
    EXPECT_EQ(direction(word), "로") << word;
  }
  for (const char* const word : {"name", "Line", "iPhone", "Amazon", "Samsung", "TOPIC", "CLAIM", "Anne"}) {
    EXPECT_EQ(topic(word), "은") << word;
    EXPECT_EQ(direction(word), "으로") << word;
  }
  for (const char* const word : {"server", "DATE", "project", "link", "blog", "YouTube", "test", "NVIDIA", "TASER"})
    EXPECT_EQ(topic(word), "는") << word;
}

TEST(ParticleTest, WhatNobodyCanKnowKeepsBothForms) {
  for (const char* const value : {"🚀", "漢", "", " ", "C++", "#", "chat", "set", "map", "type", "5kg", "block", "é"})
    EXPECT_EQ(topic(value), "은(는)") << value;
  EXPECT_EQ(topic("\xFF"), "은(는)");
  std::string sentence;
  append_with_particles(sentence, "은(는)");
  EXPECT_EQ(sentence, "은(는)");
}

TEST(ParticleTest, QuotationMarksAndTheEndOfASentenceAreLookedThrough) {
  for (const char* const value : {"기관", "기관”", "기관》", "기관」", "기관.", "기관…", "기관?!", "‘기관’ ", "기관:"})
    EXPECT_EQ(topic(value), "은") << value;
  EXPECT_EQ(topic("10%"), "는");
}

TEST(ParticleTest, AGlossInBracketsIsNotReadAndOtherBracketsAre) {
  EXPECT_EQ(topic("한국은행(BOK)"), "은");
  EXPECT_EQ(topic("기사(기관)"), "는");
  EXPECT_EQ(topic("기사[(가)(기관)]"), "는");
  EXPECT_EQ(topic("기사 (3)"), "은");
  EXPECT_EQ(topic("기관 (2)"), "는");
  EXPECT_EQ(topic("(기관)"), "은");
  EXPECT_EQ(topic("기관)"), "은");
  EXPECT_EQ(topic("()"), "은(는)");
}

TEST(ParticleTest, SeveralParticlesFollowWhatStandsBeforeEach) {
  std::string sentence = "기관";
  append_with_particles(sentence, "은(는) 기사을(를) 서울(으)로");
  EXPECT_EQ(sentence, "기관은 기사를 서울로");
}

TEST(ParticleTest, FillChoosesAndLeavesValuesAsTheyAre) {
  set_language(Language::Korean);
  const Message message{"", "🚀 ‘{0}’은(는) ‘{1}’(으)로 바뀝니다{0}"};
  EXPECT_EQ(fill(message, {"화웨이", "서울"}), "🚀 ‘화웨이’는 ‘서울’로 바뀝니다화웨이");
  EXPECT_EQ(fill(message, {"은(는)이(가)", "3"}), "🚀 ‘은(는)이(가)’는 ‘3’으로 바뀝니다은(는)이(가)");
  set_language(language_of_environment());
}

}  // namespace
}  // namespace mitjul
