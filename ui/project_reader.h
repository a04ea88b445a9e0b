#pragma once

#include <wx/event.h>
#include <wx/timer.h>

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <vector>

#include "core/change.h"
#include "korean/project_words.h"
#include "ui/background_task.h"

namespace mitjul {

/// Reads the texts and annotations of the open project behind the window's back, and keeps what the tools for words
/// know of them up to date. Lives in the window's thread; what its workers found comes to it as events.
class ProjectReader : public wxEvtHandler {
 public:
  /// `changed` is called when more, or something else, is known than before; not for what `take_in` was told.
  ProjectReader(std::filesystem::path project, AnnotatorKey annotator, std::function<void()> changed);
  ~ProjectReader() override { again_.Stop(); }

  /// What is known by now; empty at first. The same object always.
  const ProjectWords& words() const { return words_; }

  /// Reads these documents, anew where they are known; those that are in the trash, or not there at all, are forgotten.
  /// What cannot be read is tried again after a while; damaged documents tell nothing.
  void read(const std::vector<DocumentKey>& documents);
  /// Takes in what the annotator did.
  void take_in(const Edit& edit);
  /// Sets word list and options.
  void set_word_list(std::vector<GazetteerEntry> words);
  void set_options(const WordOptions& options);

  /// Finds something out in another thread, with the words as they are then; what it returns is called in this one. One
  /// question after another; one that needs all documents waits until they are read.
  enum class Needs { WhatIsThere, AllDocuments };
  using Answer = BackgroundTask::Result;
  using Question = std::function<Answer(const ProjectWords&, const Progress&)>;
  void ask(Question question, Needs needs = Needs::WhatIsThere);

 private:
  void change(std::function<void()> change);
  void read_pending();
  void finish_reading(const BackgroundTask::Result& result);
  void apply(const Edit& edit);
  void ask_next();

  std::filesystem::path project_;
  AnnotatorKey annotator_;
  std::function<void()> changed_;
  ProjectWords words_;
  std::vector<std::function<void()>> waiting_;  // changes of the words, while a question is answered
  std::set<DocumentKey> pending_;               // documents to be read next
  std::set<DocumentKey> edited_;                // while documents were read
  struct Waiting {
    Question question;
    Needs needs;
  };
  std::deque<Waiting> questions_;
  wxTimer again_;  // until what could not be read is tried again
  std::unique_ptr<BackgroundTask> question_;
  std::unique_ptr<BackgroundTask> reading_;
};

}  // namespace mitjul
