#include "ui/main_window.h"

#include <wx/dnd.h>
#include <wx/filedlg.h>
#include <wx/wupdlock.h>

#include <algorithm>

#include "core/error.h"
#include "core/file_io.h"
#include "core/version.h"
#include "ui/annotator_dialog.h"
#include "ui/edit_words.h"
#include "ui/failure.h"
#include "ui/key_words.h"
#include "ui/keys_dialog.h"
#include "ui/named_problem.h"
#include "ui/new_project_dialog.h"
#include "ui/open_project.h"
#include "ui/preferences_dialog.h"
#include "ui/sample_project.h"
#include "ui/start_screen.h"
#include "ui/task_bar.h"
#include "ui/text_field.h"
#include "ui/transfers.h"
#include "ui/window_place.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kPollMilliseconds = 300;

class FileDrop : public wxFileDropTarget {
 public:
  explicit FileDrop(std::function<void(const wxArrayString&)> drop) : drop_(std::move(drop)) {}
  bool OnDropFiles(wxCoord /*x*/, wxCoord /*y*/, const wxArrayString& names) override {
    drop_(names);
    return true;
  }

 private:
  std::function<void(const wxArrayString&)> drop_;
};

}  // namespace

MainWindow::MainWindow(Settings& settings, std::function<void(MainWindow*)> rebuild)
    : wxFrame(nullptr, wxID_ANY, _("Mitjul")),
      settings_(settings),
      rebuild_(std::move(rebuild)),
      dark_(is_dark(settings.appearance())),
      notice_(new NoticeBar(
          this,
          [this] {
            if (workbench_ != nullptr) workbench_->go_to_text();
          },
          [this] { update_status_later(); })),
      task_bar_(new TaskBar(this)) {
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(notice_, wxSizerFlags().Expand());
  sizer->Add(task_bar_, wxSizerFlags().Expand());
  SetSizer(sizer);

  make_status_bar();

  SetMinSize(FromDIP(wxSize(640, 420)));
  const Settings::Window window = settings_.window();
  const bool placed = !window.place.IsEmpty();
  SetSize(place_on_screen(placed ? window.place : wxRect(FromDIP(wxSize(1280, 820))), screens()));
  if (!placed) Centre();
  if (window.maximized) Maximize();

  SetDropTarget(new FileDrop([this](const wxArrayString& names) {
    // Later: what follows may ask, and the other program waits for the end of the drop.
    CallAfter([this, paths = paths_from(names)] {
      if (!has_dialog()) guarded([&] { drop(paths); });
    });
  }));
  Bind(wxEVT_MENU, &MainWindow::on_menu, this);
  Bind(wxEVT_CLOSE_WINDOW, &MainWindow::on_close, this);
  // Of the fields: what is typed is not stored.
  Bind(wxEVT_TEXT, [this](wxCommandEvent&) { update_status_later(); });
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { poll(); });
  Bind(wxEVT_CHAR_HOOK, &MainWindow::on_key, this);
  notice_->set_dark(dark_);
  show_start_screen();
  timer_.Start(kPollMilliseconds);
}

MainWindow::~MainWindow() {
  timer_.Stop();
  task_.reset();
  close_project();
  if (GetMenuBar() != nullptr) release(*GetMenuBar(), settings_.recent());
}

std::filesystem::path MainWindow::project() const { return project_ ? project_->path() : std::filesystem::path(); }

Editor* MainWindow::editor() { return project_ ? &project_->editor() : nullptr; }
const Editor* MainWindow::editor() const { return project_ ? &project_->editor() : nullptr; }

// --- Sentences for people ---

void MainWindow::say(NoticeBar::Kind kind, const wxString& sentence, NoticeBar::Details details) {
  notice_->say(kind, sentence, std::move(details));
}

void MainWindow::guarded(const std::function<void()>& call) {
  try {
    call();
  } catch (...) {
    say(NoticeBar::Kind::Refusal, failure_sentence());
  }
}

void MainWindow::attempt(const std::function<Editor::Refusal()>& call) {
  if (is_written()) {
    busy();
    return;
  }
  notice_->take_in_action();
  guarded([&] { refuse(call()); });
  update_status_later();
}

