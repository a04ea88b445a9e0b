#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/output.h"
#include "core/problem.h"
#include "core/workspace.h"
#include "storage/project_file.h"

namespace mitjul {

/// Thrown by commands, caught in `run`: the data says no. Becomes the sentences of the problems and exit code 1.
struct Refusal {
  std::vector<Problem> problems;
};

/// Thrown by commands, caught in `run`: the call is wrong in a way that the option parser cannot see. Exit code 2.
struct WrongUsage {
  std::string message;
};

/// A project that a command works on, as one of its annotators.
class Session {
 public:
  /// `annotator`: a key or a name; empty for the project's first.
  Session(const std::string& project, const std::string& annotator);

  ProjectFile& file() { return *file_; }
  Workspace& workspace() { return workspace_; }

  /// The document of this key, or else of this name. Refused where there is none, or where it is in the trash.
  DocumentSummary document(const std::string& key_or_name);
  /// The same for one in the trash; of several of a name, the key must be given.
  DocumentSummary document_in_trash(const std::string& key_or_name);
  /// One that may be anywhere; of several of a name, the key must be given.
  DocumentSummary document_anywhere(const std::string& key_or_name);
  /// Documents that are not in the trash, by name.
  std::vector<DocumentSummary> documents();
  /// The annotator of this key, or else of this name. Refused where there is none, or several.
  const Annotator& annotator(const std::string& key_or_name) const;
  std::string annotator_name(const AnnotatorKey& key) const;

 private:
  std::vector<DocumentSummary> found(const std::string& key_or_name);
  explicit Session(std::unique_ptr<ProjectFile> file);

  ProjectFile* file_;
  Workspace workspace_;
};

}  // namespace mitjul
