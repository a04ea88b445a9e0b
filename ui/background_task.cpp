#include "ui/background_task.h"

#include <exception>

namespace mitjul {

BackgroundTask::BackgroundTask(wxEvtHandler& owner, Work work, std::function<void(const Result&)> done)
    : thread_([this, &owner, work = std::move(work), done = std::move(done)] {
        const Progress progress = [this](double share) {
          share_ = share;
          return !cancelled_;
        };
        Result result;
        try {
          result = work(progress);
        } catch (...) {
          result = [error = std::current_exception()] { std::rethrow_exception(error); };
        }
        owner.CallAfter([done, result] { done(result); });
      }) {}

BackgroundTask::~BackgroundTask() {
  cancel();
  thread_.join();
}

}  // namespace mitjul
