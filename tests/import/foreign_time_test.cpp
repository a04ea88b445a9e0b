#include "import/foreign_time.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

std::string read(std::string_view text) {
  const auto time = parse_foreign_time(text);
  return time ? to_string(*time) : "";
}

TEST(ForeignTimeTest, ZonesAndFractionsAreRead) {
  EXPECT_EQ(read("2026-11-21T09:30:15Z"), "2026-11-21T09:30:15Z");
  EXPECT_EQ(read("2026-11-21T09:30:15"), "2026-11-21T09:30:15Z");
  EXPECT_EQ(read("2026-11-21T09:30:15.999+09:00"), "2026-11-21T00:30:15Z");
  EXPECT_EQ(read("2026-12-31T23:30:15-00:45"), "2027-01-01T00:15:15Z");
}

TEST(ForeignTimeTest, WhatIsNoTimeIsNone) {
  for (const char* const text : {"", "2026-11-21", "2026-13-21T09:30:15Z", "2026-11-21T09:30:15.Z",
                                 "2026-11-21T09:30:15+9", "2026-11-21T09:30:15+15:00", "2026-11-21T09:30:15+09:60",
                                 "2026-11-21T09:30:15🚀", "0001-01-01T00:00:00+01:00", "2026-11-21 09:30:15"}) {
    EXPECT_EQ(read(text), "") << text;
  }
}

}  // namespace
}  // namespace mitjul
