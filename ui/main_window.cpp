#include "ui/main_window.h"

#include <wx/clipbrd.h>
#include <wx/dirdlg.h>
#include <wx/display.h>
#include <wx/dnd.h>
#include <wx/filedlg.h>
#include <wx/wupdlock.h>

#include <algorithm>
#include <array>

#include "core/annotation_checks.h"
#include "core/file_io.h"
#include "core/version.h"
#include "messages/sentences.h"
#include "storage/project_file.h"
#include "ui/annotation_words.h"
#include "ui/document_list.h"
#include "ui/export_dialog.h"
#include "ui/failure.h"
#include "ui/key_press.h"
#include "ui/keys_dialog.h"
#include "ui/list_dialog.h"
#include "ui/menus.h"
#include "ui/new_project_dialog.h"
#include "ui/start_screen.h"
#include "ui/task_bar.h"
#include "ui/transfers.h"
#include "ui/workbench.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kPollMilliseconds = 300;
constexpr int kTextSizeStep = 10;

enum StatusField { kHint, kPosition, kSelected, kAnnotator, kSaved, kStatusFields };

bool is_project(const std::filesystem::path& path) { return path.extension() == ".mitjul"; }

std::vector<std::filesystem::path> paths_from(const wxArrayString& names) {
  std::vector<std::filesystem::path> paths;
  for (const wxString& name : names) paths.push_back(path_from_utf8(to_utf8(name)));
  return paths;
}

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

MainWindow::MainWindow(Settings& settings, std::function<void()> rebuild)
    : wxFrame(nullptr, wxID_ANY, _("Mitjul")),
      settings_(settings),
      rebuild_(std::move(rebuild)),
      dark_(is_dark(settings.appearance())),
      notice_(new NoticeBar(this)),
      task_bar_(new TaskBar(this)) {
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(notice_, wxSizerFlags().Expand());
  sizer->Add(task_bar_, wxSizerFlags().Expand());
  SetSizer(sizer);

  wxStatusBar* const status = CreateStatusBar(kStatusFields, wxSTB_DEFAULT_STYLE & ~wxSTB_SIZEGRIP);
  const std::array<int, kStatusFields> styles{wxSB_FLAT, wxSB_FLAT, wxSB_FLAT, wxSB_FLAT, wxSB_FLAT};
  status->SetStatusStyles(kStatusFields, styles.data());

  SetMinSize(FromDIP(wxSize(640, 420)));
  const Settings::Window window = settings_.window();
  if (window.place.IsEmpty() || wxDisplay::GetFromPoint(window.place.GetPosition()) == wxNOT_FOUND) {
    SetSize(FromDIP(wxSize(1280, 820)));
    Centre();
  } else {
    SetSize(window.place);
  }
  if (window.maximized) Maximize();

  SetDropTarget(new FileDrop([this](const wxArrayString& names) {
    // Later: what follows may ask, and the other program waits for the end of the drop.
    CallAfter([this, paths = paths_from(names)] { guarded([&] { drop(paths); }); });
  }));
  Bind(wxEVT_MENU, &MainWindow::on_menu, this);
  Bind(wxEVT_CLOSE_WINDOW, &MainWindow::on_close, this);
  Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
    event.Skip();
    // The system went dark or light; its colours come a little later than the news.
    CallAfter([this] {
      if (is_dark(settings_.appearance()) != dark_ && !task_) rebuild_();
    });
  });
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { poll(); });
  Bind(wxEVT_CHAR_HOOK, &MainWindow::on_key, this);
  notice_->set_dark(dark_);
  show_start_screen();
}

MainWindow::~MainWindow() {
  timer_.Stop();
  task_.reset();
  close_project();
}

// --- Sentences for people ---

void MainWindow::say(NoticeBar::Kind kind, const wxString& sentence, std::function<void()> details) {
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
  guarded([&] { refuse(call()); });
}

void MainWindow::refuse(const Editor::Refusal& refusal) {
  if (refusal) say(NoticeBar::Kind::Refusal, to_wx(sentence(*refusal)));
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
      this, settings_.recent(), [this](Action action) { CallAfter([this, action] { act(action); }); },
      [this](const std::filesystem::path& path) { open_later(path); }));
}

void MainWindow::close_project() {
  timer_.Stop();
  if (workbench_ != nullptr) guarded([this] { workbench_->flush(); });
  if (editor_ && editor_->document() != nullptr) settings_.set_last_document(editor_->document()->document.info.key);
  if (content_ != nullptr) {
    GetSizer()->Detach(content_);
    content_->Destroy();
  }
  content_ = nullptr;
  workbench_ = nullptr;
  editor_.reset();
  project_.clear();
}

