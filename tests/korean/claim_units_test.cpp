// Every text begins with an emoji; the rules carry the numbers of the claim guideline.

#include "korean/claim_units.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "korean/claim_suggestions.h"
#include "korean/unit.h"

namespace mitjul {
namespace {

struct Judged {
  Text text;
  std::vector<OutlineUnit> outline;
  std::vector<ClaimJudgement> judgements;

  explicit Judged(const std::string& words) : text(words), outline(mitjul::outline(text, units(text), {})) {
    judgements = judge_claims(text, outline);
  }
  /// The judgement of the last unit.
  const ClaimJudgement& last() const { return judgements.back(); }
};

/// A sentence in a paragraph of its own, below a title and another sentence.
Judged sentence(const std::string& words) { return Judged("🚀 어느 날의 기록\n\n그날은 비가 왔다.\n\n" + words + "\n"); }
/// An item in a list below a heading.
Judged item(const std::string& words) {
  return Judged("🚀 어느 날의 기록\n\n📌 무인 배송\n\n- 배송은 작년에 시작됐다.\n- " + words + "\n");
}

void expect_rule(const Judged& judged, bool claim, int rule) {
  const Text& text = judged.text;
  const std::string shown(text.slice(judged.outline.back().span));
  EXPECT_EQ(judged.last().claim, claim) << shown << " [" << judged.last().words << "] rule " << judged.last().rule;
  EXPECT_EQ(judged.last().rule, rule) << shown << " [" << judged.last().words << "]";
}

TEST(ClaimRule1Test, WhatIsNoSentenceOfTheArticleIsNoClaim) {
  expect_rule(Judged("🚀 배송\n\n로봇이 왔다. 길이 막혔다.\n\n무단전재 및 재배포 금지\n"), false, 1);
  expect_rule(Judged("🚀 배송\n\n로봇이 왔다. 길이 막혔다.\n\n사진=길나라 제공\n"), false, 1);
  expect_rule(Judged("🚀 배송\n\n로봇이 왔다. 길이 막혔다.\n\n#배송 #로봇\n"), false, 1);
  expect_rule(Judged("🚀 배송\n\n로봇이 왔다.\n\n[앵커]\n"), false, 1);
}

TEST(ClaimRule1Test, HeadingsAreNoClaimsWhateverTheySay) {
  const Judged judged("🚀 배송 로봇 이야기\n\n1. 로봇이 두 배로 늘었다\n\n거리에 로봇이 있다. 어제 보았다.\n");
  EXPECT_FALSE(judged.judgements[1].claim);
  EXPECT_EQ(judged.judgements[1].rule, 1);
  EXPECT_TRUE(judged.judgements[2].claim);
}

TEST(ClaimRule2Test, QuestionsAndRequestsAreNoClaims) {
  for (const char* words : {"그렇다면 누가 값을 치를까?", "로봇은 어디까지 갈 것인가.", "다음 정거장은 어디일까요",
                            "그는 언제 끝나느냐고 물었다.", "댓글로 의견을 남겨 주세요.", "신청서를 먼저 내십시오."}) {
    expect_rule(sentence(words), false, 2);
  }
}

TEST(ClaimRule2Test, GreetingsAndAnnouncementsAreNoClaims) {
  for (const char* words : {"안녕하세요, 여러분.", "읽어 주셔서 감사합니다.", "이번 글에서는 배송 로봇을 소개합니다.",
                            "먼저 역사를 살펴보겠습니다.", "이유는 다음과 같다.", "특징은 세 가지다.",
                            "이 글은 지난 취재를 바탕으로 썼다."}) {
    expect_rule(sentence(words), false, 2);
  }
}

TEST(ClaimRule2Test, WhatSomebodyElseWillDoIsNoAnnouncement) {
  EXPECT_TRUE(sentence("내일은 기온이 크게 오르겠습니다.").last().claim);
  EXPECT_FALSE(sentence("나는 기꺼이 기다리겠다.").last().claim);
}

TEST(ClaimRule3Test, CellsAndBareNounsAreNoClaims) {
  expect_rule(item("핵심 부품"), false, 3);
  expect_rule(item("가격 정책"), false, 3);
  expect_rule(item("길나라 로봇 (Gilnara)"), false, 3);
  expect_rule(Judged("🚀 배송\n\n로봇이 왔다.\n\n| 값 | 300만 원 |\n"), false, 3);
}

TEST(ClaimRule4Test, OnlyAdviceDutyOrWishIsNoClaim) {
  for (const char* words :
       {"정부는 지원을 늘려야 한다.", "새로운 규칙이 필요합니다.", "이제 길을 내주자.", "누구나 쓸 수 있게 해야 함.",
        "우리 동네에도 왔으면 좋겠다.", "서둘러 법을 고칠 필요가 있다.", "아이를 혼자 태워서는 안 된다."}) {
    expect_rule(sentence(words), false, 4);
  }
}

TEST(ClaimRule5Test, OnlyPraiseBlameOrFeelingIsNoClaim) {
  for (const char* words : {"참으로 인상적인 변화다.", "그 솜씨가 놀랍다.", "결과가 못내 아쉬웠다.",
                            "정말 자랑스럽습니다.", "이 대목이 무척 흥미롭다.", "고개가 절로 숙여진다."}) {
    expect_rule(sentence(words), false, 5);
  }
}

TEST(ClaimRule6Test, OnlyThatDebateExistsIsNoClaim) {
  for (const char* words : {"이를 두고 의견이 갈린다.", "물론 반론도 있다.", "이 문제로 논란이 뜨겁습니다.",
                            "우려의 목소리가 커지고 있다.", "여러 의문을 제기하고 있다."}) {
    expect_rule(sentence(words), false, 6);
  }
}

TEST(ClaimRule6Test, WithTheContentItIsAReport) {
  expect_rule(sentence("로봇이 길을 막는다는 비판이 많다."), true, 7);
  expect_rule(sentence("값이 너무 비싸다는 지적도 나온다."), true, 7);
  expect_rule(sentence("사고가 늘 것이라는 우려가 커지고 있다."), true, 7);
}

TEST(ClaimRule7Test, WhatSomebodySaysThinksOrPlansIsAClaim) {
  for (const char* words : {"김 대표는 매출이 두 배로 늘 것이라고 말했다.", "시청은 “예산이 모자란다”고 밝혔다.",
                            "연구소 보고서에 따르면 사고는 줄었다.", "박 교수는 “규제를 풀어야 한다”며 반박했다.",
                            "조사 결과 열에 일곱은 만족한 것으로 나타났다."}) {
    expect_rule(sentence(words), true, 7);
  }
}

TEST(ClaimRule8Test, SentencesThatCouldBeTrueOrFalseAreClaims) {
  for (const char* words : {"이 칩은 작년 제품보다 40 % 빠르다.", "로봇은 하루에 백 집을 돕니다.",
                            "회사는 삼월에 문을 열었어요.", "배송료는 한 건에 이천 원이다."}) {
    expect_rule(sentence(words), true, 8);
  }
}

TEST(ClaimRule9Test, PredictionsAndPossibilitiesAreClaims) {
  for (const char* words : {"내년에는 가격이 내릴 전망이다.", "사고가 늘어날 가능성이 크다.",
                            "일자리가 줄어들 수도 있습니다.", "로봇이 골목까지 들어올 것이다."}) {
    const Judged judged = sentence(words);
    expect_rule(judged, true, 9);
    EXPECT_EQ(judged.last().type, ClaimType::Prediction);
  }
}

TEST(ClaimRule10Test, EllipticalItemsThatSaySomethingAreClaims) {
  for (const char* words : {"수출 3년 연속 감소", "새 모델을 다음 달 출시", "골목길 배송을 시험하는 중.",
                            "배송 시간이 크게 줄어듦", "가격 정책: 기본료를 없애고 건당 요금을 받는 방식."}) {
    const Judged judged = item(words);
    EXPECT_TRUE(judged.last().claim) << words << " rule " << judged.last().rule;
  }
  expect_rule(item("수출 3년 연속 감소"), true, 10);
  expect_rule(item("새 모델을 다음 달 출시"), true, 10);
  expect_rule(item("골목길 배송을 시험하는 중."), true, 10);
}

TEST(ClaimRule10Test, BelowAHeadingThatLooksAheadTheyPredict) {
  const Judged judged("🚀 배송 로봇\n\n📌 향후 전망\n\n- 골목 배송의 수요 확대.\n- 대형 업체의 경쟁 심화.\n");
  EXPECT_TRUE(judged.last().claim);
  EXPECT_EQ(judged.last().type, ClaimType::Prediction);
}

TEST(ClaimRule11Test, AdviceOrPraiseBesideAStatementIsAClaim) {
  for (const char* words : {"속도가 두 배가 되었으니 도입해야 한다.", "값이 절반으로 내렸지만 결과는 아쉽다.",
                            "사고가 세 배로 늘었기 때문에 규제가 필요하다.", "매출이 줄었다는 점을 기억하세요."}) {
    expect_rule(sentence(words), true, 11);
  }
}

TEST(ClaimRule12Test, FiguresOfSpeechWithoutContentAreNoClaims) {
  expect_rule(sentence("이제 공은 국회로 넘어갔다."), false, 12);
  expect_rule(sentence("우리는 지금 갈림길에 서 있다."), false, 12);
  expect_rule(sentence("이제 시작일 뿐이다."), false, 12);
}

TEST(ClaimUnitsTest, ASpeakersNameIsNoPartOfWhatIsJudged) {
  const Judged judged("🚀 대담\n\n사회자: 왜 그렇습니까?\n\n한울 대표: 값이 내렸습니다.\n\n사회자: 더 내릴까요?\n");
  EXPECT_FALSE(judged.judgements[1].claim);
  EXPECT_TRUE(judged.judgements[2].claim);
  EXPECT_FALSE(judged.judgements[3].claim);
}

TEST(ClaimUnitsTest, EveryStyleOfSpeechIsReadAlike) {
  for (const char* words : {"새 규칙이 필요하다.", "새 규칙이 필요합니다.", "새 규칙이 필요해요.", "새 규칙이 필요함.",
                            "새 규칙이 필요하죠.", "새 규칙 필요."}) {
    expect_rule(item(words), false, 4);
  }
}

TEST(ClaimUnitsTest, DecomposedHangulIsReadAsComposed) {
  // 값이 내릴 전망이다. in NFD
  const Judged judged(
      "🚀 \u1110\u1166\u1109\u1173\u1110\u1173\n\n\u1100\u1161\u11B9\u110B\u1175 \u1102\u1162\u1105\u1175\u11AF "
      "\u110C\u1165\u11AB\u1106\u1161\u11BC\u110B\u1175\u1103\u1161.\n");
  EXPECT_TRUE(judged.last().claim);
  EXPECT_EQ(judged.last().type, ClaimType::Prediction);
}

TEST(ClaimUnitsTest, AnyTextHasAJudgementForEachUnit) {
  for (const char* words : {"",      "🚀", "“", "\"\"", "다",    "다.",      "요",         "함",  ":",  "가:", "[앵커]",
                            "| | |", "?", "-", "(",    "니다.", "🚀 “아” “", "ㄹ 것이다.", "음.", "움", "워요"}) {
    const Judged judged{std::string(words)};
    ASSERT_EQ(judged.judgements.size(), judged.outline.size()) << words;
    for (const ClaimJudgement& judgement : judged.judgements) {
      EXPECT_GE(judgement.rule, 1);
      EXPECT_LE(judgement.rule, 12);
      EXPECT_EQ(judgement.claim, judgement.rule >= 7 && judgement.rule <= 11) << words;
    }
  }
}

ClaimType type_of(const std::string& words) {
  const Judged judged = sentence(words);
  return claim_type(judged.text, judged.outline.back().span);
}

TEST(ClaimTypeTest, TheStrongestKindWins) {
  EXPECT_EQ(type_of("회사는 삼월에 문을 열었다."), ClaimType::Fact);
  EXPECT_EQ(type_of("이 차는 저 차보다 무겁다."), ClaimType::Comparison);
  EXPECT_EQ(type_of("비가 왔기 때문에 값이 올랐다."), ClaimType::Causal);
  EXPECT_EQ(type_of("값이 오를 것이다."), ClaimType::Prediction);
  EXPECT_EQ(type_of("그 정책은 실패했다."), ClaimType::Opinion);
  EXPECT_EQ(type_of("비가 왔기 때문에 값이 더 오를 것이다."), ClaimType::Prediction);
  EXPECT_EQ(type_of("일손이 줄었기 때문에 작년보다 값이 높다."), ClaimType::Causal);
}

TEST(ClaimTypeTest, AbilityIsNoPrediction) {
  EXPECT_EQ(type_of("이 앱은 누구나 사용할 수 있다."), ClaimType::Fact);
  EXPECT_EQ(type_of("이 법은 갈등을 부를 수 있다."), ClaimType::Prediction);
}

TEST(ClaimTypeTest, TheIdsAreThoseOfTheSchema) {
  const auto schema = preset("claims-entities");
  ASSERT_TRUE(schema);
  const Attribute* const type = schema->find_attribute("CLAIM", "type");
  ASSERT_NE(type, nullptr);
  for (const ClaimType each :
       {ClaimType::Fact, ClaimType::Comparison, ClaimType::Causal, ClaimType::Prediction, ClaimType::Opinion}) {
    EXPECT_TRUE(std::any_of(type->values.begin(), type->values.end(),
                            [&](const AttributeValue& value) { return value.id == to_string(each); }));
  }
}

std::vector<Suggestion> suggestions(const Text& text, const Schema& schema,
                                    const std::function<bool(Span)>& left_out = {}) {
  WordEvidence evidence;
  evidence.add(text);
  return suggest_claims(text, ClaimSources(text, outline(text, units(text), {}), evidence), schema, left_out);
}

TEST(ClaimSuggestionsTest, ClaimsAreSuggestedWithTheirAttributes) {
  const Text text("🚀 배송 로봇\n\n로봇은 작년보다 빨라졌다. 왜 그럴까? 값은 내릴 전망이다.\n");
  const auto found = suggestions(text, *preset("claims-entities"));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(text.slice(found[0].span), "로봇은 작년보다 빨라졌다.");
  EXPECT_EQ(found[0].label, "CLAIM");
  EXPECT_EQ(found[0].method, Method::Suggestion);
  EXPECT_EQ(found[0].attributes.at("type"), std::vector<std::string>{"comparison"});
  EXPECT_EQ(found[0].attributes.at("attribution"), std::vector<std::string>{"none"});
  EXPECT_EQ(found[0].reason.kind, SuggestionReason::Kind::Claim);
  EXPECT_EQ(found[0].reason.rule, 8);
  EXPECT_GT(found[0].confidence, 0.5);
  EXPECT_EQ(found[1].reason.rule, 9);
}

TEST(ClaimSuggestionsTest, WhatIsAnnotatedOrRefusedIsLeftOut) {
  const Text text("🚀 배송 로봇\n\n로봇은 작년보다 빨라졌다. 값은 내릴 전망이다.\n");
  const auto all = suggestions(text, *preset("claims-entities"));
  ASSERT_EQ(all.size(), 2U);
  const auto rest = suggestions(text, *preset("claims-entities"), [&](Span span) { return span == all[0].span; });
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_EQ(rest[0], all[1]);
}

TEST(ClaimSuggestionsTest, ASchemaWithoutTheLabelGetsNoneAndOneWithoutAttributesGetsNoAttributes) {
  const Text text("🚀 배송 로봇\n\n로봇은 작년보다 빨라졌다.\n");
  EXPECT_TRUE(suggestions(text, *preset("empty")).empty());
  Schema schema;
  Label claim;
  claim.id = "CLAIM";
  schema.labels.push_back(claim);
  const auto found = suggestions(text, schema);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].attributes.empty());
}

}  // namespace
}  // namespace mitjul
