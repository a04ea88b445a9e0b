#include "korean/occurrences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const DocumentKey kOther = *DocumentKey::parse("aaaaaaaaaa");

/// The text with braces around the certain and brackets ⟨⟩ around the uncertain hits.
std::string found(const Text& text, std::string_view surface, const ProjectWords& words = {}) {
  std::string shown;
  TextPos at;
  for (const Occurrence& hit : occurrences(text, surface, words)) {
    const bool certain = hit.trust == Trust::Certain;
    shown += std::string(text.slice({at, hit.span.start})) + (certain ? "{" : "⟨") + std::string(text.slice(hit.span)) +
             (certain ? "}" : "⟩");
    at = hit.span.end;
  }
  return shown + std::string(text.slice({at, text.end()}));
}

void expect_found(std::string_view surface, const std::string& shown, const ProjectWords& words = {}) {
  std::string plain;
  for (std::size_t i = 0; i < shown.size();) {
    const std::string_view rest = std::string_view(shown).substr(i);
    if (rest[0] == '{' || rest[0] == '}') {
      ++i;
    } else if (rest.starts_with("⟨") || rest.starts_with("⟩")) {
      i += std::string_view("⟨").size();
    } else {
      plain += shown[i++];
    }
  }
  EXPECT_EQ(found(Text(plain), surface, words), shown);
}

TEST(OccurrencesTest, WordsStandBareOrBeforeParticlesThatAgree) {
  expect_found("미국", "🚀 {미국}, {미국}은 {미국}에서는 {미국}에서만이 {미국}도 {미국}이다.");
  expect_found("화웨이", "🚀 {화웨이}가 {화웨이}는 ⟨화웨이⟩은");
  expect_found("DeepSeek", "🚀 {DeepSeek}는 {DeepSeek}은 {DeepSeek}, ⟨DEEPSEEK⟩");
}

TEST(OccurrencesTest, SuffixesStandBehindThem) {
  expect_found("중국", "🚀 {중국}판 {중국}산을 {중국}식 {중국}계는 {중국}내에서 {중국} 측은");
  expect_found("트럼프", "🚀 {트럼프}씨는 {트럼프}측이 {트럼프}들도");
}

TEST(OccurrencesTest, NationalsAreUncertain) { expect_found("중국", "🚀 ⟨중국⟩인 관광객과 ⟨중국⟩인이 {중국}에서"); }

TEST(OccurrencesTest, PartsOfOtherWordsAreUncertain) {
  expect_found("중국", "🚀 탈⟨중국⟩ 구분⟨중국⟩ ⟨중국⟩어");
  expect_found("나라", "🚀 {나라}가 ⟨나라⟩빚을 우리⟨나라⟩");
  expect_found("AI", "🚀 {AI}는 AIDS와 OpenAI가.");
}

TEST(OccurrencesTest, OneLetterIsFoundAsAWordOnly) {
  ProjectWords words;
  words.put(kOther, Text("🚀 왕과 천"), {{Span(5, 6), "PERSON"}});
  expect_found("천", "🚀 {천}의 천문과 하천, {천}은 천막", words);
}

TEST(OccurrencesTest, ScriptsBracketsQuotesDotsAndEmojiPartWords) {
  expect_found("테슬라", "🚀 {테슬라}FSD와 XNGP{테슬라}를 (“{테슬라}”)🇺🇸{테슬라}🇨🇳");
  expect_found("미", "🚀 한·{미}·일");
  expect_found("AI", "🚀 {AI}기업 생성형{AI}");
  expect_found("GPT", "🚀 {GPT}와 ⟨GPT⟩-4, {GPT}란");
}

TEST(OccurrencesTest, LongerWordsThatAreKnownWin) {
  ProjectWords words;
  words.put(kOther, Text("🚀 이승만이 이승만은 이승만을 삼성 전자 회사"), {{Span(17, 22), "ORG"}});
  expect_found("이승", "🚀 ⟨이승⟩만은 {이승}의", words);
  expect_found("삼성", "🚀 ⟨삼성⟩ 전자와 {삼성}이", words);
  ProjectWords listed;
  listed.set_word_list({{"중국은행", ""}, {"가온은", ""}});
  expect_found("가온", "🚀 ⟨가온⟩은 {가온}이", listed);
}

