// How fast the text view is, in a real window: opening a document, scrolling, annotating, changing the width.
// tests/gui/with_display editor_benchmark DOCUMENT.json [window], where the document is made by `workload.py L` (a
// million code points, 50,000 spans) or has the same form; `window` measures the whole window alone. CPU time of the
// whole process, a line a measurement.

#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/frame.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "core/annotation_edits.h"
#include "core/crypto.h"
#include "core/import_edit.h"
#include "storage/project_file.h"
#include "tests/benchmark/measure.h"
#include "tests/gui/find_window.h"
#include "ui/main_window.h"
#include "ui/settings.h"
#include "ui/text_canvas.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

struct Workload {
  std::string text;
  std::vector<std::pair<std::string, Span>> spans;
  std::vector<std::pair<std::string, Span>> adds;
};

Workload read(const char* path) {
  const nlohmann::json json = nlohmann::json::parse(std::ifstream(path));
  static const std::map<std::string, std::string> kLabels{
      {"PS", "PERSON"},       {"LOC", "LOCATION"},    {"ORG", "ORG"},      {"DATE", "DATE"},  {"EVENT", "MISC"},
      {"NUMBER", "QUANTITY"}, {"PRODUCT", "PRODUCT"}, {"ARTIFACT", "CUE"}, {"claim", "CLAIM"}};
  Workload workload;
  workload.text = json["text"];
  const auto take = [](const nlohmann::json& rows, auto& spans) {
    for (const auto& row : rows) {
      spans.emplace_back(kLabels.at(row["label"]),
                         Span(row["start"].get<std::uint32_t>(), row["end"].get<std::uint32_t>()));
    }
  };
  take(json["annotations"], workload.spans);
  take(json["adds"], workload.adds);
  return workload;
}

DocumentKey make_project(const fs::path& path, const Workload& workload) {
  ProjectFile::create(path, *preset("claims-entities"), now());
  Workspace workspace(std::make_unique<ProjectFile>(path));
  AnnotatedDocument document;
  document.document = Document::make("L.txt", Text(workload.text));
  AnnotationSet& set = document.set({document.document.info.key, workspace.annotator(), false});
  set.set_state(SetState::InProgress);
  std::int64_t number = 0;
  for (const auto& [label, span] : workload.spans) {
    set.put({{workspace.annotator(), ++number}, label, Spans(span), {}, "", {}});
  }
  ImportEdit edit(workspace);
  const DocumentKey key = edit.add(std::move(document)).info.key;
  edit.commit();
  return key;
}

class Window {
 public:
  Window(const fs::path& project, const DocumentKey& key, std::unique_ptr<RunShaper> shaper, wxSize size)
      : editor_(std::make_unique<ProjectFile>(project)), frame_(new wxFrame(nullptr, wxID_ANY, "benchmark")) {
    editor_.show(key);
    canvas_ = new TextCanvas(frame_, editor_, words_, keys_,
                             {.act = [](Action) {},
                              .refused = [](const Editor::Refusal&) {},
                              .apply_label = [](const std::string&) {},
                              .relate_to = [](const AnnotationId&) {},
                              .guarded = [](const std::function<void()>& call) { call(); }},
                             std::move(shaper));
    canvas_->Bind(wxEVT_PAINT, [this](wxPaintEvent& event) {
      ++paints_;
      event.Skip();
    });
    editor_.listen([this](const EditorEvent& event) { canvas_->update(event); });
    frame_->SetClientSize(size);
    frame_->Show();
    paint();
  }
  /// The frame goes later, the canvas before its editor.
  ~Window() {
    frame_->DestroyChildren();
    frame_->Destroy();
  }

  /// Returns when the canvas has been painted, in this width.
  void paint(int width = 0) {
    canvas_->Refresh(false);
    const int before = paints_;
    while (paints_ == before || (width != 0 && canvas_->GetSize().x != width)) {
      // Sleeps until something happens: waiting for the screen costs nothing.
      wxEventLoopBase::GetActive()->Dispatch();
    }
  }
  Editor& editor() { return editor_; }
  TextCanvas& canvas() { return *canvas_; }
  wxFrame& frame() { return *frame_; }

 private:
  Editor editor_;
  const ProjectWords project_words_;
  const KeyMap keys_;
  WordSelector words_{editor_, project_words_};
  wxFrame* frame_;
  TextCanvas* canvas_;
  int paints_ = 0;
};

void scroll(Window& window, int frames, const char* what, const char* target) {
  std::vector<double> times;
  for (int i = 0; i < frames; ++i) {
    times.push_back(measured([&] {
      window.canvas().viewport()->scroll_by(60);
      window.paint();
    }));
  }
  report(what, std::move(times), target);
}

