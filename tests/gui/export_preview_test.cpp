// Long work of which nobody waits for the end: a count of losses, and what the bar of a task cancels.

#include "ui/export_preview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "tests/gui/waiting.h"
#include "ui/task_bar.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Work that goes on whatever is asked of it, until it is let go.
class StubbornCount {
 public:
  ExportPreview::Count count(std::size_t annotations) {
    return [this, annotations](const Progress& /*progress*/) {
      ++begun_;
      go_.get_future().wait();
      ExportReport report;
      report.parts.push_back({"", {}, {1, annotations, {}}});
      return report;
    };
  }
  int begun() const { return begun_; }
  void let_go() { go_.set_value(); }

 private:
  std::atomic<int> begun_ = 0;
  std::promise<void> go_;
};

std::function<ExportReport(const Progress&)> quick_count(std::size_t annotations) {
  return [annotations](const Progress& /*progress*/) {
    ExportReport report;
    report.parts.push_back({"", {}, {1, annotations, {}}});
    return report;
  };
}

class ExportPreviewTest : public testing::Test {
 protected:
  ExportPreviewTest() {
    preview_.show_with([this](const ExportPreview::Answer& answer) {
      if (!answer.report.parts.empty()) shown_.push_back(answer.report.parts.front().result.annotations);
    });
  }
  void begin() {
    preview_.ask(slow_.count(1));
    ASSERT_TRUE(comes_true([this] { return slow_.begun() == 1; }));
  }

  StubbornCount slow_;
  std::vector<std::size_t> shown_;
  ExportPreview preview_;
};

TEST_F(ExportPreviewTest, NobodyWaitsForACountThatGoesOn) {
  begin();
  preview_.stop();  // as the dialog does when it is closed: comes back while the count goes on
  slow_.let_go();
  preview_.show_with([this](const ExportPreview::Answer& answer) {
    if (!answer.report.parts.empty()) shown_.push_back(answer.report.parts.front().result.annotations);
  });
  preview_.ask(quick_count(2));  // as the next dialog does
  EXPECT_TRUE(comes_true([this] { return !shown_.empty(); }));
  EXPECT_THAT(shown_, ElementsAre(2U));
}

TEST_F(ExportPreviewTest, TheNextCountBeginsWhenTheOneBeforeHasEnded) {
  begin();
  preview_.ask(quick_count(2));
  preview_.ask(quick_count(3));
  slow_.let_go();
  EXPECT_TRUE(comes_true([this] { return !shown_.empty(); }));
  EXPECT_THAT(shown_, ElementsAre(3U));
}

TEST_F(ExportPreviewTest, ItsEndWaitsForWhatIsCounted) {
  {
    ExportPreview preview;
    preview.ask(slow_.count(1));
    ASSERT_TRUE(comes_true([this] { return slow_.begun() == 1; }));
    slow_.let_go();
  }
  settle();
  EXPECT_THAT(shown_, IsEmpty());
}

TEST(TaskBarTest, TellsAtOnceThatTheUserCancelsHoweverLongTheWorkGoesOn) {
  auto* const frame = new wxFrame(nullptr, wxID_ANY, "test");
  auto* const bar = new TaskBar(frame);
  frame->Show();
  std::promise<void> go;
  {
    BackgroundTask task(
        *frame,
        [&go](const Progress& /*progress*/) {
          go.get_future().wait();
          return [] {};
        },
        [](const BackgroundTask::Result&) {});
    bool told = false;
    bar->watch(task, "test", [&] {
      told = true;
      bar->finish();
    });
    wxCommandEvent press(wxEVT_BUTTON, wxID_CANCEL);
    wxWindow::FindWindowById(wxID_CANCEL, bar)->ProcessWindowEvent(press);
    EXPECT_TRUE(told);
    EXPECT_FALSE(bar->IsShown());
    go.set_value();
  }
  settle();
  frame->Destroy();
  settle();
}

}  // namespace
}  // namespace mitjul