void MainWindow::open_project(const std::filesystem::path& path) {
  if (busy()) return;
  guarded([&] {
    std::error_code unknown;
    std::filesystem::path full = std::filesystem::absolute(path, unknown);
    if (unknown) full = path;
    auto editor = std::make_unique<Editor>(std::make_unique<ProjectFile>(full));
    const wxWindowUpdateLocker quiet(this);
    const bool same = full == settings_.last_project();
    close_project();
    editor_ = std::move(editor);
    project_ = full;
    editor_->listen([this](const EditorEvent& event) { take_in(event); });
    TextCanvas::Callbacks callbacks;
    callbacks.act = [this](Action action) { act(action); };
    callbacks.refused = [this](const Editor::Refusal& refusal) { refuse(refusal); };
    callbacks.relate_to = [this](const AnnotationId& target) { guarded([&] { relate_to(target); }); };
    callbacks.guarded = [this](const std::function<void()>& call) { guarded(call); };
    workbench_ = new Workbench(
        this, *editor_, [this](const std::function<Editor::Refusal()>& call) { attempt(call); }, callbacks, settings_);
    workbench_->set_theme(dark_ ? dark_theme() : light_theme());
    settings_.set_last_project(full);
    settings_.add_recent(full);
    SetTitle(to_wx(path_to_utf8(full.stem())) + wxString::FromUTF8(" – ") + _("Mitjul"));
    show_content(workbench_);
    notice_->dismiss();
    const DocumentKey last = same ? settings_.last_document() : DocumentKey();
    const auto& documents = editor_->documents();
    const bool there = std::any_of(documents.begin(), documents.end(),
                                   [&](const DocumentSummary& document) { return document.key == last; });
    if (there) {
      guarded([&] { editor_->show(last); });
    } else if (!workbench_->documents().step(true, DocumentList::Which::Unfinished) && !documents.empty()) {
      guarded([&] { editor_->show(documents.front().key); });
    }
    workbench_->go_to_text();
    timer_.Start(kPollMilliseconds);
  });
}

void MainWindow::poll() {
  if (!editor_ || (task_ && task_writes_)) return;
  try {
    editor_->refresh();
    last_trouble_.clear();
  } catch (...) {
    // Once, and not three times a second.
    const wxString trouble = failure_sentence();
    if (trouble != last_trouble_) say(NoticeBar::Kind::Refusal, trouble);
    last_trouble_ = trouble;
  }
}

void MainWindow::take_in(const EditorEvent& event) {
  if (workbench_ != nullptr) workbench_->update(event);
  if (event.schema) CallAfter([this] { build_menus(); });
  update_status();
}

void MainWindow::on_close(wxCloseEvent& /*event*/) {
  settings_.set_window({GetRect(), IsMaximized()});
  if (project_.empty()) settings_.set_last_project({});
  Destroy();
}

// --- Menus, status, appearance ---

void MainWindow::build_menus() {
  MenuState state;
  if (editor_) state.schema = &editor_->schema();
  state.appearance = settings_.appearance();
  state.language = settings_.language();
  wxMenuBar* const old = GetMenuBar();
  SetMenuBar(make_menu_bar(state, settings_.recent()));
  delete old;
}

wxString MainWindow::hint() const {
  if (!editor_) return {};
  if (editor_->documents().empty()) return _("Import articles to begin: with Ctrl+I, or drop them here.");
  if (editor_->relation_draft()) {
    return _("Relation: click on its other end, or choose it with Tab and press Enter. Escape lets go.");
  }
  if (!editor_->pen().empty()) {
    return wxString::Format(_("Pen: %s. Every drag annotates. Escape puts it down."),
                            label_name(editor_->schema(), editor_->pen()));
  }
  if (!editor_->kept_segments().empty()) {
    const auto count = static_cast<unsigned>(editor_->kept_segments().size());
    return wxString::Format(wxPLURAL("%s segment is kept. Select the next, then press a label's key.",
                                     "%s segments are kept. Select the next, then press a label's key.", count),
                            grouped(count));
  }
  return {};
}

