#include "import/foreign_text.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

TEST(ForeignTextTest, PositionsBehindACarriageReturnMoveAndOthersStay) {
  const ForeignText text("🚀\r\n화웨이\r칩\r\n끝");
  const Document document = text.document("기사");
  EXPECT_EQ(document.text.utf8(), "🚀\n화웨이\n칩\n끝");
  // Every piece of the file between line ends is the same piece of the document.
  for (const Span span : {Span(0, 1), Span(3, 6), Span(7, 8), Span(10, 11)}) {
    const auto there = text.in_document(span);
    ASSERT_TRUE(there);
    EXPECT_EQ(document.text.slice(*there), text.original().slice(span));
  }
  EXPECT_EQ(text.in_document(Span(0, 11)), document.text.all());
  EXPECT_EQ(text.in_document(Span(1, 3)), Span(1, 2)) << "a whole line end";
  EXPECT_EQ(text.in_document(Span(2, 3)), std::nullopt) << "half of one";
}

TEST(ForeignTextTest, WhatXmlCannotHoldIsReplacedInItsPlace) {
  const ForeignText text(std::string("🚀\0\r\n\x0B끝", 11));
  const Document document = text.document("기사");
  EXPECT_EQ(document.text.utf8(), "🚀\uFFFD\n\uFFFD끝");
  ASSERT_EQ(document.info.substitutions.size(), 2U);
  EXPECT_EQ(document.info.substitutions[0], (Substitution{TextPos(1), "0000"}));
  EXPECT_EQ(document.info.substitutions[1], (Substitution{TextPos(3), "000B"}));
}

TEST(ForeignTextTest, ATextWithoutAnyOfThisIsTheSame) {
  const ForeignText text("🚀 화웨이가\n칩을");
  EXPECT_EQ(text.document("기사").text, text.original());
  EXPECT_EQ(text.in_document(Span(2, 5)), Span(2, 5));
  EXPECT_EQ(ForeignText("").document("빈 글").text.length(), 0U);
  EXPECT_EQ(cleaned("🚀 가\r\n\x01"), "🚀 가\r\n\uFFFD");
}

}  // namespace
}  // namespace mitjul
