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
  std::vector<Problem> problems;  ///< what is other than in the file, and why
};

/// Documents, schema and annotators on their way into a project, as one edit of the log: all or nothing.
/// Documents are taken one by one, so that memory does not grow with their number. No other program can write while
/// it lives; without `commit`, nothing has happened.
class ImportEdit {
 public:
  explicit ImportEdit(Workspace& workspace);

  /// Takes over a schema that comes with annotations: whole, where the project still has the preset it was made with
  /// and nothing was ever annotated; else what is new in it. The problems are `SchemaConflict`s, or `SchemaLocked`;
  /// nothing changed then. `inferred`: as in `StreamHeader`; only what is new in it is taken then.
  std::vector<Problem> add_schema(const Schema& schema, bool inferred = false);
  /// Makes an annotator known who is not; by key.
  void add_annotator(const Annotator& annotator);
  /// Says that a document of this key and text will come, so that references to it from documents that come earlier
  /// find it should the project have its text under another key.
  void announce(const DocumentKey& key, const std::string& sha256);

  /// A document from a file of its own, with a new key. One whose text the project has already is not added twice.
  Arrival add(AnnotatedDocument document);
  /// A document that comes with its key, and with annotations that fit the schema that came with it. One that the
  /// project had before, by key or else by its text, is not added twice; sets that are new to it are. A set that went
  /// two ways becomes two: the one that comes gets an annotator of its own. Two documents of the same text in one
  /// delivery are two.
  Arrival add_keyed(AnnotatedDocument document);

  const Schema& schema() const { return schema_; }

  /// The number of the edit; 0, and no line in the log, where nothing was new.
  EditNumber commit();

 private:
  Arrival add_new(AnnotatedDocument document);
  Arrival merge(const DocumentKey& present, AnnotatedDocument document, bool same_key);
  void merge_set(const AnnotatedDocument& present, AnnotationSet set, Arrival& arrival);
  std::string take_name(const std::string& name);
  AnnotatorKey stand_in_for(const AnnotatorKey& original, const AnnotatedDocument& present);

  Workspace& workspace_;
  std::unique_ptr<StoreTransaction> transaction_;
  Schema schema_;
  std::set<std::string> inferred_labels_;  // of these, those that were put together from annotations
  bool anything_ = false;
  bool annotated_ = false;
  std::map<AnnotatorKey, std::string> annotators_;
  std::map<AnnotatorKey, std::vector<AnnotatorKey>> stand_ins_;
  std::set<std::string> names_;
  std::map<std::string, int> next_number_;  // for names that are taken
  std::map<DocumentKey, bool> in_trash_;    // of every document of the project
  std::map<std::string, DocumentKey> by_text_;
  std::map<DocumentKey, DocumentKey> renamed_;  // keys in the file -> keys in the project
};

/// `name`, or `name (2)`, `name (3)` … : the first that is not in `taken`.
std::string free_name(const std::string& name, const std::set<std::string>& taken);

}  // namespace mitjul
