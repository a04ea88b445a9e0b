#include "korean/claim_sources.h"

#include <gtest/gtest.h>

#include "korean/unit.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

/// The sources of a text, with the index of its last unit.
struct Read {
  Text text;
  ClaimSources sources;
  std::size_t last;
};
Read read(const Text& text) {
  WordEvidence evidence;
  evidence.add(text);
  ClaimSources sources(text, outline(text, units(text), {}), evidence);
  const std::size_t last = sources.outline().size() - 1;
  return {text, std::move(sources), last};
}

std::vector<std::string> words_of(const Text& text, const std::vector<ClaimSource>& sources) {
  std::vector<std::string> words;
  for (const ClaimSource& source : sources)
    words.push_back(source.is_author() ? "" : std::string(text.slice(source.span)));
  return words;
}

/// Expects that the last unit of a text is said by the marked words, and so attributed.
void expect_source(Attribution attribution, const std::string& with_braces) {
  const MarkedText marks = marked("🚀 " + with_braces);
  ASSERT_EQ(marks.spans.size(), 1U) << with_braces;
  const Read it = read(marks.text);
  const ClaimSourceProposal proposal = it.sources.of(it.last);
  ASSERT_FALSE(proposal.sources.empty());
  EXPECT_EQ(proposal.sources[0].span, marks.spans[0])
      << with_braces << " → " << testing::PrintToString(words_of(it.text, proposal.sources));
  EXPECT_EQ(proposal.attribution, attribution) << with_braces;
}
void expect_explicit(const std::string& with_braces) { expect_source(Attribution::Explicit, with_braces); }
void expect_context(const std::string& with_braces) { expect_source(Attribution::Context, with_braces); }

void expect_author(const std::string& utf8) {
  const Read it = read(Text("🚀 " + utf8));
  const ClaimSourceProposal proposal = it.sources.of(it.last);
  ASSERT_FALSE(proposal.sources.empty());
  EXPECT_TRUE(proposal.sources[0].is_author())
      << utf8 << " → " << testing::PrintToString(words_of(it.text, proposal.sources));
  EXPECT_EQ(proposal.attribution, Attribution::None) << utf8;
}

std::vector<std::string> cues_of(const std::string& utf8) {
  const Read it = read(Text("🚀 " + utf8));
  std::vector<std::string> cues;
  for (const Span& cue : it.sources.of(it.last).cues) cues.emplace_back(it.text.slice(cue));
  return cues;
}

TEST(ClaimSourcesTest, ThePersonWhoSaysAQuotationIsTheSource) {
  expect_explicit("{김민수} 대표는 “내년에는 값이 내릴 것”이라고 말했다.");
  expect_explicit("{박서연} 교수는 \"수출이 다시 늘고 있다\"고 설명했다.");
  expect_explicit("상인 {윤도현} 씨는 “손님이 절반으로 줄었다”고 했다.");
  expect_explicit("{이하린} 연구원은 “실험이 두 번 실패했다”며 “올해 안에 다시 하겠다”고 밝혔다.");
  expect_explicit("“비가 너무 많이 왔다”고 {한지우} 이장은 말했다.");
  expect_explicit("{정다온} 씨는 “막차가 끊겨 걸어왔다”며 웃었다.");
}

TEST(ClaimSourcesTest, TheNameIsTakenWithoutTitleWhereverTheTitleStands) {
  expect_explicit("가람전자 {최유진} 사장은 새 공장을 내년에 연다고 말했다.");
  expect_explicit("{최유진} 가람전자 사장은 새 공장을 내년에 연다고 말했다.");
  expect_explicit("가람전자 전 사장 {최유진}은 새 공장이 필요 없었다고 말했다.");
  expect_explicit("{김} 대표는 매출이 두 배로 늘었다고 말했다.");
  expect_explicit("전설적인 투자자 {워런 버핏}은 “시장은 늘 돌아온다”고 말했다.");
  expect_explicit("{제롬 파월} 미국 연방준비제도 의장은 금리를 내리지 않겠다고 밝혔다.");
}

