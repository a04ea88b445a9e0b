#include "korean/claim_proposal.h"

#include <gtest/gtest.h>

#include "korean/claim_parts.h"
#include "korean/restated_claim.h"
#include "korean/unit.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

/// Expects that a text splits into its marked parts.
void expect_parts(const std::string& with_braces) {
  const MarkedText marks = marked("🚀 " + with_braces);
  const Span claim(TextPos(2), marks.text.end());
  std::vector<std::string> found;
  for (const Span& part : claim_parts(marks.text, claim, {})) found.emplace_back(marks.text.slice(part));
  std::vector<std::string> expected;
  for (const Span& part : marks.spans) expected.emplace_back(marks.text.slice(part));
  EXPECT_EQ(found, expected) << with_braces;
}

std::string restated(const std::string& utf8) {
  const Text text("🚀 " + utf8);
  return restated_claim(text, {TextPos(2), text.end()}, {});
}

TEST(ClaimPartsTest, AClaimSplitsBehindTheWordsThatCloseAClause) {
  expect_parts("{물결시는 길을 넓혀 주지만}, {노을시에는 그런 제도가 없다.}");
  expect_parts("{값은 지난해보다 올랐으나} {양은 그대로다.}");
  expect_parts("{수출은 3% 늘었고}, {수입은 5% 줄었으며}, {환율은 그대로였다.}");
  expect_parts("{공장은 멈췄는데} {주문은 계속 들어온다.}");
  expect_parts("{비용이 줄면서} {가격이 내렸다.}");
}

TEST(ClaimPartsTest, WhatIsOneClaimStaysWhole) {
  expect_parts("회사는 값을 올리고 있다.");
  expect_parts("연구소는 광고 없이 손님을 모았다.");
  expect_parts("김 대표는 매출이 늘었다고 말했다.");
  expect_parts("그는 “값은 올랐지만, 양은 그대로다”라고 말했다.");
  expect_parts("그러나 값은 올랐다.");
}

TEST(RestatedClaimTest, AQuotationStandsAlone) {
  EXPECT_EQ(restated("김 대표는 “내년에는 값이 내린다”고 말했다."), "내년에는 값이 내린다.");
  EXPECT_EQ(restated("김 대표는 “내년에는 값이 내릴 것”이라고 말했다."), "내년에는 값이 내릴 것이다.");
  EXPECT_EQ(restated("이 소장은 “손님이 줄었다”며 “값도 내렸다”고 설명했다."), "손님이 줄었다. 값도 내렸다.");
}

TEST(RestatedClaimTest, ReportedSpeechStandsAlone) {
  EXPECT_EQ(restated("교육부는 급식비가 3% 올랐다고 29일 밝혔다."), "급식비가 3% 올랐다.");
  EXPECT_EQ(restated("전문가들은 내년에 값이 내릴 것이라고 말했다."), "내년에 값이 내릴 것이다.");
  EXPECT_EQ(restated("업계는 올해 수출이 4조 원에 이를 것으로 본다."), "올해 수출이 4조 원에 이를 것이다.");
  EXPECT_EQ(restated("통계청에 따르면 지난달 물가는 3% 올랐다."), "지난달 물가는 3% 올랐다.");
}

TEST(RestatedClaimTest, WhatWouldLoseItsSubjectStays) {
  EXPECT_EQ(restated("누리전자는 새 공장을 짓겠다고 밝혔다."), "누리전자는 새 공장을 짓겠다고 밝혔다.");
  EXPECT_EQ(restated("누리전자는 공장을 ‘심장’이라고 부른다."), "누리전자는 공장을 ‘심장’이라고 부른다.");
}

TEST(RestatedClaimTest, WordsThatTieItToTheSentenceBeforeAreLeftOut) {
  EXPECT_EQ(restated("그러나 값은 올랐다."), "값은 올랐다.");
  EXPECT_EQ(restated("결론적으로, 값은 올랐다."), "값은 올랐다.");
  EXPECT_EQ(restated("특히 채소 값이 올랐다."), "채소 값이 올랐다.");
  EXPECT_EQ(restated("또렷한 변화가 있다."), "또렷한 변화가 있다.");
}

TEST(RestatedClaimTest, NounEndingsBecomePredicatesWhereTheTenseIsCertain) {
  EXPECT_EQ(restated("어획량이 17% 줄었음."), "어획량이 17% 줄었다.");
  EXPECT_EQ(restated("자체 기술이 없음."), "자체 기술이 없다.");
  EXPECT_EQ(restated("시간이 단축됨."), "시간이 단축됨.");
  EXPECT_EQ(restated("수출 3년 연속 감소"), "수출 3년 연속 감소");
}

TEST(ClaimProposalTest, APlaceInAUnitGivesItsClaim) {
  const MarkedText marks = marked("🚀 제목\n\n{{통계청}에 따르면 물가가 올랐다.} 비가 왔다.");
  WordEvidence evidence;
  evidence.add(marks.text);
  const ClaimSources sources(marks.text, outline(marks.text, units(marks.text), {}), evidence);
  const auto proposal = claim_proposal(marks.text, sources, marks.spans[0].start + 5, {});
  ASSERT_TRUE(proposal.has_value());
  EXPECT_EQ(proposal->span, marks.spans[0]);
  EXPECT_EQ(proposal->source.attribution, Attribution::Explicit);
  EXPECT_EQ(proposal->source.sources[0].span, marks.spans[1]);
}

TEST(ClaimProposalTest, BetweenUnitsNothingIsProposed) {
  const Text text("🚀 제목\n\n\n\n비가 왔다.");
  const ClaimSources sources(text, outline(text, units(text), {}), {});
  EXPECT_FALSE(claim_proposal(text, sources, TextPos(6), {}).has_value());
  EXPECT_FALSE(claim_proposal(text, sources, TextPos(0), {}).has_value());
}

TEST(ClaimProposalTest, AnnotationsThatMayBeSourcesAreTakenInOrder) {
  AnnotationSet set(SetKey{});
  const auto put = [&](std::uint32_t number, const std::string& label, Spans spans) {
    AnnotationId id;
    id.number = number;
    set.put({id, label, std::move(spans), {}, {}, {}});
  };
  put(1, "ORG", Span(9U, 12U));
  put(2, "PERSON", Span(2U, 5U));
  put(3, "DATE", Span(6U, 8U));
  put(4, "SOURCE", Spans({Span(13U, 14U), Span(16U, 18U)}));
  const std::vector<NamedSpan> expected{{Span(2U, 5U), NamedSpan::Kind::Person},
                                        {Span(9U, 12U), NamedSpan::Kind::Organisation}};
  EXPECT_EQ(named_spans(set), expected);
}

}  // namespace
}  // namespace mitjul