void MainWindow::refuse(const Editor::Refusal& refusal) {
  if (refusal && project_) say(NoticeBar::Kind::Refusal, refusal_words(*refusal, *editor()));
}

// --- Project ---

void MainWindow::show_content(wxWindow* content) {
  // Notices stand below, so that the text stays where it is when they come and go.
  GetSizer()->Insert(0, content, wxSizerFlags(1).Expand());
  content_ = content;
  build_menus();
  update_status();
  Layout();
}

void MainWindow::show_start_screen() {
  SetTitle(_("Mitjul"));
  show_content(new StartScreen(
      this, settings_.recent(), [this](Action action) { act(action); },
      [this](const std::filesystem::path& path) { open_later(path); }));
}

bool MainWindow::store_typed() {
  if (workbench_ == nullptr) return true;
  // The input method hands over the syllable that is being composed when the focus goes.
  workbench_->go_to_text();
  workbench_->flush();
  if (!workbench_->has_unstored()) {
    told_of_unstored_ = false;
    return true;
  }
  // Behind the sentence that says why.
  say(NoticeBar::Kind::Refusal, notice_->sentence() + " " + _("Before this goes on, what was typed must be stored."));
  return false;
}

/// Asked at the second time only: what stands in the way of storing may be over by then.
bool MainWindow::may_lose_typed() {
  if (!told_of_unstored_) {
    told_of_unstored_ = true;
    return false;
  }
  wxMessageDialog dialog(this, _("What was typed cannot be stored. Close and lose it?"), _("Mitjul"),
                         wxYES_NO | wxNO_DEFAULT | wxICON_WARNING);
  dialog.SetYesNoLabels(_("&Close and Lose It"), _("&Keep Open"));
  const wxRecursionGuard here(dialogs_);
  return dialog.ShowModal() == wxID_YES;
}

void MainWindow::close_project() {
  if (workbench_ != nullptr) {
    guarded([this] {
      workbench_->go_to_text();
      workbench_->flush();
    });
  }
  if (project_ && editor()->document() != nullptr) {
    settings_.set_last_document(editor()->document()->document.info.key);
    settings_.set_last_caret(editor()->selection().caret);
  }
  if (IsFullScreen()) ShowFullScreen(false);
  if (content_ != nullptr) {
    GetSizer()->Detach(content_);
    content_->Destroy();
  }
  content_ = nullptr;
  workbench_ = nullptr;
  project_.reset();
}

void MainWindow::remember_place() {
  if (!IsFullScreen()) settings_.set_window({GetRect(), IsMaximized()});
}

/// A project that is not there any more is not offered again.
void MainWindow::forget(const std::filesystem::path& project) {
  settings_.forget_recent(project);
  if (project_) return build_menus_later();
  close_project();
  show_start_screen();
}

void MainWindow::open_project(const std::filesystem::path& path) {
  if (busy()) return;
  std::error_code unknown;
  if (project_ && std::filesystem::equivalent(path, project_->path(), unknown)) return workbench_->go_to_text();
  if (!store_typed()) return;
  guarded([&] {
    std::filesystem::path full = std::filesystem::absolute(path, unknown);
    if (unknown) full = path;
    std::unique_ptr<OpenProject> opened;
    try {
      opened = std::make_unique<OpenProject>(full, settings_.annotator(full));
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::NotFound || error.kind() == ErrorKind::FolderNotFound) forget(full);
      throw;
    }
    const wxWindowUpdateLocker quiet(this);
    const DocumentKey last = full == settings_.last_project() ? settings_.last_document() : DocumentKey();
    close_project();
    project_ = std::move(opened);
    OpenProject::Window window;
    window.act = [this](Action action) { act(action); };
    window.attempt = [this](const std::function<Editor::Refusal()>& call) { attempt(call); };
    window.guarded = [this](const std::function<void()>& call) { guarded(call); };
    window.say = [this](NoticeBar::Kind kind, const wxString& sentence) { say(kind, sentence); };
    window.may_edit = [this] { return !is_written() || !busy(); };
    window.settings_changed = [this] { tick_menus(); };
    window.problems_changed = [this] { update_status_later(); };
    window.changed = [this](const EditorEvent& event) { take_in(event); };
    window.edited = [this](const Outcome& outcome) { take_in(outcome); };
    workbench_ = &project_->show_in(this, settings_, std::move(window));
    workbench_->set_theme(dark_ ? dark_theme() : light_theme());
    settings_.set_last_project(full);
    settings_.add_recent(full);
    SetTitle(to_wx(path_to_utf8(full.stem())) + wxString::FromUTF8(" – ") + _("Mitjul"));
    show_content(workbench_);
    notice_->dismiss();
    const TextPos caret = settings_.last_caret();
    project_->show_document(last);
    const AnnotatedDocument* const shown = editor()->document();
    if (shown != nullptr && shown->document.info.key == last && caret <= shown->document.text.end()) {
      return_to({Selection(caret), {}, {}});
    }
    workbench_->go_to_text();
  });
}

