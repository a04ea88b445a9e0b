// What changing the schema of a project with 50,000 annotations takes, all of them concerned, and taking it back. The
// figures are in docs/PERFORMANCE.md. Usage: schema_benchmark [runs [words in the name of the only operation to run]]

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/crypto.h"
#include "core/import_edit.h"
#include "core/workspace.h"
#include "export/write_export.h"
#include "import/native_xml.h"
#include "storage/project_file.h"
#include "tests/benchmark/measure.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr int kDocuments = 500;
constexpr int kAnnotationsPerDocument = 100;

/// Claims with attributes, one after another, all in one label: whatever is done to it concerns every annotation.
AnnotatedDocument annotated_article(int number, const AnnotatorKey& annotator) {
  std::string text = "🚀 " + std::to_string(1000 + number) + " ";
  for (int i = 0; i < kAnnotationsPerDocument; ++i) text += "화웨이가 새 칩을 확보했다고 밝혔다. ";
  AnnotatedDocument document;
  document.document = Document::make("기사" + std::to_string(number) + ".txt", Text(std::move(text)));
  AnnotationSet& set = document.set({document.document.info.key, annotator, false});
  for (int i = 0; i < kAnnotationsPerDocument; ++i) {
    const auto start = static_cast<std::uint32_t>(7 + i * 21);
    Annotation made{{annotator, i + 1}, "CLAIM", Spans(Span(start, start + 20)), {}, "", {}};
    made.attributes = {{"type", {i % 2 == 0 ? "fact" : "opinion"}}, {"checkworthy", {"true"}}};
    made.provenance.created = Time(std::chrono::seconds(1795219200 + i));
    made.provenance.schema_version = 1;
    set.put(std::move(made));
  }
  return document;
}

/// In memory where there is such a place, so that the program is measured and not the disk.
struct Folder {
  fs::path path =
      fs::path(fs::exists("/dev/shm") ? "/dev/shm" : fs::temp_directory_path()) / ("mitjul-schema-" + random_key(8));
  Folder() { fs::create_directories(path); }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

/// The fingerprint of the bytes of the project's export.
std::string exported(const fs::path& project, const fs::path& out) {
  ProjectFile file(project);
  std::vector<DocumentKey> keys;
  for (const DocumentSummary& document : file.documents()) keys.push_back(document.key);
  const ExportSource source{file.schema(), file.annotators(), keys.size(),
                            [&](std::size_t i) { return file.load(keys[i]); }};
  write_export(*find_export_format("mitjul-xml"), source, out, {Time(), "mitjul"}, read_native_xml, {});
  return sha256_hex_of_file(out);
}

struct Named {
  const char* name;
  SchemaOperation operation;
};

std::vector<Named> operations(const Schema& schema) {
  Label renamed = *schema.find("CLAIM");
  renamed.name = "주장 🚀";
  renamed.color = "#123456";
  Label described = *schema.find("CLAIM");
  described.description += " 새 설명.";
  Label mapped = *schema.find("CLAIM");
  auto& values = mapped.attributes[0].values;
  values.erase(std::find_if(values.begin(), values.end(), [](const auto& value) { return value.id == "opinion"; }));
  Label made;
  made.id = "FORECAST";
  made.name = "예측";
  return {{"rename and recolour", ChangeLabel{renamed, {}}},
          {"describe anew", ChangeLabel{described, {}}},
          {"move in the tree", MoveLabel{"CLAIM", "", ""}},
          {"split", SplitLabel{"CLAIM", made}},
          {"merge into another", MergeLabels{"CLAIM", "PREMISE"}},
          {"map a value (25,000)", ChangeLabel{mapped, {{"type", "opinion", "fact"}}}},
          {"delete with annotations", DeleteLabel{"CLAIM"}}};
}

void run(int runs, std::string_view only) {
  const Folder folder;
  const fs::path path = folder.path / "project.mitjul";
  Schema schema = *preset("claims-entities");
  // The relation `part` has room for claims alone, which therefore could not be deleted.
  for (Label& label : schema.labels) {
    for (Role& role : label.roles) {
      if (role.allowed == std::vector<std::string>{"CLAIM"}) role.allowed = {"STATEMENT"};
    }
  }
  ProjectFile::create(path, schema, now());
  Workspace workspace(std::make_unique<ProjectFile>(path));
  {
    ImportEdit edit(workspace);
    for (int i = 0; i < kDocuments; ++i) edit.add(annotated_article(i, workspace.annotator()));
    edit.commit();
  }
  std::printf("%lld annotations\n",
              static_cast<long long>(workspace.effect_of(MergeLabels{"CLAIM", "PREMISE"}).retagged));
  const fs::path out = folder.path / "export.xml";
  const std::string before = exported(path, out);
  for (const Named& each : operations(workspace.schema())) {
    if (std::string_view(each.name).find(only) == std::string_view::npos) continue;
    std::vector<double> done;
    std::vector<double> undone;
    for (int i = 0; i < runs; ++i) {
      done.push_back(measured([&] {
        const Outcome outcome = workspace.change_schema(each.operation);
        if (outcome.refused) std::printf("refused: %s\n", std::string(to_string(outcome.refused->code)).c_str());
      }));
      undone.push_back(measured([&] { workspace.undo(); }));
    }
    report(each.name, done, "1000 ms");
    report("  taken back", undone, "1000 ms");
    if (exported(path, out) != before) std::printf("the export is not what it was\n");
  }
}

}  // namespace
}  // namespace mitjul

int main(int argc, char** argv) { mitjul::run(argc > 1 ? std::atoi(argv[1]) : 5, argc > 2 ? argv[2] : ""); }
