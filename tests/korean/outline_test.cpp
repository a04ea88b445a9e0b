// Every text begins with an emoji, so that positions in code points, in UTF-16 and in bytes differ.

#include "korean/outline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "korean/unit.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

/// The outline of a text, asked by how units begin.
class Article {
 public:
  explicit Article(const std::string& words, const std::vector<Zone>& zones = {})
      : text_(words), outline_(outline(text_, units(text_), zones)) {}

  const OutlineUnit& at(const std::string& beginning) const { return outline_.at(index(beginning)); }
  std::size_t index(const std::string& beginning) const {
    for (std::size_t i = 0; i < outline_.size(); ++i) {
      if (text_.slice(outline_[i].span).substr(0, beginning.size()) == beginning) return i;
    }
    throw std::out_of_range("no unit begins so: " + beginning);
  }
  UnitRole role(const std::string& beginning) const { return at(beginning).role; }
  std::string parent(const std::string& beginning) const {
    const auto above = at(beginning).parent;
    return above ? std::string(text_.slice(outline_.at(*above).span)) : "";
  }
  std::string speaker(const std::string& beginning) const {
    const auto span = at(beginning).speaker;
    return span ? std::string(text_.slice(*span)) : "";
  }
  const std::vector<OutlineUnit>& all() const { return outline_; }
  const Text& text() const { return text_; }

 private:
  Text text_;
  std::vector<OutlineUnit> outline_;
};

TEST(OutlineTest, TheFirstLineIsTheTitleAndSoIsItsRepetition) {
  const Article article(
      "🚢 한강 수상버스, 타 보니 어땠나\n\n한강 수상버스, 타 보니 어땠나\n\n지난달 수상버스가 운항을 시작했다. 승객은 "
      "하루 천 명이다.\n");
  EXPECT_EQ(article.all()[0].role, UnitRole::Heading);
  EXPECT_EQ(article.all()[1].role, UnitRole::Heading);
  EXPECT_EQ(article.all()[1].level, 1);
  EXPECT_EQ(article.role("지난달"), UnitRole::Prose);
  EXPECT_EQ(article.role("승객은"), UnitRole::Prose);
}

TEST(OutlineTest, NumberedLinesHeadWhatFollowsThem) {
  const Article article(
      "📌 수소 열차 이야기\n\n🔥 1. 왜 지금인가\n\n디젤 기관차가 낡았다.\n\n1️⃣ 예산의 문제\n\n  • 정부는 예산을 두 "
      "배로 "
      "늘렸다.\n\n🔥 2. 남은 일\n\n선로가 모자란다.\n");
  EXPECT_EQ(article.role("왜 지금인가"), UnitRole::Heading);
  EXPECT_EQ(article.role("예산의 문제"), UnitRole::Heading);
  EXPECT_EQ(article.parent("예산의 문제"), "왜 지금인가");
  EXPECT_EQ(article.parent("정부는"), "예산의 문제");
  EXPECT_EQ(article.at("남은 일").level, article.at("왜 지금인가").level);
  EXPECT_EQ(article.parent("선로가"), "남은 일");
}

TEST(OutlineTest, NumbersThatCountUpWithNothingBetweenAreAList) {
  const Article article(
      "🌊 갯벌 복원\n\n갯벌을 살리는 방법을 들었다.\n1. 둑을 튼다\n2. 물길을 낸다\n3. 갈대를 심는다\n\n끝으로 비용이 "
      "든다.\n");
  EXPECT_EQ(article.role("둑을 튼다"), UnitRole::ListItem);
  EXPECT_EQ(article.role("물길을 낸다"), UnitRole::ListItem);
  EXPECT_EQ(article.role("갈대를 심는다"), UnitRole::ListItem);
}

TEST(OutlineTest, ShortLinesBeforeTextAreHeadings) {
  const Article article(
      "🏔 산악 구조견의 하루\n\n구조견은 새벽에 일어난다.\n\n눈 속의 훈련\n\n훈련은 네 시간 이어진다.\n\n[은퇴한 "
      "뒤]\n"
      "은퇴한 개는 가정으로 간다.\n\n■ 남은 과제\n예산이 모자란다.\n\n## 맺는말\n개는 오늘도 달린다.\n");
  EXPECT_EQ(article.role("눈 속의 훈련"), UnitRole::Heading);
  EXPECT_EQ(article.role("[은퇴한 뒤]"), UnitRole::Heading);
  EXPECT_EQ(article.role("남은 과제"), UnitRole::Heading);
  EXPECT_EQ(article.role("맺는말"), UnitRole::Heading);
  EXPECT_EQ(article.role("훈련은"), UnitRole::Prose);
  EXPECT_EQ(article.role("예산이"), UnitRole::Prose);
}

