#include "storage/salvage_annotations.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/annotation_checks.h"
#include "storage/document_rows.h"
#include "storage/refusal_rows.h"
#include "storage/salvage_log.h"

namespace mitjul {
namespace {

using State = RecoveryLoss::State;
using SetSum = std::pair<std::int64_t, std::uint64_t>;  // number and fingerprint

SetSum sum_of(const AnnotationSet& set) { return {static_cast<std::int64_t>(set.size()), set.fingerprint()}; }

// Of a set whose own row is lost: nobody knows how many annotations it had.
constexpr std::int64_t kUnknownNumber = -1;

/// `id`: of the row, or nothing where it is free. Does nothing where there is such a set.
void insert_set(Database& database, std::optional<std::int64_t> id, std::int64_t row, std::string_view annotator,
                bool curated) {
  database.prepare("INSERT OR IGNORE INTO annotation_set VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)")
      .bind(id, row, annotator, curated, to_string(SetState::InProgress), kUnknownNumber)
      .run();
}

/// Gives annotations whose set is lost one of their annotator's.
void restore_sets(Database& database, std::int64_t row) {
  std::map<std::int64_t, std::string> missing;
  {
    Statement found = database.prepare(
        "SELECT annotation_set, annotator FROM annotation WHERE document = ?1"
        " AND annotation_set NOT IN (SELECT id FROM annotation_set WHERE document = ?1)");
    found.bind(row);
    while (found.step()) missing.emplace(found.integer(0), found.text(1));
  }
  for (const auto& [id, annotator] : missing) {
    const auto key = AnnotatorKey::parse(annotator);
    if (!key) continue;
    insert_set(database, std::nullopt, row, annotator, false);
    database.prepare("UPDATE annotation SET annotation_set = ?3 WHERE document = ?1 AND annotation_set = ?2")
        .bind(row, id, set_row(database, row, {{}, *key, false}))
        .run();
  }
}

struct SetRow {
  std::optional<SetSum> sum;
  std::optional<SetState> state;
};

std::map<SetKey, SetRow> read_set_rows(Database& database, std::int64_t row, const DocumentKey& document) {
  std::map<SetKey, SetRow> sets;
  Statement found = database.prepare(
      "SELECT annotator, curated, state, annotations, fingerprint FROM annotation_set WHERE document = ?1");
  found.bind(row);
  while (found.step()) {
    const auto annotator = AnnotatorKey::parse(found.text(0));
    if (!annotator) continue;
    SetRow& set = sets[{document, *annotator, found.integer(1) != 0}];
    if (found.integer(3) == kUnknownNumber) continue;
    set.state = parse_set_state(found.text(2));
    set.sum = {found.integer(3), static_cast<std::uint64_t>(found.integer(4))};
  }
  return sets;
}

std::map<AnnotationId, AnnotationRemains> read_remains(Database& database, std::int64_t row) {
  std::map<AnnotationId, AnnotationRemains> remains;
  const auto at = [&](const Statement& found) -> AnnotationRemains* {
    const auto annotator = AnnotatorKey::parse(found.text(0));
    return annotator && found.integer(1) > 0 ? &remains[{*annotator, found.integer(1)}] : nullptr;
  };
  Statement annotations = database.prepare("SELECT annotator, number, label, note FROM annotation WHERE document = ?1");
  annotations.bind(row);
  while (annotations.step()) {
    if (AnnotationRemains* const found = at(annotations)) {
      found->label = annotations.text(2);
      found->note = annotations.text(3);
    }
  }
  Statement segments = database.prepare(
      "SELECT annotator, number, quote FROM segment WHERE document = ?1 ORDER BY annotator, number, position");
  segments.bind(row);
  while (segments.step()) {
    if (AnnotationRemains* const found = at(segments)) {
      if (!found->quote.empty()) found->quote += " … ";
      found->quote += segments.text(2);
    }
  }
  Statement others = database.prepare(
      "SELECT annotator, number FROM attribute WHERE document = ?1"
      " UNION SELECT annotator, number FROM argument WHERE document = ?1");
  others.bind(row);
  while (others.step()) at(others);
  return remains;
}

class AnnotationMender {
 public:
  AnnotationMender(Salvage& salvage, std::int64_t row, const DocumentInfo& info)
      : salvage_(salvage), database_(salvage.database), row_(row), info_(info) {
    restore_sets(database_, row);
    document_ = read_document(database_, row, damage_);
    for (const Problem& problem : damage_) {
      if (const auto id = parse_annotation_id(problem.place.annotation)) doubtful_.insert(*id);
    }
    stored_ = read_set_rows(database_, row, info.key);
    logged_ = read_logged_document(database_, row);
    unsealed_ = read_unsealed(database_, row);
    remains_ = read_remains(database_, row);
    for (const char* const table : {"annotation", "segment", "attribute", "argument"}) {
      pages_missing_ = pages_missing_ || salvage.may_miss(table, {row});
    }
  }

