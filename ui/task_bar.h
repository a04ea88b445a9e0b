#pragma once

#include <wx/timer.h>
#include <wx/wx.h>

#include "ui/background_task.h"

namespace mitjul {

/// How far long work has come, above the panes, with a button that cancels it. Nothing waits for it: the window goes
/// on working.
class TaskBar : public wxPanel {
 public:
  explicit TaskBar(wxWindow* parent);

  /// `task` lives until `finish`. `cancelled` is called when the user cancels it; it ends a moment later.
  void watch(BackgroundTask& task, const wxString& what, std::function<void()> cancelled = {});
  void finish();
  void take_focus() { cancel_->SetFocus(); }

 private:
  wxStaticText* text_;
  wxGauge* gauge_;
  wxButton* cancel_;
  wxTimer timer_;
  BackgroundTask* task_ = nullptr;
  std::function<void()> cancelled_;
};

}  // namespace mitjul
