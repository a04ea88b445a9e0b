#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>

#include "cli/commands.h"
#include "core/error.h"
#include "core/file_io.h"
#include "core/finding.h"
#include "core/schema_checks.h"
#include "import/native_xml.h"
#include "korean/particle_review.h"
#include "korean/unit.h"
#include "messages/sentences.h"
#include "storage/project_file.h"

namespace mitjul {
namespace {

/// What is wrong, in the order in which it was found, and what a review of the annotations adds to it.
struct Verified {
  std::vector<Problem> problems;
  std::vector<Finding> reviewed;
};

void print(const Problem& problem, const std::optional<Span>& span, Output& output) {
  Output::Fields more{{"details", problem.details}};
  if (span) {
    more["start"] = span->start.value();
    more["end"] = span->end.value();
  }
  output.row({{"code", to_string(problem.code)},
              {"document", problem.place.document},
              {"annotation", problem.place.annotation},
              {"line", problem.place.line},
              {"message", sentence(problem)},
              {"severity", to_string(severity_of(problem.code))}},
             more);
}

void append(std::vector<Problem>& problems, std::vector<Problem> more) {
  std::move(more.begin(), more.end(), std::back_inserter(problems));
}

/// Runs `check`; damage that ends it becomes a finding, so that the rest is looked at all the same.
template <class Check>
void collect_damage(std::vector<Problem>& problems, Check check) {
  try {
    check();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Damaged) throw;
    problems.push_back(make_problem(ProblemCode::DatabaseDamaged, {error.detail()}));
  }
}

/// Finds annotations of other documents, keeping the last few documents it had to load.
class OtherDocuments {
 public:
  explicit OtherDocuments(ProjectFile& file) : file_(file) {}

  const Annotation* find(const AnnotationRef& ref) {
    auto place = loaded_.find(ref.document);
    if (place == loaded_.end()) {
      if (!file_.has(ref.document)) return nullptr;
      if (loaded_.size() >= kMost) loaded_.clear();
      std::vector<Problem> reported_there;
      place = loaded_.emplace(ref.document, file_.load(ref.document, reported_there)).first;
    }
    return place->second.find(ref.id);
  }

 private:
  static constexpr std::size_t kMost = 16;

  ProjectFile& file_;
  std::map<DocumentKey, AnnotatedDocument> loaded_;
};

/// What of all documents must be known before one of them can be reviewed.
class Overview {
 public:
  void add(const AnnotatedDocument& document) {
    evidence_.add(document.document.text);
    for_each_end_elsewhere(document, [&](const AnnotationRef& end, const AnnotationId& relation) {
      references_.try_emplace(end, Place{{}, 0, 0, document.document.info.name, to_string(relation)});
    });
  }

  WordEvidence& evidence() { return evidence_; }
  /// References from one document into another, each with a place where it stands.
  const std::map<AnnotationRef, Place>& references() const { return references_; }

  ReviewContext context(bool with_particles) const {
    ReviewContext context;
    context.referred_elsewhere = [this](const AnnotationRef& ref) { return references_.count(ref) != 0; };
    if (with_particles) {
      context.end_without_particle = [this](const Text& text, Span span) {
        return end_without_particle(text, span, evidence_);
      };
    }
    return context;
  }

 private:
  WordEvidence evidence_;
  std::map<AnnotationRef, Place> references_;
};

/// Damage was found when the project was read first.
void review_project(ProjectFile& file, const Schema& schema, Overview& overview, Verified& verified) {
  std::vector<Problem> reported;
  bool particle_inside = false;
  collect_damage(reported, [&] { particle_inside = file.settings().particle_inside; });
  collect_damage(reported, [&] {
    for (const GazetteerEntry& entry : file.gazetteer()) overview.evidence().never_cut(entry.word);
  });
  const ReviewContext context = overview.context(!particle_inside);
  collect_damage(reported, [&] {
    for (const DocumentSummary& summary : file.documents()) {
      const bool annotated = std::any_of(summary.sets.begin(), summary.sets.end(),
                                         [](const SetSummary& set) { return set.annotations > 0; });
      if (summary.in_trash || !annotated) continue;
      collect_damage(reported, [&] {
        auto found = review_document(file.load(summary.key, reported), schema, context);
        std::move(found.begin(), found.end(), std::back_inserter(verified.reviewed));
      });
    }
  });
}

Verified verify_project(const Arguments& arguments) {
  Verified verified;
  std::vector<Problem>& problems = verified.problems;
  ProjectFile file(path_from_utf8(arguments.project));
  collect_damage(problems, [&] { append(problems, file.check_file()); });
  collect_damage(problems, [&] { file.annotators(); });
  Schema schema;
  collect_damage(problems, [&] {
    schema = file.schema();
    append(problems, check_schema(schema));
  });
  OtherDocuments others(file);
  UnitCache known_units(units);
  Overview overview;
  collect_damage(problems, [&] {
    for (const DocumentSummary& summary : file.documents()) {
      collect_damage(problems, [&] {
        const AnnotatedDocument document = file.load(summary.key, problems);
        if (!summary.in_trash) overview.add(document);
        append(problems, check_document(
                             document, schema, [&](const AnnotationRef& ref) { return others.find(ref); },
                             known_units.function()));
      });
    }
  });
  review_project(file, schema, overview, verified);
  return verified;
}

/// What a file of annotations says of particles: it has no settings.
class ParticleHabit {
 public:
  void note(const AnnotatedDocument& document, const WordEvidence& evidence) {
    for (const auto& [key, set] : document.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        const Spans* const spans = annotation.spans();
        if (spans == nullptr || spans->end() > document.document.text.end()) continue;
        if (stands_before_particle(document.document.text, spans->hull(), evidence)) ++left_outside_;
      }
    }
  }

