#include "ui/app.h"

#include <wx/log.h>
#include <wx/msgout.h>

#include "ui/failure.h"
#include "ui/main_window.h"
#include "ui/translations.h"

namespace mitjul {

/// What wx has to complain about goes where our own sentences go.
class NoticeLog : public wxLog {
 public:
  void show_in(MainWindow* window) { window_ = window; }

 protected:
  void DoLogTextAtLevel(wxLogLevel level, const wxString& text) override {
    if (level <= wxLOG_Error && window_ != nullptr && wxIsMainThread()) {
      window_->CallAfter([window = window_, text] { window->say(NoticeBar::Kind::Refusal, text); });
    } else if (level <= wxLOG_Warning) {
      wxMessageOutputStderr().Printf("%s\n", text);
    }
  }

 private:
  MainWindow* window_ = nullptr;
};

std::optional<std::filesystem::path> App::asked_for;

bool App::OnInit() {
  SetAppName("mitjul");
  log_ = new NoticeLog;
  delete wxLog::SetActiveTarget(log_);
  settings_.emplace();
  set_appearance(settings_->appearance());
  speak(settings_->language().value_or(language_of_environment()));
  make_window(asked_for ? *asked_for : project_of_last_time());
  if (settings_->is_first_start()) welcome();
  return true;
}

int App::OnExit() {
  settings_.reset();
  return wxApp::OnExit();
}

bool App::OnExceptionInMainLoop() {
  tell_failure();
  return true;
}

void App::OnUnhandledException() { tell_failure(); }

std::filesystem::path App::project_of_last_time() const {
  const std::filesystem::path last = settings_->last_project();
  std::error_code unknown;
  return std::filesystem::is_regular_file(last, unknown) ? last : std::filesystem::path();
}

/// The tour for who sees the program for the first time, through the sample project where no other one was asked for.
void App::welcome() {
  if (!asked_for) window_->open_sample();
  window_->act(Action::Tour);
}

void App::make_window(const std::filesystem::path& project) {
  SetAppDisplayName(_("Mitjul"));
  window_ = new MainWindow(*settings_, [this](MainWindow* of) { rebuild(of); });
  log_->show_in(window_);
  SetTopWindow(window_);
  window_->Bind(wxEVT_DESTROY, [this](wxWindowDestroyEvent& event) {
    event.Skip();
    if (event.GetEventObject() != window_) return;
    window_ = nullptr;
    log_->show_in(nullptr);
  });
  window_->Show();
  if (!project.empty()) window_->open_project(project);
}

/// The same window anew, in the language and the colours that hold now. One that was rebuilt already is on its way out.
void App::rebuild(MainWindow* of) {
  if (of != window_) return;
  MainWindow* const old = window_;
  const std::filesystem::path project = old->project();
  const MainWindow::Place place = old->place();
  const bool has_place = !old->IsFullScreen();
  old->remember_place();
  // Stores how its panes are laid out, and leaves the file to the new window.
  old->close_project();
  speak(settings_->language().value_or(language_of_environment()));
  make_window(project);
  window_->return_to(place);
  window_->go_on_saying(*old);
  // Window managers place what is new where there is room.
  if (has_place && !window_->IsMaximized()) window_->SetPosition(old->GetPosition());
  old->Destroy();
}

void App::tell_failure() {
  const wxString sentence = failure_sentence();
  if (window_ != nullptr) {
    window_->say(NoticeBar::Kind::Refusal, sentence);
  } else {
    wxMessageOutputStderr().Printf("%s\n", sentence);
  }
}

}  // namespace mitjul