TEST(ClaimSourcesTest, AGlossTellsHowManyWordsANameHas) {
  expect_explicit("물결연구소 {마리아 렌트너}(Maria Lentner) 박사는 빙하가 줄었다고 발표했다.");
  expect_explicit("{달빛에너지}(Moonlight Energy)는 발전기를 두 배로 늘렸다고 밝혔다.");
  expect_explicit("한국강물연구원({KRI})은 수온이 2도 올랐다고 발표했다.");
}

TEST(ClaimSourcesTest, ABodyOrStateThatSpeaksIsTheSource) {
  expect_explicit("{교육부}는 내년부터 급식비를 올린다고 밝혔다.");
  expect_explicit("{누리전자} 측은 결함이 없다고 해명했다.");
  expect_explicit("{미국 정부}는 관세를 낮추지 않겠다고 발표했다.");
  expect_explicit("{물결시}는 축제에 3만 명이 다녀갔다고 29일 밝혔다.");
  expect_explicit("그러나 {누리전자}는 \"부품은 모두 국산\"이라고 반박했다.");
  expect_explicit("{독일}은 원전을 다시 짓지 않겠다고 선언했다.");
}

TEST(ClaimSourcesTest, SourcesThatAreNotNamedAreSourcesToo) {
  expect_explicit("{전문가들}은 내년 성장률이 2%를 넘지 못한다고 내다봤다.");
  expect_explicit("{업계}는 재고가 석 달 치 남았다고 본다.");
  expect_explicit("{일각}에서는 통계가 부풀려졌다는 주장이 나온다.");
  expect_explicit("인근 {주민들}은 소음 때문에 잠을 못 잔다고 호소한다.");
  expect_explicit("{외신}은 협상이 깨졌다고 전했다.");
}

TEST(ClaimSourcesTest, WhatIsCitedIsTheSource) {
  expect_explicit("{통계청}에 따르면 지난달 물가는 3% 올랐다.");
  expect_explicit("{푸른숲연구소}의 조사에 따르면 나비가 17% 줄었다.");
  expect_explicit("{푸른숲연구소}의 최신 보고서에 따르면 나비가 17% 줄었다.");
  expect_explicit("{푸른숲연구소}가 지난달 낸 보고서에 따르면 나비가 17% 줄었다.");
  expect_explicit("물결대학교의 ‘{바다 온도 보고서 2025}(Sea Report 2025)’에 따르면 수온이 1도 올랐다.");
  expect_explicit("{주민 만족도 조사}에서는 절반이 버스가 늦는다고 답했다.");
  expect_explicit("{계약서}에는 위약금이 명시되어 있다.");
  expect_explicit("{소문}으로는 그 가게가 곧 문을 닫는다고 한다.");
}

TEST(ClaimSourcesTest, AnOpinionThatNobodyIsNamedForIsItsOwnSource) {
  expect_explicit("대책이 너무 늦었다는 {비판}이 나온다.");
  expect_explicit("값이 더 오를 것이라는 {분석}도 있다.");
  expect_explicit("기존 제품보다 가볍다는 {평가}를 받는다.");
}

TEST(ClaimSourcesTest, TheHolderOfAnOpinionGoesBeforeTheOpinion) {
  expect_explicit("내년에는 회복된다는 게 {전문가들}의 분석이다.");
  expect_explicit("값을 올릴 수밖에 없다는 것이 {업계}의 설명이다.");
  expect_explicit("{증권업계}에서는 기대가 이미 반영됐다는 분석이 나온다.");
}

TEST(ClaimSourcesTest, WhoPlansWantsOrThinksIsTheSource) {
  expect_explicit("{중국}은 반도체 생산을 두 배로 늘리려는 중.");
  expect_explicit("{달빛에너지}는 내년에 발전기 26기를 세울 계획이다.");
  expect_explicit("{우주산업청}은 발사대를 더 짓기로 했다.");
  expect_explicit("{미국 정부}는 수출 규제를 검토 중이다.");
  expect_explicit("{어민들}은 조업이 막힐 수 있다고 우려한다.");
}

