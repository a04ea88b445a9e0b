#pragma once

#include <wx/event.h>
#include <wx/timer.h>

#include <functional>
#include <memory>

#include "export/project_source.h"
#include "ui/background_task.h"

namespace mitjul {

/// What an export would hold and lose, counted in another thread while somebody makes their choices. A count that is
/// asked for a moment after the last one takes its place: what is shown is always about the present choices. Nobody
/// waits for a count that has to end: it lives longer than the dialog that asks.
class ExportPreview : public wxEvtHandler {
 public:
  struct Answer {
    ExportReport report;  ///< without parts: it is being counted, or cannot be
    wxString failure;     ///< why it cannot be
  };
  using Show = std::function<void(const Answer&)>;
  /// Takes and gives values, for it runs in another thread. Throws `Error`.
  using Count = std::function<ExportReport(const Progress&)>;

  ExportPreview();

  /// Who is told what was counted, until `stop`.
  void show_with(Show show) { show_ = std::move(show); }
  void ask(Count count);
  /// Nothing is counted any more. Does not wait: what is being counted ends by itself, at the latest with this.
  void let_go();
  /// The same, and nobody is told any more.
  void stop();

 private:
  void begin();
  void finish(unsigned asked, const BackgroundTask::Result& result);

  Show show_;
  Count count_;
  wxTimer rest_;        ///< since the last change
  bool due_ = false;    ///< to begin when the one before has ended
  unsigned asked_ = 0;  ///< how often: an answer to an earlier question is none
  std::unique_ptr<BackgroundTask> task_;
};

}  // namespace mitjul
