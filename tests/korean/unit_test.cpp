#include "korean/unit.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

/// Expects that the units of the text are what stands in braces, and no others.
void expect_units(std::string_view utf8_with_braces) {
  const MarkedText marks = marked(utf8_with_braces);
  const std::vector<Span> found = units(marks.text);
  std::string shown;
  for (const Span& unit : found) shown += "{" + std::string(marks.text.slice(unit)) + "} ";
  EXPECT_EQ(found, marks.spans) << utf8_with_braces << "\nfound: " << shown;
}

TEST(UnitTest, EveryKindOfLineEndEndsAUnit) {
  expect_units("🚀 {첫째}\n{둘째}\r{셋째}\r\n{넷째}\v{다섯째}\f{여섯째}\u0085{일곱째}\u2028{여덟째}\u2029{아홉째}");
  expect_units("{빈 줄}\n\n \t\n{다음}");
}

TEST(UnitTest, MarkersAtTheStartAreNoPart) {
  expect_units("🔥 1. {서막}\n1️⃣ {정책}\n  • {미국은}\n▶{중국은}\n※ {덧붙임}");
  expect_units(
      "1. {하나}\n2) {둘}\n(3) {셋}\n[4] {넷}\n⑤ {다섯}\n1.2. {여섯}\n1-1) {일곱}\n가. {여덟}\nⅣ. {아홉}\nIV. {열}");
  expect_units("- {대시}\n– {긴 대시}\n-{앞으로는?}\n* {별}\n## {제목}\n> {인용}\n○ {개요}\na) {가}");
}

TEST(UnitTest, WhatOnlyLooksLikeAMarkerIsPart) {
  expect_units(
      "{1.5배 늘었다}\n{3.1절}\n{2025. 3. 11. 발표}\n{5. 18. 기념식}\n{-5% 하락}\n{○○시}\n{#수출}\n{**굵게** 쓴다}");
  expect_units("{🇰🇷의 수출}\n{①은 옳다}\n{ⓒ 너울일보}\n{(사)한국협회}\n{(주)해온}\n{2025년의 과제}");
}

TEST(UnitTest, EmojiAtTheEndAreNoPart) {
  expect_units("{예상된다.} 🚀");
  expect_units("{늘었다.}😀 {줄었다!}👍🏽👩\u200D💻\n{결론} ❤\uFE0F 🇰🇷");
  expect_units("{덴마크 🇩🇰 회사다.}");
}

TEST(UnitTest, AnEmojiBehindASpokenEndingIsAFullStop) {
  expect_units("{올랐거든요}😱 {둘째는 쉬워요} 👍 {고맙습니다} 🙏🙏 {끝}");
  expect_units("{수요 📈 증가} \n{미국보다 🇺🇸 중국}");
}

TEST(UnitTest, BulletsInsideASentenceArePart) {
  expect_units("{대책을 냈다.} {▲지하수 ▲빗물 ▲바닷물이 그것이다.} {수출 ▲내수}");
  expect_units("{끝났다.} ■ {관련 기사}");
}

TEST(UnitTest, LinesOfMarkersAloneAreNoUnits) {
  expect_units("🚀\n•\n----\n***\n━━━━\n1.\n☆ ☆ ☆\n");
  EXPECT_TRUE(units(Text("")).empty());
  EXPECT_TRUE(units(Text(" \n\t\u3000\u00A0\u200B\r\n")).empty());
}

TEST(UnitTest, EachCellOfARowIsAUnit) {
  expect_units("| {나라} 🌏 | {2024년} |\n|---|:---:|\n| {일본} 🇯🇵 | {4,100억 원. 최고.} |");
  expect_units("{너울일보} | {2026.05.18}\n{이름}|{값}|{단위}\n{1분기}\t{120}\t-");
  expect_units("{a|b}");
}

TEST(UnitTest, SentencesEndWithStopsAndABlank) {
  expect_units("{끝났다.} {정말?!} {그렇다!} {모르겠다…} {그렇습니다。} {그는 “갔다.”} {다음}");
  expect_units("{(참고할 것.)} {그리고} ");
  expect_units("{3만 원이다.[1]} {비싸다.[2][3]} {끝}");
  expect_units("{좋지요. (웃음)} {그런데 늦었다.}");
}

TEST(UnitTest, FiguresInitialsAndAbbreviationsEndNoSentence) {
  expect_units("{3.5% 늘어 2.0배가 됐다.} {2026. 5. 18. 마감된다.} {2026.05.18. 공개된다.}");
  expect_units("{J. 손힐과 U.S. 스틸, D.C. 사고, Dr. 한, 미국 vs. 중국, No. 7}");
  expect_units("{Q. 무엇을 하나요?}\n{A. 기다립니다.} {그리고 봅니다.}\n{Q1. 언제?}");
  expect_units("{It began in 2025.} {The U.S. team won, e.g. in Busan.} {Acme Inc. said so.} {That's all.}");
  expect_units("{방법은 둘이다.} {1. 끓인다.} {2. 먹는다.}");
}

TEST(UnitTest, AnEllipsisEndsASentenceOnlyBehindAnEnding) {
  expect_units("{그건… 아무도 모른다.} {소문은 돈다…} {끝}");
  expect_units("{금리 인하... 환율은 어디로}");
}