TEST(ClaimSourcesTest, ANamedActorIsNoSource) {
  expect_author("달빛에너지는 지난해 공장을 세 곳 지었다.");
  expect_author("트럼프 대통령이 서울에 도착했다.");
  expect_author("미국은 압박 전략을 시행 중이다.");
  expect_author("한국은 작년에 배를 41척 팔았다.");
}

TEST(ClaimSourcesTest, WhatIsExpectedByNobodyIsTheAuthors) {
  expect_author("내년에는 값이 내릴 것으로 전망된다.");
  expect_author("이는 큰 변화로 평가된다.");
  expect_author("수출이 늘 것으로 예상된다.");
  expect_author("값이 오를 것이라는 예상이 깨지고 있다.");
}

TEST(ClaimSourcesTest, TheAuthorSpeaksAsI) {
  expect_author("나는 이 정책이 실패했다고 생각한다.");
  expect_author("필자는 내년에도 값이 오른다고 본다.");
}

TEST(ClaimSourcesTest, APronounStandsForThePersonNamedBefore) {
  expect_explicit("{박서연} 교수는 “수출이 늘었다”고 말했다. 그는 “내년은 더 좋다”고 덧붙였다.");
  expect_explicit("{박서연} 교수는 “수출이 늘었다”고 말했다. 그는 또 값도 올랐다고 설명했다.");
}

TEST(ClaimSourcesTest, AReportWithoutSubjectGoesOnWithTheLastSource) {
  expect_context("{박서연} 교수는 “수출이 늘었다”고 말했다. 이어 “내년은 더 좋다”고 덧붙였다.");
  expect_context("{박서연} 교수는 수출이 늘었다고 말했다. 환율이 도왔다는 것이다.");
}

TEST(ClaimSourcesTest, FiguresBehindACitedSurveyBelongToIt) {
  expect_context("{통계청}에 따르면 지난달 물가는 3% 올랐다. 채소는 11% 올랐다.");
}

TEST(ClaimSourcesTest, InAnInterviewTheTurnTellsWhoSpeaks) {
  const std::string interview =
      "대담\n\n노은채: 로봇을 왜 만들었습니까?\n\n배시현: 밤에 일할 사람이 없었습니다.\n\n"
      "{노은채}: 로봇이 많이 늘었습니다. 매일 쓰는 곳은 9곳뿐입니다.\n\n배시현: 그렇지 않습니다. 값이 내렸습니다.";
  const MarkedText marks = marked("🚀 " + interview);
  const Read it = read(marks.text);
  const auto own = it.sources.unit_at(marks.spans[0].start);
  ASSERT_TRUE(own.has_value());
  EXPECT_EQ(it.sources.of(*own).attribution, Attribution::Explicit);
  EXPECT_EQ(it.sources.of(*own).sources[0].span, marks.spans[0]);
  EXPECT_EQ(it.sources.of(*own + 1).attribution, Attribution::Context);
  EXPECT_EQ(it.sources.of(*own + 1).sources[0].span, marks.spans[0]);
  EXPECT_EQ(words_of(it.text, it.sources.of(it.last).sources)[0], "배시현");
}

TEST(ClaimSourcesTest, AListGoesOnWithWhatItStandsUnder) {
  expect_context("제목\n\n• {보고서} 내용:\n  • 나비가 17% 줄어듦.");
  expect_context("1. 회의\n- {전문가들}은 이에 대해 회의적이다.\n- 비용이 두 배로 들 가능성");
  expect_context("{물결시}가 꼽은 성공 비결은 다음과 같다.\n\n① 자릿세를 받지 않음");
}

TEST(ClaimSourcesTest, AHeadingCanNameWhoSpeaks) {
  expect_context("큰 제목\n\n1. {마리아 렌트너}의 경고\n\n• 빙하가 10년 안에 사라짐.");
  expect_context("큰 제목\n\n2. {연구} 결과\n\n• 진료 시간이 40% 줄어듦.");
}

TEST(ClaimSourcesTest, CuesAreTheWordsAlone) {
  EXPECT_EQ(cues_of("김민수 대표는 “값이 내린다”고 말했다."), std::vector<std::string>{"말했다"});
  EXPECT_EQ(cues_of("통계청에 따르면 물가가 올랐다."), std::vector<std::string>{"따르면"});
  EXPECT_EQ(cues_of("너무 늦었다는 지적이다."), std::vector<std::string>{"지적"});
  EXPECT_EQ(cues_of("누리전자는 새 공장을 짓겠다고 강조."), std::vector<std::string>{"강조"});
  EXPECT_EQ(cues_of("공장은 문을 닫았다."), std::vector<std::string>{});
}

