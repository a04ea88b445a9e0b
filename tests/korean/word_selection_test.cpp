#include "korean/word_selection.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

std::string decomposed(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  std::string nfd;
  icu::StringByteSink<std::string> sink(&nfd);
  icu::Normalizer2::getNFDInstance(status)->normalizeUTF8(0, utf8, sink, nullptr, status);
  return nfd;
}

std::string word_of(const std::string& eojeol, const WordEvidence& evidence = {}) {
  const Text text("🚀 " + eojeol + " 🇰🇷");
  return std::string(text.slice(word_without_particle(text, TextPos(2), evidence)));
}

/// Expects that clicks on every letter of the marked spans select those.
void expect_words(std::string_view utf8_with_braces, const WordEvidence& evidence = {}) {
  const MarkedText marks = marked(utf8_with_braces);
  for (const Span& span : marks.spans) {
    for (TextPos pos = span.start; pos < span.end; pos = pos + 1) {
      EXPECT_EQ(word_without_particle(marks.text, pos, evidence), span) << utf8_with_braces << " " << pos.value();
    }
  }
}

std::vector<std::string> steps_of(std::string_view utf8_with_braces, const WordOptions& options = {}) {
  const MarkedText marks = marked(utf8_with_braces);
  std::vector<std::string> steps;
  for (const Span& step : selection_steps(marks.text, marks.spans[0].start, {}, options)) {
    steps.emplace_back(marks.text.slice(step));
  }
  return steps;
}

std::string snapped(std::string_view utf8_with_braces, const WordOptions& options = {}) {
  const MarkedText marks = marked(utf8_with_braces);
  return std::string(marks.text.slice(snap(marks.text, marks.spans[0], {}, options)));
}

TEST(WordSelectionTest, AParticleIsCutFromANounAndNotFromANounThatEndsLikeOne) {
  expect_words(
      "🚀 {화웨이}가 {미국}은 {서울}로 {중국}으로 {국가들}에게는, {만족도} {한반도} {민주주의}의 {자유민주주의}는");
  expect_words(
      "👩‍💻 {회의}에서 {국무회의}가 {대만}을 {우크라이나}와 {경제학과} {을지로}에 "
      "{종로2가}의 "
      "{카이로}는");
}

TEST(WordSelectionTest, AParticleThatDoesNotAgreeIsPartOfTheWord) {
  expect_words("{미국가} {만주이} {우리과} {캐나다}가");
}

TEST(WordSelectionTest, LatinFiguresAndUnitsKeepTogether) {
  expect_words("🚀 {OpenAI}의 {R&D}를 {GPT-4}는 {DEEPSEEK}은 {DEEPSEEK}는 {BRICS+}와 {22.6%}로 {$3,000}의 {2023년}부터");
  expect_words(
      "{200만}을 {3억5천만원}의 {수십만}이 {30도}까지 {6자} {100㎞}를 {AI}도 {1만2천여명}이 {5·18}은 {3년}만에");
}

TEST(WordSelectionTest, UnitsBehindANumberAreCutFromTheirParticles) {
  expect_words(
      "🚀 300억 {원}이 5,000만 {정}을 60여 {척}의 1천200여 {명}이 수십만 {명}에게 2만 {셀}을 10 {킬로미터}까지");
  expect_words(
      "👩‍💻 {2도}가량 {3대}씩 {9곳}뿐이었다 {1kWh}당 {3㎏}씩 29만 {원}짜리 {3년간} {50㎏급}");
  expect_words("🚀 그는 {원이} 된다 이 {명이}");  // no number before them
}

TEST(WordSelectionTest, NamesWithHyphensUnderscoresAndDatesWithSlashesAreOneWord) {
  expect_words("🚀 {코로나-19}가 {가람-2호}는 {teoksu_lab}의 {2026/03/17}에 {미국}-{중국} {AI}/{ML}");
}

TEST(WordSelectionTest, NounsInHaAreNoVerbs) {
  expect_words("🚀 {운하}는 {영하}가 {지하}를 {발표하는} {생산하고} {확인하는} {금지하는}");
}

