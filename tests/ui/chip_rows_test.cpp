#include "ui/chip_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mitjul {
namespace {

constexpr ChipSpacing kSpacing{8, 6, 16, 26};

TEST(ChipRowsTest, NothingStillHasTheHeightOfARow) {
  const ChipRows rows = lay_out_chips({}, 400, kSpacing);
  EXPECT_TRUE(rows.chips.empty());
  EXPECT_EQ(rows.height, 8 + 26 + 8);
}

TEST(ChipRowsTest, ChipsStandBesideEachOther) {
  const ChipRows rows = lay_out_chips({{50, false}, {60, false}, {40, true}}, 400, kSpacing);
  EXPECT_EQ(rows.chips[0], wxRect(8, 8, 50, 26));
  EXPECT_EQ(rows.chips[1], wxRect(64, 8, 60, 26));
  EXPECT_EQ(rows.chips[2], wxRect(140, 8, 40, 26)) << "a new group stands apart";
}

TEST(ChipRowsTest, WhatDoesNotFitBeginsANewRow) {
  const ChipRows rows = lay_out_chips({{100, false}, {100, true}}, 200, kSpacing);
  EXPECT_EQ(rows.chips[1], wxRect(8, 8 + 26 + 6, 100, 26));
  EXPECT_EQ(rows.height, 8 + 26 + 6 + 26 + 8);
}

TEST(ChipRowsTest, AChipIsCutToTheRow) {
  const ChipRows rows = lay_out_chips({{500, false}, {500, false}}, 120, kSpacing);
  for (const wxRect& chip : rows.chips) {
    EXPECT_EQ(chip.x, 8);
    EXPECT_EQ(chip.width, 104);
  }
}

TEST(ChipRowsTest, RowsAreCounted) {
  EXPECT_EQ(lay_out_chips({{100, false}, {100, true}, {20, false}}, 200, kSpacing).rows, 2);
}

TEST(ChipRowsTest, TheOnesToBeKeptAreShownAsFarAsTheRowsGo) {
  const std::vector<ChipWidth> chips(6, {80, false});  // two in a row of 200
  using testing::ElementsAre;
  EXPECT_THAT(chips_that_fit(chips, {5, 0, 3, 1, 2, 4}, 2, 0, 200, kSpacing), ElementsAre(0, 1, 3, 5));
  EXPECT_THAT(chips_that_fit(chips, {5, 0, 3, 1, 2, 4}, 2, 80, 200, kSpacing), ElementsAre(0, 3, 5));
  EXPECT_THAT(chips_that_fit(chips, {0, 1, 2}, 3, 0, 200, kSpacing), ElementsAre(0, 1, 2));
}

TEST(ChipRowsTest, EvenNoRoomAtAllIsRoomForSomething) {
  for (const wxRect& chip : lay_out_chips({{50, false}, {50, false}}, 0, kSpacing).chips) EXPECT_GT(chip.width, 0);
}

}  // namespace
}  // namespace mitjul