TEST(ClaimSourcesTest, TheAuthorIsAlwaysProposed) {
  for (const char* utf8 : {"통계청에 따르면 물가가 올랐다.", "비가 왔다.", "“비가 왔다”고 말했다.", "제목"}) {
    const Read it = read(Text("🚀 " + std::string(utf8)));
    const std::vector<ClaimSource> sources = it.sources.of(it.last).sources;
    EXPECT_LE(sources.size(), kMostSources);
    EXPECT_EQ(std::count_if(sources.begin(), sources.end(), [](const ClaimSource& one) { return one.is_author(); }), 1)
        << utf8;
  }
}

TEST(ClaimSourcesTest, ANounThatPointsBackIsTheSourceAndWhoItMeansTheSecond) {
  expect_explicit("솔비증권은 주가가 오를 것이라고 봤다. 이 {증권사}는 내년 이익도 늘 것으로 예상했다.");
  expect_explicit("시 관계자는 “곧 연다”고 했다. 이 {관계자}는 “비용도 줄었다”고 덧붙였다.");
  const MarkedText marks = marked("🚀 {바다협회}는 어획량이 줄었다고 밝혔다. 이 협회는 내년에도 준다고 전망했다.");
  const Read it = read(marks.text);
  EXPECT_EQ(it.sources.of(it.last).sources[1].span, marks.spans[0]);
}

TEST(ClaimSourcesTest, AForeignNameBehindARoleIsWhole) {
  expect_explicit("핀란드의 연구자 {마르카 하이넨}(Marka Heinen)은 얼음이 얇아졌다고 평가했다.");
  expect_explicit("업계 {전문가들}은 값이 내릴 것으로 본다.");
}

TEST(ClaimSourcesTest, APersonIsKnownByTheShortNameOnceIntroduced) {
  expect_explicit("과학사 연구자 프리다 룽(Frida Lung)에 따르면 책은 두 권이다. {룽}은 “한 권은 사라졌다”고 말한다.");
  expect_explicit(
      "관리자 비르타 올손(Birta Olson)은 겨울이 길다고 말했다. {올손}이 온 것은 2003년이다. "
      "그때 등대는 해마다 두 번 꺼졌다고 그녀는 회상한다.");
  expect_explicit("배를 처음 만든 사람은 목수 {에밀 하겐}(Emil Hagen)이었다. 그는 일기에 “나무가 숨을 쉰다”고 적었다.");
}

TEST(ClaimSourcesTest, WhoFearsOrDecidesIsTheSource) {
  expect_explicit("{주민들}은 샘이 마를 것이라고 두려워한다.");
  expect_explicit("{법원}은 주민 12명이 낸 신청을 받아들였다.");
  expect_explicit("{도의회}는 입장료를 올리기로 의결했다.");
  expect_explicit("{해양수산원}은 그 근거로 2024년 조사를 들었다.");
  expect_explicit("{주민들}이 가장 걱정하는 것은 소음이다.");
  expect_context("{법원}은 신청을 기각했다. 다만 밤에는 기계를 끄도록 했다.");
  expect_author("화면은 빛을 받아들였다.");
}

TEST(ClaimSourcesTest, WhatHappensIsPlannedByNobody) {
  expect_author("교육부는 학교를 늘린다고 밝혔다. 첫 회의는 9월에 열릴 예정이다.");
  expect_author("조사업체 바다눈에 따르면 배는 20척이다. 그 밖에도 항구에는 등대 4기가 있다.");
}

TEST(ClaimSourcesTest, HearsayGoesOnWithTheSentenceBefore) {
  expect_context("{교육부}는 학교를 늘린다고 밝혔다. 한 해 뒤에는 학생의 40%가 전학했다고 한다.");
  expect_context("{교육부}에 따르면 학교의 60%가 낡았다. 나머지는 새로 지은 건물에 있다.");
}

