#include "ui/filled_in.h"

#include <gtest/gtest.h>

#include "ui/wx_text.h"

namespace mitjul {
namespace {

std::string filled(const char* sentence, const std::vector<wxString>& values) {
  return to_utf8(filled_in(to_wx(sentence), values));
}

TEST(FilledInTest, ValuesTakeTheirPlacesAndParticlesFollow) {
  EXPECT_EQ(filled("🚀 %s의 라벨이 ‘%s’(으)로 바뀝니다.", {to_wx("주석 3개"), to_wx("기관")}),
            "🚀 주석 3개의 라벨이 ‘기관’으로 바뀝니다.");
  EXPECT_EQ(filled("🚀 %s을(를)", {to_wx("장소")}), "🚀 장소를");
}

TEST(FilledInTest, ValuesAreNoSentences) {
  EXPECT_EQ(filled("🚀 ‘%s’은(는) %s", {to_wx("%s은(는)"), to_wx("100%d")}), "🚀 ‘%s은(는)’은 100%d");
}

TEST(FilledInTest, WhatHasNoValueStaysAsItIs) { EXPECT_EQ(filled("🚀 100% 기관은(는)", {}), "🚀 100% 기관은"); }

}  // namespace
}  // namespace mitjul
