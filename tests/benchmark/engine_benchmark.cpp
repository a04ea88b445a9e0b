// How fast the engine is on a project of 1,000 documents with 100,000 annotations. The figures are in
// docs/PERFORMANCE.md; nothing here fails because a machine is slow.

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>

#include "core/crypto.h"
#include "core/import_edit.h"
#include "core/workspace.h"
#include "export/write_export.h"
#include "import/decode.h"
#include "import/native_xml.h"
#include "import/normalise.h"
#include "storage/project_file.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr int kDocuments = 1000;
constexpr int kAnnotationsPerDocument = 100;
constexpr std::uint32_t kCodePoints = 3000;

/// In memory where there is such a place, so that the program is measured and not the disk.
fs::path work_folder() {
  struct Folder {
    fs::path path = fs::path(fs::exists("/dev/shm") ? "/dev/shm" : fs::temp_directory_path()) /
                    ("mitjul-benchmark-" + random_key(8));
    Folder() { fs::create_directories(path); }
    ~Folder() {
      std::error_code ignored;
      fs::remove_all(path, ignored);
    }
  };
  static const Folder folder;
  return folder.path;
}

/// Korean-looking text: words of one to five syllables with an emoji now and then.
std::string article(std::mt19937& random) {
  static const std::u32string kEmoji = U"🚀😀🌍";
  std::u32string text = U"🚀 ";
  while (text.size() < kCodePoints) {
    for (std::size_t syllables = 1 + random() % 5; syllables > 0; --syllables) {
      text += static_cast<char32_t>(0xAC00 + random() % 11172);
    }
    const auto next = random() % 40;
    if (next == 0) text += kEmoji[random() % kEmoji.size()];
    text += next == 1 ? U'\n' : U' ';
  }
  text.resize(kCodePoints);
  Decoded decoded;
  decoded.text = text;
  return normalise(decoded).utf8;
}

AnnotatedDocument annotated_article(int number, const AnnotatorKey& annotator, std::mt19937& random) {
  static const char* const kLabels[] = {"PERSON", "ORG", "LOCATION", "PRODUCT", "DATE", "QUANTITY"};
  AnnotatedDocument document;
  document.document = Document::make("article" + std::to_string(number) + ".txt", Text(article(random)));
  AnnotationSet& set = document.set({document.document.info.key, annotator, false});
  set.set_state(SetState::InProgress);
  for (int i = 1; i <= kAnnotationsPerDocument; ++i) {
    Annotation made{{annotator, i}, kLabels[random() % 6], WholeDocument{}, {}, "", {}};
    const auto start = static_cast<std::uint32_t>(random() % (kCodePoints - 100));
    std::uint32_t length = 2 + static_cast<std::uint32_t>(random() % 6);
    if (i % 10 == 0) {
      made.label = "CLAIM";
      made.attributes = {{"type", {"fact"}}, {"checkworthy", {"true"}}};
      length = 60;
    }
    made.anchor = Spans(Span(start, start + length));
    made.provenance.created = Time(std::chrono::seconds(1795219200 + i));
    made.provenance.schema_version = 1;
    set.put(std::move(made));
  }
  return document;
}

/// The project, made once.
const fs::path& project() {
  static const fs::path path = [] {
    const fs::path made = work_folder() / "project.mitjul";
    ProjectFile::create(made, *preset("claims-entities"), now());
    Workspace workspace(std::make_unique<ProjectFile>(made));
    ImportEdit edit(workspace);
    std::mt19937 random(1);  // NOLINT: the same project every time
    for (int i = 0; i < kDocuments; ++i) edit.add(annotated_article(i, workspace.annotator(), random));
    edit.commit();
    return made;
  }();
  return path;
}