  /// Where many spans end in a particle, more than stand before one, that is how the project annotates.
  void leave_out_where_usual(std::vector<Finding>& findings) const {
    const auto is_particle = [](const Finding& finding) { return finding.problem.code == ProblemCode::ParticleAtEnd; };
    const auto inside = std::count_if(findings.begin(), findings.end(), is_particle);
    if (inside < kMany || inside <= left_outside_) return;
    findings.erase(std::remove_if(findings.begin(), findings.end(), is_particle), findings.end());
  }

 private:
  static constexpr std::ptrdiff_t kMany = 10;

  std::ptrdiff_t left_outside_ = 0;
};

/// Reads the file once more. References between its documents: what they mean must be there, unless the document is not
/// in the file.
void review_export(const std::filesystem::path& path, const Schema& schema, Overview& overview, Verified& verified) {
  const std::map<AnnotationRef, Place>& references = overview.references();
  const ReviewContext context = overview.context(true);
  ParticleHabit habit;
  std::set<DocumentKey> documents;
  std::set<AnnotationRef> found;
  read_native_xml(path, {}, [&](const AnnotatedDocument& document) {
    const DocumentKey& key = document.document.info.key;
    documents.insert(key);
    for (auto wanted = references.lower_bound({key, {}}); wanted != references.end() && wanted->first.document == key;
         ++wanted) {
      if (document.find(wanted->first.id) != nullptr) found.insert(wanted->first);
    }
    habit.note(document, overview.evidence());
    auto more = review_document(document, schema, context);
    std::move(more.begin(), more.end(), std::back_inserter(verified.reviewed));
  });
  habit.leave_out_where_usual(verified.reviewed);
  for (const auto& [reference, place] : references) {
    if (documents.count(reference.document) == 0 || found.count(reference) != 0) continue;
    verified.problems.push_back({ProblemCode::UnknownAnnotation, place, {to_string(reference)}});
  }
}

Verified verify_export(const std::filesystem::path& path) {
  Verified verified;
  Schema schema;
  std::vector<Problem> broken_rules;
  UnitCache known_units(units);
  Overview overview;
  verified.problems = read_native_xml(
      path,
      [&](StreamHeader header) {
        schema = std::move(header.schema);
        append(broken_rules, check_schema(schema));
      },
      [&](const AnnotatedDocument& document) {
        append(broken_rules, check_document(document, schema, {}, known_units.function()));
        overview.add(document);
      });
  append(verified.problems, std::move(broken_rules));
  review_export(path, schema, overview, verified);
  return verified;
}

/// Whether a file is to be checked as an export: it says so, or it is XML of some kind and no project.
bool is_xml(const std::filesystem::path& path) {
  const std::string beginning = read_beginning(path, 4096);
  if (looks_like_native_xml(beginning)) return true;
  const std::size_t first = beginning.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string::npos && beginning[first] == '<';
}

}  // namespace

int run_verify(const Arguments& arguments, Output& output) {
  const std::filesystem::path path = path_from_utf8(arguments.project);
  const Verified verified = is_xml(path) ? verify_export(path) : verify_project(arguments);
  for (const Problem& problem : verified.problems) print(problem, {}, output);
  for (const Finding& finding : verified.reviewed) print(finding.problem, finding.span, output);
  const bool broken = !verified.problems.empty() ||
                      std::any_of(verified.reviewed.begin(), verified.reviewed.end(),
                                  [](const Finding& finding) { return finding.severity() == Severity::Error; });
  return broken ? 1 : 0;
}

}  // namespace mitjul
