// annotate_loop PROJECT DOCUMENT LABEL SECONDS [ANNOTATOR]: annotates the words of a document again and again, one edit
// each, and prints the id of each annotation once `perform` has confirmed it. Ends after SECONDS, or when it is killed.

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "core/error.h"
#include "core/workspace.h"
#include "storage/project_file.h"

int main(int argc, char** argv) {
  using namespace mitjul;
  if (argc < 5) return 2;
  try {
    Workspace workspace(std::make_unique<ProjectFile>(argv[1]));
    const auto key = DocumentKey::parse(argv[2]);
    if (!key) return 2;
    if (argc > 5) workspace.work_as(AnnotatorKey::parse(argv[5]).value());
    const std::uint32_t length = workspace.open(*key).document.text.length();
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(std::atof(argv[4]));
    for (std::uint32_t start = 0; std::chrono::steady_clock::now() < end; start = (start + 3) % (length - 2)) {
      const Annotation made{{workspace.annotator(), -1}, argv[3], Spans(Span(start, start + 2)), {}, "", {}};
      const SetKey set{*key, workspace.annotator(), false};
      const Outcome outcome = workspace.perform({"annotate", {AnnotationChange{set, std::nullopt, made}}});
      if (!outcome.done()) return 1;
      const auto& change = std::get<AnnotationChange>(outcome.edit.changes.front());
      const std::string line = to_string(change.after->id) + "\n";
      // Not through stdio: what is printed must be out when the kill comes.
      if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return 1;
    }
  } catch (const Error& error) {
    std::fprintf(stderr, "error %d\n", static_cast<int>(error.kind()));
    return 3;
  }
  return 0;
}
