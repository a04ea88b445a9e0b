#pragma once

#include <wx/event.h>
#include <wx/timer.h>

#include <functional>
#include <memory>

#include "export/project_source.h"
#include "ui/background_task.h"

namespace mitjul {

/// What an export would hold and lose, counted in another thread while somebody makes their choices. A count that is
/// asked for a moment after the last one takes its place: what is shown is always about the present choices.
class ExportPreview : public wxEvtHandler {
 public:
  struct Answer {
    ExportReport report;  ///< without parts: it is being counted, or cannot be
    wxString failure;     ///< why it cannot be
  };
  using Show = std::function<void(const Answer&)>;
  /// Takes and gives values, for it runs in another thread. Throws `Error`.
  using Count = std::function<ExportReport(const Progress&)>;

  explicit ExportPreview(Show show);

  void ask(Count count);
  /// Nothing is counted any more. Waits until what was being counted has noticed.
  void stop();

 private:
  void begin();

  Show show_;
  Count count_;
  wxTimer rest_;        ///< since the last change
  unsigned asked_ = 0;  ///< how often: an answer to an earlier question is none
  std::unique_ptr<BackgroundTask> task_;
};

}  // namespace mitjul
