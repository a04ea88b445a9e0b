#include "core/time.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

using namespace std::chrono_literals;

TEST(TimeTest, ReadsAndWritesTheSame) {
  for (const char* const text : {"2026-11-21T00:00:00Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z",
                                 "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-02-29T12:34:56Z"}) {
    const auto time = parse_time(text);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(to_string(*time), text);
  }
}

TEST(TimeTest, CountsFromTheEpoch) {
  EXPECT_EQ(parse_time("1970-01-01T00:00:00Z")->time_since_epoch(), 0s);
  EXPECT_EQ(parse_time("2026-11-21T00:00:00Z")->time_since_epoch(), 1795219200s);
  EXPECT_EQ(*parse_time("2024-03-01T00:00:00Z") - *parse_time("2024-02-28T00:00:00Z"), 48h);
  EXPECT_EQ(*parse_time("2023-03-01T00:00:00Z") - *parse_time("2023-02-28T00:00:00Z"), 24h);
}

TEST(TimeTest, LeapDaysFollowTheGregorianCalendar) {
  EXPECT_TRUE(is_date("2024-02-29"));
  EXPECT_TRUE(is_date("2000-02-29"));
  EXPECT_FALSE(is_date("2023-02-29"));
  EXPECT_FALSE(is_date("1900-02-29"));
  EXPECT_FALSE(parse_time("2100-02-29T00:00:00Z"));
}

TEST(TimeTest, AnotherFormIsNoTime) {
  for (const char* const text : {"",
                                 "2026-11-21",
                                 "2026-11-21T00:00:00",
                                 "2026-11-21T00:00:00z",
                                 "2026-11-21 00:00:00Z",
                                 "2026-11-21T00:00:00+09:00",
                                 "2026-11-21T00:00:00.5Z",
                                 "2026-11-21T24:00:00Z",
                                 "2026-11-21T23:60:00Z",
                                 "2026-11-21T23:59:60Z",
                                 "2026-13-01T00:00:00Z",
                                 "2026-00-01T00:00:00Z",
                                 "2026-11-31T00:00:00Z",
                                 "2026-11-00T00:00:00Z",
                                 "0000-01-01T00:00:00Z",
                                 "-026-11-21T00:00:00Z",
                                 "2026-11-21T-1:00:00Z",
                                 "2026-11-2100:00:00ZZ",
                                 " 2026-11-21T00:00:0Z",
                                 "2026-1a-21T00:00:00Z"}) {
    EXPECT_FALSE(parse_time(text)) << text;
  }
}

TEST(TimeTest, ADateIsADayAndNothingElse) {
  EXPECT_TRUE(is_date("2026-11-21"));
  EXPECT_TRUE(is_date("0001-01-01"));
  for (const char* const text : {"", "2026-11-21Z", "2026-11", "26-11-21", "2026/11/21", "2026-11-21 ", "2026-1-21",
                                 "2026-11-31", "２026-11-21"}) {
    EXPECT_FALSE(is_date(text)) << text;
  }
}

TEST(TimeTest, NowIsWholeSecondsOfThisMillennium) {
  EXPECT_EQ(parse_time(to_string(now())).value_or(Time()).time_since_epoch().count() / 1000000000, 1);
}

}  // namespace
}  // namespace mitjul
