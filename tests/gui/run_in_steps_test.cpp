// Work in steps, and the window that it has when it takes long.

#include "ui/run_in_steps.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace mitjul {
namespace {

class RunInStepsTest : public testing::Test {
 protected:
  RunInStepsTest() : frame_(new wxFrame(nullptr, wxID_ANY, "steps")) { frame_->Show(); }
  ~RunInStepsTest() override { delete frame_; }

  static wxDialog* dialog() {
    for (wxWindow* const window : wxTopLevelWindows) {
      if (auto* const found = dynamic_cast<wxDialog*>(window); found != nullptr && found->IsModal()) return found;
    }
    return nullptr;
  }
  /// Longer than what is done without a window.
  static constexpr int kLong = 100;
  bool run(const std::function<void(int)>& step) {
    int steps = 0;
    return run_in_steps(
        frame_, "…",
        [&] {
          wxMilliSleep(10);
          step(++steps);
          return steps < kLong;
        },
        [&] { return static_cast<double>(steps) / kLong; });
  }

  wxFrame* frame_;
};

TEST_F(RunInStepsTest, LongWorkIsDoneBehindAWindow) {
  int last = 0;
  bool shown = false;
  EXPECT_TRUE(run([&](int step) {
    last = step;
    shown = shown || dialog() != nullptr;
  }));
  EXPECT_EQ(last, kLong);
  EXPECT_TRUE(shown);
}

TEST_F(RunInStepsTest, ShortWorkHasNoWindow) {
  bool shown = false;
  EXPECT_TRUE(run_in_steps(
      frame_, "…",
      [&] {
        shown = dialog() != nullptr;
        return false;
      },
      [] { return 0.0; }));
  EXPECT_FALSE(shown);
}

TEST_F(RunInStepsTest, ItCanBeCancelled) {
  int last = 0;
  EXPECT_FALSE(run([&](int step) {
    last = step;
    if (dialog() != nullptr && step == 60) {
      // As its button does.
      wxCommandEvent press(wxEVT_BUTTON, wxID_CANCEL);
      dialog()->ProcessWindowEvent(press);
    }
  }));
  EXPECT_LT(last, kLong);
}

TEST_F(RunInStepsTest, WhatAStepThrowsComesOut) {
  for (const int at : {1, 80}) {
    EXPECT_THROW(run([&](int step) {
                   if (step == at) throw std::runtime_error("disk");
                 }),
                 std::runtime_error)
        << at;
  }
}

}  // namespace
}  // namespace mitjul