void MainWindow::open_sample() {
  guarded([this] { open_project(sample_project()); });
}

MainWindow::Place MainWindow::place() const {
  if (!project_) return {};
  return {editor()->selection(), editor()->selected_annotation(), workbench_->tour().progress()};
}

void MainWindow::return_to(const Place& place) {
  if (project_ && place.tour) workbench_->tour().resume(*place.tour);
  if (!project_ || editor()->document() == nullptr) return;
  const TextPos end = editor()->document()->document.text.end();
  if (place.selection.span().end <= end) editor()->select(place.selection);
  if (place.annotation && editor()->document()->find(*place.annotation) != nullptr) {
    editor()->select_annotation(place.annotation, false);
  }
  // When the text has its size.
  CallAfter([this] {
    if (workbench_ != nullptr) workbench_->text().update({.reveal = true});
  });
}

void MainWindow::poll() {
  rebuild_if_needed();
  if (!project_ || is_written()) return;
  try {
    editor()->refresh();
    last_trouble_.clear();
  } catch (...) {
    // Once, and not three times a second.
    const wxString trouble = failure_sentence();
    if (trouble != last_trouble_) say(NoticeBar::Kind::Refusal, trouble);
    last_trouble_ = trouble;
  }
}

void MainWindow::take_in(const EditorEvent& event) {
  if (event.document && editor()->document() != nullptr) {
    settings_.set_last_document(editor()->document()->document.info.key);
  }
  if (event.schema) build_menus_later();
  update_status_later();
}

void MainWindow::take_in(const Outcome& outcome) {
  notice_->take_in_edit();
  workbench_->tour().take_in(outcome);
  const wxString sentence = outcome_sentence(outcome, editor()->schema(), editor()->document(), settings_.keys());
  if (!sentence.empty()) say(NoticeBar::Kind::Result, sentence);
}

void MainWindow::on_close(wxCloseEvent& event) {
  if (event.CanVeto()) {
    if (busy()) return event.Veto();
    if (!store_typed() && !may_lose_typed()) return event.Veto();
  }
  remember_place();
  if (!project_) settings_.set_last_project({});
  Destroy();
}

// --- Menus, status, appearance ---

MenuState MainWindow::menu_state() const {
  MenuState state;
  if (project_) {
    state.schema = &editor()->schema();
    state.settings = project_->editor().workspace().settings();
  }
  state.appearance = settings_.appearance();
  state.language = settings_.language();
  for (const Pane pane : kPanes) {
    if (workbench_ != nullptr ? workbench_->shows(pane) : settings_.shows(pane)) state.shown.insert(pane);
  }
  state.reading = workbench_ != nullptr && workbench_->is_reading();
  return state;
}

void MainWindow::tick_menus() {
  if (GetMenuBar() != nullptr) tick(*GetMenuBar(), menu_state());
}

void MainWindow::build_menus() {
  wxMenuBar* const fresh = make_menu_bar(menu_state(), settings_.keys(), settings_.recent());
  wxMenuBar* const bar = GetMenuBar();
  if (bar == nullptr) return SetMenuBar(fresh);
  // The bar stays: where GTK gets another one, what is shown later in the window may stay without size and paint.
  for (std::size_t i = 0; i < bar->GetMenuCount(); ++i) {
    const wxString title = fresh->GetMenuLabel(0);
    delete bar->Replace(i, fresh->Remove(0), title);
  }
  delete fresh;
}

void MainWindow::build_menus_later() {
  CallAfter([this] { build_menus(); });
}