TEST(ClaimSourcesTest, AnAnnouncementLetsSpeakToTheEndOfTheParagraph) {
  expect_context("김도윤 의원은 반대했다. {김도윤} 의원의 계산은 이렇다. 창고는 물 90톤을 쓴다. 값은 두 배다.");
}

TEST(ClaimSourcesTest, HeadingsThatSumUpLetTheirSourceSpeak) {
  expect_context("섬 이야기\n\n섬은 작다.\n\n## {누리셀} 발표 내용\n\n- 전지 생산량 두 배 증가");
  expect_context("섬 이야기\n\n섬은 작다.\n\n## {누리셀}이 내세우는 장점\n\n- 전지 수명 5년");
  expect_context("섬 이야기\n\n섬은 작다.\n\n## {바다대 연구팀}의 실험 결과\n\n- 전지 수명 5년");
  expect_context("섬 이야기\n\n섬은 작다.\n\n## {전문가들}은 이렇게 본다\n\n- 전지 값 하락");
  expect_author(
      "섬 이야기\n\n섬은 작다.\n\n## 누리셀 발표 내용\n\n- 전지 생산량 증가\n\n두 값은 아직 확인되지 않았다.");
}

TEST(ClaimSourcesTest, APersonBeforeAColonSpeaksWhereSomebodyIsLetSpeak) {
  expect_explicit("섬 이야기\n\n섬은 작다.\n\n## 전문가 의견\n\n- 바다학자 {마르코 벨리}(Marco Belli): 둑이 높다.");
}

TEST(ClaimSourcesTest, WhoWasMetRightBeforeAQuotationSpeaks) {
  expect_context("목수였던 {오를란 베스}(Orlan Wess)는 배를 탔다. “첫날 밤 파도가 6미터였어요.”");
  expect_explicit("환경부 산하 {늪지센터}가 조사한 바로는 도요새가 3년 사이 60% 줄었다.");
}

TEST(ClaimSourcesTest, OfNestedLabelsTheInnerNameSpeaks) {
  expect_context("섬 이야기\n\n섬은 작다.\n\n## 제조사 발표\n\n- {루미젤}:\n  - 전지 수명 5년 보장");
}

TEST(ClaimSourcesTest, WhatIsAnnotatedIsTheBestCandidate) {
  const MarkedText marks = marked("🚀 {새벽 물결}은 “곧 비가 온다”고 말했다.");
  const Read it = read(marks.text);
  EXPECT_NE(it.sources.of(it.last).sources[0].span, marks.spans[0]);
  const ClaimSourceProposal proposal = it.sources.of(it.last, {{marks.spans[0], NamedSpan::Kind::Person}});
  EXPECT_EQ(proposal.sources[0].span, marks.spans[0]);
}

TEST(ClaimSourcesTest, DecomposedHangulIsReadAsComposed) {
  // 한국은 in jamo: the syllables are three code points each.
  const MarkedText marks =
      marked(utf8(U"🚀 {\u1112\u1161\u11AB\u1100\u116E\u11A8}\u110B\u1173\u11AB 값이 내린다고 밝혔다."));
  const Read it = read(marks.text);
  EXPECT_EQ(it.sources.of(it.last).sources[0].span, marks.spans[0]);
}

TEST(ClaimSourcesTest, WhatIsNoSentenceIsReadWithoutHarm) {
  for (const char* utf8 :
       {"“", "”", "(", "‘", "“)", "에 따르면", "“라고", ":", "김", "고", "[", "1️⃣", "“말했다", "…라고", "·"}) {
    const Text text("🚀 가나다 " + std::string(utf8));
    WordEvidence evidence;
    const ClaimSources sources(text, outline(text, units(text), {}), evidence);
    for (std::size_t i = 0; i < sources.outline().size(); ++i) {
      for (const ClaimSource& source : sources.of(i).sources) EXPECT_TRUE(text.holds(source.span)) << utf8;
    }
  }
  const Text empty;
  EXPECT_TRUE(ClaimSources(empty, {}, {}).outline().empty());
}

}  // namespace
}  // namespace mitjul