  void run() {
    std::set<SetKey> keys;
    for (const auto& [key, set] : document_.sets) keys.insert(key);
    for (const auto& [key, set] : stored_) keys.insert(key);
    for (const auto& [key, set] : logged_.sets) keys.insert({info_.key, key.first, key.second});
    for (const SetKey& key : keys) mend_set(key);
    say_what_is_lost();
    mend_numbers();
    if (!(sets_ == document_.sets) || !damage_.empty() || lacks_a_sum_) write();
    mend_refusals();
  }

 private:
  const LoggedSet& logged(const SetKey& key) const {
    static const LoggedSet kNone{{}, std::nullopt, std::nullopt};  // of which nothing follows
    const auto found = logged_.sets.find({key.annotator, key.curated});
    return found != logged_.sets.end() ? found->second : kNone;
  }

  /// What the rows say, with what the log knows: of all it knows, or only of what is not there.
  AnnotationSet with_logged(const AnnotationSet& rows, const LoggedSet& logged, bool also_known) const {
    AnnotationSet set = rows;
    for (const auto& [id, annotation] : logged.annotations) {
      if (!also_known && set.find(id) != nullptr) continue;
      if (annotation) {
        set.put(*annotation);
      } else {
        set.remove(id);
      }
    }
    return set;
  }

  void mend_set(const SetKey& key) {
    const AnnotationSet* const present = document_.find_set(key);
    const AnnotationSet rows = present != nullptr ? *present : AnnotationSet(key);
    const LoggedSet& log = logged(key);
    const auto stored = stored_.find(key);
    const SetRow row = stored != stored_.end() ? stored->second : SetRow();
    const auto is_proven = [&](const AnnotationSet& set) {
      return (row.sum && sum_of(set) == *row.sum) || (salvage_.log_is_whole && log.sum && sum_of(set) == *log.sum);
    };
    AnnotationSet whole = rows;
    if (!is_proven(whole)) whole = with_logged(rows, log, true);
    if (!is_proven(whole)) whole = with_logged(rows, log, false);
    AnnotationSet set = is_proven(whole) ? whole : piece_together(key, rows, log, row.sum);
    set.set_state(row.state ? *row.state : log.state.value_or(SetState::InProgress));
    if (!row.sum) lacks_a_sum_ = true;
    const bool is_there = set.size() > 0 || stored != stored_.end();
    if (is_there && !row.state && !(salvage_.log_is_whole && log.state)) {
      salvage_.lose({"set", State::Part, info_.name, key.annotator.str()});
    }
    if (!is_there && !log.state) return;
    sets_.emplace(key, std::move(set));
  }

  AnnotationSet piece_together(const SetKey& key, const AnnotationSet& rows, const LoggedSet& log,
                               const std::optional<SetSum>& stored) {
    AnnotationSet set(key);
    for (const auto& [id, annotation] : rows.annotations()) {
      const bool is_logged = log.annotations.count(id) != 0;
      if (!(salvage_.log_is_whole && is_logged) && is_trusted(annotation, !stored)) set.put(annotation);
    }
    for (const auto& [id, annotation] : log.annotations) {
      if (!annotation || set.find(id) != nullptr || !lies_in_text(*annotation)) continue;
      set.put(*annotation);
      // Edits behind it may be lost.
      if (!salvage_.log_is_whole) salvage_.lose(part(*annotation));
    }
    const auto saved = static_cast<std::int64_t>(set.size());
    if (stored) nameless_ += std::max<std::int64_t>(0, stored->first - saved);
    if (!stored && salvage_.may_miss("annotation", {row_}) && !(salvage_.log_is_whole && log.sum)) {
      salvage_.lose({"annotation", State::Unknown, info_.name});
    }
    return set;
  }

