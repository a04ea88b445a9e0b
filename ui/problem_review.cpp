#include "ui/problem_review.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/error.h"
#include "korean/particle_review.h"
#include "korean/unit.h"

namespace mitjul {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kShortWait = 150;  // milliseconds, as the next
constexpr int kLongWait = 3000;
/// A check takes this part of the time at most.
constexpr int kShare = 20;
/// Found problems are handed over in batches, so often.
constexpr std::chrono::milliseconds kBatch(100);

int milliseconds_since(Clock::time_point begin) {
  return static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count());
}

bool needs_relations(const Schema& schema) {
  return std::any_of(schema.labels.begin(), schema.labels.end(),
                     [](const Label& label) { return label.needs_relation; });
}

std::function<bool(const AnnotationRef&)> one_of(std::shared_ptr<const std::set<AnnotationRef>> references) {
  return [references = std::move(references)](const AnnotationRef& ref) { return references->count(ref) != 0; };
}

}  // namespace

struct ProblemReview::Found {
  std::vector<DocumentProblems> problems;
};

ProblemReview::ProblemReview(Editor& editor, ProjectReader& reader, Load load)
    : editor_(editor),
      reader_(reader),
      load_(std::move(load)),
      referred_(std::make_shared<std::set<AnnotationRef>>()),
      wait_(kShortWait) {
  soon_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { check_shown(); });
}

ProblemReview::~ProblemReview() {
  soon_.Stop();
  task_.reset();
}

std::size_t ProblemReview::count_in_shown() const {
  const AnnotatedDocument* const document = editor_.document();
  return document == nullptr ? 0 : rows_.count_in(document->document.info.key);
}

ProblemRules ProblemReview::rules() const {
  ProblemRules rules{editor_.schema(), editor_.workspace().annotator(), {}};
  rules.review.referred_elsewhere = one_of(referred_);
  if (evidence_ && !editor_.workspace().settings().particle_inside) {
    rules.review.end_without_particle = [evidence = evidence_](const Text& text, Span span) {
      return end_without_particle(text, span, *evidence);
    };
  }
  return rules;
}

void ProblemReview::update(const EditorEvent& event) {
  if (event.documents) {
    std::set<DocumentKey> present;
    for (const DocumentSummary& document : editor_.documents()) present.insert(document.key);
    rows_.keep_only(present);
    tell();
  }
  if (event.schema && all_asked_) check_all();
  if (event.document || event.annotations || event.schema) soon_.StartOnce(wait_);
}

void ProblemReview::take_in(const std::vector<DocumentKey>& documents) {
  if (!all_asked_) return;
  std::set<DocumentKey> others(documents.begin(), documents.end());
  others.erase(editor_.set_key().document);
  if (!others.empty()) check(std::move(others), false);
}

void ProblemReview::take_in_words() {
  words_changed_ = words_asked_;
  if (std::exchange(words_asked_, true)) return;
  reader_.ask(
      [this](const ProjectWords& words, const Progress&) -> ProjectReader::Answer {
        std::shared_ptr<const WordEvidence> evidence;
        // What was annotated counts as a word: with its particle, too.
        if (!words.documents().empty()) {
          evidence = std::make_shared<const WordEvidence>(words.evidence().without_lexicon());
        }
        return [this, evidence = std::move(evidence)] {
          words_asked_ = false;
          if (std::exchange(words_changed_, false)) return take_in_words();
          evidence_ = evidence;
          soon_.StartOnce(kShortWait);
          if (all_asked_) check_all();
        };
      },
      ProjectReader::Needs::AllDocuments);
}

void ProblemReview::check_shown() {
  soon_.Stop();
  const AnnotatedDocument* const document = editor_.document();
  if (document != nullptr) {
    const Clock::time_point begin = Clock::now();
    const DocumentInfo& info = document->document.info;
    rows_.put({{{info.key, info.name}, problem_rows(*document, rules(), editor_.workspace().units_of())}});
    wait_ = std::clamp(milliseconds_since(begin) * kShare, kShortWait, kLongWait);
  }
  tell();
}

void ProblemReview::check_all() {
  all_asked_ = true;
  std::set<DocumentKey> all;
  for (const DocumentSummary& document : editor_.documents()) all.insert(document.key);
  pending_.clear();
  check(std::move(all), true);
}

std::vector<NamedDocument> ProblemReview::named(const std::set<DocumentKey>& keys) const {
  std::vector<NamedDocument> documents;
  for (const DocumentSummary& document : editor_.documents()) {
    if (keys.count(document.key) != 0) documents.push_back({document.key, document.name});
  }
  return documents;
}

/// One check at a time: what changes meanwhile is looked through behind it, and a check of all begins anew.
void ProblemReview::check(std::set<DocumentKey> documents, bool all) {
  if (task_ && !all) {
    pending_.merge(documents);
    return;
  }
  task_.reset();
  const unsigned run = ++run_;
  BackgroundTask::Work work = [this, run, all, documents = named(documents), rules = rules(),
                               load = load_](const Progress& progress) mutable -> BackgroundTask::Result {
    const auto for_each = [&](double from, double share, const std::function<void(const AnnotatedDocument&)>& use) {
      for (std::size_t i = 0; i < documents.size(); ++i) {
        const double done = from + share * static_cast<double>(i) / static_cast<double>(documents.size());
        if (!go_on(progress, done)) throw Error(ErrorKind::Cancelled, std::filesystem::path());
        try {
          use(load(documents[i].key));
        } catch (const Error& error) {
          // Who opens a damaged document is told; one that has just gone has no problems.
          if (error.kind() != ErrorKind::Damaged && error.kind() != ErrorKind::NotFound) throw;
        }
      }
    };
    auto references = std::make_shared<std::set<AnnotationRef>>();
    const bool reads_twice = all && needs_relations(rules.schema);
    if (reads_twice) {
      for_each(0, 0.5, [&](const AnnotatedDocument& document) {
        for_each_end_elsewhere(document,
                               [&](const AnnotationRef& end, const AnnotationId&) { references->insert(end); });
      });
      rules.review.referred_elsewhere = one_of(references);
    }
    UnitCache known_units(units);
    Found batch;
    Clock::time_point given = Clock::now();
    const auto give = [&] {
      const auto shared = std::make_shared<Found>(std::exchange(batch, {}));
      given = Clock::now();
      CallAfter([this, run, shared] {
        if (run != run_) return;
        rows_.put(std::move(shared->problems));
        tell();
      });
    };
    for_each(reads_twice ? 0.5 : 0, reads_twice ? 0.5 : 1, [&](const AnnotatedDocument& document) {
      const DocumentInfo& info = document.document.info;
      batch.problems.push_back({{info.key, info.name}, problem_rows(document, rules, known_units.function())});
      if (Clock::now() - given > kBatch) give();
    });
    give();
    return [this, references, reads_twice] {
      if (reads_twice) referred_ = references;
    };
  };
  task_ = std::make_unique<BackgroundTask>(*this, std::move(work), [this, run](const BackgroundTask::Result& result) {
    if (run == run_) finish(result);
  });
  tell();
}

void ProblemReview::finish(const BackgroundTask::Result& result) {
  task_.reset();
  try {
    result();
  } catch (const Error& error) {
    // Who cancels has what was found until then; what cannot be read is said where it is opened.
    if (error.kind() != ErrorKind::Cancelled) pending_.clear();
  }
  // Of the shown document the check may have read less than there is now.
  check_shown();
  if (!pending_.empty()) check(std::exchange(pending_, {}), false);
}

}  // namespace mitjul
