#include "storage/refusal_rows.h"

namespace mitjul {
namespace {

/// What stands for the refusals of a document.
struct Sum {
  std::int64_t refusals = 0;
  std::uint64_t fingerprint = 0;

  bool operator==(const Sum&) const = default;
};

Sum stored_sum(Database& database, std::int64_t row) {
  Statement found = database.prepare("SELECT refusals, fingerprint FROM refusal_sum WHERE document = ?1");
  found.bind(row);
  if (!found.step()) return {};
  return {found.integer(0), static_cast<std::uint64_t>(found.integer(1))};
}

Problem damage_in(const AnnotatedDocument& document, ProblemCode code, std::vector<std::string> details) {
  Problem problem = make_problem(code, std::move(details));
  problem.place.document = document.document.info.name;
  return problem;
}

}  // namespace

void read_refusals(Database& database, std::int64_t row, AnnotatedDocument& document, std::vector<Problem>& damage) {
  const Text& text = document.document.text;
  Sum sum;
  {
    Statement rows = database.prepare("SELECT annotator, start, end, label, quote FROM refusal WHERE document = ?1");
    rows.bind(row);
    while (rows.step()) {
      const auto annotator = AnnotatorKey::parse(rows.text(0));
      const std::int64_t start = rows.integer(1);
      const std::int64_t end = rows.integer(2);
      if (!annotator || start < 0 || start >= end || end > text.length()) continue;  // missing in the sum
      const Span span(static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end));
      if (text.slice(span) != rows.text(4)) {
        damage.push_back(
            damage_in(document, ProblemCode::QuoteDiffers, {std::string(rows.text(4)), std::string(text.slice(span))}));
      }
      const auto refusal = document.refusals.insert({*annotator, span, std::string(rows.text(3))}).first;
      ++sum.refusals;
      sum.fingerprint += fingerprint(*refusal);
    }
  }
  if (sum == stored_sum(database, row)) return;
  damage.push_back(damage_in(document, ProblemCode::RefusalsDiffer, {document.document.info.name}));
}

void write_refusal_change(Database& database, std::int64_t row, const RefusalChange& change, const Text& text) {
  const RefusedSuggestion& refusal = change.refusal;
  Sum sum = stored_sum(database, row);
  if (change.after) {
    database.prepare("INSERT INTO refusal VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(row, refusal.annotator.view(), refusal.span.start.value(), refusal.span.end.value(), refusal.label,
              text.slice(refusal.span))
        .run();
    ++sum.refusals;
    sum.fingerprint += fingerprint(refusal);
  } else {
    database
        .prepare(
            "DELETE FROM refusal WHERE document = ?1 AND annotator = ?2 AND start = ?3 AND end = ?4 AND label = ?5")
        .bind(row, refusal.annotator.view(), refusal.span.start.value(), refusal.span.end.value(), refusal.label)
        .run();
    --sum.refusals;
    sum.fingerprint -= fingerprint(refusal);
  }
  database.prepare("INSERT OR REPLACE INTO refusal_sum VALUES (?1, ?2, ?3)")
      .bind(row, sum.refusals, static_cast<std::int64_t>(sum.fingerprint))
      .run();
}

}  // namespace mitjul