bool MainWindow::has_dialog() const {
  // Panels of the system run loops of their own, and no window of wx says that it is modal then.
  if (dialogs_ > 0) return true;
  const wxWindowList& children = GetChildren();
  return std::any_of(children.begin(), children.end(), [](const wxWindow* child) {
    const auto* const dialog = dynamic_cast<const wxDialog*>(child);
    return dialog != nullptr && dialog->IsModal();
  });
}

bool MainWindow::may_be_rebuilt() const {
  return !task_ && !has_dialog() && (workbench_ == nullptr || !workbench_->has_unstored());
}

/// Lists and panels of wx keep the colours with which they were made, and every window its words.
bool MainWindow::needs_rebuilding() const { return speaks_another_ || is_dark(settings_.appearance()) != dark_; }

/// As soon as nothing is under way in it.
void MainWindow::rebuild_if_needed() {
  if (!needs_rebuilding()) return;
  CallAfter([this] {
    if (needs_rebuilding() && may_be_rebuilt()) rebuild_(this);
  });
}

// The menus have ticked the choice already; where it does not come to pass, they are made anew.
void MainWindow::choose_appearance(Appearance appearance) {
  if (busy() || !store_typed()) return build_menus_later();
  settings_.set_appearance(appearance);
  set_appearance(appearance);
  build_menus_later();
  rebuild_if_needed();
}

void MainWindow::choose_language(std::optional<Language> language) {
  if (busy() || !store_typed()) return build_menus_later();
  settings_.set_language(language);
  speaks_another_ = true;
  rebuild_if_needed();
}

/// Before lists take Ctrl+PageDown for themselves, and by the place of the key, whatever the layout.
void MainWindow::on_key(wxKeyEvent& event) {
  const KeyPress key = KeyPress::from(event);
  const ActionInfo* const found = settings_.keys().action_for(key);
  if (workbench_ != nullptr && !workbench_->text().HasFocus()) {
    // Out of every pane, back to the text, with what is selected there.
    if (found != nullptr && found->action == Action::Escape) return workbench_->go_to_text();
    // In the list of annotations a label's key relabels as it does in the text; Tab and Enter are the list's own.
    const bool of_the_list = key.key == WXK_TAB || key.key == WXK_ESCAPE;
    if (workbench_->is_in_annotations(FindFocus()) && !of_the_list && workbench_->text().take_key(key)) return;
  }
  if (found == nullptr || found->in_text_only()) return event.Skip();
  auto* const field = dynamic_cast<wxTextEntry*>(FindFocus());
  // What a note held before stands in the log of the project, once it is stored.
  const bool is_stored = dynamic_cast<TextField*>(field) != nullptr && !field->CanUndo();
  if (field != nullptr && found->action == Action::Undo && !is_stored) return field->Undo();
  if (field != nullptr && found->action == Action::Redo && !(is_stored && !field->CanRedo())) return field->Redo();
  act(found->action);
}

void MainWindow::on_menu(wxCommandEvent& event) {
  const int id = event.GetId();
  if (const auto action = action_of(id)) {
    act(*action);
  } else if (const auto label = label_of(id)) {
    if (!project_ || *label >= editor()->schema().labels.size()) return;
    guarded([&] { project_->apply_label(editor()->schema().labels[*label].id); });
  } else if (const auto appearance = appearance_of(id)) {
    choose_appearance(*appearance);
  } else if (const auto language = language_of(id)) {
    choose_language(*language);
  } else if (id >= wxID_FILE1 && id <= wxID_FILE9) {
    const auto index = static_cast<std::size_t>(id - wxID_FILE1);
    if (index >= settings_.recent().GetCount()) return;
    const std::filesystem::path path = path_from_utf8(to_utf8(settings_.recent().GetHistoryFile(index)));
    open_later(path);
  } else {
    event.Skip();
  }
}

// --- Actions ---

void MainWindow::act(Action action) {
  if (info(action).shows_dialog()) return CallAfter([this, action] { perform_with_dialog(action); });
  perform(action);
}

/// A key that is held down asks for several dialogs before the first is there: the others would come over it, and could
/// take away the project that it is about.
void MainWindow::perform_with_dialog(Action action) {
  if (has_dialog() || wxTheApp->IsScheduledForDestruction(this)) return;
  const wxRecursionGuard here(dialogs_);
  perform(action);
}

