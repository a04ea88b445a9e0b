#pragma once

#include <wx/recguard.h>
#include <wx/timer.h>
#include <wx/weakref.h>
#include <wx/wx.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/export_profile.h"
#include "import/label_mapping.h"
#include "ui/action.h"
#include "ui/attempt.h"
#include "ui/background_task.h"
#include "ui/menus.h"
#include "ui/notice_bar.h"
#include "ui/preferences.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui/tour.h"

namespace mitjul {

class OpenProject;
class StartScreen;
class TaskBar;
struct UnknownLabel;
class Workbench;

/// The window: menus, panes or start screen, status bar; carries out the actions, and is where refusals and errors
/// become sentences.
class MainWindow : public wxFrame {
 public:
  /// `rebuild` makes the window it is given anew, in another language or in other colours; nothing where that was done
  /// already.
  MainWindow(Settings& settings, std::function<void(MainWindow*)> rebuild);
  ~MainWindow() override;

  /// What cannot be opened is said; what was open stays open then, as it does where what was typed into it cannot be
  /// stored.
  void open_project(const std::filesystem::path& path);
  void close_project();
  void open_sample();
  /// Empty where none is open.
  std::filesystem::path project() const;
  void act(Action action);
  void say(NoticeBar::Kind kind, const wxString& sentence, NoticeBar::Details details = {});

  /// Where one is in the document that is shown.
  struct Place {
    Selection selection;
    std::optional<AnnotationId> annotation;
    std::optional<Tour::Progress> tour;
  };
  Place place() const;
  void return_to(const Place& place);
  /// The notice of another window.
  void go_on_saying(const MainWindow& other) { notice_->take_over(*other.notice_); }

  /// Where the window is on the screen, for the next start; a full screen is no place.
  void remember_place();

  /// nullptr where no project is open.
  Editor* editor();
  const Editor* editor() const;

 private:
  void guarded(const std::function<void()>& call);
  void attempt(const std::function<Editor::Refusal()>& call);
  void refuse(const Editor::Refusal& refusal);
  void perform(Action action);
  void perform_with_dialog(Action action);
  void carry_out(Action action);
  void carry_out_on_project(Action action);

  void show_content(wxWindow* content);
  void show_start_screen();
  /// Stores what is being typed; false where that cannot be done, which was said then.
  bool store_typed();
  bool may_lose_typed();
  void forget(const std::filesystem::path& project);
  MenuState menu_state() const;
  void tick_menus();
  void build_menus();
  /// Not from within an event of the menus that go.
  void build_menus_later();
  /// Whether a dialog, a panel of the system among them, is over the window.
  bool has_dialog() const;
  bool may_be_rebuilt() const;
  bool needs_rebuilding() const;
  void choose_appearance(Appearance appearance);
  void choose_language(std::optional<Language> language);
  void rebuild_if_needed();
  void on_menu(wxCommandEvent& event);
  void on_key(wxKeyEvent& event);
  void on_close(wxCloseEvent& event);
  void take_in(const EditorEvent& event);
  void take_in(const Outcome& outcome);
  void make_status_bar();
  void update_status_later();
  void update_status();
  wxString hint() const;
  void poll();

  // Empty where the user changed their mind.
  std::filesystem::path new_project();
  std::filesystem::path choose_project();
  /// Not from within an event of a pane, which goes with the project that was open.
  void open_later(const std::filesystem::path& path);
  /// The one that the open project is in, to begin with.
  std::filesystem::path folder() const;
  void choose_files();
  void choose_folder();
  void drop(const std::vector<std::filesystem::path>& paths);
  void import(const std::vector<std::filesystem::path>& paths);
  void ask_about(const std::vector<UnknownLabel>& labels, const std::vector<std::filesystem::path>& paths);
  void import(const std::vector<std::filesystem::path>& paths, const LabelMapping& labels);
  void export_all();
  void remember(ExportProfile profile);
  void export_picture();
  void print();
  bool busy();
  /// Whether a task holds the project, so that edits would have to wait.
  bool is_written() const { return task_ && task_writes_; }
  void start(BackgroundTask::Work work, const wxString& what, bool writes);
  void leave_task();
  void finish_task(const BackgroundTask::Result& result);

  void let_go();
  void show_or_hide(Pane pane);
  void set_reading(bool reading);
  void reset_layout();
  void choose_annotator();
  void next_pane(bool forward);
  void show_keys();
  void show_preferences();
  Preferences preferences() const;
  void try_out(const Preferences& preferences);
  void take(const Preferences& preferences);
  void show_about();

  Settings& settings_;
  std::function<void(MainWindow*)> rebuild_;
  const bool dark_;                       ///< in which the window was made
  std::unique_ptr<OpenProject> project_;  ///< nullptr where none is open
  NoticeBar* notice_;
  TaskBar* task_bar_;
  wxWindow* content_ = nullptr;     ///< the workbench, or the start screen
  Workbench* workbench_ = nullptr;  ///< of the open project
  std::unique_ptr<BackgroundTask> task_;
  bool task_writes_ = false;
  wxWeakRef<wxWindow> focus_before_task_;
  wxRecursionGuardFlag dialogs_ = 0;  ///< actions that show one and have not come back
  bool speaks_another_ = false;       ///< a language was chosen that the window does not speak yet
  bool status_due_ = false;           ///< asked for and not yet done
  bool told_of_unstored_ = false;     ///< that keeps the window from being closed
  wxTimer timer_;
  wxString last_trouble_;  ///< of looking for what other programs changed
};

}  // namespace mitjul
