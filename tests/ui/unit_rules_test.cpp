#include "ui/unit_rules.h"

#include <gtest/gtest.h>

#include "core/schema.h"

namespace mitjul {
namespace {

std::vector<GuidelineHeading> headings_of(std::string_view guideline) { return render_guideline(guideline).headings; }

TEST(UnitRulesTest, EveryRuleHasItsHeadingInTheGuidelineOfThePreset) {
  const auto headings = headings_of(preset("claims-entities")->guideline);
  for (int rule = 1; rule <= 12; ++rule) {
    const GuidelineHeading* const heading = heading_of_rule(headings, rule);
    ASSERT_NE(heading, nullptr) << rule;
    EXPECT_TRUE(heading->text.starts_with("규칙 " + std::to_string(rule) + ".")) << heading->text;
  }
  EXPECT_EQ(heading_of_rule(headings, 0), nullptr);
  EXPECT_EQ(heading_of_rule(headings, 13), nullptr);
}

TEST(UnitRulesTest, ARuleKeepsItsPlaceWhereAProjectWritesMoreAboutIt) {
  const std::string guideline = preset("claims-entities")->guideline;
  const auto headings = headings_of("# 🚀 우리 지침\n\n머리말\n\n" + guideline + "\n- 더 적은 예\n");
  ASSERT_NE(heading_of_rule(headings, 7), nullptr);
  EXPECT_NE(heading_of_rule(headings, 7)->anchor, heading_of_rule(headings_of(guideline), 7)->anchor);
}

TEST(UnitRulesTest, RulesOfAProjectOfItsOwnAreNotTheseRules) {
  EXPECT_EQ(heading_of_rule(headings_of("## 규칙 7. 🚀 광고는 주장이 아닙니다\n"), 7), nullptr);
  EXPECT_EQ(heading_of_rule({}, 7), nullptr);
}

}  // namespace
}  // namespace mitjul
