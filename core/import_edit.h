#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/problem.h"
#include "core/workspace.h"

namespace mitjul {

/// What became of a document that was brought to a project.
struct Arrival {
  enum class Kind { Added, Merged, Present } kind = Kind::Added;
  DocumentInfo info;              ///< as it stands in the project
  std::vector<Problem> problems;  ///< what was left out, and why
};

/// Documents, schema and annotators on their way into a project, as one edit of the log: all or nothing.
/// Documents are taken one by one, so that memory does not grow with their number. No other program can write while
/// it lives; without `commit`, nothing has happened.
class ImportEdit {
 public:
  explicit ImportEdit(Workspace& workspace);

  /// Takes over a schema that comes with annotations: whole, where the project still has the preset it was made with
  /// and nothing is annotated; else what is new in it. The problems are `SchemaConflict`s; nothing changed then.
  std::vector<Problem> add_schema(const Schema& schema);
  /// Makes an annotator known who is not; by key.
  void add_annotator(const Annotator& annotator);
  /// A document whose annotations have been checked against `schema()`. One that the project has already, by key or
  /// else by its text, is not added twice; sets that are new to it are.
  Arrival add(AnnotatedDocument document);

  const Schema& schema() const { return schema_; }

  /// The number of the edit; 0, and no line in the log, where nothing was new.
  EditNumber commit();

 private:
  Arrival add_new(AnnotatedDocument document);
  Arrival merge(const DocumentKey& present, AnnotatedDocument document, bool same_key);

  Workspace& workspace_;
  std::unique_ptr<StoreTransaction> transaction_;
  Schema schema_;
  bool schema_changed_ = false;
  bool anything_ = false;
  bool annotated_ = false;
  std::set<AnnotatorKey> annotators_;
  std::set<std::string> names_;
  std::set<DocumentKey> in_trash_;
  std::set<DocumentKey> keys_;
  std::map<std::string, DocumentKey> by_text_;
  std::vector<DocumentKey> touched_;
};

/// `name`, or `name (2)`, `name (3)` … : the first that is not in `taken`.
std::string free_name(const std::string& name, const std::set<std::string>& taken);

}  // namespace mitjul
