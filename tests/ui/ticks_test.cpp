#include "ui/ticks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A ┬ B ─ C, A ─ D, E
Ticks tree() { return Ticks({{"A", "", 0}, {"B", "", 1}, {"C", "", 2}, {"D", "", 1}, {"E", "", 0}}); }

Label label(std::string id, std::string name, LabelKind kind = LabelKind::Span, std::string parent = {}) {
  Label made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.kind = kind;
  made.parent = std::move(parent);
  return made;
}

TEST(TicksTest, WhatStandsBelowSomethingTickedIsTickedToo) {
  Ticks ticks = tree();
  EXPECT_TRUE(ticks.none());
  ticks.tick(0, true);
  for (const std::size_t row : {0U, 1U, 2U, 3U}) EXPECT_TRUE(ticks[row]) << row;
  EXPECT_FALSE(ticks[4]);
  EXPECT_THAT(ticks.topmost(), ElementsAre("A"));
}

TEST(TicksTest, WhatStandsAboveSomethingUntickedDoesNotStandForItAnyMore) {
  Ticks ticks = tree();
  ticks.tick_all(true);
  EXPECT_TRUE(ticks.all());
  ticks.tick(2, false);
  EXPECT_FALSE(ticks[0]);
  EXPECT_FALSE(ticks[1]);
  EXPECT_THAT(ticks.topmost(), ElementsAre("D", "E"));
  ticks.tick(3, false);
  EXPECT_THAT(ticks.topmost(), ElementsAre("E"));
}

TEST(TicksTest, WhatLostItsTickHasItAgainWhenAllBelowItIsTicked) {
  Ticks ticks = tree();
  ticks.tick_all(true);
  ticks.tick(2, false);
  ticks.tick(3, false);
  ticks.tick(2, true);
  EXPECT_THAT(ticks.topmost(), ElementsAre("B", "E"));
  ticks.tick(3, true);
  EXPECT_TRUE(ticks.all());
  // What was unticked itself stays so.
  ticks.tick(0, false);
  ticks.tick(1, true);
  ticks.tick(3, true);
  EXPECT_FALSE(ticks[0]);
}

TEST(TicksTest, WhatIsTickedBelowDoesNotTickWhatIsAbove) {
  Ticks ticks = tree();
  ticks.tick(2, true);
  EXPECT_THAT(ticks.topmost(), ElementsAre("C"));
  EXPECT_FALSE(ticks.none());
}

TEST(TicksTest, TakesTheTopmostBackAsTheyWereGiven) {
  Ticks ticks = tree();
  ticks.tick_all(true);
  ticks.tick_only({"B", "E", "nowhere"});
  EXPECT_TRUE(ticks[2]);
  EXPECT_THAT(ticks.topmost(), ElementsAre("B", "E"));
  ticks.tick_only({});
  EXPECT_THAT(ticks.topmost(), IsEmpty());
}

TEST(TicksTest, LabelsComeInTheOrderOfTheirTreeSpansFirst) {
  Schema schema;
  schema.labels = {label("R", "관계", LabelKind::Relation), label("A", "기관"), label("B", ""),
                   label("A1", "정부", LabelKind::Span, "A")};
  std::vector<std::string> told;
  for (const TickRow& row : label_rows(schema)) {
    told.push_back(std::string(static_cast<std::size_t>(row.depth), '-') + row.name.utf8_string());
  }
  EXPECT_THAT(told, ElementsAre("기관", "-정부", "B", "관계"));
  EXPECT_EQ(span_label_rows(schema).size(), 3U);
}

}  // namespace
}  // namespace mitjul
