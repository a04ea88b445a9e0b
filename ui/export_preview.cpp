#include "ui/export_preview.h"

#include <utility>

#include "ui/failure.h"

namespace mitjul {
namespace {

constexpr int kRestMilliseconds = 250;

}  // namespace

ExportPreview::ExportPreview() {
  rest_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { begin(); });
}

void ExportPreview::ask(Count count) {
  let_go();
  count_ = std::move(count);
  if (show_) show_({});
  rest_.StartOnce(kRestMilliseconds);
}

void ExportPreview::stop() {
  let_go();
  show_ = nullptr;
}

void ExportPreview::let_go() {
  rest_.Stop();
  due_ = false;
  ++asked_;
  if (task_) task_->cancel();
}

/// One count at a time, however fast the choices follow one another.
void ExportPreview::begin() {
  due_ = task_ != nullptr;
  if (due_) return;
  const auto work = [this, count = std::exchange(count_, {})](const Progress& progress) -> BackgroundTask::Result {
    return [this, report = count(progress)] { show_({report, {}}); };
  };
  task_ = std::make_unique<BackgroundTask>(
      *this, work, [this, asked = asked_](const BackgroundTask::Result& result) { finish(asked, result); });
}

void ExportPreview::finish(unsigned asked, const BackgroundTask::Result& result) {
  task_.reset();
  if (due_) begin();
  if (asked != asked_ || !show_) return;
  try {
    result();
  } catch (...) {
    show_({{}, failure_sentence()});
  }
}

}  // namespace mitjul