/// A word in every hundred characters, and a passage in every thousand.
std::vector<Suggestion> suggestions_for(const Text& text) {
  std::vector<Suggestion> suggestions;
  for (TextPos pos; pos + 200 < text.end(); pos = pos + 100) {
    Suggestion suggestion;
    suggestion.span = eojeol_at(text, pos);
    suggestion.label = "ORG";
    if ((pos - TextPos(0)) % 1000 == 0) {
      suggestion.span = {pos, pos + 150};
      suggestion.label = "CLAIM";
      suggestion.reason.kind = SuggestionReason::Kind::Claim;
    }
    if (!suggestion.span.empty()) suggestions.push_back(suggestion);
  }
  return suggestions;
}

void run_suggestions(Window& window, const DocumentKey& key) {
  const std::vector<Suggestion> suggestions = suggestions_for(window.editor().document()->document.text);
  std::vector<double> shows;
  for (int i = 0; i < 10; ++i) {
    shows.push_back(measured([&] {
      window.editor().set_suggestions(key, suggestions);
      window.paint();
    }));
  }
  std::printf("%zu suggestions, of which %zu are open\n", suggestions.size(), window.editor().suggestions().size());
  report("suggestions given to painted", std::move(shows), "p95 16");
  scroll(window, 200, "scroll frame, 60 px, with suggestions", "p95 16");
  std::vector<double> steps;
  std::vector<double> accepts;
  for (int i = 0; i < 100; ++i) {
    steps.push_back(measured([&] {
      window.editor().select_next_suggestion();
      window.paint();
    }));
    accepts.push_back(measured([&] {
      window.editor().accept_suggestion();
      window.paint();
    }));
  }
  report("next suggestion selected to painted", std::move(steps), "p95 16");
  report("suggestion accepted, next selected, to painted", std::move(accepts), "p95 16");
  report("all accepted to painted", {measured([&] {
           window.editor().accept_suggestions(window.editor().suggestions());
           window.paint();
         })},
         "-");
}

void run(const Workload& workload, const fs::path& folder, const char* name) {
  const fs::path project = folder / (std::string(name) + ".mitjul");
  const DocumentKey key = make_project(project, workload);
  const wxSize size(1100, 800);
  std::printf("\n%s: %zu bytes, %zu spans\n", name, workload.text.size(), workload.spans.size());
  {
    std::vector<double> opens;
    for (int i = 0; i < 5; ++i) {
      opens.push_back(measured([&] { const Window window(project, key, make_shaper(), size); }));
      wxEventLoopBase::GetActive()->YieldFor(wxEVT_CATEGORY_ALL);
    }
    report("project file to first paint", std::move(opens), "250");
  }
  Window window(project, key, make_shaper(), size);
  std::vector<double> paints;
  for (int i = 0; i < 50; ++i) paints.push_back(measured([&] { window.paint(); }));
  report("repaint 1100 x 800", std::move(paints), "-");
  scroll(window, 400, "scroll frame, 60 px, lines laid out for the first time", "p95 16");

  std::vector<double> adds;
  std::vector<double> commits;
  const std::size_t count = std::min<std::size_t>(workload.adds.size(), 200);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [label, span] = workload.adds[i];
    window.editor().select(Selection(span.start, span.end));
    window.canvas().viewport()->reveal({span.start, false});
    window.paint();
    adds.push_back(measured([&] {
      window.editor().apply_label(label);
      window.paint();
    }));
  }
  // The same edits without a window: what of it is the disk's.
  {
    Workspace workspace(std::make_unique<ProjectFile>(project));
    workspace.open(key);
    for (std::size_t i = 0; i < count; ++i) {
      const auto& [label, span] = workload.adds[i];
      commits.push_back(measured([&] {
        workspace.perform(annotate({key, workspace.annotator(), false}, label, Spans(Span(span.start, span.end + 1))));
      }));
    }
  }
  if (count > 0) {
    report("annotation added to painted", std::move(adds), "p95 16");
    report("  of which checked and stored", std::move(commits), "-");
  }

  run_suggestions(window, key);

  std::vector<double> widths;
  for (int i = 0; i < 20; ++i) {
    widths.push_back(measured([&] {
      const int width = i % 2 == 0 ? 900 : 1100;
      window.frame().SetClientSize(width, 800);
      window.paint(width);
      window.paint();
    }));
  }
  report("width change", std::move(widths), "50");
  std::printf("%-52s %.0f MB\n", "memory of the process, benchmark included", resident_megabytes());

  Window portable(project, key, make_portable_shaper(), size);
  scroll(portable, 200, "scroll frame, portable shaper", "25");
}

/// The list with each filter, and then the text as well.
void run_filter(Editor& editor, const std::function<void()>& paint) {
  const std::vector<std::pair<const char*, AnnotationFilter>> filters{
      {"list filtered by a label with those below it", {"ENTITY", {}, ""}},
      {"list filtered by words", {"", {}, "다"}},
      {"list filtered by initials", {"", {}, "ㅎㅇ"}},
      {"list filtered by label, method and words", {"ENTITY", Method::Hand, "이"}}};
  for (const auto& [what, filter] : filters) {
    std::vector<double> times;
    for (int i = 0; i < 10; ++i) {
      editor.set_filter({});
      times.push_back(measured([&] {
        editor.set_filter(filter);
        editor.filtered();
      }));
    }
    std::printf("%zu of %zu annotations\n", editor.filtered().size(), editor.listed().size());
    report(what, std::move(times), "50");
  }
  std::vector<double> texts;
  for (int i = 0; i < 6; ++i) {
    texts.push_back(measured([&] {
      editor.filter_text(i % 2 == 0);
      paint();
    }));
  }
  report("text filtered, or not, to painted", std::move(texts), "-");
  editor.set_filter({});
}

