#include "ui/project_reader.h"

#include <algorithm>
#include <map>

#include "core/error.h"
#include "storage/project_file.h"

namespace mitjul {
namespace {

constexpr int kAgainMilliseconds = 5000;

/// A document that was known before, as it is now.
struct Reread {
  DocumentKey key;
  Text text;
  std::vector<LabelledSpan> annotations;
};

/// What a worker found in documents.
struct Reading {
  ProjectWords words;  ///< of documents that were not known
  std::vector<Reread> reread;
  std::vector<DocumentKey> gone;  ///< in the trash, or not there
  std::set<DocumentKey> failed;   ///< could not be read now
};

/// Throws `Error`.
void read_document(ProjectFile& file, const DocumentKey& key, const AnnotatorKey& annotator, bool known,
                   Reading& reading) {
  if (!file.has(key)) return reading.gone.push_back(key);
  const AnnotatedDocument document = file.load(key);
  if (document.document.info.in_trash) return reading.gone.push_back(key);
  const AnnotationSet* const set = document.find_set({key, annotator, false});
  const std::vector<LabelledSpan> annotations = set == nullptr ? std::vector<LabelledSpan>() : labelled_spans(*set);
  if (known) {
    reading.reread.push_back({key, document.document.text, annotations});
  } else {
    reading.words.put(key, document.document.text, annotations);
  }
}

std::optional<LabelledSpan> labelled_span(const std::optional<Annotation>& annotation) {
  if (!annotation || annotation->spans() == nullptr || annotation->spans()->discontinuous()) return std::nullopt;
  return LabelledSpan{annotation->spans()->hull(), annotation->label};
}

}  // namespace

ProjectReader::ProjectReader(std::filesystem::path project, AnnotatorKey annotator, std::function<void()> changed)
    : project_(std::move(project)), annotator_(std::move(annotator)), changed_(std::move(changed)) {
  again_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    if (!reading_) read_pending();
  });
}

/// Not while another thread reads the words.
void ProjectReader::change(std::function<void()> change) {
  if (question_) {
    waiting_.push_back(std::move(change));
  } else {
    change();
  }
}

void ProjectReader::read(const std::vector<DocumentKey>& documents) {
  pending_.insert(documents.begin(), documents.end());
  if (!reading_) read_pending();
}

/// Not while what was read before waits for a question: it would count as unknown, and be read as new.
void ProjectReader::read_pending() {
  if (pending_.empty() || !waiting_.empty()) return ask_next();
  std::set<DocumentKey> known;
  for (const DocumentKey& key : words_.documents()) known.insert(key);
  auto work = [project = project_, annotator = annotator_, documents = std::exchange(pending_, {}),
               known = std::move(known), this](const Progress& progress) -> BackgroundTask::Result {
    auto reading = std::make_shared<Reading>();
    std::unique_ptr<ProjectFile> file;
    double done = 0;
    for (const DocumentKey& key : documents) {
      if (!progress(done / static_cast<double>(documents.size()))) throw Error(ErrorKind::Cancelled, project);
      done += 1;
      try {
        if (!file) file = std::make_unique<ProjectFile>(project);
        read_document(*file, key, annotator, known.count(key) > 0, *reading);
      } catch (const Error& error) {
        // Who opens a damaged document is told; here it only tells nothing.
        if (error.kind() != ErrorKind::Damaged) reading->failed.insert(key);
      }
    }
    return [this, reading] {
      if (!reading->failed.empty()) again_.StartOnce(kAgainMilliseconds);
      pending_.insert(reading->failed.begin(), reading->failed.end());
      change([this, reading] {
        for (const DocumentKey& key : reading->gone) words_.remove(key);
        for (const Reread& each : reading->reread) words_.put(each.key, each.text, each.annotations);
        words_.merge(std::move(reading->words));
        changed_();
      });
    };
  };
  reading_ = std::make_unique<BackgroundTask>(*this, std::move(work),
                                              [this](const BackgroundTask::Result& result) { finish_reading(result); });
}

void ProjectReader::finish_reading(const BackgroundTask::Result& result) {
  reading_.reset();
  result();
  // Of what was edited meanwhile the reading may be older than the edit.
  pending_.merge(edited_);
  edited_.clear();
  if (!again_.IsRunning()) {
    read_pending();
  } else {
    ask_next();
  }
}

void ProjectReader::take_in(const Edit& edit) {
  for (const Change& each : edit.changes) {
    if (const auto* const document = std::get_if<DocumentChange>(&each)) read({document->document});
    if (const auto* const tags = std::get_if<RetaggingChange>(&each)) read({tags->set.document});
    if (reading_ && std::holds_alternative<AnnotationChange>(each)) edited_.insert(document_of(each));
  }
  change([this, edit] { apply(edit); });
}

void ProjectReader::apply(const Edit& edit) {
  struct Difference {
    std::vector<LabelledSpan> removed;
    std::vector<LabelledSpan> added;
  };
  std::map<DocumentKey, Difference> differences;
  for (const Change& each : edit.changes) {
    const auto* const annotation = std::get_if<AnnotationChange>(&each);
    if (annotation == nullptr || annotation->set.annotator != annotator_ || annotation->set.curated) continue;
    Difference& difference = differences[annotation->set.document];
    if (const auto before = labelled_span(annotation->before)) difference.removed.push_back(*before);
    if (const auto after = labelled_span(annotation->after)) difference.added.push_back(*after);
  }
  for (const auto& [document, difference] : differences) words_.change(document, difference.removed, difference.added);
}

void ProjectReader::set_word_list(std::vector<GazetteerEntry> words) {
  change([this, words = std::move(words)] {
    words_.set_word_list(words);
    changed_();
  });
}

void ProjectReader::set_options(const WordOptions& options) {
  change([this, options] {
    words_.options = options;
    changed_();
  });
}

void ProjectReader::ask(Question question, Needs needs) {
  questions_.push_back({std::move(question), needs});
  ask_next();
}

void ProjectReader::ask_next() {
  if (question_) return;
  const bool all_read = !reading_;
  const auto next = std::find_if(questions_.begin(), questions_.end(), [all_read](const Waiting& each) {
    return all_read || each.needs == Needs::WhatIsThere;
  });
  if (next == questions_.end()) return;
  Question question = std::move(next->question);
  questions_.erase(next);
  question_ = std::make_unique<BackgroundTask>(
      *this, [this, question = std::move(question)](const Progress& progress) { return question(words_, progress); },
      [this](const Answer& answer) {
        question_.reset();
        for (const auto& change : std::exchange(waiting_, {})) change();
        if (!reading_ && !again_.IsRunning()) read_pending();
        ask_next();
        answer();
      });
}

}  // namespace mitjul
