#pragma once

#include <wx/timer.h>
#include <wx/wx.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "ui/action.h"
#include "ui/attempt.h"
#include "ui/background_task.h"
#include "ui/notice_bar.h"
#include "ui/settings.h"
#include "ui/theme.h"

namespace mitjul {

class StartScreen;
class TaskBar;
class Workbench;

/// The window: menus, panes or start screen, status bar; carries out the actions, and is where refusals and errors
/// become sentences.
class MainWindow : public wxFrame {
 public:
  /// `rebuild` makes the window anew, in another language or in other colours.
  MainWindow(Settings& settings, std::function<void()> rebuild);
  ~MainWindow() override;

  /// What cannot be opened is said; what was open stays open then.
  void open_project(const std::filesystem::path& path);
  /// Empty where none is open.
  const std::filesystem::path& project() const { return project_; }
  void act(Action action);
  void say(NoticeBar::Kind kind, const wxString& sentence, std::function<void()> details = {});
  /// nullptr where no project is open.
  Editor* editor() { return editor_.get(); }

 private:
  void guarded(const std::function<void()>& call);
  void attempt(const std::function<Editor::Refusal()>& call);
  void refuse(const Editor::Refusal& refusal);
  void carry_out(Action action);
  void carry_out_on_project(Action action);

  void show_content(wxWindow* content);
  void show_start_screen();
  void close_project();
  void build_menus();
  void on_menu(wxCommandEvent& event);
  void on_key(wxKeyEvent& event);
  void on_close(wxCloseEvent& event);
  void take_in(const EditorEvent& event);
  void update_status();
  wxString hint() const;
  void poll();

  // Empty where the user changed their mind.
  std::filesystem::path new_project();
  std::filesystem::path choose_project();
  /// Not from within an event of a pane, which goes with the project that was open.
  void open_later(const std::filesystem::path& path);
  void choose_files();
  void choose_folder();
  void drop(const std::vector<std::filesystem::path>& paths);
  void import(const std::vector<std::filesystem::path>& paths);
  void export_all();
  bool busy();
  void start(BackgroundTask::Work work, const wxString& what, bool writes);
  void finish_task(const BackgroundTask::Result& result);

  void copy();
  void select_eojeol();
  void begin_relation();
  void relate_to(const AnnotationId& target);
  void set_aside(SetState state);
  void change_text_size(int percent);
  void show_about();

  Settings& settings_;
  std::function<void()> rebuild_;
  const bool dark_;  ///< in which the window was made
  std::filesystem::path project_;
  std::unique_ptr<Editor> editor_;
  NoticeBar* notice_;
  TaskBar* task_bar_;
  wxWindow* content_ = nullptr;     ///< the workbench, or the start screen
  Workbench* workbench_ = nullptr;  ///< nullptr where no project is open
  std::unique_ptr<BackgroundTask> task_;
  bool task_writes_ = false;
  wxTimer timer_;
  wxString last_trouble_;  ///< of looking for what other programs changed
};

}  // namespace mitjul
