// JSON lines of annotations: every change has its line, and every problem too.

#include "import/annotation_lines.h"

#include "core/annotation_checks.h"
#include "core/schema.h"
#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static const SetKey set{*DocumentKey::parse("d3f7k2m5qa"), *AnnotatorKey::parse("h4k2qa"), false};
  static const Schema schema = *preset("claims-entities");
  const AnnotationLines lines = read_annotation_lines({reinterpret_cast<const char*>(data), size}, set);
  require(lines.lines.size() == lines.edit.changes.size(), "a line for each change");
  for (const Problem& problem : lines.problems) require(problem.place.line > 0, "a line for each problem");
  for (const Change& change : lines.edit.changes) {
    const auto& made = std::get<AnnotationChange>(change);
    require(made.after.has_value() && made.after->id.provisional(), "new annotations only");
    check_annotation(*made.after, schema, 1000);
  }
  return 0;
}
