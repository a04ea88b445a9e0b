#pragma once

#include <wx/event.h>
#include <wx/timer.h>

#include <functional>
#include <memory>
#include <set>
#include <vector>

#include "ui/background_task.h"
#include "ui/editor.h"
#include "ui/problem_rows.h"
#include "ui/project_reader.h"

namespace mitjul {

/// Keeps the problems of the annotator's annotations up to date: of the shown document a moment after every edit, of
/// all documents once that was asked for, in another thread. Lives in the window's thread.
class ProblemReview : public wxEvtHandler {
 public:
  /// A document as it is stored, called from a worker; throws `Error`.
  using Load = std::function<AnnotatedDocument(const DocumentKey&)>;

  /// Editor and reader outlive it.
  ProblemReview(Editor& editor, ProjectReader& reader, Load load);
  ~ProblemReview() override;

  /// Told when other problems are known, and when a check begins or ends. Set once.
  void listen(std::function<void()> changed) { changed_ = std::move(changed); }

  ProblemRows& rows() { return rows_; }
  const ProblemRows& rows() const { return rows_; }
  /// How many there are in the shown document.
  std::size_t count_in_shown() const;

  void update(const EditorEvent& event);
  /// What happened to other documents.
  void take_in(const std::vector<DocumentKey>& documents);
  /// Words of the project are known now, or other ones: what ends in a particle is looked for with them.
  void take_in_words();
  /// Looks through all documents, anew where they were looked through.
  void check_all();
  /// Looks through the shown document now, and not in a moment.
  void check_shown();
  /// nullptr where nothing is looked through.
  BackgroundTask* task() { return task_.get(); }

 private:
  struct Found;

  ProblemRules rules() const;
  std::vector<NamedDocument> named(const std::set<DocumentKey>& keys) const;
  void check(std::set<DocumentKey> documents, bool all);
  void finish(const BackgroundTask::Result& result);
  void tell() const {
    if (changed_) changed_();
  }

  Editor& editor_;
  ProjectReader& reader_;
  Load load_;
  std::function<void()> changed_;
  ProblemRows rows_;
  std::shared_ptr<const WordEvidence> evidence_;             // none until all documents are read
  std::shared_ptr<const std::set<AnnotationRef>> referred_;  // ends of relations of other documents
  bool words_asked_ = false;
  bool words_changed_ = false;  // since they were asked for
  bool all_asked_ = false;
  std::set<DocumentKey> pending_;  // to be looked through next
  wxTimer soon_;
  int wait_;          // milliseconds behind an edit, longer where a check takes long
  unsigned run_ = 0;  // what an earlier check found comes too late
  std::unique_ptr<BackgroundTask> task_;
};

}  // namespace mitjul