TEST(WordSelectionTest, BracketsQuotesEmojiAndKeycapsEndAWord) {
  expect_words(
      "“{Wrapper}”일 {리헤인}({Chris} {Lehane})과 ‘{살해}’라는 《{기술}과 {전략}》 {미국}🇺🇸{중국}🇨🇳 "
      "1️⃣{번호}는 "
      "{한}·{미}");
  const MarkedText quoted = marked("“국가”{라고}");
  EXPECT_EQ(word_without_particle(quoted.text, quoted.spans[0].start, {}), quoted.spans[0]);
}

TEST(WordSelectionTest, PredicatesAndAdverbsAreSelectedWhole) {
  expect_words(
      "🚀 {이끄는} {나오는} {인정받은} {드러나면} {위해서는} {없었다는} {포기했지만} {늘리기로} {떠오를} {보이고}");
  expect_words("{끊임없이} {높은} {특히} {앞으로} {그러나} {많이} {감안해도} {발전시키는} {강화하면서도} {하도록}");
}

TEST(WordSelectionTest, TheCopulaIsCutBehindNounsThatFormNoLongerNounWithIt) {
  expect_words("{추세}다 {대표}인 {반도체}이다 {무제한적}인 {정보}이고 {정치인} {기념일} {한국인}");
}

TEST(WordSelectionTest, PersonsLoseTheirTitleAndKeepNamesThatReadAsNounWithParticle) {
  expect_words(
      "🚀 {김철수}씨는 {박영희}양이 {이민호}군을 {김모}씨가 {검찰}측은 {김정은}이 {이승만}은 {한효주}의 {박지은}은");
  expect_words("{아저씨}가 {선생님}은 {수요예측}을 {이라크군}이 {남태평양}을");
}

TEST(WordSelectionTest, NamesThatReadAsSentencesAreSelectedWholeOnceTheyAreKnown) {
  EXPECT_EQ(word_of("쓰리랑카는"), "쓰리랑카");
  WordEvidence evidence;
  EXPECT_NE(word_of("나는가수다를", evidence), "");
  evidence.learn("좋아하는");
  EXPECT_EQ(word_of("좋아하는의", evidence), "좋아하는");
  EXPECT_EQ(word_of("좋아하는", evidence), "좋아하는");
}

TEST(WordSelectionTest, EvidenceOfTheTextsDecidesWhatTheRulesCannot) {
  EXPECT_EQ(word_of("아마자와"), "아마자");
  WordEvidence evidence;
  evidence.add(Text("아마자와의 시민은 아마자와에서 아마자와를 떠났다."));
  EXPECT_EQ(word_of("아마자와", evidence), "아마자와");
  EXPECT_EQ(word_of("아마자와는", evidence), "아마자와");
}

TEST(WordSelectionTest, ACorrectionIsRemembered) {
  WordEvidence evidence;
  EXPECT_EQ(word_of("보라카이로", evidence), "보라카이");
  evidence.learn("보라카이로");
  EXPECT_EQ(word_of("보라카이로", evidence), "보라카이로");
  EXPECT_EQ(word_of("보라카이로의", evidence), "보라카이로");
  evidence.forget("보라카이로");
  EXPECT_EQ(word_of("보라카이로", evidence), "보라카이");
  evidence.never_cut("보라카이로");
  EXPECT_EQ(word_of("보라카이로", evidence), "보라카이로");
  evidence.allow_cut("보라카이로");
  EXPECT_EQ(word_of("보라카이로", evidence), "보라카이");
}

TEST(WordSelectionTest, DecomposedTextIsCutAtTheSameSyllables) {
  for (const char* const eojeol : {"화웨이가", "만족도를", "이끄는", "국가들에게", "김철수씨는", "Café는"}) {
    EXPECT_EQ(word_of(decomposed(eojeol)), decomposed(word_of(eojeol))) << eojeol;
  }
  const Text text("🚀 " + decomposed("국가들은"));
  for (TextPos pos(0); pos <= text.end(); pos = pos + 1) {
    for (const Span& step : selection_steps(text, pos, {})) {
      EXPECT_TRUE(text.is_grapheme_boundary(step.start) && text.is_grapheme_boundary(step.end));
    }
  }
}

