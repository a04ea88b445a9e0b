#include "core/surface_traces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SurfaceTracesTest, WhatStandsInNoTextIsMissing) {
  SurfaceTraces traces;
  for (const char* const surface : {"화웨이", "김하나", "김하늘", "🍎", "김"}) traces.look_for(surface);
  traces.look_through("🚀 화웨이가 칩을 확보했다.");
  EXPECT_THAT(traces.missing(), ElementsAre("김", "김하나", "김하늘", "🍎"));
  traces.look_through("🚀 김하늘은 🍎를 먹었다.");
  EXPECT_THAT(traces.missing(), ElementsAre("김하나"));
  traces.look_through("🚀 김하나");
  EXPECT_THAT(traces.missing(), IsEmpty());
}

TEST(SurfaceTracesTest, BlanksAndTheFormOfLettersDoNotMatter) {
  SurfaceTraces traces;
  for (const char* const surface : {"한빛 전자", "가나", "다라"}) traces.look_for(surface);
  traces.look_through("🚀 한빛\n전자와 \u1100\u1161\u1102\u1161, 그리고 다\u00A0라");
  EXPECT_THAT(traces.missing(), IsEmpty());
}

TEST(SurfaceTracesTest, BlanksAloneAreNoSurface) {
  SurfaceTraces traces;
  traces.look_for(" ");
  traces.look_for("");
  EXPECT_THAT(traces.missing(), IsEmpty());
}

}  // namespace
}  // namespace mitjul
