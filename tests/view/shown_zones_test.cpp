#include "view/shown_zones.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "korean/unit.h"

namespace mitjul {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kArticle =
    "🚀 해오름 야시장, 석 달 만에 손님 21만 명 넘었다\n\n"
    "물결시는 석 달 동안 해오름 야시장에 21만 명이 다녀갔다고 밝혔다. 하루 손님은 2,300명꼴이다.\n\n"
    "무엇이 팔렸나\n\n"
    "가장 많이 팔린 음식은 국수로, 하루 평균 412그릇이 나갔다. 그다음은 미숫가루였다.\n\n"
    "나라\t2024년\t2025년\n일본\t4,100억 원\t7,232억 원\n베트남\t5,300억 원\t6,080억 원\n\n"
    "ⓒ 물결일보, 무단전재 및 재배포 금지\n";

std::vector<Zone> zones_of(const Document& document) {
  return shown_zones(document, [&] { return units(document.text); });
}

std::vector<std::string> quotes(const Document& document, ZoneKind kind) {
  std::vector<std::string> found;
  for (const Zone& zone : zones_of(document)) {
    if (zone.kind == kind) found.emplace_back(document.text.slice(zone.span));
  }
  return found;
}

TEST(ShownZonesTest, WhereADocumentTellsNoneItsTextTells) {
  const Document document = Document::make("기사.txt", Text(kArticle));
  EXPECT_THAT(quotes(document, ZoneKind::Title), ElementsAre("해오름 야시장, 석 달 만에 손님 21만 명 넘었다"));
  EXPECT_THAT(quotes(document, ZoneKind::Heading), ElementsAre("무엇이 팔렸나"));
  EXPECT_THAT(quotes(document, ZoneKind::Cell), Contains("4,100억 원"));
  EXPECT_THAT(quotes(document, ZoneKind::Boilerplate), IsEmpty()) << "only the document says that";
}

TEST(ShownZonesTest, WhatADocumentTellsIsAll) {
  Document document = Document::make("기사.txt", Text(kArticle));
  document.info.zones = {{ZoneKind::Byline, Span(2, 5)}};
  EXPECT_EQ(zones_of(document), document.info.zones);
}

TEST(ShownZonesTest, BoilerplateThatTheAnalystMarkedTakesNothingAway) {
  Document document = Document::make("기사.txt", Text(kArticle));
  document.info.zones = {{ZoneKind::Boilerplate, Span(0, 1)}};
  EXPECT_THAT(quotes(document, ZoneKind::Heading), ElementsAre("무엇이 팔렸나"));
  EXPECT_THAT(quotes(document, ZoneKind::Boilerplate), ElementsAre("🚀"));
}

TEST(ShownZonesTest, AFewShortLinesAreNoTable) {
  const Document document =
      Document::make("기사.txt", Text("🚀 가람저널\n2026.05.18\n\n로봇은 일을 옮겨 놓는다고 그는 말했다. 그렇다.\n"));
  EXPECT_THAT(quotes(document, ZoneKind::Cell), IsEmpty());
}

TEST(ShownZonesTest, ATextFarLongerThanAnArticleIsShownAsItIs) {
  std::string text = kArticle;
  while (text.size() < 1'200'000) text += "물결시는 하루 손님이 2,300명꼴이라고 밝혔다.\n\n";
  EXPECT_THAT(zones_of(Document::make("책.txt", Text(text))), IsEmpty());
}

}  // namespace
}  // namespace mitjul
