#include "ui/label_colors.h"

#include <gtest/gtest.h>

#include <set>

namespace mitjul {
namespace {

Label made(std::string id, std::string color, std::string parent = "") {
  Label label;
  label.id = std::move(id);
  label.name = "🎨";
  label.color = std::move(color);
  label.parent = std::move(parent);
  return label;
}

TEST(LabelColorsTest, TheOfferedOnesAreToldApartByEveryone) {
  const auto& colors = offered_colors();
  EXPECT_EQ(colors.size(), 24U);
  for (std::size_t i = 0; i < colors.size(); ++i) {
    EXPECT_EQ(parse_color(colors[i]), colors[i]);
    for (std::size_t j = i + 1; j < colors.size(); ++j) {
      EXPECT_GE(color_distance(colors[i], colors[j]), 0.1) << colors[i] << " and " << colors[j];
    }
  }
}

TEST(LabelColorsTest, DistanceIsOneFromBlackToWhiteAndNothingToItself) {
  EXPECT_NEAR(color_distance("#000000", "#FFFFFF"), 1, 0.001);
  EXPECT_EQ(color_distance("#1B9E77", "#1B9E77"), 0);
}

TEST(LabelColorsTest, ARedAndAGreenThatDeuteranopesTakeForOneAreClose) {
  // By the matrix: its rows for red and green differ in their third column alone, so what they give is near.
  EXPECT_LT(color_distance("#A05A00", "#5A7800"), 0.5 * color_distance("#A05A00", "#0050C0"));
}

TEST(LabelColorsTest, WhatIsTypedMayLackThisAndThat) {
  EXPECT_EQ(parse_color("1b9e77"), "#1B9E77");
  EXPECT_EQ(parse_color(" #fa0 "), "#FFAA00");
  for (const char* const wrong : {"", "#", "#12345", "red", "#1B9E7G", "빨강", "##123456", "#1234567"}) {
    EXPECT_EQ(parse_color(wrong), std::nullopt) << wrong;
  }
}

TEST(LabelColorsTest, EveryNewLabelHasAColorOfItsOwnUntilAllAreUsed) {
  Schema schema;
  std::set<std::string> used;
  for (std::size_t i = 0; i < offered_colors().size(); ++i) {
    const std::string color = next_color(schema, LabelKind::Span, "");
    EXPECT_TRUE(used.insert(color).second) << color;
    schema.labels.push_back(made("L" + std::to_string(i), color));
  }
  const std::string again = next_color(schema, LabelKind::Span, "");
  EXPECT_EQ(used.count(again), 1U);
}

TEST(LabelColorsTest, ANewLabelDiffersFromThoseBesideIt) {
  Schema schema;
  schema.labels = {made("A", ""), made("A1", "#4C03FA", "A")};
  const std::string color = next_color(schema, LabelKind::Span, "A");
  for (const std::string& other : offered_colors()) {
    EXPECT_GE(color_distance(color, "#4C03FA"), color_distance(other, "#4C03FA")) << other;
  }
}

TEST(LabelColorsTest, HundredFiftyLabelsInTwoLevelsNeverHaveTheSameBesideEachOther) {
  Schema schema;
  for (int group = 0; group < 10; ++group) {
    const std::string parent = "G" + std::to_string(group);
    schema.labels.push_back(made(parent, next_color(schema, LabelKind::Span, "")));
    std::set<std::string> beside{schema.labels.back().color};
    for (int i = 0; i < 14; ++i) {
      const std::string color = next_color(schema, LabelKind::Span, parent);
      EXPECT_TRUE(beside.insert(color).second) << parent << " " << i << " " << color;
      schema.labels.push_back(made(parent + "-" + std::to_string(i), color, parent));
    }
  }
}

}  // namespace
}  // namespace mitjul
