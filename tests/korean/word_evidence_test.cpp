#include "korean/word_evidence.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>

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

/// Words enough of all kinds: stems of random syllables with particles.
std::string random_prose(std::size_t bytes) {
  constexpr std::string_view kParticles[] = {"", "은", "이", "을", "의", "에서", "으로", "까지", "도", "에게는"};
  std::string prose;
  std::uint64_t state = 88172645463325252ULL;
  const auto next = [&](std::uint64_t below) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    return state % below;
  };
  while (prose.size() < bytes) {
    // Few words are frequent and many are rare, as in a language: every order of magnitude of ranks as often.
    const auto rank = static_cast<std::uint64_t>(std::exp(static_cast<double>(next(1'000'000)) * 1e-6 * std::log(4e5)));
    std::uint64_t syllables = rank * 2654435761U % 400000000;
    for (int i = 0; i < 3; ++i, syllables /= 900) {
      const auto c = static_cast<char32_t>(0xAC00 + syllables % 900 * 12 + 1);
      prose += {static_cast<char>(0xE0 | (c >> 12U)), static_cast<char>(0x80 | ((c >> 6U) & 0x3FU)),
                static_cast<char>(0x80 | (c & 0x3FU))};
    }
    prose += kParticles[next(10)];
    prose += next(12) == 0 ? ".\n" : " ";
  }
  return prose;
}

TEST(WordEvidenceTest, AHundredMegabytesTakeSecondsAndASelectionMicroseconds) {
#ifdef NDEBUG
  constexpr std::size_t kBytes = 100'000'000;
#else
  constexpr std::size_t kBytes = 2'000'000;
#endif
  using Clock = std::chrono::steady_clock;
  const Text text(random_prose(kBytes));
  WordEvidence evidence;
  const auto start = Clock::now();
  evidence.add(text);
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  constexpr std::uint32_t kClicks = 100'000;
  std::uint64_t sum = 0;
  const auto clicks_start = Clock::now();
  for (std::uint32_t i = 0; i < kClicks; ++i) {
    const auto at = static_cast<std::uint32_t>(std::uint64_t{i} * 7919'777 % text.length());
    sum += word_without_particle(text, TextPos(at), evidence).length();
  }
  const double micros = std::chrono::duration<double, std::micro>(Clock::now() - clicks_start).count() / kClicks;
  RecordProperty("evidence_seconds", std::to_string(seconds));
  std::printf("evidence of %zu MB: %.2f s, %zu MB of memory; a selection: %.2f us\n", kBytes / 1'000'000, seconds,
              evidence.memory() / 1'000'000, micros);
  EXPECT_GT(sum, 0U);
#ifdef NDEBUG
  EXPECT_LT(seconds, 5.0);
  EXPECT_LT(micros, 5.0);
#endif
}

}  // namespace
}  // namespace mitjul