ExportSource source_of(ProjectFile& file) {
  const std::vector<DocumentSummary> documents = file.documents();
  std::vector<DocumentKey> keys;
  for (const DocumentSummary& document : documents) keys.push_back(document.key);
  return {file.schema(), file.annotators(), keys.size(), [&file, keys](std::size_t i) { return file.load(keys[i]); }};
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void ExportNativeXml(benchmark::State& state) {
  ProjectFile file(project());
  const ExportSource source = source_of(file);
  const fs::path out = work_folder() / "export.xml";
  for (auto _ : state) {
    write_export(*find_export_format("mitjul-xml"), source, out, {now(), "mitjul"}, read_native_xml, {});
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(fs::file_size(out)));
  state.counters["MB"] = static_cast<double>(fs::file_size(out)) / 1e6;
  state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(ExportNativeXml)->Unit(benchmark::kMillisecond);

void ReadNativeXml(benchmark::State& state) {
  const fs::path out = work_folder() / "export.xml";
  ProjectFile file(project());
  write_export(*find_export_format("mitjul-xml"), source_of(file), out, {now(), "mitjul"}, read_native_xml, {});
  for (auto _ : state)
    read_native_xml(
        out, [](const StreamHeader&) {}, [](const AnnotatedDocument&) {});
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(fs::file_size(out)));
}
BENCHMARK(ReadNativeXml)->Unit(benchmark::kMillisecond);

void LoadDocument(benchmark::State& state) {
  ProjectFile file(project());
  const auto documents = file.documents();
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(file.load(documents[i++ % documents.size()].key));
}
BENCHMARK(LoadDocument)->Unit(benchmark::kMicrosecond);

void OpenProjectAndListDocuments(benchmark::State& state) {
  project();
  for (auto _ : state) {
    Workspace workspace(std::make_unique<ProjectFile>(project()));
    benchmark::DoNotOptimize(workspace.store().documents());
  }
}
BENCHMARK(OpenProjectAndListDocuments)->Unit(benchmark::kMicrosecond);

/// One span, with the document open: what happens between a key and the next frame.
void AnnotateOne(benchmark::State& state) {
  Workspace workspace(std::make_unique<ProjectFile>(project()));
  const DocumentKey document = workspace.store().documents().front().key;
  workspace.open(document);
  std::uint32_t start = 0;
  for (auto _ : state) {
    const Annotation made{{workspace.annotator(), -1}, "ORG", Spans(Span(start, start + 3)), {}, "", {}};
    workspace.perform({"annotate", {AnnotationChange{{document, workspace.annotator(), false}, std::nullopt, made}}});
    start = (start + 7) % (kCodePoints - 10);
  }
}
BENCHMARK(AnnotateOne)->Unit(benchmark::kMicrosecond);

/// The same as the command line does it: open the project, load the document, annotate.
void OpenAndAnnotateOne(benchmark::State& state) {
  project();
  for (auto _ : state) {
    auto file = std::make_unique<ProjectFile>(project());
    const DocumentKey document = file->find("article500.txt").front().key;
    Workspace workspace(std::move(file));
    const Annotation made{{workspace.annotator(), -1}, "ORG", Spans(Span(2, 5)), {}, "", {}};
    workspace.perform({"annotate", {AnnotationChange{{document, workspace.annotator(), false}, std::nullopt, made}}});
  }
}
BENCHMARK(OpenAndAnnotateOne)->Unit(benchmark::kMicrosecond);

/// Undo after `range` edits: the same, however long the log is. Each undo is timed, each redo is not.
void UndoAfterEdits(benchmark::State& state) {
  const fs::path path = work_folder() / ("undo" + std::to_string(state.range(0)) + ".mitjul");
  fs::remove(path);
  ProjectFile::create(path, *preset("claims-entities"), now());
  Workspace workspace(std::make_unique<ProjectFile>(path));
  std::mt19937 random(1);  // NOLINT: the same document every time
  DocumentKey document;
  {
    ImportEdit edit(workspace);
    AnnotatedDocument made;
    made.document = Document::make("article.txt", Text(article(random)));
    document = made.document.info.key;
    edit.add(std::move(made));
    edit.commit();
  }
  // Adding and removing one span leaves the document the size it had.
  const SetKey set{document, workspace.annotator(), false};
  for (std::int64_t i = 0; i < state.range(0); i += 2) {
    const Annotation made{{workspace.annotator(), -1}, "ORG", Spans(Span(2, 5)), {}, "", {}};
    const Outcome outcome = workspace.perform({"annotate", {AnnotationChange{set, std::nullopt, made}}});
    const auto& change = std::get<AnnotationChange>(outcome.edit.changes.front());
    workspace.perform({"delete", {AnnotationChange{set, change.after, std::nullopt}}});
  }
  for (auto _ : state) {
    workspace.undo();
    state.PauseTiming();
    workspace.redo();
    state.ResumeTiming();
  }
}
BENCHMARK(UndoAfterEdits)->Arg(2)->Arg(10000)->Iterations(200)->Unit(benchmark::kMicrosecond);

void DecodeWindows949(benchmark::State& state) {
  std::string bytes;
  for (int i = 0; i < 100000; ++i) bytes += "\xC8\xAD\xBF\xFE\xC0\xCC\xB0\xA1 ";  // 화웨이가
  for (auto _ : state) benchmark::DoNotOptimize(decode(bytes));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}
BENCHMARK(DecodeWindows949)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace mitjul

BENCHMARK_MAIN();
