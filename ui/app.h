#pragma once

#include <wx/app.h>

#include <filesystem>
#include <optional>

#include "ui/accessible_names.h"
#include "ui/settings.h"

namespace mitjul {

class MainWindow;
class NoticeLog;

/// `mitjul [PROJECT]`: without one, the project that was open last, or else the start screen; at the very first start
/// the sample project.
class App : public wxApp {
 public:
  /// The project of the command line; to be set before the program begins.
  static std::optional<std::filesystem::path> asked_for;

  bool OnInit() override;
  int OnExit() override;
  bool OnExceptionInMainLoop() override;
  void OnUnhandledException() override;

  MainWindow* window() { return window_; }

 private:
  std::filesystem::path project_of_last_time() const;
  void welcome();
  void make_window(const std::filesystem::path& project);
  void rebuild(MainWindow* of);
  void tell_failure();

  std::optional<Settings> settings_;
  const AccessibleNames accessible_names_;
  NoticeLog* log_ = nullptr;
  MainWindow* window_ = nullptr;
};

}  // namespace mitjul