void MainWindow::update_status() {
  std::array<wxString, kStatusFields> texts;
  if (editor_) {
    texts[kHint] = hint();
    if (editor_->document() != nullptr) {
      const Selection& selection = editor_->selection();
      texts[kPosition] = wxString::Format(_("Position %s / %s"), grouped(selection.caret.value()),
                                          grouped(editor_->document()->document.text.length()));
      if (!selection.empty()) {
        const std::uint32_t length = selection.span().length();
        texts[kSelected] = wxString::Format(wxPLURAL("%s character", "%s characters", length), grouped(length));
      }
    }
    for (const Annotator& annotator : editor_->workspace().annotators()) {
      if (annotator.key == editor_->workspace().annotator()) texts[kAnnotator] = to_wx(annotator.name);
    }
    texts[kSaved] = _("Saved");
  }
  wxStatusBar* const status = GetStatusBar();
  std::array<int, kStatusFields> widths{};
  widths[kHint] = -1;
  for (int field = 1; field < kStatusFields; ++field) {
    const int wanted = status->GetTextExtent(texts[static_cast<std::size_t>(field)]).x + FromDIP(24);
    // A field does not shrink at every step of the caret: the others would dance.
    widths[static_cast<std::size_t>(field)] =
        editor_ ? std::max(wanted, FromDIP(field == kPosition || field == kSelected ? 120 : 60)) : FromDIP(8);
  }
  status->SetStatusWidths(kStatusFields, widths.data());
  for (int field = 0; field < kStatusFields; ++field) {
    const wxString& text = texts[static_cast<std::size_t>(field)];
    if (status->GetStatusText(field) != text) status->SetStatusText(text, field);
  }
}

/// Before lists take Ctrl+PageDown for themselves, and by the place of the key, whatever the layout.
void MainWindow::on_key(wxKeyEvent& event) {
  const KeyPress press = KeyPress::from(event);
  for (const ActionInfo& action : actions()) {
    if (action.in_text_only || action.keys.empty()) continue;
    const std::vector<KeyPress> keys = parse_keys(action.keys);
    if (std::find(keys.begin(), keys.end(), press) != keys.end()) return act(action.action);
  }
  event.Skip();
}