TEST(OutlineTest, ListItemsStandBelowTheItemTheyAreIndentedUnder) {
  const Article article(
      "🔋 전지 재활용\n\n요즘 폐전지가 늘었다.\n\n  • 이유:\n    • 전기차가 늘었다.\n    • 보조금이 커졌다.\n  • 처리 "
      "시설은 세 곳뿐이다.\n");
  EXPECT_EQ(article.role("이유:"), UnitRole::ListItem);
  EXPECT_EQ(article.at("이유:").level, 0);
  EXPECT_EQ(article.at("전기차가").level, 1);
  EXPECT_EQ(article.parent("전기차가"), "이유:");
  EXPECT_EQ(article.parent("보조금이"), "이유:");
  EXPECT_EQ(article.at("처리").level, 0);
  EXPECT_EQ(article.parent("처리"), article.parent("이유:"));
}

TEST(OutlineTest, ALabelWithAColonHeadsItsList) {
  const Article article(
      "🍎 사과 값\n\n사과 값이 올랐다. 농가가 줄었다.\n\n주요 원인:\n- 봄에 서리가 내렸다.\n- 일손이 모자랐다.\n");
  EXPECT_EQ(article.role("주요 원인:"), UnitRole::Heading);
  EXPECT_EQ(article.parent("봄에"), "주요 원인:");
}

TEST(OutlineTest, ShortLinesInARowBehaveLikeAList) {
  const Article article("🎻 올해의 전망\n\n관객이 늘 가능성.\n표값이 오를 전망.\n새 극장 세 곳 개관.\n");
  EXPECT_EQ(article.role("관객이"), UnitRole::ListItem);
  EXPECT_EQ(article.role("표값이"), UnitRole::ListItem);
  EXPECT_EQ(article.role("새 극장"), UnitRole::ListItem);
}

TEST(OutlineTest, RowsWithBordersAndRowsRunTogetherAreCells) {
  const Article article(
      "🧮 비교\n\n두 도시를 견준다. 부산과 대구의 인구는 줄었다.\n\n| 구분 | 부산 |\n|---|---|\n| 인구 | 327만 "
      "|\n\n"
      "인구는 부산이 많다. 면적은 대구가 넓다.\n\n구분부산 🇰🇷대구 🇰🇷\n인구많음 (A)적음 (B)\n면적좁음 (C)넓음 (D)\n\n"
      "구분은 편의상 나눴다.\n");
  EXPECT_EQ(article.role("구분"), UnitRole::Cell);
  EXPECT_EQ(article.role("327만"), UnitRole::Cell);
  EXPECT_EQ(article.role("구분부산"), UnitRole::Cell);
  EXPECT_EQ(article.role("면적좁음"), UnitRole::Cell);
  EXPECT_EQ(article.role("면적은"), UnitRole::Prose);
}

TEST(OutlineTest, CaptionsAreTold) {
  const Article article(
      "📷 등대의 밤\n\n사진=바다신문 제공\n\n등대가 켜졌다. 밤바다가 밝다.\n\n출처: 등대협회, 2024\n\n[사진 설명] 불 "
      "켜진 등대\n\n"
      "등대지기가 웃었다.\n");
  EXPECT_EQ(article.role("사진="), UnitRole::Caption);
  EXPECT_EQ(article.role("출처:"), UnitRole::Caption);
  EXPECT_EQ(article.role("[사진"), UnitRole::Caption);
  EXPECT_EQ(article.role("등대지기가"), UnitRole::Prose);
}

TEST(OutlineTest, WhatBelongsToThePageIsFurniture) {
  const Article article(
      "🌾 쌀값이 내린 까닭\n\n한들녘 기자 deulnyeok@example.com\n입력 2025.03.04 09:10\n\n쌀값이 내렸다. 농민은 "
      "울상이다.\n\n"
      "Photo of author\n\nBy ricefield\n\n#쌀값 #농업 #가을\n\nrice_price_0.png\n\nhttps://example.com/rice\n\n"
      "무단전재 및 재배포 금지\n\n'농업' 카테고리의 다른 글\n보리값이 오른 까닭\n밀값은 어디로\n");
  for (const char* furniture : {"한들녘 기자", "입력", "Photo", "By", "#쌀값", "rice_price", "https", "무단전재",
                                "'농업'", "보리값이", "밀값은"}) {
    EXPECT_EQ(article.role(furniture), UnitRole::Furniture) << furniture;
  }
  EXPECT_EQ(article.role("쌀값이 내렸다"), UnitRole::Prose);
}

TEST(OutlineTest, ADescriptionOfAPictureInEnglishIsFurniture) {
  const Article article(
      "🎨 그림 이야기\n\n그림이 걸렸다. 사람이 모였다.\n\nA quiet harbour at dawn with two boats and a long wooden "
      "pier. The light is soft.\n");
  EXPECT_EQ(article.role("A quiet"), UnitRole::Furniture);
  EXPECT_EQ(article.role("The light"), UnitRole::Furniture);
}

TEST(OutlineTest, InAnInterviewEveryTurnHasItsSpeaker) {
  const Article article(
      "🎙 대담\n\n새봄은(Bom Eun) 작가와 이야기했다.\n\n사회자: 책이 나왔습니다. 어떻습니까?\n\n새봄은: 오래 "
      "걸렸습니다. 삼 년을 썼습니다.\n\n"
      "사회자: 다음은 무엇인가요?\n\n▲ 한울 대표: 영화가 됩니다.\n");
  EXPECT_EQ(article.speaker("새봄은(Bom"), "");
  EXPECT_EQ(article.speaker("사회자: 책이"), "사회자");
  EXPECT_EQ(article.speaker("어떻습니까"), "사회자");
  EXPECT_EQ(article.speaker("새봄은: 오래"), "새봄은");
  EXPECT_EQ(article.speaker("삼 년을"), "새봄은");
  EXPECT_EQ(article.speaker("한울 대표:"), "한울 대표");
}

