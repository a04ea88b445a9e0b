// What a review costs: finding what waits among so many annotations, and one confirmation as the panel makes it, with
// the step to the next annotation, which may be in the next document. Without painting.
//
// review_benchmark [ANNOTATIONS]

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/annotation_edits.h"
#include "core/import_edit.h"
#include "core/schema_operation.h"
#include "storage/project_file.h"
#include "tests/benchmark/measure.h"
#include "ui/review_queue.h"

namespace mitjul {
namespace {

constexpr int kInADocument = 100;
constexpr int kSteps = 300;

/// `number`: of its first name, which no other document has.
void annotate(Workspace& workspace, std::uint32_t number) {
  const std::string name = "기사 " + std::to_string(number);
  std::string text = "🚀";
  std::vector<Spans> spans;
  for (std::uint32_t i = 0; i < kInADocument; ++i) {
    text += (i % 10 == 9 ? "\n" : " ") + std::string("기관") + std::to_string(number + i);
    spans.emplace_back(Span(i * 8 + 2, i * 8 + 9));
  }
  ImportEdit import(workspace);
  const DocumentKey key = import.add({Document::make(name, Text(text)), {}}).info.key;
  import.commit();
  Edit edit{"annotate", {}};
  for (std::size_t i = 0; i < spans.size(); ++i) {
    edit.changes.emplace_back(new_annotation({key, workspace.annotator(), false}, i + 1, "ORG", spans[i]));
  }
  workspace.perform(std::move(edit));
  workspace.close(key);
}

void make_project(const std::filesystem::path& path, int annotations) {
  std::filesystem::remove(path);
  ProjectFile::create(path, preset("claims-entities").value(), now());
  Workspace workspace(std::make_unique<ProjectFile>(path));
  for (std::uint32_t first = 0; first < static_cast<std::uint32_t>(annotations); first += kInADocument) {
    annotate(workspace, 10000 + first);
  }
  Label changed = *workspace.schema().find("ORG");
  changed.description = "이름이 있는 조직만";
  workspace.change_schema(ChangeLabel{changed, {}});
  workspace.publish_schema();
}

void run(int annotations) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "mitjul-review-benchmark.mitjul";
  make_project(path, annotations);
  {
    Editor editor(std::make_unique<ProjectFile>(path));
    ReviewQueue queue(editor);
    editor.listen_to_edits([&](const Edit& edit) { queue.take_in(edit); });
    std::printf("%zu annotations wait\n", queue.left());
    std::vector<Cost> reads;
    for (int i = 0; i < 10; ++i) reads.push_back(cost_of([&] { queue.read(); }));
    report_costs("finding what waits", reads, "33 ms");
    std::vector<Cost> steps;
    for (int i = 0; i < kSteps && queue.size() > 0; ++i) {
      steps.push_back(cost_of([&] {
        editor.show(queue[0].document);
        editor.select_annotation(queue[0].id);
        editor.confirm_selected();
      }));
    }
    report_costs("one confirmation, and on to the next", steps, "33 ms");
    report_costs("one undo", {cost_of([&] { editor.undo(); })}, "33 ms");
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace mitjul

int main(int argc, char** argv) {
  mitjul::run(argc > 1 ? std::atoi(argv[1]) : 5000);
  return 0;
}
