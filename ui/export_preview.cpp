#include "ui/export_preview.h"

#include "ui/failure.h"

namespace mitjul {
namespace {

constexpr int kRestMilliseconds = 250;

}  // namespace

ExportPreview::ExportPreview(Show show) : show_(std::move(show)) {
  rest_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { begin(); });
}

void ExportPreview::ask(Count count) {
  stop();
  count_ = std::move(count);
  show_({});
  rest_.StartOnce(kRestMilliseconds);
}

void ExportPreview::stop() {
  rest_.Stop();
  ++asked_;
  task_.reset();
}

void ExportPreview::begin() {
  const auto work = [this, count = count_](const Progress& progress) -> BackgroundTask::Result {
    return [this, report = count(progress)] { show_({report, {}}); };
  };
  task_ = std::make_unique<BackgroundTask>(*this, work, [this, asked = asked_](const BackgroundTask::Result& result) {
    if (asked != asked_) return;
    try {
      result();
    } catch (...) {
      show_({{}, failure_sentence()});
    }
  });
}

}  // namespace mitjul
