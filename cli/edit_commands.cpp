#include "cli/commands.h"
#include "cli/input.h"
#include "cli/session.h"
#include "core/review.h"
#include "import/annotation_lines.h"
#include "storage/edit_log.h"

namespace mitjul {
namespace {

void print(const LoggedEdit& edit, Session& session, Output& output) {
  const EditHeader& header = edit.header;
  output.row({{"edit", edit.number},
              {"time", to_string(header.time)},
              {"annotator", session.annotator_name(header.annotator)},
              {"name", header.target == 0 ? header.name : header.name + " " + std::to_string(header.target)},
              {"documents", edit.documents}},
             {{"kind", to_string(header.kind)}});
}

/// With the latest of its reasons: what was revised, and in which version.
void print(const WaitingAnnotation& waiting, const std::vector<RevisedTag>& tags, const Annotator& annotator,
           Output& output) {
  std::vector<std::string> ids;
  const RevisedTag* last = nullptr;
  for (const std::size_t reason : waiting.reasons) {
    ids.push_back(tags[reason].id());
    if (last == nullptr || tags[reason].version > last->version) last = &tags[reason];
  }
  output.row({{"document", waiting.document_name},
              {"annotator", annotator.name},
              {"id", to_string(waiting.id)},
              {"label", waiting.label},
              {"reason", last->id()},
              {"version", last->version}},
             {{"schemaVersion", waiting.schema_version}, {"reasons", ids}, {"quote", waiting.quote}});
}

int step(const Arguments& arguments, Output& output, Outcome (Workspace::*take)()) {
  Session session(arguments.project, arguments.annotator);
  const Outcome outcome = (session.workspace().*take)();
  if (outcome.refused) throw Refusal{{*outcome.refused}};
  output.done = true;
  if (const auto edit = session.file().logged(outcome.number)) print(*edit, session, output);
  return 0;
}

}  // namespace

int run_annotate(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  const DocumentSummary document = session.document(arguments.document);
  const SetKey set{document.key, session.workspace().annotator(), false};
  AnnotationLines lines = read_annotation_lines(read_input(arguments.from), set);
  if (!lines.problems.empty()) {
    Problem& first = lines.problems.front();
    if (first.code == ProblemCode::SpanOutsideText) first.details.back() = std::to_string(document.code_points);
    throw Refusal{{std::move(first)}};
  }
  const Outcome outcome = session.workspace().perform(std::move(lines.edit));
  if (outcome.refused) {
    Problem problem = *outcome.refused;
    problem.place.line = lines.lines.at(problem.place.change);
    throw Refusal{{std::move(problem)}};
  }
  output.done = true;
  for (const Change& change : outcome.edit.changes) {
    if (const auto* made = std::get_if<AnnotationChange>(&change)) output.row({{"id", to_string(made->after->id)}});
  }
  return 0;
}

int run_history(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  for (const LoggedEdit& edit : session.file().log()) {
    if (!arguments.annotator.empty() && edit.header.annotator != session.workspace().annotator()) continue;
    print(edit, session, output);
  }
  return 0;
}

int run_review(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  const std::vector<RevisedTag> tags = revised_tags(session.workspace().schema());
  for (const Annotator& annotator : session.workspace().annotators()) {
    if (!arguments.annotator.empty() && annotator.key != session.workspace().annotator()) continue;
    for (const WaitingAnnotation& each : session.file().review_work(tags, annotator.key).waiting) {
      print(each, tags, annotator, output);
    }
  }
  return 0;
}

int run_undo(const Arguments& arguments, Output& output) { return step(arguments, output, &Workspace::undo); }

int run_redo(const Arguments& arguments, Output& output) { return step(arguments, output, &Workspace::redo); }

}  // namespace mitjul
