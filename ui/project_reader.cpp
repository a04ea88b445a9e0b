#include "ui/project_reader.h"

#include <algorithm>

#include "core/error.h"
#include "storage/project_file.h"

namespace mitjul {
namespace {

/// What a worker found in documents.
struct Reading {
  std::set<DocumentKey> documents;  ///< that were asked for
  ProjectWords words;
};

void read_document(ProjectFile& file, const DocumentKey& key, const AnnotatorKey& annotator, ProjectWords& words) {
  if (!file.has(key)) return;
  const AnnotatedDocument document = file.load(key);
  if (document.document.info.in_trash) return;
  const AnnotationSet* const set = document.find_set({key, annotator, false});
  words.put(key, document.document.text, set == nullptr ? std::vector<LabelledSpan>() : labelled_spans(*set));
}

std::optional<LabelledSpan> labelled_span(const std::optional<Annotation>& annotation) {
  if (!annotation || annotation->spans() == nullptr || annotation->spans()->discontinuous()) return std::nullopt;
  return LabelledSpan{annotation->spans()->hull(), annotation->label};
}

}  // namespace

ProjectReader::ProjectReader(std::filesystem::path project, AnnotatorKey annotator, std::function<void()> changed)
    : project_(std::move(project)), annotator_(std::move(annotator)), changed_(std::move(changed)) {}

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

void ProjectReader::read_pending() {
  if (pending_.empty()) return;
  auto work = [project = project_, annotator = annotator_, documents = std::exchange(pending_, {}),
               this](const Progress& progress) -> BackgroundTask::Result {
    auto reading = std::make_shared<Reading>();
    reading->documents = documents;
    ProjectFile file(project);
    double done = 0;
    for (const DocumentKey& key : documents) {
      if (!progress(done / static_cast<double>(documents.size()))) throw Error(ErrorKind::Cancelled, project);
      done += 1;
      try {
        read_document(file, key, annotator, reading->words);
      } catch (const Error& error) {
        // Who opens a damaged document is told; here it only tells nothing.
        if (error.kind() != ErrorKind::Damaged) throw;
      }
    }
    return [this, reading] {
      change([this, reading] {
        for (const DocumentKey& key : reading->documents) words_.remove(key);
        words_.merge(std::move(reading->words));
        changed_();
      });
    };
  };
  reading_ = std::make_unique<BackgroundTask>(*this, std::move(work), [this](const BackgroundTask::Result& result) {
    reading_.reset();
    // What cannot be read now is read when it changes again; the window says what is wrong with the file.
    try {
      result();
    } catch (const Error&) {
      edited_.clear();
    }
    pending_.merge(edited_);
    edited_.clear();
    read_pending();
  });
}

void ProjectReader::take_in(const Edit& edit) {
  for (const Change& each : edit.changes) {
    if (const auto* const document = std::get_if<DocumentChange>(&each)) read({document->document});
    if (reading_ && std::holds_alternative<AnnotationChange>(each)) edited_.insert(document_of(each));
  }
  change([this, edit] { apply(edit); });
}

void ProjectReader::apply(const Edit& edit) {
  for (const Change& each : edit.changes) {
    const auto* const annotation = std::get_if<AnnotationChange>(&each);
    if (annotation == nullptr || annotation->set.annotator != annotator_ || annotation->set.curated) continue;
    if (const auto before = labelled_span(annotation->before)) words_.unannotate(annotation->set.document, *before);
    if (const auto after = labelled_span(annotation->after)) words_.annotate(annotation->set.document, *after);
  }
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

void ProjectReader::ask(Question question) {
  questions_.push_back(std::move(question));
  if (!question_) ask_next();
}

void ProjectReader::ask_next() {
  if (questions_.empty()) return;
  Question question = std::move(questions_.front());
  questions_.pop_front();
  question_ = std::make_unique<BackgroundTask>(
      *this, [this, question = std::move(question)](const Progress& progress) { return question(words_, progress); },
      [this](const Answer& answer) {
        question_.reset();
        for (const auto& change : std::exchange(waiting_, {})) change();
        ask_next();
        answer();
      });
}

}  // namespace mitjul
