// How fast the editor is in a campaign of 2,000 articles with 500,000 annotations: opening the project, going from
// document to document, filtering the list. tests/gui/with_display campaign_benchmark FOLDER, which keeps the project,
// for making it takes a minute. The figures are in docs/PERFORMANCE.md; nothing here fails because a machine is slow.

#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/stdpaths.h>
#include <wx/textctrl.h>

#include <filesystem>

#include "core/crypto.h"
#include "core/file_io.h"
#include "core/import_edit.h"
#include "korean/word_selection.h"
#include "storage/project_file.h"
#include "tests/benchmark/invented_text.h"
#include "tests/benchmark/measure.h"
#include "tests/gui/find_window.h"
#include "ui/document_list.h"
#include "ui/main_window.h"
#include "ui/settings.h"
#include "ui/text_canvas.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr int kDocuments = 2000;
constexpr int kAnnotationsPerDocument = 250;
// As long as news articles are that have so many entities and claims: 3,000 to 8,000 characters.
constexpr std::size_t kLeastBytes = 7'500;
constexpr std::size_t kMostBytes = 20'000;

AnnotatedDocument annotated_article(InventedText& news, int number, const AnnotatorKey& annotator) {
  static const char* const kLabels[] = {"PERSON", "ORG", "LOCATION", "PRODUCT", "DATE", "QUANTITY"};
  AnnotatedDocument document;
  const std::string name = std::to_string(10000 + number).substr(1) + " " + news.word() + " " + news.word() + ".txt";
  document.document =
      Document::make(name, Text(news.article(kLeastBytes + news.random() % (kMostBytes - kLeastBytes))));
  const Text& text = document.document.text;
  AnnotationSet& set = document.set({document.document.info.key, annotator, false});
  set.set_state(number % 3 == 0 ? SetState::Finished : SetState::InProgress);
  const std::uint32_t step = text.length() / (kAnnotationsPerDocument + 1);
  for (int i = 0; i < kAnnotationsPerDocument; ++i) {
    const TextPos pos = next_eojeol(text, TextPos(2 + static_cast<std::uint32_t>(i) * step));
    Span span = snap(text, eojeol_at(text, pos), WordEvidence());
    Annotation made{{annotator, i + 1}, "CLAIM", WholeDocument{}, {}, "", {}};
    if (i % 10 == 0) {
      made.attributes = {{"type", {"fact"}}, {"checkworthy", {"true"}}};
      span.end = std::min(text.end(), span.start + 60);
    } else {
      made.label = kLabels[std::hash<std::string_view>()(text.slice(span)) % 6];
    }
    made.anchor = Spans(span);
    made.provenance.created = Time(std::chrono::seconds(1795219200 + i));
    made.provenance.schema_version = 1;
    set.put(std::move(made));
  }
  return document;
}

void make_project(const fs::path& path) {
  std::printf("making %s\n", path.c_str());
  ProjectFile::create(path, *preset("claims-entities"), now());
  Workspace workspace(std::make_unique<ProjectFile>(path));
  ImportEdit edit(workspace);
  InventedText news(MITJUL_SAMPLES);
  for (int i = 0; i < kDocuments; ++i) edit.add(annotated_article(news, i, workspace.annotator()));
  edit.commit();
}

/// The window with the project, as the program makes it.
class Window {
 public:
  explicit Window(const fs::path& project) : window_(new MainWindow(settings_, [](MainWindow*) {})) {
    window_->SetSize(1400, 950);
    window_->Show();
    window_->open_project(project);
    text_ = find_window<TextCanvas>(window_);
    text_->Bind(wxEVT_PAINT, [this](wxPaintEvent& event) {
      ++paints_;
      event.Skip();
    });
    paint();
  }
  ~Window() { delete window_; }

  void paint() {
    text_->Refresh(false);
    for (const int before = paints_; paints_ == before;) wxEventLoopBase::GetActive()->Dispatch();
  }
  MainWindow& main() { return *window_; }
  wxTextCtrl& filter() { return *find_window<wxTextCtrl>(find_window<DocumentList>(window_)); }

 private:
  Settings settings_;
  MainWindow* window_;
  TextCanvas* text_ = nullptr;
  int paints_ = 0;
};

constexpr std::chrono::milliseconds kQuiet(500);