void MainWindow::perform(Action action) {
  // Who goes to the notice, or only looks at something else, has not done with it.
  if (!info(action).works_while_writing()) {
    notice_->take_in_action();
    update_status_later();
  }
  guarded([&] {
    if (!info(action).works_while_writing() && !info(action).shows_dialog() && is_written()) {
      busy();
      return;
    }
    if (workbench_ != nullptr && info(action).comes_after_typing() && !is_written()) workbench_->flush();
    carry_out(action);
  });
}

void MainWindow::carry_out(Action action) {
  switch (action) {
    case Action::NewProject: open_later(new_project()); break;
    case Action::OpenProject: open_later(choose_project()); break;
    case Action::Quit: Close(); break;
    case Action::Preferences: show_preferences(); break;
    case Action::Keys: show_keys(); break;
    case Action::OpenSample: open_sample(); break;
    case Action::About: show_about(); break;
    // By key; the menus have all choices beside each other.
    case Action::SwitchAppearance: choose_appearance(next_appearance(settings_.appearance())); break;
    case Action::SwitchLanguage:
      choose_language(language() == Language::Korean ? Language::English : Language::Korean);
      break;
    default:
      if (project_) carry_out_on_project(action);
      break;
  }
}

void MainWindow::carry_out_on_project(Action action) {
  switch (action) {
    case Action::Import: choose_files(); break;
    case Action::ImportFolder: choose_folder(); break;
    case Action::Export: export_all(); break;
    case Action::ExportPicture: export_picture(); break;
    case Action::Print: print(); break;
    case Action::ChooseAnnotator: choose_annotator(); break;
    case Action::NextPane: next_pane(true); break;
    case Action::PreviousPane: next_pane(false); break;
    case Action::ReadingMode: set_reading(!workbench_->is_reading()); break;
    case Action::ShowDocuments: show_or_hide(Pane::Documents); break;
    case Action::ShowAnnotations: show_or_hide(Pane::Annotations); break;
    case Action::ShowLabels: show_or_hide(Pane::Labels); break;
    case Action::ResetLayout: reset_layout(); break;
    case Action::Escape: let_go(); break;
    case Action::Tour: workbench_->tour().begin(); break;
    case Action::TourNext: workbench_->tour().go(true); break;
    case Action::TourBack: workbench_->tour().go(false); break;
    default: project_->carry_out(action); break;
  }
}

/// What lies uppermost goes first: notice and what is held in the text, then the tour, then the reading mode.
void MainWindow::let_go() {
  const bool holds = editor()->holds_anything() || workbench_->claim().IsShown() || notice_->IsShown();
  notice_->dismiss();
  if (holds) return project_->carry_out(Action::Escape);
  if (workbench_->tour().IsShown()) return workbench_->tour().leave();
  set_reading(false);
}

void MainWindow::show_or_hide(Pane pane) {
  workbench_->show(pane, !workbench_->shows(pane));
  tick_menus();
}

void MainWindow::set_reading(bool reading) {
  if (workbench_ == nullptr || workbench_->is_reading() == reading) return;
  const wxWindowUpdateLocker quiet(this);
  remember_place();
  ShowFullScreen(reading,
                 wxFULLSCREEN_NOMENUBAR | wxFULLSCREEN_NOTOOLBAR | wxFULLSCREEN_NOBORDER | wxFULLSCREEN_NOCAPTION);
  workbench_->set_reading(reading);
  tick_menus();
  workbench_->go_to_text();
}

/// The reading mode is no layout to begin with.
void MainWindow::reset_layout() {
  set_reading(false);
  workbench_->reset_layout();
  tick_menus();
}

std::filesystem::path MainWindow::new_project() {
  if (busy()) return {};
  NewProjectDialog dialog(this, dark_ ? dark_theme() : light_theme());
  return dialog.ShowModal() == wxID_OK ? dialog.project() : std::filesystem::path();
}

