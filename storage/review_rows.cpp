#include "storage/review_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

namespace mitjul {
namespace {

/// Document row, annotator and number of an annotation.
using RowKey = std::tuple<std::int64_t, std::string, std::int64_t>;
using ValuesOf = std::map<RowKey, Attributes>;

// What both statements look at: sets of one annotator that count, and in them what was made before `?2` under one of
// the labels of `?3`.
constexpr std::string_view kOldAnnotations =
    " FROM annotation_set t JOIN document d ON d.id = t.document"
    " JOIN annotation a ON a.document = t.document AND a.annotation_set = t.id";
constexpr std::string_view kOldOnes =
    " WHERE t.annotator = ?1 AND t.curated = 0 AND d.in_trash = 0 AND a.schema_version < ?2"
    " AND a.label IN (SELECT value FROM json_each(?3))";

std::string labels_of(const std::vector<RevisedTag>& tags) {
  nlohmann::json labels = nlohmann::json::array();
  for (const RevisedTag& tag : tags) {
    for (const std::string& label : tag.labels) labels.push_back(label);
  }
  return labels.dump();
}

bool has_values(const std::vector<RevisedTag>& tags) {
  return std::any_of(tags.begin(), tags.end(), [](const RevisedTag& tag) { return !tag.attribute.empty(); });
}

ValuesOf read_values(Database& database, const std::vector<RevisedTag>& tags, const AnnotatorKey& annotator) {
  ValuesOf values;
  if (!has_values(tags)) return values;
  Statement rows = database.prepare(fmt::format(
      "SELECT a.document, a.annotator, a.number, v.attribute, v.value {} JOIN attribute v ON v.document = a.document"
      " AND v.annotator = a.annotator AND v.number = a.number {}",
      kOldAnnotations, kOldOnes));
  rows.bind(annotator.view(), last_revision(tags), labels_of(tags));
  while (rows.step()) {
    const RowKey key{rows.integer(0), std::string(rows.text(1)), rows.integer(2)};
    values[key][std::string(rows.text(3))].emplace_back(rows.text(4));
  }
  return values;
}

/// What a relation ties, by how it begins.
std::string ends_of(Database& database, const RowKey& key) {
  Statement ends = database.prepare(
      "SELECT substr(s.quote, 1, ?4) FROM argument g JOIN segment s ON s.document = g.document"
      " AND s.annotator = g.target_annotator AND s.number = g.target_number AND s.position = 0"
      " WHERE g.document = ?1 AND g.annotator = ?2 AND g.number = ?3 AND g.target_document = '' ORDER BY g.position");
  const auto& [document, annotator, number] = key;
  ends.bind(document, annotator, number, kWaitingQuote / 2);
  std::string words;
  while (ends.step()) words.append(words.empty() ? "" : " → ").append(ends.text(0));
  return words;
}

std::int64_t count_reviewed(Database& database, int last_revision, const AnnotatorKey& annotator) {
  if (last_revision == 0) return 0;
  Statement count = database.prepare(fmt::format(
      "SELECT count(*) {} WHERE t.annotator = ?1 AND t.curated = 0 AND d.in_trash = 0 AND a.confirmed_by = ?1"
      " AND a.confirmed IS NOT NULL AND a.schema_version >= ?2",
      kOldAnnotations));
  count.bind(annotator.view(), last_revision);
  count.step();
  return count.integer(0);
}

}  // namespace

ReviewWork read_review_work(Database& database, const std::vector<RevisedTag>& tags, const AnnotatorKey& annotator) {
  ReviewWork work;
  if (tags.empty()) return work;
  const int revision = last_revision(tags);
  ValuesOf values = read_values(database, tags, annotator);
  Statement rows = database.prepare(fmt::format(
      "SELECT a.document, a.annotator, a.number, d.key, d.name, a.kind, a.label, a.schema_version, s.start,"
      " substr(s.quote, 1, ?4) {} LEFT JOIN segment s ON s.document = a.document AND s.annotator = a.annotator"
      " AND s.number = a.number AND s.position = 0 {}",
      kOldAnnotations, kOldOnes));
  rows.bind(annotator.view(), revision, labels_of(tags), kWaitingQuote);
  while (rows.step()) {
    const RowKey key{rows.integer(0), std::string(rows.text(1)), rows.integer(2)};
    Annotation tagged{{}, std::string(rows.text(6)), WholeDocument(), {}, {}, {}};  // what reasons ask of it
    tagged.provenance.schema_version = rows.number<int>(7);
    const auto found = values.find(key);
    if (found != values.end()) tagged.attributes = std::move(found->second);
    WaitingAnnotation waiting;
    waiting.reasons = reasons_to_review(tags, tagged);
    const auto document = DocumentKey::parse(rows.text(3));
    const auto by = AnnotatorKey::parse(rows.text(1));
    if (waiting.reasons.empty() || !document || !by) continue;
    waiting.document = *document;
    waiting.id = {*by, rows.integer(2)};
    waiting.document_name = rows.text(4);
    waiting.kind = parse_label_kind(rows.text(5)).value_or(LabelKind::Span);
    waiting.label = std::move(tagged.label);
    waiting.start = TextPos(rows.number<std::uint32_t>(8));
    waiting.quote = rows.text(9);
    if (waiting.kind == LabelKind::Relation) waiting.quote = ends_of(database, key);
    waiting.schema_version = tagged.provenance.schema_version;
    work.waiting.push_back(std::move(waiting));
  }
  std::sort(work.waiting.begin(), work.waiting.end(), in_review_order);
  work.confirmed = count_reviewed(database, revision, annotator);
  return work;
}

}  // namespace mitjul