void MainWindow::on_menu(wxCommandEvent& event) {
  const int id = event.GetId();
  if (const auto action = action_of(id)) {
    act(*action);
  } else if (const auto label = label_of(id)) {
    if (!editor_ || *label >= editor_->schema().labels.size()) return;
    const std::string name = editor_->schema().labels[*label].id;
    workbench_->flush();
    attempt([&] { return editor_->apply_label(name); });
  } else if (const auto appearance = appearance_of(id)) {
    if (busy()) return CallAfter([this] { build_menus(); });
    settings_.set_appearance(*appearance);
    set_appearance(*appearance);
    // Lists and panels of wx keep the colours with which they were made.
    CallAfter(rebuild_);
  } else if (const auto language = language_of(id)) {
    if (busy()) return CallAfter([this] { build_menus(); });
    settings_.set_language(*language);
    CallAfter(rebuild_);
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
  guarded([&] {
    if (workbench_ != nullptr) workbench_->flush();
    carry_out(action);
  });
}

void MainWindow::carry_out(Action action) {
  switch (action) {
    case Action::NewProject: open_later(new_project()); break;
    case Action::OpenProject: open_later(choose_project()); break;
    case Action::Quit: Close(); break;
    case Action::Keys: show_keys(this); break;
    case Action::About: show_about(); break;
    case Action::SwitchAppearance:
    case Action::SwitchLanguage: break;  // submenus
    default:
      if (editor_) carry_out_on_project(action);
      break;
  }
}

void MainWindow::carry_out_on_project(Action action) {
  using Edge = Editor::Edge;
  using Step = Editor::Step;
  const auto move = [this](Edge edge, Step step, bool forward) { refuse(editor_->move_edge(edge, step, forward)); };
  switch (action) {
    case Action::Import: choose_files(); break;
    case Action::ImportFolder: choose_folder(); break;
    case Action::Export: export_all(); break;
    case Action::Undo: refuse(editor_->undo()); break;
    case Action::Redo: refuse(editor_->redo()); break;
    case Action::Delete: refuse(editor_->remove_selected()); break;
    case Action::Copy: copy(); break;
    case Action::SelectAll:
      if (editor_->document() != nullptr) {
        editor_->select(Selection(TextPos(0), editor_->document()->document.text.end()));
      }
      break;
    case Action::SelectEojeol: select_eojeol(); break;
    case Action::KeepSegment: editor_->keep_segment(); break;
    case Action::Escape:
      notice_->dismiss();
      editor_->escape();
      break;
    case Action::NextAnnotation: editor_->select_next_annotation(); break;
    case Action::PreviousAnnotation: editor_->select_previous_annotation(); break;
    case Action::EditAttributes:
      if (editor_->relation_draft() && editor_->selected_annotation()) {
        relate_to(*editor_->selected_annotation());
      } else if (editor_->selected() != nullptr) {
        workbench_->edit_attributes();
      }
      break;
    case Action::StartBack: move(Edge::Start, Step::Grapheme, false); break;
    case Action::StartForward: move(Edge::Start, Step::Grapheme, true); break;
    case Action::EndForward: move(Edge::End, Step::Grapheme, true); break;
    case Action::EndBack: move(Edge::End, Step::Grapheme, false); break;
    case Action::StartBackByEojeol: move(Edge::Start, Step::Eojeol, false); break;
    case Action::StartForwardByEojeol: move(Edge::Start, Step::Eojeol, true); break;
    case Action::EndForwardByEojeol: move(Edge::End, Step::Eojeol, true); break;
    case Action::EndBackByEojeol: move(Edge::End, Step::Eojeol, false); break;
    case Action::Relate: begin_relation(); break;
    case Action::NextPane: workbench_->next_pane(true); break;
    case Action::PreviousPane: workbench_->next_pane(false); break;
    case Action::NextDocument: workbench_->documents().step(true, DocumentList::Which::Any); break;
    case Action::PreviousDocument: workbench_->documents().step(false, DocumentList::Which::Any); break;
    case Action::Finish: set_aside(SetState::Finished); break;
    case Action::Skip: set_aside(SetState::Skipped); break;
    case Action::LargerText: change_text_size(workbench_->text().text_size() + kTextSizeStep); break;
    case Action::SmallerText: change_text_size(workbench_->text().text_size() - kTextSizeStep); break;
    case Action::NormalText: change_text_size(100); break;
    default: break;
  }
}

std::filesystem::path MainWindow::new_project() {
  if (busy()) return {};
  NewProjectDialog dialog(this);
  return dialog.ShowModal() == wxID_OK ? dialog.project() : std::filesystem::path();
}

std::filesystem::path MainWindow::choose_project() {
  if (busy()) return {};
  wxFileDialog dialog(this, _("Open a project"), to_wx(path_to_utf8(project_.parent_path())), "",
                      _("Mitjul projects") + " (*.mitjul)|*.mitjul|" + _("All files") + "|*", wxFD_OPEN);
  return dialog.ShowModal() == wxID_OK ? path_from_utf8(to_utf8(dialog.GetPath())) : std::filesystem::path();
}

void MainWindow::open_later(const std::filesystem::path& path) {
  if (!path.empty()) CallAfter([this, path] { open_project(path); });
}

void MainWindow::choose_files() {
  if (busy()) return;
  wxString all;
  wxString each;
  for (const ImportFormat& format : import_formats()) {
    wxString patterns;
    for (const std::string_view extension : format.extensions) {
      if (!patterns.empty()) patterns += ";";
      patterns += "*." + to_wx(extension);
    }
    if (!all.empty()) all += ";";
    all += patterns;
    each += "|" + wxGetTranslation(to_wx(format.name)) + " (" + patterns + ")|" + patterns;
  }
  wxFileDialog dialog(this, _("Import files"), to_wx(path_to_utf8(project_.parent_path())), "",
                      _("All that can be imported") + "|" + all + each + "|" + _("All files") + "|*",
                      wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  wxArrayString names;
  dialog.GetPaths(names);
  import(paths_from(names));
}

void MainWindow::choose_folder() {
  if (busy()) return;
  wxDirDialog dialog(this, _("Import a folder with all that is below it"), to_wx(path_to_utf8(project_.parent_path())),
                     wxDD_DIR_MUST_EXIST);
  if (dialog.ShowModal() == wxID_OK) import({path_from_utf8(to_utf8(dialog.GetPath()))});
}

void MainWindow::drop(const std::vector<std::filesystem::path>& paths) {
  if (paths.empty() || busy()) return;
  if (paths.size() == 1 && is_project(paths.front())) return open_project(paths.front());
  if (!editor_) {
    const std::filesystem::path made = new_project();
    if (!made.empty()) open_project(made);
  }
  if (editor_) import(paths);
}

void MainWindow::import(const std::vector<std::filesystem::path>& paths) {
  start(import_work(project_, editor_->workspace().annotator(), paths,
                    [this](const ImportReport& report) {
                      const wxArrayString details = details_of(report);
                      const auto show = [this, details] { show_list(this, _("Import"), details); };
                      say(report.refused.empty() ? NoticeBar::Kind::Result : NoticeBar::Kind::Refusal,
                          summary_of(report), details.empty() ? std::function<void()>() : show);
                      if (editor_->document() == nullptr && !report.rows.empty()) {
                        editor_->show(report.rows.front().arrival.info.key);
                        workbench_->go_to_text();
                      }
                    }),
        _("Importing..."), true);
}

void MainWindow::export_all() {
  if (busy()) return;
  ExportDialog dialog(this, project_);
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path out = dialog.place();
  start(export_work(project_, dialog.format(), out,
                    [this, out](const ExportResult& result) {
                      const wxArrayString details = details_of(result);
                      const auto show = [this, details] { show_list(this, _("Export"), details); };
                      say(NoticeBar::Kind::Result, summary_of(result, out),
                          details.empty() ? std::function<void()>() : show);
                    }),
        _("Exporting..."), false);
}

bool MainWindow::busy() {
  if (task_) say(NoticeBar::Kind::Refusal, _("Please wait until the import or export is over, or cancel it."));
  return task_ != nullptr;
}

void MainWindow::start(BackgroundTask::Work work, const wxString& what, bool writes) {
  notice_->dismiss();
  // While documents come in, nobody else can write: edits would have to wait.
  task_writes_ = writes;
  if (writes) workbench_->Disable();
  task_ = std::make_unique<BackgroundTask>(*this, std::move(work),
                                           [this](const BackgroundTask::Result& result) { finish_task(result); });
  task_bar_->watch(*task_, what);
}

void MainWindow::finish_task(const BackgroundTask::Result& result) {
  task_bar_->finish();
  task_.reset();
  workbench_->Enable();
  guarded([this] { editor_->refresh(); });
  guarded(result);
}

void MainWindow::copy() {
  if (auto* const field = dynamic_cast<wxTextEntry*>(FindFocus())) return field->Copy();
  if (editor_->document() == nullptr || editor_->selection().empty()) return;
  const std::string_view text = editor_->document()->document.text.slice(editor_->selection().span());
  const wxClipboardLocker clipboard;
  if (!clipboard) return;
  wxTheClipboard->SetData(new wxTextDataObject(to_wx(text)));
}

void MainWindow::select_eojeol() {
  if (editor_->document() == nullptr) return;
  const Span eojeol = eojeol_at(editor_->document()->document.text, editor_->selection().span().start);
  if (!eojeol.empty()) editor_->select(Selection(eojeol.start, eojeol.end));
}

void MainWindow::begin_relation() {
  if (!editor_->selected_annotation()) {
    return say(NoticeBar::Kind::Refusal, _("Select the annotation where the relation begins first."));
  }
  editor_->begin_relation();
  if (!editor_->relation_draft()) {
    say(NoticeBar::Kind::Refusal, _("The schema has no relation for this annotation."));
  }
}

void MainWindow::relate_to(const AnnotationId& target) {
  if (!editor_->relation_draft()) return;
  const std::vector<std::string> labels = editor_->relations_to(target);
  if (labels.empty()) {
    return say(NoticeBar::Kind::Refusal, _("The schema allows no relation between these two annotations."));
  }
  if (labels.size() == 1) return refuse(editor_->relate(target, labels.front()));
  wxMenu menu;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    wxString text = wxControl::EscapeMnemonics(label_name(editor_->schema(), labels[i]));
    if (i < 9) text = wxString::Format("&%d  ", static_cast<int>(i) + 1) + text;
    const int id = menu.Append(wxID_ANY, text)->GetId();
    menu.Bind(
        wxEVT_MENU,
        [this, target, label = labels[i]](wxCommandEvent&) { attempt([&] { return editor_->relate(target, label); }); },
        id);
  }
  TextCanvas& text = workbench_->text();
  text.PopupMenu(&menu, text.place_of(target).value_or(wxDefaultPosition));
}

void MainWindow::set_aside(SetState state) {
  if (editor_->document() == nullptr) return;
  if (state == SetState::Finished) {
    for (const Annotation* const annotation : editor_->listed()) {
      const std::vector<Problem> missing = missing_attributes(*annotation, editor_->schema());
      if (missing.empty()) continue;
      editor_->select_annotation(annotation->id);
      return refuse(missing.front());
    }
  }
  if (const Editor::Refusal refusal = editor_->set_state(state)) return refuse(refusal);
  if (!workbench_->documents().step(true, DocumentList::Which::Unfinished)) {
    say(NoticeBar::Kind::Result, _("No unfinished document is left."));
  }
  workbench_->go_to_text();
}

void MainWindow::change_text_size(int percent) {
  workbench_->text().set_text_size(percent);
  settings_.set_text_size(workbench_->text().text_size());
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
