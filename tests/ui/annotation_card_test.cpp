#include "ui/annotation_card.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/values.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class AnnotationCardTest : public testing::Test {
 protected:
  AnnotationCardTest() {
    document_.document = Document::make("기사.txt", Text("🚀 화웨이가 칩을 양산한다고 로이터가 보도했다."));
    put(annotation(1, "ORG", Span(2, 5)));
    put(annotation(2, "CLAIM", Span(2, 14), {{"type", {"fact"}}, {"checkworthy", {"true"}}, {"old", {"무엇"}}}));
    put(annotation(3, "ORG", Span(16, 19)));
    put(annotation(4, "source", Relation{{argument("claim", 2), argument("source", 3)}}));
  }
  void put(const Annotation& made) { document_.set({document_.document.info.key, annotator_key(), false}).put(made); }
  /// As `T`itle, `Q`uote, `F`act or fain`t`, and what stands there.
  std::vector<std::string> card(const std::vector<std::int64_t>& numbers) const {
    std::vector<AnnotationId> ids;
    for (const std::int64_t number : numbers) ids.push_back(annotation_id(number));
    std::vector<std::string> lines;
    for (const CardLine& line : annotation_card(ids, document_, schema_, {{annotator_key(), "홍길동", false}})) {
      const std::string kind(1, "TQFt"[static_cast<std::size_t>(line.kind)]);
      lines.push_back(kind + " " + to_utf8(line.name.empty() ? line.text : line.name + ": " + line.text));
    }
    return lines;
  }

  AnnotatedDocument document_;
  const Schema schema_ = *preset("claims-entities");
};

TEST_F(AnnotationCardTest, OneHasItsLabelWithItsParentsAndWhoMadeItWhenAndHow) {
  const auto lines = card({1});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "T 개체 › 기관");
  EXPECT_THAT(lines[1], testing::MatchesRegex("t 홍길동 · 2026-11-2[01] .* · By hand"));
}

TEST_F(AnnotationCardTest, AttributesAreSaidByName) {
  const auto lines = card({2});
  EXPECT_THAT(lines, testing::IsSupersetOf({"F 유형: 사실", "F 검증 가치: Yes", "F old: 무엇"}));
}

TEST_F(AnnotationCardTest, ANoteIsCutWhereItIsLong) {
  Annotation noted = annotation(1, "ORG", Span(2, 5));
  for (int i = 0; i < 400; ++i) noted.note += "👩‍💻";
  put(noted);
  const auto lines = card({1});
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_THAT(lines[1], testing::StartsWith("F Note: 👩‍💻"));
  EXPECT_THAT(lines[1], testing::EndsWith("👩‍💻…"));
}

TEST_F(AnnotationCardTest, OfAStackAllAreSaidInTheOrderGivenWithTheirWords) {
  const auto lines = card({1, 2});
  ASSERT_GT(lines.size(), 5U);
  EXPECT_EQ(lines[0], "T 개체 › 기관");
  EXPECT_EQ(lines[1], "Q 화웨이");
  EXPECT_EQ(lines[3], "T 진술 › 주장");
  EXPECT_THAT(lines[4], HasSubstr("양산한다"));
}

TEST_F(AnnotationCardTest, ARelationSaysBothEndsWithTheirRoles) {
  const auto lines = card({4});
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0], "T 출처");
  EXPECT_THAT(lines[1], testing::StartsWith("F 주장: 화웨이가 칩을"));
  EXPECT_EQ(lines[2], "F 출처: 로이터 (기관)");
}

TEST_F(AnnotationCardTest, MoreThanFitAreCounted) {
  std::vector<std::int64_t> numbers;
  for (std::int64_t i = 0; i < 8; ++i) {
    put(annotation(100 + i, "MISC", Span(2, 5)));
    numbers.push_back(100 + i);
  }
  EXPECT_EQ(card(numbers).back(), "t and 3 more");
}

TEST_F(AnnotationCardTest, WhatIsGoneIsPassedOver) { EXPECT_THAT(card({77}), IsEmpty()); }

}  // namespace
}  // namespace mitjul
