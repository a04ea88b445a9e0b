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

void App::make_window(const std::filesystem::path& project) {
  SetAppDisplayName(_("Mitjul"));
  window_ = new MainWindow(*settings_, [this] { rebuild(); });
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

/// The same window anew, in the language that the settings now say.
void App::rebuild() {
  MainWindow* const old = window_;
  const std::filesystem::path project = old->project();
  Selection selection;
  const bool shown = old->editor() != nullptr && old->editor()->document() != nullptr;
  if (shown) {
    selection = old->editor()->selection();
    settings_->set_last_document(old->editor()->document()->document.info.key);
  }
  settings_->set_window({old->GetRect(), old->IsMaximized()});
  speak(settings_->language().value_or(language_of_environment()));
  make_window(project);
  if (shown && window_->editor() != nullptr && window_->editor()->document() != nullptr) {
    window_->editor()->select(selection);
  }
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
