#include <algorithm>
#include <set>

#include "cli/commands.h"
#include "cli/session.h"
#include "core/document_edits.h"
#include "messages/language.h"

namespace mitjul {
namespace {

/// How far a document is: of one annotator, or of all of them together.
struct DocumentProgress {
  SetState state = SetState::New;
  std::int64_t annotations = 0;
};

DocumentProgress progress_of(const DocumentSummary& document, const AnnotatorKey* annotator) {
  DocumentProgress progress;
  std::vector<SetState> states;
  for (const SetSummary& set : document.sets) {
    if (annotator != nullptr && set.key.annotator != *annotator) continue;
    progress.annotations += set.annotations;
    states.push_back(set.state);
  }
  if (states.empty()) return progress;
  const bool all_alike =
      std::all_of(states.begin(), states.end(), [&](SetState state) { return state == states.front(); });
  progress.state = all_alike ? states.front() : SetState::InProgress;
  return progress;
}

void print_segments(const Annotation& annotation, const Document& document, const std::string& annotator, bool curated,
                    Output& output) {
  Output::Fields more{{"method", to_string(annotation.provenance.method)},
                      {"created", to_string(annotation.provenance.created)}};
  // As `annotate` takes them: a text, or a list of several.
  for (const auto& [id, values] : annotation.attributes) {
    more["attributes"][id] = values.size() == 1 ? Output::Fields(values.front()) : Output::Fields(values);
  }
  if (curated) more["curated"] = true;
  if (!annotation.note.empty()) more["note"] = annotation.note;
  Output::Fields fields{{"document", document.info.name},
                        {"annotator", annotator},
                        {"id", to_string(annotation.id)},
                        {"label", annotation.label}};
  if (const Spans* const spans = annotation.spans()) {
    if (spans->discontinuous()) {
      for (const Span& segment : spans->segments())
        more["segments"].push_back({segment.start.value(), segment.end.value()});
    }
    for (const Span& segment : spans->segments()) {
      Output::Fields row = fields;
      row["start"] = segment.start.value();
      row["end"] = segment.end.value();
      row["quote"] = document.text.slice(segment);
      output.row(row, more);
    }
  } else if (output.json) {
    if (const Relation* const relation = annotation.relation()) {
      for (const Argument& argument : relation->arguments) fields["args"][argument.role] = to_string(argument.target);
    } else {
      fields["documentLabel"] = true;
    }
    output.row(fields, more);
  }
}

void print_annotations(const AnnotatedDocument& document, const Session& session, const AnnotatorKey* only,
                       Output& output) {
  for (const auto& [key, set] : document.sets) {
    if (only != nullptr && key.annotator != *only) continue;
    std::vector<const Annotation*> annotations;
    for (const auto& [id, annotation] : set.annotations()) annotations.push_back(&annotation);
    std::sort(annotations.begin(), annotations.end(),
              [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });
    const std::string name = session.annotator_name(key.annotator);
    for (const Annotation* const annotation : annotations) {
      print_segments(*annotation, document.document, name, key.curated, output);
    }
  }
}

/// Moves a document to the trash or back.
int set_trash(Session& session, const DocumentSummary& document, bool in_trash, Output& output) {
  const DocumentInfo before = session.workspace().open(document.key).document.info;
  std::string name = before.name;
  if (before.in_trash != in_trash) {
    std::set<std::string> taken;
    for (const DocumentSummary& other : session.documents()) taken.insert(other.name);
    const Edit edit = in_trash ? trash_document(before) : restore_documents({before}, std::move(taken));
    const Outcome outcome = session.workspace().perform(edit);
    if (outcome.refused) throw Refusal{{*outcome.refused}};
    name = std::get<DocumentChange>(outcome.edit.changes.front()).after->name;
    output.done = true;
  }
  output.row({{"key", document.key.view()}, {"name", name}});
  return 0;
}

}  // namespace

int run_documents(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  const AnnotatorKey* const annotator = arguments.annotator.empty() ? nullptr : &session.workspace().annotator();
  for (const DocumentSummary& document : session.file().documents()) {
    if (document.in_trash != arguments.trash) continue;
    const DocumentProgress progress = progress_of(document, annotator);
    output.row({{"key", document.key.view()},
                {"name", document.name},
                {"state", to_string(progress.state)},
                {"codepoints", document.code_points},
                {"annotations", progress.annotations}});
  }
  return 0;
}

int run_text(const Arguments& arguments, Output& output) {
  Session session(arguments.project, {});
  output.raw(session.file().text(session.document(arguments.document).key).utf8());
  return 0;
}

int run_annotations(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  const AnnotatorKey* const annotator = arguments.annotator.empty() ? nullptr : &session.workspace().annotator();
  const std::vector<DocumentSummary> documents =
      arguments.document.empty() ? session.documents() : std::vector{session.document(arguments.document)};
  for (const DocumentSummary& document : documents) {
    print_annotations(session.file().load(document.key), session, annotator, output);
  }
  return 0;
}

int run_delete(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  return set_trash(session, session.document(arguments.document), true, output);
}

int run_restore(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  return set_trash(session, session.document_in_trash(arguments.document), false, output);
}

int run_purge(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  const DocumentSummary document = session.document_anywhere(arguments.document);
  const PurgeReport report = session.workspace().purge({document.key});
  output.done = true;
  output.row(
      {{"key", document.key.view()}, {"name", document.name}, {"relationsElsewhere", report.relations_elsewhere}});
  output.note(
      fill({"The document and every trace of it in the project file are gone for good. Copies of the project, exports "
            "and backups still hold it.",
            "문서와 프로젝트 파일 안의 모든 흔적을 완전히 지웠습니다. 프로젝트의 사본, 내보낸 파일, 백업에는 아직 남아 "
            "있습니다."},
           {}));
  if (!report.compacted) {
    output.note(fill({"There was no room to make the file smaller; what was removed is overwritten.",
                      "파일 크기를 줄일 공간이 없었습니다. 지운 내용은 덮어썼습니다."},
                     {}));
  }
  return 0;
}

}  // namespace mitjul
