#include "ui/window_place.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

const wxRect kScreen(0, 0, 1280, 720);
const wxRect kRight(1280, 0, 1920, 1080);

TEST(WindowPlaceTest, WhatIsAllSeenStaysWhereItIs) {
  EXPECT_EQ(place_on_screen({1400, 100, 900, 700}, {kScreen, kRight}), wxRect(1400, 100, 900, 700));
}

TEST(WindowPlaceTest, WhatHangsOutIsMovedIn) {
  EXPECT_EQ(place_on_screen({900, 500, 600, 400}, {kScreen}), wxRect(680, 320, 600, 400));
  EXPECT_EQ(place_on_screen({-50, -30, 600, 400}, {kScreen}), wxRect(0, 0, 600, 400));
}

TEST(WindowPlaceTest, WhatIsLargerThanTheScreenIsMadeSmaller) {
  EXPECT_EQ(place_on_screen({10, 10, 1900, 1000}, {kScreen}), kScreen);
}

TEST(WindowPlaceTest, TheScreenThatShowsMostOfItHasIt) {
  EXPECT_EQ(place_on_screen({1200, 100, 400, 300}, {kScreen, kRight}), wxRect(1280, 100, 400, 300));
}

TEST(WindowPlaceTest, WhereItsScreenIsGoneItStandsInTheMiddleOfTheFirst) {
  EXPECT_EQ(place_on_screen({1400, 100, 900, 700}, {kScreen}), wxRect(190, 10, 900, 700));
}

TEST(WindowPlaceTest, WithoutScreensNothingIsKnownBetter) {
  EXPECT_EQ(place_on_screen({1400, 100, 900, 700}, {}), wxRect(1400, 100, 900, 700));
}

}  // namespace
}  // namespace mitjul