/// What the log has of an annotation, where every annotation was made and changed here.
void run_history(const Workload& workload, const fs::path& folder) {
  const fs::path project = folder / "history.mitjul";
  const DocumentKey key = make_project(project, {workload.text, {}, {}});
  Workspace workspace(std::make_unique<ProjectFile>(project));
  workspace.open(key);
  const SetKey set{key, workspace.annotator(), false};
  Edit made{"annotate", {}};
  for (const auto& [label, span] : workload.spans) {
    made.changes.emplace_back(new_annotation(set, made.changes.size() + 1, label, Spans(span)));
  }
  Edit changed{"note", {}};
  for (const Change& change : workspace.perform(std::move(made)).edit.changes) {
    const auto* const annotation = std::get_if<AnnotationChange>(&change);
    if (annotation == nullptr) continue;
    Annotation after = *annotation->after;
    after.note = "확인";
    changed.changes.emplace_back(AnnotationChange{set, *annotation->after, after});
  }
  workspace.perform(std::move(changed));
  std::vector<double> times;
  for (std::int64_t number = 1; number < 200; number += 10) {
    times.push_back(measured([&] { workspace.store().history(key, {workspace.annotator(), number}); }));
  }
  std::printf("\n");
  report("history of one of 50,000 made and changed here", std::move(times), "-");
}

/// With everything around the text: lists, palette, inspector.
void run_in_main_window(const Workload& workload, const fs::path& folder) {
  const fs::path project = folder / "window.mitjul";
  const DocumentKey key = make_project(project, workload);
  std::printf("\nthe whole window\n");
  Settings settings;
  auto* const window = new MainWindow(settings, [](MainWindow*) {});
  window->SetSize(1400, 950);
  window->Show();
  window->open_project(project);
  Editor& editor = *window->editor();
  editor.show(key);
  TextCanvas& canvas = *find_window<TextCanvas>(window);
  int paints = 0;
  canvas.Bind(wxEVT_PAINT, [&](wxPaintEvent& event) {
    ++paints;
    event.Skip();
  });
  const auto paint = [&] {
    canvas.Refresh(false);
    for (const int before = paints; paints == before;) wxEventLoopBase::GetActive()->Dispatch();
  };
  paint();
  // What the panes do behind the frame, until nothing more happens.
  const auto settle = [] {
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(100);
    while (std::chrono::steady_clock::now() < end) {
      wxEventLoopBase::GetActive()->YieldFor(wxEVT_CATEGORY_ALL);
      wxMilliSleep(2);
    }
  };
  std::vector<Cost> adds;
  std::vector<Cost> carets;
  std::vector<Cost> behind;
  for (std::size_t i = 0; i < std::min<std::size_t>(workload.adds.size(), 200); ++i) {
    const auto& [label, span] = workload.adds[i];
    canvas.viewport()->reveal({span.start, false});
    carets.push_back(cost_of([&] {
      editor.select(Selection(span.start, span.end));
      paint();
    }));
    settle();
    adds.push_back(cost_of([&] {
      editor.apply_label(label);
      paint();
    }));
    behind.push_back(cost_of(settle));
  }
  report_costs("selection changed to painted", carets, "p95 16");
  report_costs("annotation added to painted", adds, "p95 16");
  report_costs("panes behind the frame", behind, "-");
  run_filter(editor, paint);
  delete window;  // before what it was given goes
}

class Benchmark : public wxApp {
 public:
  bool OnInit() override { return true; }
  int OnRun() override {
    wxEventLoop loop;
    const wxEventLoopActivator active(&loop);
    const bool window_alone = argc == 3 && wxString(argv[2]) == "window";
    if (argc != 2 && !window_alone) {
      std::fputs("usage: editor_benchmark DOCUMENT.json [window]\n", stderr);
      return 2;
    }
    const fs::path folder = fs::path(fs::exists("/dev/shm") ? "/dev/shm" : fs::temp_directory_path()) /
                            ("mitjul-benchmark-" + random_key(8));
    fs::create_directories(folder);
    Workload workload = read(wxString(argv[1]).utf8_str());
    if (!window_alone) run(workload, folder, "paragraphs");
    if (!window_alone) run_history(workload, folder);
    run_in_main_window(workload, folder);
    std::replace(workload.text.begin(), workload.text.end(), '\n', ' ');
    if (!window_alone) run(workload, folder, "one-paragraph");
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return 0;
  }
};

}  // namespace
}  // namespace mitjul

wxIMPLEMENT_APP_NO_MAIN(mitjul::Benchmark);

int main(int argc, char** argv) { return wxEntry(argc, argv); }
