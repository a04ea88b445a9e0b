#include "korean/word_evidence.h"

#include <gtest/gtest.h>

#include "core/utf8.h"
#include "korean/word_letters.h"
#include "korean/word_selection.h"

namespace mitjul {
namespace {

std::uint64_t key(std::u32string_view word) { return hash_of(word); }

TEST(WordEvidenceTest, ParticlesThatAreRelatedProveANounOnce) {
  WordEvidence evidence;
  evidence.add(Text("오키나와 오키나와의 오키나와는"));
  const Text text("미국은 미국의 미국");
  evidence.add(text);
  const Particle& eun = *Particles::all().tails_of(U"미국은", 1).items[0].particle;
  const Particle& wa = *Particles::all().tails_of(U"오키나와", 1).items[0].particle;
  EXPECT_EQ(evidence.proofs(key(U"오키나"), &wa), 0U);
  EXPECT_EQ(evidence.proofs_of_whole(key(U"오키나와"), wa), 0U);  // 와의 and 와는 are particles of their own
  EXPECT_EQ(evidence.proofs(key(U"미국"), &eun), 2U);
  EXPECT_EQ(evidence.proofs(key(U"미국"), nullptr), 3U);
  EXPECT_EQ(evidence.bare(key(U"미국")), 1U);
  evidence.remove(text);
  EXPECT_EQ(evidence.proofs(key(U"미국"), nullptr), 0U);
  EXPECT_EQ(evidence.bare(key(U"오키나와")), 1U);
}

TEST(WordEvidenceTest, TextsCountedApartAndMergedAreTextsCountedTogether) {
  const Text first("화웨이가 화웨이는");
  const Text second("화웨이의 칩");
  WordEvidence together;
  together.add(first);
  together.add(second);
  WordEvidence merged;
  merged.add(first);
  WordEvidence other;
  other.add(second);
  other.learn("도널드 트럼프");
  merged.merge(other);
  for (const char32_t* const word : {U"화웨이", U"화웨이가", U"칩"}) {
    EXPECT_EQ(merged.proofs(key(word), nullptr), together.proofs(key(word), nullptr));
  }
  EXPECT_TRUE(merged.annotated(key(U"도널드 트럼프")));
  EXPECT_TRUE(merged.annotated(key(U"트럼프")));
  EXPECT_FALSE(merged.annotated(key(U"도널드")));
}

TEST(WordEvidenceTest, WithoutTheLexiconAnAnnotatedParticleIsStillOne) {
  const Text text("🚀 서울시가 발표했다.");
  WordEvidence evidence;
  evidence.add(text);
  evidence.learn("서울시가");
  EXPECT_FALSE(ends_in_particle(text, {2, 6}, evidence));
  EXPECT_TRUE(ends_in_particle(text, {2, 6}, evidence.without_lexicon()));
}

/// A text of many words, each with the same particle: 가각에서 가갂에서 …
Text many_words(char32_t first) {
  std::string utf8 = "🚀";
  for (char32_t second = U'가'; second < U'가' + 3000; ++second) {
    for (const char32_t letter : {U' ', first, second, U'에', U'서'}) append_utf8(utf8, letter);
  }
  return Text(utf8);
}

TEST(WordEvidenceTest, LargeOnesAreMergedIntoSmallerAndEmptyOnes) {
  WordEvidence large;
  large.add(many_words(U'나'));
  WordEvidence other;
  other.add(many_words(U'나'));
  other.add(many_words(U'다'));
  WordEvidence small;
  small.add(Text("🚀 나가에서"));
  small.merge(large);
  small.merge(other);
  WordEvidence empty;
  empty.merge(large);
  for (char32_t second = U'가'; second < U'가' + 3000; ++second) {
    const std::u32string word{U'나', second};
    const std::u32string only_other{U'다', second};
    EXPECT_EQ(small.count(key(word)), 2U * large.count(key(word)) + (second == U'가' ? 1U : 0U));
    EXPECT_EQ(small.count(key(only_other)), other.count(key(only_other)));
    EXPECT_EQ(empty.count(key(word)), large.count(key(word)));
  }
  EXPECT_GT(large.count(key(U"나각")), 0U);
}

TEST(WordEvidenceTest, WhatIsNeverCutStaysWhenAnotherOneIsMerged) {
  WordEvidence other;
  other.add(Text("🚀 가온은"));
  other.never_cut("나루");
  WordEvidence evidence;
  evidence.never_cut("만족도");
  evidence.merge(other);
  evidence.merge(other);
  EXPECT_TRUE(evidence.is_never_cut(key(U"만족도")));
  EXPECT_FALSE(evidence.is_never_cut(key(U"나루"))) << "the word list is the project's, not that of a part";
  EXPECT_EQ(evidence.count(key(U"가온")), 2U);
}

}  // namespace
}  // namespace mitjul
