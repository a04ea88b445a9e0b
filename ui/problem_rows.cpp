#include "ui/problem_rows.h"

#include <algorithm>

#include "korean/concordance.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kMostQuoted = 40;  // code points

std::string words_of(const Annotation& annotation, const Text& text) {
  if (annotation.spans() == nullptr || annotation.spans()->end() > text.end()) return {};
  Span span = annotation.spans()->hull();
  const bool cut = span.length() > kMostQuoted;
  if (cut) span.end = text.previous_grapheme(span.start + kMostQuoted + 1);
  return on_one_line(text.slice(span)) + (cut ? "…" : "");
}

/// The annotation that another one overlaps is named by its words.
void name_other(Problem& problem, const AnnotatedDocument& document) {
  if (problem.code != ProblemCode::OverlapNotAllowed) return;
  const auto ref = parse_annotation_ref(problem.details.back());
  const Annotation* const other = ref ? document.find(ref->id) : nullptr;
  if (other != nullptr) problem.details.back() = "“" + words_of(*other, document.document.text) + "”";
}

}  // namespace

std::vector<ProblemRow> problem_rows(const AnnotatedDocument& document, const ProblemRules& rules,
                                     const UnitsOf& units) {
  std::vector<ProblemRow> rows;
  for (Finding& finding : find_problems(document, rules.schema, {}, units, rules.review)) {
    if (finding.set.annotator != rules.annotator || finding.set.curated) continue;
    const Annotation* const annotation = document.find(finding.annotation);
    name_other(finding.problem, document);
    rows.push_back({std::move(finding), annotation->label, words_of(*annotation, document.document.text)});
  }
  return rows;
}

void ProblemRows::put(std::vector<DocumentProblems> found) {
  for (auto& [document, rows] : found) {
    forget(document.key);
    if (rows.empty()) continue;
    names_.emplace(document.key, document.name);
    documents_.emplace(std::pair(document.name, document.key), std::move(rows));
  }
  list();
}

void ProblemRows::forget(const DocumentKey& document) {
  if (indexed_ == document) indexed_.reset();
  const auto known = names_.find(document);
  if (known == names_.end()) return;
  documents_.erase({known->second, document});
  names_.erase(known);
}

void ProblemRows::keep_only(const std::set<DocumentKey>& documents) {
  std::vector<DocumentKey> gone;
  for (const auto& [key, name] : names_) {
    if (documents.count(key) == 0) gone.push_back(key);
  }
  for (const DocumentKey& key : gone) forget(key);
  list();
}

void ProblemRows::clear() { keep_only({}); }

void ProblemRows::show(std::optional<ProblemCode> kind, std::optional<DocumentKey> document) {
  kind_ = kind;
  only_ = std::move(document);
  list();
}

void ProblemRows::list() {
  shown_.clear();
  kinds_.clear();
  for (const auto& [place, rows] : documents_) {
    if (only_ && place.second != *only_) continue;
    for (const ProblemRow& row : rows) {
      ++kinds_[row.finding.problem.code];
      if (!kind_ || row.finding.problem.code == *kind_) shown_.push_back(&row);
    }
  }
}

std::vector<Finding> ProblemRows::shown_findings() const {
  std::vector<Finding> findings;
  for (const ProblemRow* const row : shown_) findings.push_back(row->finding);
  return findings;
}

std::size_t ProblemRows::count(Severity severity) const {
  std::size_t count = 0;
  for (const auto& [kind, number] : kinds_) count += severity_of(kind) == severity ? number : 0;
  return count;
}

std::size_t ProblemRows::count_in(const DocumentKey& document) const {
  const auto name = names_.find(document);
  return name == names_.end() ? 0 : documents_.at({name->second, document}).size();
}

void ProblemRows::index(const DocumentKey& document) const {
  if (indexed_ == document) return;
  indexed_ = document;
  by_annotation_.clear();
  const auto name = names_.find(document);
  if (name == names_.end()) return;
  for (const ProblemRow& row : documents_.at({name->second, document})) {
    by_annotation_.emplace_back(row.finding.annotation, &row);
  }
  std::sort(by_annotation_.begin(), by_annotation_.end(),
            [](const auto& one, const auto& other) { return one.first < other.first; });
}

std::vector<const ProblemRow*> ProblemRows::of(const DocumentKey& document, const AnnotationId& annotation) const {
  index(document);
  std::vector<const ProblemRow*> rows;
  const auto first = std::lower_bound(by_annotation_.begin(), by_annotation_.end(), annotation,
                                      [](const auto& each, const AnnotationId& id) { return each.first < id; });
  for (auto each = first; each != by_annotation_.end() && each->first == annotation; ++each) {
    rows.push_back(each->second);
  }
  // The worst first, and otherwise as they were found.
  std::sort(rows.begin(), rows.end(), [](const ProblemRow* one, const ProblemRow* other) {
    return std::pair(one->finding.severity(), one) < std::pair(other->finding.severity(), other);
  });
  return rows;
}

}  // namespace mitjul
