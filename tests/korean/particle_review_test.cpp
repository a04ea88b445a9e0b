#include "korean/particle_review.h"

#include <gtest/gtest.h>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

/// The particle that is found at the end of the marked words; empty where none is.
std::string particle_of(const std::string& utf8_with_braces) {
  const MarkedText text = marked(utf8_with_braces);
  WordEvidence evidence;
  evidence.add(text.text);
  const Span span = text.spans.at(0);
  const auto end = end_without_particle(text.text, span, evidence);
  return end ? std::string(text.text.slice({*end, span.end})) : "";
}

bool stands_before(const std::string& utf8_with_braces) {
  const MarkedText text = marked(utf8_with_braces);
  WordEvidence evidence;
  evidence.add(text.text);
  return stands_before_particle(text.text, text.spans.at(0), evidence);
}

TEST(ParticleReviewTest, NamesThatEndInAParticleAreFound) {
  EXPECT_EQ(particle_of("🚀 {화웨이가} 칩을 확보했다. 화웨이는 기뻐했다."), "가");
  EXPECT_EQ(particle_of("🚀 정부는 {삼성전자에서} 일했다. 삼성전자는 크다."), "에서");
  EXPECT_EQ(particle_of("🚀 정부는 {중국 화웨이와} 만났다. 화웨이는 기뻐했다."), "와");
}

TEST(ParticleReviewTest, NamesWithoutOneAreNot) {
  EXPECT_EQ(particle_of("🚀 {화웨이}가 칩을 확보했다."), "");
  EXPECT_EQ(particle_of("🚀 {이승만} 전 대통령이 말했다. 이승만은 {이승만}이다."), "");
  EXPECT_EQ(particle_of("🚀 {OpenAI}, 칩 확보"), "");
}

TEST(ParticleReviewTest, SentencesEndInWhatTheyEndIn) {
  EXPECT_EQ(particle_of("🚀 {화웨이가 칩을 확보했다고.} 그는 말했다."), "");
  EXPECT_EQ(particle_of("🚀 {화웨이가 첨단 반도체를 미국의 제재에도 불구하고 확보한 것은 정부가} 안다."), "")
      << "longer than any name";
  EXPECT_EQ(particle_of("🚀 그 회사는 {화웨이이다}. 화웨이는 크다."), "") << "with its copula a predicate";
  EXPECT_EQ(particle_of("🚀 {빨리 닿기 때문이다}. 때문에 산다."), "");
}

TEST(ParticleReviewTest, OneSyllableIsTooLittleToTell) {
  EXPECT_EQ(particle_of("🚀 기자가 {물은} 것은 물이 아니다."), "");
  EXPECT_EQ(particle_of("🚀 가수 {한이랑}, 새 노래"), "");
  EXPECT_EQ(particle_of("🚀 정부는 {새 칩을} 샀다. 칩은 비싸다."), "");
}

TEST(ParticleReviewTest, NothingIsNoName) {
  EXPECT_FALSE(end_without_particle(Text("🚀 화웨이가"), Span(2, 2), WordEvidence()));
}

TEST(ParticleReviewTest, WordsBeforeTheirParticleAreTold) {
  EXPECT_TRUE(stands_before("🚀 {화웨이}가 칩을 확보했다. 화웨이는 기뻐했다."));
  EXPECT_FALSE(stands_before("🚀 {화웨이가} 칩을 확보했다. 화웨이는 기뻐했다."));
  EXPECT_FALSE(stands_before("🚀 {화웨이}, 칩을 확보했다."));
}

}  // namespace
}  // namespace mitjul
