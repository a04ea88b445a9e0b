#include "cli/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/file_io.h"

namespace mitjul {

Session::Session(std::unique_ptr<ProjectFile> file) : file_(file.get()), workspace_(std::move(file)) {}

Session::Session(const std::string& project, const std::string& annotator)
    : Session(std::make_unique<ProjectFile>(path_from_utf8(project))) {
  if (annotator.empty()) return;
  std::vector<const Annotator*> found;
  for (const Annotator& known : workspace_.annotators()) {
    if (known.key.view() == annotator) {
      found = {&known};
      break;
    }
    if (known.name == annotator) found.push_back(&known);
  }
  if (found.empty()) throw Refusal{{make_problem(ProblemCode::UnknownAnnotator, {annotator})}};
  if (found.size() > 1) {
    std::vector<std::string_view> keys;
    for (const Annotator* const known : found) keys.push_back(known->key.view());
    throw Refusal{
        {make_problem(ProblemCode::AmbiguousAnnotator, {annotator, fmt::format("{}", fmt::join(keys, ", "))})}};
  }
  workspace_.work_as(found.front()->key);
}

DocumentSummary Session::document(const std::string& key_or_name) {
  DocumentSummary found = document_or_trash(key_or_name);
  if (found.in_trash) throw Refusal{{make_problem(ProblemCode::DocumentInTrash, {found.name})}};
  return found;
}

DocumentSummary Session::document_or_trash(const std::string& key_or_name) {
  std::optional<DocumentSummary> found = file_->find(key_or_name);
  if (!found) throw Refusal{{make_problem(ProblemCode::UnknownDocument, {key_or_name})}};
  return *std::move(found);
}

std::vector<DocumentSummary> Session::documents() {
  std::vector<DocumentSummary> documents = file_->documents();
  documents.erase(
      std::remove_if(documents.begin(), documents.end(), [](const DocumentSummary& d) { return d.in_trash; }),
      documents.end());
  return documents;
}

std::string Session::annotator_name(const AnnotatorKey& key) const {
  for (const Annotator& annotator : workspace_.annotators()) {
    if (annotator.key == key) return annotator.name;
  }
  return key.str();
}

}  // namespace mitjul