TEST(UnitTest, NoBreakInsideAQuotation) {
  expect_units("{그는 “옳다. 그러나 늦었다”고 말했다.} {모두 웃었다.}");
  expect_units("{\"늦었다. 그러나 옳다\"고 했다.} {‘간다. 온다’는 뜻이다.} {「강. 바다」를 읽었다.}");
  expect_units("{그는 “‘아니다. 없다’는 뜻이다. 그만 묻자”고 했다.} {끝}");
  expect_units("{**”삼킨다. 세상을”**는 철학이다.} {“중국판. 반격“이라고 했다.} {끝}");
  expect_units("{남은 곳은 (가 봤다. 좁았다) 비었다.} {끝}");
}

TEST(UnitTest, BehindAQuotationTheSentenceMayGoOn) {
  expect_units("{“내린다.” 라고 했다.} {“컴퓨터다!” – 정책 변화}");
  expect_units("{“늘었다.” → 0.3%} \n{“간다.”} {그는 갔다.}");
  expect_units("{‘안전한가?’ 보고서가 나왔다.} {그는 ‘왜 지금인가?’ 토론회에 갔다.}");
}

TEST(UnitTest, UnclosedQuotationsSpoilNothing) {
  expect_units("{그는 “간다고 했다.} {그러나 왔다.} {끝.}");
  expect_units("{27\" 모니터다.} {크다.} {\"작다고 했다.} {정말이다.}");
  std::string longer = "{그는 “갔다.} ";
  for (int i = 0; i < 100; ++i) longer += "{다시 왔다.} ";
  expect_units(longer + "{끝”이다.}");
}

TEST(UnitTest, BehindAnEndingNoBlankIsNeeded) {
  expect_units(
      "{발표했다.}{그러나 조용했다.} {줄었음.}{넉 달째다.} {왜죠?}{값 때문이죠.} {중요한가?}{반도체는 쌀이다.}");
  expect_units("{있습니다.}{“좋다”고 했다.} {있다.}{AI는 간다.}{(사진=너울)}");
  expect_units("{간다.라는 말} \n{봄이다.com 누리집}");
}

TEST(UnitTest, ACaptionsSourceIsAUnit) {
  expect_units("{비율(%) (2025년 9월)}{출처: 파이낸셜} \n{물동량 [만 톤]} {자료: 협회}\n{12%}{사진=하늘}");
  expect_units("{이 표의 출처: 없음}");
}

TEST(UnitTest, ALineThatEndsInACommaGoesOn) {
  expect_units("{강이 마르고,\n숲이 탔다.} {끝.}\n{다음}");
  expect_units("{사과,}\n• {배,}\n\n{감,}\n| {표} | {칸} |");
  expect_units("{그는 “듣고,\n말하라. 그리고 가라”고 했다.}");
}

TEST(UnitTest, SpeakersStayWithTheSentence) { expect_units("{존 손힐: 그렇다.} {아니다.} {천: “왜?”} {존: 몰라.}"); }

TEST(UnitTest, DecomposedHangulIsReadLikeComposed) {
  // "가. 한글", "갔다.그는 “봤다. 왔다”고 했다. 요. 출처: …" in NFD; the last of it with a jamo of its own
  const std::string ga = "\u1100\u1161";
  const std::string da = "\u1103\u1161";
  const std::string han = "\u1112\u1161\u11AB";
  expect_units("• {" + han + da + ".}{" + han + ga + "} \n" + ga + ". {" + han + "}");
  expect_units("{" + han + " “" + da + ". " + da + "”" + ga + " " + da + ".} {" + han + da + ".}");
}

TEST(UnitTest, ABlankThatCarriesAMarkIsALetter) {
  expect_units("{갔다. \u0301왔다.} {끝}");
  expect_units("{\u0301갔다}");
}

TEST(UnitTest, FindsTheUnitAtAPlace) {
  const MarkedText marks = marked("🚀 {갔다.} {왔다.}\n• {봤다}");
  const std::vector<Span> found = units(marks.text);
  ASSERT_EQ(found, marks.spans);
  EXPECT_EQ(unit_at(found, TextPos(0)), std::nullopt);
  EXPECT_EQ(unit_at(found, TextPos(2)), found[0]);
  EXPECT_EQ(unit_at(found, TextPos(4)), found[0]);
  EXPECT_EQ(unit_at(found, TextPos(5)), found[0]) << "at its end";
  EXPECT_EQ(unit_at(found, TextPos(6)), found[1]);
  EXPECT_EQ(unit_at(found, TextPos(10)), std::nullopt) << "before the marker";
  EXPECT_EQ(unit_at(found, marks.text.end()), found[2]);
  EXPECT_EQ(unit_at({}, TextPos(0)), std::nullopt);
}

TEST(UnitTest, ATouchedPlaceBelongsToTheUnitBehind) {
  const MarkedText marks = marked("{갔다.}{그러나 왔다.}");
  EXPECT_EQ(unit_at(units(marks.text), TextPos(3)), marks.spans[1]);
}

TEST(UnitTest, MovesFromUnitToUnit) {
  const MarkedText marks = marked("🚀 {갔다.} {왔다.}\n• {봤다}");
  const std::vector<Span> found = units(marks.text);
  EXPECT_EQ(next_unit(found, TextPos(0)), found[0]);
  EXPECT_EQ(next_unit(found, found[0].start), found[1]);
  EXPECT_EQ(next_unit(found, found[2].start), std::nullopt);
  EXPECT_EQ(previous_unit(found, marks.text.end()), found[2]);
  EXPECT_EQ(previous_unit(found, found[2].start), found[1]);
  EXPECT_EQ(previous_unit(found, found[1].start + 1), found[1]) << "to its start first";
  EXPECT_EQ(previous_unit(found, found[0].start), std::nullopt);
}

}  // namespace
}  // namespace mitjul
