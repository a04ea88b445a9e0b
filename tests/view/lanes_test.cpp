#include "view/lanes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LanesTest, WhatIsLeftWithoutAStretchLiesAtBothSidesOfIt) {
  const std::vector<Interval> line{{0, 100}};
  EXPECT_EQ(without(line, {30, 50}), (std::vector<Interval>{{0, 30}, {50, 100}}));
  EXPECT_EQ(without(line, {30, 50}, 3), (std::vector<Interval>{{0, 27}, {53, 100}}));
  EXPECT_EQ(without(line, {-10, 50}), (std::vector<Interval>{{50, 100}}));
  EXPECT_EQ(without(line, {-10, 110}), std::vector<Interval>());
  EXPECT_EQ(without(line, {120, 130}), line);
  EXPECT_EQ(without({}, {1, 2}), std::vector<Interval>());
}

TEST(LanesTest, IntervalsApartShareTheLaneNextToTheText) {
  EXPECT_THAT(assign_lanes({{0, 10}, {12, 20}, {22, 23}}, 2), ElementsAre(0, 0, 0));
  EXPECT_THAT(assign_lanes({}, 2), IsEmpty());
}

TEST(LanesTest, IntervalsCloserThanTheGapLieBelowOneAnother) {
  EXPECT_THAT(assign_lanes({{0, 10}, {11, 30}}, 2), ElementsAre(0, 1));
}

TEST(LanesTest, TheShortestLiesNearestToTheText) {
  EXPECT_THAT(assign_lanes({{0, 100}, {10, 50}, {20, 30}}, 2), ElementsAre(2, 1, 0));
}

TEST(LanesTest, EqualIntervalsLieBelowOneAnotherInTheirOrder) {
  EXPECT_THAT(assign_lanes({{5, 9}, {5, 9}, {5, 9}}, 2), ElementsAre(0, 1, 2));
  EXPECT_THAT(assign_lanes({{5, 5}, {5, 5}}, 2), ElementsAre(0, 1)) << "of no length";
}

TEST(LanesTest, NoTwoInALaneOverlapAndNoneLiesLowerThanItMust) {
  std::mt19937 random(6);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same intervals in every run
  for (std::size_t size = 0; size < 60; ++size) {
    std::vector<Interval> intervals(size);
    for (Interval& interval : intervals) {
      interval.left = static_cast<float>(random() % 500);
      interval.right = interval.left + static_cast<float>(random() % 90);
    }
    const auto lanes = assign_lanes(intervals, 2);
    const auto in_the_way = [&](std::size_t a, std::size_t b) {
      return intervals[a].left < intervals[b].right + 2 && intervals[b].left < intervals[a].right + 2;
    };
    for (std::size_t a = 0; a < size; ++a) {
      std::vector<bool> held(static_cast<std::size_t>(lanes[a]));  // the lanes nearer to the text
      for (std::size_t b = 0; b < size; ++b) {
        if (a == b || !in_the_way(a, b)) continue;
        ASSERT_NE(lanes[a], lanes[b]);
        if (lanes[b] > lanes[a]) continue;
        if (intervals[b].length() <= intervals[a].length()) held[static_cast<std::size_t>(lanes[b])] = true;
      }
      ASSERT_TRUE(std::all_of(held.begin(), held.end(), [](bool lane) { return lane; }));
    }
  }
}

TEST(LanesTest, TheOrderInWhichTheyComeDoesNotMatter) {
  std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same intervals in every run
  std::vector<Interval> intervals(40);
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    intervals[i].left = static_cast<float>(7 * i);  // no two are equal
    intervals[i].right = intervals[i].left + static_cast<float>(random() % 90);
  }
  const auto lanes = assign_lanes(intervals, 2);
  std::vector<std::size_t> order(intervals.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int round = 0; round < 50; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    std::vector<Interval> shuffled;
    for (const std::size_t i : order) shuffled.push_back(intervals[i]);
    const auto shuffled_lanes = assign_lanes(shuffled, 2);
    for (std::size_t i = 0; i < order.size(); ++i) ASSERT_EQ(shuffled_lanes[i], lanes[order[i]]);
  }
}

}  // namespace
}  // namespace mitjul