std::filesystem::path MainWindow::choose_project() {
  if (busy()) return {};
  wxFileDialog dialog(this, _("Open a project"), to_wx(path_to_utf8(folder())), "",
                      _("Mitjul projects") + " (*.mitjul)|*.mitjul|" + _("All files") + "|*", wxFD_OPEN);
  return dialog.ShowModal() == wxID_OK ? path_from_utf8(to_utf8(dialog.GetPath())) : std::filesystem::path();
}

void MainWindow::open_later(const std::filesystem::path& path) {
  if (path.empty()) return;
  CallAfter([this, path] {
    if (!has_dialog()) open_project(path);
  });
}

std::filesystem::path MainWindow::folder() const { return project().parent_path(); }

/// The project is opened anew: what is listed, undone and learnt belongs to who works.
void MainWindow::choose_annotator() {
  if (busy() || !store_typed()) return;
  AnnotatorDialog dialog(this, *editor());
  const bool chosen = dialog.ShowModal() == wxID_OK && dialog.chosen() != editor()->workspace().annotator();
  workbench_->go_to_text();
  update_status();
  if (!chosen) return;
  const std::filesystem::path path = project_->path();
  const Place last{editor()->selection(), {}, workbench_->tour().progress()};
  settings_.set_annotator(path, dialog.chosen());
  close_project();
  open_project(path);
  // It may be gone by now, or locked.
  if (content_ == nullptr) show_start_screen();
  return_to(last);
}

void MainWindow::next_pane(bool forward) {
  workbench_->next_pane(
      forward, {{notice_, [this] { notice_->take_focus(); }}, {task_bar_, [this] { task_bar_->take_focus(); }}});
}

void MainWindow::show_keys() {
  KeysDialog dialog(this, settings_.keys(), project_ ? &editor()->schema() : nullptr, [this](const KeyMap& keys) {
    settings_.set_keys(keys);
    if (workbench_ != nullptr) workbench_->take_in_settings();
    build_menus();
    update_status();
  });
  dialog.ShowModal();
}

void MainWindow::show_preferences() {
  if (busy()) return;
  const Preferences before = preferences();
  PreferencesDialog dialog(this, before, [this](const Preferences& tried) { try_out(tried); });
  if (dialog.ShowModal() == wxID_OK) {
    take(dialog.chosen());
  } else {
    try_out(before);
  }
}

Preferences MainWindow::preferences() const {
  Preferences present;
  present.text_size = settings_.text_size();
  present.reading = settings_.reading_style();
  present.appearance = settings_.appearance();
  present.language = settings_.language();
  present.recent_labels = settings_.recent_labels();
  if (!project_) return present;
  const Workspace& workspace = project_->editor().workspace();
  present.project = workspace.settings();
  for (const Annotator& annotator : workspace.annotators()) {
    if (annotator.key == workspace.annotator()) present.annotator = annotator.name;
  }
  return present;
}

/// What is seen at once.
void MainWindow::try_out(const Preferences& preferences) {
  settings_.set_recent_labels(preferences.recent_labels);
  if (workbench_ == nullptr) return;
  workbench_->take_in_settings();
  workbench_->text().set_text_size(preferences.text_size);
  workbench_->text().set_reading_style(preferences.reading);
}

/// Last what makes the window anew.
void MainWindow::take(const Preferences& chosen) {
  const Preferences before = preferences();
  try_out(chosen);
  settings_.set_text_size(chosen.text_size);
  settings_.set_reading_style(chosen.reading);
  if (chosen.project && chosen.project != before.project) project_->change_settings(*chosen.project);
  if (chosen.annotator != before.annotator) {
    const AnnotatorNameChange name{editor()->workspace().annotator(), before.annotator, chosen.annotator};
    attempt([&] { return editor()->perform({"rename-annotator", {name}}); });
  }
  if (chosen.appearance != before.appearance) choose_appearance(chosen.appearance);
  if (chosen.language != before.language) choose_language(chosen.language);
}

void MainWindow::show_about() {
  wxMessageDialog dialog(this,
                         wxString::Format(_("Mitjul %s\nAnnotates Korean articles, offline.\n\nFree software under the "
                                            "GNU General Public License, version 3 or later."),
                                          wxString(kVersion)),
                         _("About Mitjul"), wxOK | wxICON_INFORMATION);
  dialog.SetOKLabel(_("&Close"));
  dialog.ShowModal();
}

}  // namespace mitjul