TEST(WordSelectionTest, TheKeyGoesFromWordToPluralEojeolAndGloss) {
  using Steps = std::vector<std::string>;
  EXPECT_EQ(steps_of("🚀 “{국}가들은,” 🇰🇷"), (Steps{"국가들", "국가", "“국가들은,”"}));
  EXPECT_EQ(steps_of("🚀 {리}헤인(Chris Lehane)은"), (Steps{"리헤인", "리헤인(Chris", "리헤인(Chris Lehane)"}));
  EXPECT_EQ(steps_of("{}화웨이가"), (Steps{"화웨이", "화웨이가"}));
  EXPECT_EQ(steps_of("{}미국"), (Steps{"미국"}));
  EXPECT_EQ(steps_of("{}만들 힘"), (Steps{"만들"}));
  EXPECT_EQ(steps_of("{}🚀🚀"), (Steps{"🚀🚀"}));
  EXPECT_EQ(steps_of("가(끝이 없는\n괄호)"
                     "{}"),
            (Steps{"괄호)"}));
}

TEST(WordSelectionTest, WithTheParticleInsideTheSpanThatIsTheFirstStep) {
  const WordOptions inside{.particle_inside = true};
  EXPECT_EQ(steps_of("{}화웨이가,", inside), (std::vector<std::string>{"화웨이가", "화웨이", "화웨이가,"}));
  EXPECT_EQ(snapped("미{국 정부}가", inside), "미국 정부가");
}

TEST(WordSelectionTest, WithTheParticleInsideAnAnnotatedWordStillHasOne) {
  const Text text("🚀 화웨이가,");
  WordEvidence evidence;
  evidence.learn("화웨이가");
  EXPECT_EQ(word_without_particle(text, TextPos(2), evidence), Span(2, 6));
  EXPECT_EQ(word_without_particle(text, TextPos(2), evidence, {.particle_inside = true}), Span(2, 5));
  EXPECT_EQ(selection_steps(text, TextPos(2), evidence, {.particle_inside = true}),
            (std::vector<Span>{Span(2, 6), Span(2, 5), Span(2, 7)}));
}

TEST(WordSelectionTest, ADragTakesWholeWordsAndLeavesTheLastParticle) {
  EXPECT_EQ(snapped("🚀 도{널드 트럼프는} 말했다"), "도널드 트럼프");
  EXPECT_EQ(snapped("🚀 도널드 {트}럼프는"), "트럼프");
  EXPECT_EQ(snapped("🚀 { 미국 정부의 발}표가 "), "미국 정부의 발표");
  EXPECT_EQ(snapped("화웨이{가}"), "화웨이");
  EXPECT_EQ(snapped("“{미국이 옳다}”고"), "미국이 옳다");
  EXPECT_EQ(snapped("리{헤인(Chris Lehane)}은"), "리헤인(Chris Lehane)");
  EXPECT_EQ(snapped("가{   }나"), "");
  EXPECT_EQ(snapped("가 {🇰🇷🇺🇸} 나"), "🇰🇷🇺🇸");
}

TEST(WordSelectionTest, BetweenBlanksAndInAnEmptyTextNothingIsSelected) {
  const Text empty;
  EXPECT_TRUE(selection_steps(empty, TextPos(0), {}).empty());
  EXPECT_TRUE(word_without_particle(empty, TextPos(0), {}).empty());
  EXPECT_EQ(snap(empty, empty.all(), {}), empty.all());
  const Text blanks("가  나");
  EXPECT_TRUE(selection_steps(blanks, TextPos(2), {}).empty());
  const Text at_end("미국은");
  EXPECT_EQ(word_without_particle(at_end, at_end.end(), {}), Span(0U, 2U));
}

TEST(WordSelectionTest, SpansThatEndInAParticleAreFound) {
  const MarkedText marks = marked("{화웨이가} {미국} {만족도} {중국 정부는} {이끄는}");
  std::vector<bool> found;
  for (const Span& span : marks.spans) found.push_back(ends_in_particle(marks.text, span, {}));
  EXPECT_EQ(found, (std::vector<bool>{true, false, false, true, false}));
}

}  // namespace
}  // namespace mitjul
