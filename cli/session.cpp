#include "cli/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/file_io.h"
#include "korean/unit.h"

namespace mitjul {

Session::Session(std::unique_ptr<ProjectFile> file) : file_(file.get()), workspace_(std::move(file), now, units) {}

Session::Session(const std::string& project, const std::string& annotator)
    : Session(std::make_unique<ProjectFile>(path_from_utf8(project))) {
  if (!annotator.empty()) workspace_.work_as(this->annotator(annotator).key);
}

const Annotator& Session::annotator(const std::string& key_or_name) const {
  std::vector<const Annotator*> found;
  for (const Annotator& known : workspace_.annotators()) {
    if (known.key.view() == key_or_name) return known;
    if (known.name == key_or_name) found.push_back(&known);
  }
  if (found.empty()) throw Refusal{{make_problem(ProblemCode::UnknownAnnotator, {key_or_name})}};
  if (found.size() > 1) {
    std::vector<std::string_view> keys;
    for (const Annotator* const known : found) keys.push_back(known->key.view());
    throw Refusal{
        {make_problem(ProblemCode::AmbiguousAnnotator, {key_or_name, fmt::format("{}", fmt::join(keys, ", "))})}};
  }
  return *found.front();
}

std::vector<DocumentSummary> Session::found(const std::string& key_or_name) {
  std::vector<DocumentSummary> documents = file_->find(key_or_name);
  if (documents.empty()) throw Refusal{{make_problem(ProblemCode::UnknownDocument, {key_or_name})}};
  return documents;
}

DocumentSummary Session::document(const std::string& key_or_name) {
  DocumentSummary first = found(key_or_name).front();
  if (first.in_trash) throw Refusal{{make_problem(ProblemCode::DocumentInTrash, {first.name})}};
  return first;
}

namespace {

DocumentSummary only(const std::vector<DocumentSummary>& documents, const std::string& name) {
  if (documents.size() == 1) return documents.front();
  std::vector<std::string_view> keys;
  for (const DocumentSummary& document : documents) keys.push_back(document.key.view());
  throw Refusal{{make_problem(ProblemCode::AmbiguousDocument, {name, fmt::format("{}", fmt::join(keys, ", "))})}};
}

}  // namespace

DocumentSummary Session::document_in_trash(const std::string& key_or_name) {
  std::vector<DocumentSummary> documents = found(key_or_name);
  const auto live =
      std::find_if(documents.begin(), documents.end(), [](const DocumentSummary& d) { return !d.in_trash; });
  // One that is not in the trash is restored already, unless another one of its name is meant.
  if (live != documents.end() && documents.size() > 1) documents.erase(live);
  return only(documents, key_or_name);
}

DocumentSummary Session::document_anywhere(const std::string& key_or_name) {
  return only(found(key_or_name), key_or_name);
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