TEST(OutlineTest, QuestionsAndAnswersAreTurns) {
  const Article article(
      "❓ 묻고 답하기\n\nQ. 언제 시작하나요?\nA. 삼월에 시작합니다. 접수는 이월입니다.\n\nQ2. 비용은?\nA2. "
      "무료입니다.\n");
  EXPECT_EQ(article.speaker("Q. 언제"), "Q");
  EXPECT_EQ(article.speaker("접수는"), "A");
  EXPECT_EQ(article.speaker("A2."), "A2");
}

TEST(OutlineTest, InABroadcastTheNarratorIsTheAuthorAndALineInBracketsStandsAlone) {
  const Article article(
      "📺 저녁 뉴스\n\n[앵커]\n바다가 뜨겁습니다.\n\n[리포트]\n물고기가 떠올랐습니다.\n\n[한바다/어민 : \"처음 보는 "
      "일이에요.\"]\n\n정부가 조사에 나섰습니다.\n");
  EXPECT_EQ(article.role("[앵커]"), UnitRole::Furniture);
  EXPECT_EQ(article.speaker("바다가"), "");
  EXPECT_EQ(article.speaker("[한바다"), "한바다");
  EXPECT_EQ(article.speaker("정부가"), "");
}

TEST(OutlineTest, ALabelIsNoSpeaker) {
  const Article article("⚖ 견주기\n\n- 장점: 값이 쌉니다.\n- 단점: 무겁습니다.\n- 장점: 튼튼합니다.\n");
  EXPECT_EQ(article.speaker("장점: 값이"), "");
  EXPECT_EQ(article.speaker("단점:"), "");
}

TEST(OutlineTest, ZonesDecideBeforeGuesses) {
  const std::string words = "🗺 제목\n\n지도는 낡았다.\n\n첫 줄이다.\n";
  const Text text(words);
  const std::vector<Span> all = units(text);
  ASSERT_EQ(all.size(), 3U);
  const auto roles = [&](ZoneKind kind) { return outline(text, all, {{kind, all[1]}})[1].role; };
  EXPECT_EQ(roles(ZoneKind::Heading), UnitRole::Heading);
  EXPECT_EQ(roles(ZoneKind::Cell), UnitRole::Cell);
  EXPECT_EQ(roles(ZoneKind::Caption), UnitRole::Caption);
  EXPECT_EQ(roles(ZoneKind::Boilerplate), UnitRole::Furniture);
  EXPECT_EQ(roles(ZoneKind::ListItem), UnitRole::ListItem);
  const std::vector<Zone> nested{{ZoneKind::Boilerplate, text.all()}, {ZoneKind::Quotation, all[1]}};
  EXPECT_EQ(outline(text, all, nested)[1].role, UnitRole::Prose);
  EXPECT_EQ(outline(text, all, nested)[2].role, UnitRole::Furniture);
}

TEST(OutlineTest, ParagraphsEndAtEmptyLinesAndItems) {
  const Article article("📜 글\n\n하나다. 둘이다.\n셋이다.\n\n넷이다.\n- 다섯이다.\n- 여섯이다.\n");
  EXPECT_EQ(article.at("하나다").paragraph, article.at("둘이다").paragraph);
  EXPECT_EQ(article.at("하나다").paragraph, article.at("셋이다").paragraph);
  EXPECT_LT(article.at("셋이다").paragraph, article.at("넷이다").paragraph);
  EXPECT_LT(article.at("넷이다").paragraph, article.at("다섯이다").paragraph);
  EXPECT_LT(article.at("다섯이다").paragraph, article.at("여섯이다").paragraph);
}

TEST(OutlineTest, ParentsStandBeforeTheirChildrenInAnyText) {
  for (const char* words :
       {"", "\n\n", "🚀", "- \n- \n", "1.\n2.\n\n3.", "•\n  •\n •\n", "|||\n|a|b|\n", "[앵커]\n[앵커]\n", "Q.\nA.\n",
        "📌\n📌\n", "#\n# 가\n## 나\n", "가:\n나:\n다:\n", "\u1112\u1161\u11AB\n\n\u1112\u1161"}) {
    const Text text{std::string(words)};
    const std::vector<Span> all = units(text);
    const std::vector<OutlineUnit> found = outline(text, all, {});
    ASSERT_EQ(found.size(), all.size()) << words;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].span, all[i]);
      EXPECT_LT(found[i].parent.value_or(0), std::max<std::size_t>(i, 1));
      EXPECT_GE(found[i].paragraph, found[i == 0 ? 0 : i - 1].paragraph);
    }
  }
}

}  // namespace
}  // namespace mitjul
