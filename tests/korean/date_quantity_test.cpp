// Dates and quantities in sentences as news has them. The conventions are those of korean.md, section 7: 매년, 같은 해
// and 최근 are none, 약 and 이상 stay outside, numbers without figures are none but 수십만 and more.

#include "korean/date_quantity.h"

#include <gtest/gtest.h>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

char letter_of(PatternKind kind) {
  switch (kind) {
    case PatternKind::Date: return 'D';
    case PatternKind::TimeOfDay: return 'T';
    case PatternKind::Days: return 'Y';
    case PatternKind::Hours: return 'H';
    case PatternKind::Quantity: return 'Q';
  }
  return '?';
}

/// The text with braces around what was found, and the kinds behind it: `{3월 1일}에 {3명} DQ`.
std::string found_in(const Text& text) {
  std::string shown;
  std::string kinds;
  TextPos at;
  for (const FoundPattern& found : dates_and_quantities(text)) {
    shown += text.slice({at, found.span.start});
    shown += "{" + std::string(text.slice(found.span)) + "}";
    at = found.span.end;
    kinds += letter_of(found.kind);
  }
  shown += text.slice({at, text.end()});
  return shown + " " + kinds;
}

void expect_all(const std::vector<std::pair<std::string, std::string>>& sentences) {
  for (const auto& [sentence, kinds] : sentences) {
    EXPECT_EQ(found_in(marked("🚀 " + sentence).text), "🚀 " + sentence + " " + kinds);
  }
}

TEST(DateQuantityTest, FindsDates) {
  expect_all({
      {"정부는 {2024년 6월 17일} 새 대책을 내놓았다.", "D"},
      {"{2019년}부터 {2022년}까지 두 차례 선거가 있었다.", "DD"},
      {"회의는 오는 {9월}에 열릴 예정이다.", "D"},
      {"협상단은 지난 {14일} 서울에 도착했다.", "D"},
      {"시장은 {29일} 기자회견에서 이렇게 밝혔다.", "D"},
      {"{5월 3일}과 {5월 7일} 사이에 비가 내렸다.", "DD"},
      {"{1980년대 후반}에 지어진 건물이다.", "D"},
      {"{19세기} 유럽의 공장을 떠올리게 한다.", "D"},
      {"{2025년 1분기} 실적을 공시했다.", "D"},
      {"{3분기}에는 적자로 돌아섰다.", "D"},
      {"작성일 {2023.08.15} 수정일 {2023-08-16}", "DD"},
      {"({24.11.05}) 주간 소식", "D"},
      {"기간: {2023년 11월}~{2024년 2월}", "DD"},
      {"{3~5월}에 황사가 잦다.", "D"},
      {"{2019~2023년} 통계를 견주었다.", "D"},
      {"{2023년 말} 기준으로 집계했다.", "D"},
      {"{올해 초} 문을 연 가게다.", "D"},
      {"{지난해} 수출이 늘었고 {올해}도 그렇다.", "DD"},
      {"{작년 가을}에 돌아보았다.", "D"},
      {"{다음 달 5일} 설명회를 연다.", "D"},
      {"{2026년 5월}호에 실렸다.", "D"},
      {"{지난해 4월} 총선이 치러졌다.", "D"},
      {"{2030년}까지는 아직 시간이 있다.", "D"},
      {"{2024년도} 예산안이 통과됐다.", "D"},
      {"{2022년} 이후 처음이다.", "D"},
      {"{2024년} 한 해 동안 늘었다.", "D"},
      {"{12월 25일}자 신문에 실렸다.", "D"},
      {"{2026년 상반기}에 출시된다.", "D"},
      {"{8월 31일}, 마지막 날이었다.", "D"},
      {"공고일은 {2024. 3. 11}이다.", "D"},
  });
}

TEST(DateQuantityTest, LeavesRelativeTimesAlone) {
  expect_all({
      {"매년 봄이면 최근의 일처럼 떠오른다.", ""},
      {"같은 해 두 번째 법안이 나왔다.", ""},
      {"이달에는 쉰다. 다음 달에 보자.", ""},
      {"어제와 오늘, 그리고 이번 달의 일이다.", ""},
      {"초반에는 앞섰으나 말에는 뒤졌다.", ""},
  });
}