  /// Whether an annotation of a set that does not fit its fingerprint is as it was: what does not fit is explained by
  /// pages that are missing, and none of its own rows was on them; or the log says the same.
  bool is_trusted(const Annotation& annotation, bool set_is_lost) const {
    if (doubtful_.count(annotation.id) != 0) return false;
    if (std::find(unsealed_.begin(), unsealed_.end(), annotation) != unsealed_.end()) return true;
    if (!pages_missing_ && !set_is_lost) return false;
    const StoredRow key{row_, annotation.id.annotator.str(), annotation.id.number};
    if (annotation.spans() != nullptr && salvage_.may_miss("segment", key)) return false;
    if (annotation.relation() != nullptr && salvage_.may_miss("argument", key)) return false;
    const std::optional<Schema>& schema = salvage_.schema;
    const bool has_attributes = !schema || !schema->attributes_of(annotation.label).empty();
    if (has_attributes && salvage_.may_miss("attribute", key)) return false;
    return !schema || check_annotation(annotation, *schema, document_.document.text.length()).empty();
  }

  bool lies_in_text(const Annotation& annotation) const {
    const Spans* const spans = annotation.spans();
    return spans == nullptr || spans->end() <= document_.document.text.end();
  }

  RecoveryLoss part(const Annotation& annotation) const {
    RecoveryLoss loss{"annotation", State::Part, info_.name, to_string(annotation.id), annotation.label};
    if (const Spans* const spans = annotation.spans(); spans != nullptr) {
      const Text& text = document_.document.text;
      for (const Span& segment : spans->segments()) {
        if (!loss.quote.empty()) loss.quote += " … ";
        loss.quote += text.slice(segment);
      }
    }
    loss.note = annotation.note;
    return loss;
  }

  void say_what_is_lost() {
    std::set<AnnotationId> saved;
    for (const auto& [key, set] : sets_) {
      for (const auto& [id, annotation] : set.annotations()) saved.insert(id);
    }
    for (const auto& [key, set] : logged_.sets) {
      for (const auto& [id, annotation] : set.annotations) {
        if (!annotation) saved.insert(id);  // deleted: what is left of it is old
      }
    }
    std::int64_t named = 0;
    for (const auto& [id, remains] : remains_) {
      if (saved.count(id) != 0) continue;
      say_lost(salvage_, info_.name, id, remains);
      ++named;
    }
    if (nameless_ <= named) return;
    salvage_.annotations_lost += nameless_ - named;
    salvage_.lose({"annotations", State::Lost, info_.name, std::to_string(nameless_ - named)});
  }

  /// No number is given twice: the next is above all that were ever seen.
  void mend_numbers() {
    // Where neither the table nor the log tells how far the numbers went, the next ones stay well clear of them.
    constexpr std::int64_t kClear = 1000;
    std::map<AnnotatorKey, std::int64_t> highest;
    const auto see = [&](const AnnotationId& id) {
      std::int64_t& number = highest[id.annotator];
      number = std::max(number, id.number);
    };
    for (const auto& [id, remains] : remains_) see(id);
    for (const AnnotationId& id : logged_.ids) see(id);
    for (const auto& [key, set] : sets_) {
      for (const auto& [id, annotation] : set.annotations()) {
        see(id);
        const Relation* const relation = annotation.relation();
        if (relation == nullptr) continue;
        for (const Argument& argument : relation->arguments) {
          if (argument.target.document.empty()) see(argument.target.id);
        }
      }
    }
    for (const auto& [annotator, number] : highest) {
      Statement known = database_.prepare("SELECT count(*) FROM last_number WHERE document = ?1 AND annotator = ?2");
      known.bind(row_, annotator.view());
      const bool is_known = known.step() && known.integer(0) != 0;
      raise_last_number(database_, row_, {annotator, number + (is_known || salvage_.log_is_whole ? 0 : kClear)});
    }
  }

