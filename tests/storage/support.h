#pragma once

// What the tests of the project file and of the workspace over it share.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "core/import_edit.h"
#include "core/workspace.h"
#include "storage/json_values.h"
#include "storage/project_file.h"
#include "storage/schema_json.h"
#include "tests/core/errors.h"
#include "tests/core/values.h"
#include "tests/support/marked_text.h"
#include "tests/support/temp_folder.h"

namespace mitjul {

/// A clock that goes on by a second whenever it is asked.
inline Workspace::Clock ticking_clock() {
  return [time = time_at("2026-11-21T00:00:00Z")]() mutable { return time += std::chrono::seconds(1); };
}

/// A folder in memory where the system has one: for tests with thousands of commits, each of which waits for a disk.
class FastFolder {
 public:
  FastFolder() {
    const char* const usual = std::getenv("TMPDIR");
    const std::string before = usual != nullptr ? usual : "";
    if (std::filesystem::is_directory("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 1);
    folder_ = std::make_unique<TempFolder>();
    usual != nullptr ? ::setenv("TMPDIR", before.c_str(), 1) : ::unsetenv("TMPDIR");
  }

  std::filesystem::path operator/(std::string_view name) const { return *folder_ / name; }
  const std::filesystem::path& path() const { return folder_->path(); }

 private:
  std::unique_ptr<TempFolder> folder_;
};

/// The text of 기사.txt: a claim, the organisation and the product in it, and the cue behind it.
inline const MarkedText& article() {
  static const MarkedText text = marked("🚀 {{화웨이}가 {칩}을 확보했다}고 {밝혔다}.");
  return text;
}
enum ArticleSpan { kClaim, kOrg, kProduct, kCue };
inline Spans span(ArticleSpan which) { return article().spans[static_cast<std::size_t>(which)]; }

inline AnnotatedDocument without_sets(std::string name, Text text) {
  return {Document::make(std::move(name), std::move(text)), {}};
}

inline DocumentKey import_document(Workspace& workspace, std::string name, Text text) {
  ImportEdit edit(workspace);
  const DocumentKey key = edit.add(without_sets(std::move(name), std::move(text))).info.key;
  edit.commit();
  return key;
}

/// A project with a document, 기사.txt, and a workspace on it.
class Project {
 public:
  explicit Project(const Schema& schema = preset("claims-entities").value(), const char* vfs = nullptr) : vfs_(vfs) {
    ProjectFile::create(path, schema, time_at("2026-11-20T00:00:00Z"));
    Workspace usual(std::make_unique<ProjectFile>(path), ticking_clock());
    document = import_document(usual, "기사.txt", article().text);
    reopen();
  }

  void close() { workspace_.reset(); }
  /// As after a restart of the program.
  void reopen() {
    close();
    auto store = std::make_unique<ProjectFile>(path, vfs_);
    file_ = store.get();
    workspace_ = std::make_unique<Workspace>(std::move(store), ticking_clock());
  }

  Workspace& workspace() { return *workspace_; }
  ProjectFile& file() { return *file_; }
  const AnnotatedDocument& opened() { return workspace().open(document); }
  SetKey set() { return {document, workspace().annotator(), false}; }
  AnnotationId id(std::int64_t number) { return {workspace().annotator(), number}; }
  Argument end(std::string role, std::int64_t number) { return {std::move(role), {{}, id(number)}}; }

  /// A new annotation in the set of the annotator at work.
  AnnotationChange made(std::string label, Anchor anchor, std::int64_t provisional = -1) {
    return {set(), std::nullopt, Annotation{id(provisional), std::move(label), std::move(anchor), {}, "", {}}};
  }
  /// One that is there, changed by `change`; deleted where that is empty.
  AnnotationChange edited(std::int64_t number, const std::function<void(Annotation&)>& change) {
    const Annotation before = *opened().find(id(number));
    if (!change) return {set(), before, std::nullopt};
    Annotation after = before;
    change(after);
    return {set(), before, after};
  }
  AnnotationChange deleted(std::int64_t number) { return edited(number, {}); }
  DocumentChange described(const std::function<void(DocumentInfo&)>& change) {
    const DocumentInfo before = opened().document.info;
    DocumentInfo after = before;
    change(after);
    return {document, before, after};
  }
  SchemaChange schema_changed(const std::function<void(Schema&)>& change) {
    Schema after = workspace().schema();
    change(after);
    ++after.version;
    return {workspace().schema(), after};
  }

  Outcome perform(std::vector<Change> changes, std::string name = "edit") {
    return workspace().perform({std::move(name), std::move(changes)});
  }
  /// A claim (1), the organisation in it (2), the cue (3) and the relation of the first two (4).
  void annotate_article() {
    const Outcome outcome =
        perform({made("CLAIM", span(kClaim), -1), made("ORG", span(kOrg), -2), made("CUE", span(kCue), -3),
                 made("about", Relation{{end("claim", -1), end("target", -2)}}, -4)});
    ASSERT_TRUE(outcome.done()) << in_words(*outcome.refused);
  }

  const TempFolder folder;
  const std::filesystem::path path = folder / "시험.mitjul";
  DocumentKey document;

 private:
  const char* vfs_;
  ProjectFile* file_ = nullptr;
  std::unique_ptr<Workspace> workspace_;
};

/// A document in words: its description, its text, what stands in its sets. A set that is new and empty says nothing
/// and is left out: undoing the first annotation leaves one.
inline std::string in_words(const AnnotatedDocument& document) {
  std::string words = to_json(document.document.info) + "\n" + document.document.text.utf8() + "\n";
  for (const auto& [key, set] : document.sets) {
    if (set.size() == 0 && set.state() == SetState::New) continue;
    words += "set " + key.annotator.str() + (key.curated ? " curated " : " ") + std::string(to_string(set.state())) +
             " " + std::to_string(set.fingerprint()) + "\n";
    for (const auto& [id, annotation] : set.annotations()) words += to_json(annotation) + "\n";
  }
  for (const RefusedSuggestion& refused : document.refusals) {
    words += "refused by " + refused.annotator.str() + " " + to_json(refused) + "\n";
  }
  return words;
}

/// All that a project holds but for its log, in words.
inline std::string in_words(ProjectFile& file) {
  const GazetteerEntries gazetteer = file.gazetteer();
  std::string words = to_json(file.schema()) + "\n" + to_json(file.settings()) + "\n" +
                      to_json(std::vector(gazetteer.begin(), gazetteer.end())) + "\n";
  for (const SchemaProposal& proposal : file.proposals()) words += to_json(proposal) + "\n";
  for (const Annotator& annotator : file.annotators()) {
    words += annotator.key.str() + " " + annotator.name + (annotator.imported ? " imported\n" : "\n");
  }
  for (const DocumentSummary& summary : file.documents()) {
    words += summary.name + (summary.in_trash ? " in trash " : " ") + std::to_string(summary.code_points) + " " +
             summary.sha256 + "\n";
    for (const SetSummary& set : summary.sets) {
      if (set.annotations == 0 && set.state == SetState::New) continue;
      words += set.key.annotator.str() + " " + std::string(to_string(set.state)) + " " +
               std::to_string(set.annotations) + "\n";
    }
    words += in_words(file.load(summary.key));
  }
  return words;
}

/// The same of a file that nobody has open.
inline std::string in_words(const std::filesystem::path& path) {
  ProjectFile file(path);
  return in_words(file);
}

/// What `check_file` finds.
inline std::vector<std::string> problems_in(const std::filesystem::path& path) {
  ProjectFile file(path);
  return in_words(file.check_file());
}

}  // namespace mitjul