TEST(DateQuantityTest, FindsQuantities) {
  expect_all({
      {"매출이 약 {40%} 늘었다.", "Q"},
      {"부품 {200만 개}를 확보했다.", "Q"},
      {"값이 {3배}로 뛰었다.", "Q"},
      {"예산 {1조 2천억 원}을 들였다.", "Q"},
      {"한 대에 {$12,000} 넘게 받는다.", "Q"},
      {"논문 {100편}을 살폈다.", "Q"},
      {"{50여 개국}이 참가했다.", "Q"},
      {"관람객 {21만 3,000명}이 다녀갔다.", "Q"},
      {"{수십만 명}이 거리로 나왔다.", "Q"},
      {"최소 {12명}이 숨지고 {30여 명}이 다쳤다.", "QQ"},
      {"금리를 {0.25%포인트} 내렸다.", "Q"},
      {"지지율이 {5.3%p} 떨어졌다.", "Q"},
      {"{7000억원} 규모의 투자다.", "Q"},
      {"{3만5000달러}를 넘어섰다.", "Q"},
      {"{2억~3억 원}이 든다.", "Q"},
      {"{5~6%} 성장할 전망이다.", "Q"},
      {"면적은 {33㎡}이고 길이는 {1.2km}다.", "QQ"},
      {"기온이 {35도}까지 올랐다.", "Q"},
      {"국민 {3분의 2}가 찬성했다.", "Q"},
      {"{16GB} 메모리를 얹었다.", "Q"},
      {"전력 {300MW}가 필요하다.", "Q"},
      {"의석 {170석}을 얻었다.", "Q"},
      {"{80%}대 지지를 얻었다.", "Q"},
      {"{2개} 회사가 {4건}의 소송을 냈다.", "QQ"},
      {"버스 {48대}가 멈췄다.", "Q"},
      {"하루 {412그릇}이 팔렸다.", "Q"},
      {"{2.5톤}짜리 화물차였다.", "Q"},
      {"{1,294만 원}어치를 팔았다.", "Q"},
      {"응답자 {1,003명} 가운데 {57.1%}가 그랬다.", "QQ"},
      {"구독자 {200만}을 넘겼다.", "Q"},
      {"{수천억 원}대 손실이다.", "Q"},
      {"나이는 {45세}다.", "Q"},
      {"비중 {31.5%}{68.5%}, 밀도 {270Wh/kg} 이상", "QQQ"},
      {"{26기}를 세우고 한 집에 {120만 원}꼴이다.", "QQ"},
      {"무게 {50㎏}급 위성은 기존 2보다 낫다.", "Q"},
  });
}

TEST(DateQuantityTest, TellsLengthsOfTimeFromDates) {
  expect_all({
      {"{200년} 넘는 시간이 흘렀다.", "Y"},
      {"{20여 년} 만에 처음이다.", "Y"},
      {"{2~3년} 안에 나온다.", "Y"},
      {"{3개월} 동안 받지 않는다.", "Y"},
      {"{35년}째 채소를 팔았다.", "Y"},
      {"옮기는 데 {92일}이 걸렸다.", "Y"},
      {"{5일} 동안 이어진 파업이다.", "Y"},
      {"{10일}간 머문다.", "Y"},
      {"{2주} 뒤에 발표한다.", "Y"},
      {"{1시간 20분}을 기다렸다.", "H"},
      {"{8시간} 근무를 지킨다.", "H"},
      {"막차를 {40분} 늦췄다.", "H"},
      {"{1년 6개월}이 지났다.", "Y"},
      {"{오전 10시 30분} 회의를 시작했다.", "T"},
      {"{오후 3시}께 불이 났다.", "T"},
  });
}

TEST(DateQuantityTest, LeavesNumbersOfOtherKindsAlone) {
  expect_all({
      {"1. 첫째 이야기 2) 둘째 이야기", ""},
      {"GPT-4와 R1, ADS 2.0을 견주었다.", ""},
      {"1️⃣ 첫 장 2️⃣ 둘째 장", ""},
      {"사과 네 개와 두 배의 값", ""},
      {"수십 년간의 경험", ""},
      {"점유율 1위를 지켰다.", ""},
      {"2차전에 들어갔다.", ""},
      {"H-1B 비자와 5G 통신망", ""},
      {"‘보고서 2025’를 읽었다.", ""},
      {"제20회 영화제와 제3자 개입", ""},
      {"https://example.invalid/2024/03년 이미지-7.png", ""},
      {"국내 5대 그룹과 4대 은행", ""},
      {"창립 50주년을 맞은 1세대 로봇", ""},
      {"6·25 전쟁과 5·18 정신", ""},
      {"종로2가와 7호선", ""},
      {"3개월령 강아지와 1인당 소득", ""},
      {"백만 명이 천만 원을", ""},
  });
}

TEST(DateQuantityTest, KnowsDecomposedHangul) {
  // 3월 and 40개 with their syllables as jamo.
  const Text text(std::string("🚀 3\u110B\u116F\u11AF에 40\u1100\u1162를"));
  const std::vector<FoundPattern> found = dates_and_quantities(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], (FoundPattern{Span(2, 6), PatternKind::Date}));
  EXPECT_EQ(found[1], (FoundPattern{Span(8, 12), PatternKind::Quantity}));
}

TEST(DateQuantityTest, FindsNothingInNothing) {
  EXPECT_TRUE(dates_and_quantities(Text()).empty());
  EXPECT_TRUE(dates_and_quantities(Text("🚀")).empty());
}

}  // namespace
}  // namespace mitjul