  void write() {
    for (const std::string_view table : {"segment", "attribute", "argument", "annotation"}) {
      database_.prepare("DELETE FROM " + std::string(table) + " WHERE document = ?1").bind(row_).run();
    }
    // Sets keep their rows, and with them their order.
    database_.prepare("UPDATE annotation_set SET annotations = 0, fingerprint = 0 WHERE document = ?1")
        .bind(row_)
        .run();
    std::set<AnnotationId> written;
    for (const auto& [key, set] : sets_) {
      const std::int64_t id = set_row(database_, row_, key);
      write_set_state(database_, id, set.state());
      AnnotationSet unique(key);
      for (const auto& [annotation_id, annotation] : set.annotations()) {
        if (!written.insert(annotation_id).second) continue;
        insert_annotation(database_, row_, id, annotation, document_.document.text);
        unique.put(annotation);
      }
      count_annotations(database_, id, static_cast<std::int64_t>(unique.size()), unique.fingerprint());
    }
  }

  void mend_refusals() {
    std::set<RefusedSuggestion> known;
    for (const auto& [refusal, refused] : logged_.refusals) {
      if (refused) known.insert(refusal);
    }
    const bool differ = std::any_of(damage_.begin(), damage_.end(), [](const Problem& problem) {
      return problem.code == ProblemCode::RefusalsDiffer ||
             (problem.code == ProblemCode::QuoteDiffers && problem.place.annotation.empty());
    });
    const bool may_miss = !salvage_.is_whole("refusal_sum") && salvage_.may_miss("refusal", {row_});
    if (!differ && (!may_miss || known == document_.refusals)) return;
    if (!salvage_.log_is_whole) {
      salvage_.lose({"refusals", State::Part, info_.name});
      // What was refused and stands in no log may be anything.
      if (!differ) known.insert(document_.refusals.begin(), document_.refusals.end());
    }
    for (const char* const table : {"refusal", "refusal_sum"}) {
      database_.prepare("DELETE FROM " + std::string(table) + " WHERE document = ?1").bind(row_).run();
    }
    for (const RefusedSuggestion& refusal : known) {
      if (refusal.span.end > document_.document.text.end()) continue;
      write_refusal_change(database_, row_, {info_.key, refusal, false, true}, document_.document.text);
    }
  }

  Salvage& salvage_;
  Database& database_;
  std::int64_t row_;
  const DocumentInfo& info_;
  std::vector<Problem> damage_;
  AnnotatedDocument document_;
  std::set<AnnotationId> doubtful_;
  std::map<SetKey, SetRow> stored_;
  LoggedDocument logged_;
  std::vector<Annotation> unsealed_;
  std::map<AnnotationId, AnnotationRemains> remains_;
  bool pages_missing_ = false;
  std::map<SetKey, AnnotationSet> sets_;
  std::int64_t nameless_ = 0;  // annotations that are lost, by the number that their sets had
  bool lacks_a_sum_ = false;
};

}  // namespace

void say_lost(Salvage& salvage, const std::string& document, const AnnotationId& id, const AnnotationRemains& remains) {
  salvage.lose({"annotation", State::Lost, document, to_string(id), remains.label, remains.quote, remains.note});
  ++salvage.annotations_lost;
}

void restore_indexed_sets(Salvage& salvage) {
  for (const auto& [id, set] : salvage.indexed.sets) {
    insert_set(salvage.database, id, set.document, set.annotator.view(), set.curated);
  }
}

void mend_annotations(Salvage& salvage, std::int64_t row, const DocumentInfo& info) {
  AnnotationMender(salvage, row, info).run();
}

void lose_annotations(Salvage& salvage, std::int64_t row, const std::string& document) {
  for (const auto& [id, remains] : read_remains(salvage.database, row)) say_lost(salvage, document, id, remains);
}

void count_annotation_rows(Salvage& salvage) {
  Database& database = salvage.database;
  const bool sets_are_known = salvage.is_whole("annotation_set") ||
                              salvage.is_whole("sqlite_autoindex_annotation_set_1") || salvage.log_is_whole;
  if (!sets_are_known) salvage.lose({"set", State::Unknown});
  salvage.report.count("sets", database.integer("SELECT count(*) FROM annotation_set"), 0);
  salvage.report.count("annotations", database.integer("SELECT count(*) FROM annotation"), salvage.annotations_lost);
  salvage.report.count("refusals", database.integer("SELECT count(*) FROM refusal"), 0);
}

}  // namespace mitjul
