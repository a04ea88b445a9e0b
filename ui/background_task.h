#pragma once

#include <wx/event.h>

#include <atomic>
#include <functional>
#include <thread>

#include "core/progress.h"

namespace mitjul {

/// Long work on a thread of its own, which takes and gives values and shares nothing with the window.
class BackgroundTask {
 public:
  /// What is to be done in the window's thread when the work is over; throws what the work threw.
  using Result = std::function<void()>;
  using Work = std::function<Result(const Progress&)>;

  /// `done` is called in the thread of `owner`, which lives longer than the task.
  BackgroundTask(wxEvtHandler& owner, Work work, std::function<void(const Result&)> done);
  BackgroundTask(const BackgroundTask&) = delete;
  BackgroundTask& operator=(const BackgroundTask&) = delete;
  /// Cancels, and waits until the work has noticed.
  ~BackgroundTask();

  /// Work that is cancelled throws `Error{Cancelled}`, unless it was over already.
  void cancel() { cancelled_ = true; }
  /// How much is done, 0 to 1. May be asked at any time.
  double share_done() const { return share_; }

 private:
  std::atomic<bool> cancelled_ = false;
  std::atomic<double> share_ = 0;
  std::thread thread_;
};

}  // namespace mitjul