/// Lets the window work until the process has had nothing to do for so long; what it took to handle events, meanwhile
/// nobody was answered.
std::vector<Cost> settle() {
  std::vector<Cost> costs;
  double spent = cpu_milliseconds();
  for (auto quiet = std::chrono::steady_clock::now();;) {
    costs.push_back(cost_of([] { wxEventLoopBase::GetActive()->YieldFor(wxEVT_CATEGORY_ALL); }));
    wxMilliSleep(2);
    if (std::chrono::steady_clock::now() - quiet < kQuiet) continue;
    const double now = cpu_milliseconds();
    if (now - spent < static_cast<double>(kQuiet.count()) / 10) return costs;
    spent = now;
    quiet = std::chrono::steady_clock::now();
  }
}

void step(Window& window, int steps, const char* what) {
  std::vector<Cost> costs;
  for (int i = 0; i < steps; ++i) {
    costs.push_back(cost_of([&] {
      window.main().act(Action::NextDocument);
      window.paint();
    }));
    // Somebody who looks at it for a moment.
    for (int moment = 0; moment < 10; ++moment) {
      wxEventLoopBase::GetActive()->YieldFor(wxEVT_CATEGORY_ALL);
      wxMilliSleep(5);
    }
  }
  report_costs(what, costs, "p95 100");
}

/// What an edit costs that all panes follow.
void annotate(Window& window, int times) {
  Editor& editor = *window.main().editor();
  std::vector<Cost> costs;
  for (int i = 0; i < times; ++i) {
    const Text& text = editor.document()->document.text;
    const TextPos start = next_eojeol(text, TextPos(static_cast<std::uint32_t>(i) * 20));
    editor.select(Selection(start, start + 1));
    window.paint();
    costs.push_back(cost_of([&] {
      editor.apply_label(i % 2 == 0 ? "ORG" : "MISC");
      window.paint();
    }));
    settle();
  }
  report_costs("annotation added to painted", costs, "-");
}

void run(const fs::path& project) {
  std::vector<Cost> opens;
  for (int i = 0; i < 5; ++i) {
    std::unique_ptr<Window> window;
    opens.push_back(cost_of([&] { window = std::make_unique<Window>(project); }));
    std::printf("opened: %.0f ms, by the clock %.0f\n", opens.back().process, opens.back().wall);
    if (i > 0) continue;
    const auto begin = std::chrono::steady_clock::now();
    report_costs("events handled while its texts are read behind it", settle(), "-");
    const std::chrono::duration<double> read = std::chrono::steady_clock::now() - begin - kQuiet;
    std::printf("%-52s %.1f s\n", "until all texts are read, by the clock", read.count());
    std::printf("%-52s %.0f MB\n", "memory of the process", resident_megabytes());
  }
  report_costs("project opened, window and document painted", opens, "1000");

  Window window(project);
  step(window, 50, "next document to painted, texts being read");
  settle();
  step(window, 200, "next document to painted");
  settle();
  annotate(window, 20);

  std::vector<Cost> filters;
  for (const char* const query : {"ㅅ", "ㅅㅈ", "ㅅ", "", "ㅈ", "수", "수ㅊ", "0", "01", "없는 것", ""}) {
    filters.push_back(cost_of([&] {
      window.filter().SetValue(to_wx(query));
      window.paint();
    }));
    settle();
  }
  report_costs("filter of the list changed to painted", filters, "50");
}

class Benchmark : public wxApp {
 public:
  bool OnInit() override { return true; }
  int OnRun() override {
    wxEventLoop loop;
    const wxEventLoopActivator active(&loop);
    if (argc != 2) {
      std::fputs("usage: campaign_benchmark FOLDER\n", stderr);
      return 2;
    }
    const fs::path kept = path_from_utf8(to_utf8(wxString(argv[1]))) / "campaign.mitjul";
    if (!fs::exists(kept)) {
      const fs::path making = kept.parent_path() / "making.mitjul";
      fs::remove(making);
      make_project(making);
      fs::rename(making, kept);
    }
    // In memory where there is such a place, so that the program is measured and not the disk.
    const fs::path folder = fs::path(fs::exists("/dev/shm") ? "/dev/shm" : fs::temp_directory_path()) /
                            ("mitjul-benchmark-" + random_key(8));
    fs::create_directories(folder);
    fs::copy_file(kept, folder / "campaign.mitjul");
    run(folder / "campaign.mitjul");
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return 0;
  }
};

}  // namespace
}  // namespace mitjul

wxIMPLEMENT_APP_NO_MAIN(mitjul::Benchmark);

int main(int argc, char** argv) { return wxEntry(argc, argv); }