TEST(OccurrencesTest, ABlankIsAnyRunOfBlanks) {
  expect_found("존 손힐", "🚀 {존 손힐}은 {존 \t 손힐}이 ⟨존\n손힐⟩ 존\n\n손힐 존손힐");
  expect_found("존\n손힐", "🚀 {존 손힐}은");
}

TEST(OccurrencesTest, DecomposedHangulIsTheSame) {
  // 가온 composed and as jamo.
  const Text text("🚀 \u1100\u1161\u110B\u1169\u11AB은 가온");
  EXPECT_THAT(occurrences(text, "가온", {}),
              ElementsAre(Occurrence{Span(2, 7), Trust::Certain}, Occurrence{Span(9, 11), Trust::Certain}));
  EXPECT_EQ(occurrences(text, "\u1100\u1161\u110B\u1169\u11AB", {}).size(), 2U);
}

TEST(OccurrencesTest, HitsNeverOverlapNorCutClusters) {
  expect_found("가나가", "🚀 {가나가} ⟨가나가⟩나가");
  EXPECT_THAT(occurrences(Text("🚀 1\uFE0F\u20E3"), "1", {}), IsEmpty());
}

TEST(OccurrencesTest, NothingIsFoundInNothing) {
  EXPECT_THAT(occurrences(Text(), "가", {}), IsEmpty());
  EXPECT_THAT(occurrences(Text("🚀 가"), " ", {}), IsEmpty());
  EXPECT_THAT(occurrences(Text("🚀 가"), "", {}), IsEmpty());
  EXPECT_THAT(occurrences(Text("🚀 가"), "가나다라마", {}), IsEmpty());
}

/// What a project knows that annotates words with their particles.
ProjectWords with_particles_inside(std::string_view text, const std::vector<LabelledSpan>& annotations) {
  ProjectWords words;
  words.options.particle_inside = true;
  words.put(kOther, Text(std::string(text)), annotations);
  return words;
}

TEST(ParticleInsideTest, WordsAreFoundWithWhateverParticleTheyHave) {
  const ProjectWords words = with_particles_inside("🚀 화웨이가", {{Span(2, 6), "ORG"}});
  expect_found("화웨이가", "🚀 {화웨이가} {화웨이는} {화웨이}, {화웨이에서만} 탈⟨화웨이는⟩", words);
  expect_found("화웨이", "🚀 {화웨이가} {화웨이는}", words);
  expect_found("존 손힐은", "🚀 {존 손힐이} {존 손힐}", words);
}

TEST(ParticleInsideTest, LongerWordsThatAreKnownWin) {
  const ProjectWords words = with_particles_inside("🚀 이승만이 이승만은 이승만을 삼성 전자가 컸다",
                                                   {{Span(7, 11), "PERSON"}, {Span(17, 23), "ORG"}});
  expect_found("이승의", "🚀 ⟨이승만은⟩ {이승의}", words);
  expect_found("삼성이", "🚀 ⟨삼성⟩ 전자가 {삼성은}", words);
}

TEST(ParticleInsideTest, HitsNeverOverlap) {
  expect_found("가온", "🚀 ⟨가온가온⟩ {가온}", with_particles_inside("🚀", {}));
}

TEST(NotAnnotatedTest, TheSameLabelIsLeftOutAndAnotherOneDoubted) {
  const std::vector<Occurrence> hits{{Span(2, 4)}, {Span(6, 8)}, {Span(10, 12)}, {Span(14, 16)}, {Span(18, 20)}};
  const std::vector<LabelledSpan> annotations{{Span(0, 60), "CLAIM"},
                                              {Span(2, 4), "ORG"},
                                              {Span(6, 8), "PERSON"},
                                              {Span(9, 13), "ORG"},
                                              {Span(14, 19), "PERSON"}};
  EXPECT_THAT(not_annotated(hits, annotations, "ORG"),
              ElementsAre(Occurrence{Span(6, 8), Trust::Uncertain}, Occurrence{Span(14, 16), Trust::Uncertain},
                          Occurrence{Span(18, 20), Trust::Uncertain}));
  EXPECT_EQ(not_annotated(hits, {}, "ORG"), hits);
}

}  // namespace
}  // namespace mitjul
