#include "storage/document_rows.h"

#include <fmt/ranges.h>

#include <map>
#include <tuple>

#include "core/crypto.h"
#include "core/error.h"
#include "core/utf8.h"
#include "storage/refusal_rows.h"

namespace mitjul {
namespace {

std::int64_t fingerprint_of(const DocumentInfo& info) { return static_cast<std::int64_t>(fingerprint(info)); }

Problem damage_in(const DocumentInfo& info, ProblemCode code, std::vector<std::string> details) {
  Problem problem = make_problem(code, std::move(details));
  problem.place.document = info.name;
  return problem;
}

std::optional<Time> optional_time(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Time(std::chrono::seconds(row.integer(column)));
}

std::optional<std::int64_t> seconds(const std::optional<Time>& time) {
  if (!time) return std::nullopt;
  return time->time_since_epoch().count();
}

/// Rows of a table that hangs on `annotation`, read along with it: all are clustered by document, annotator, number.
class Followers {
 public:
  Followers(Statement statement, std::int64_t row) : statement_(std::move(statement)) {
    statement_.bind(row);
    more_ = statement_.step();
  }

  /// Calls `use` for each row that belongs to the annotation. Rows of none are passed over: fingerprints miss them.
  template <class Use>
  void take(std::string_view annotator, std::int64_t number, Use use) {
    while (more_) {
      const int order = statement_.text(0).compare(annotator);
      if (order > 0 || (order == 0 && statement_.integer(1) > number)) return;
      if (order == 0 && statement_.integer(1) == number) use(statement_);
      more_ = statement_.step();
    }
  }

 private:
  Statement statement_;
  bool more_ = false;
};

/// Reads the annotations of one document.
class AnnotationReader {
 public:
  AnnotationReader(Database& database, std::int64_t row, AnnotatedDocument& document, std::vector<Problem>& damage)
      : document_(document),
        damage_(damage),
        annotations_(database.prepare(
            "SELECT annotator, number, annotation_set, kind, label, note, created, modified, method, origin, "
            "confidence,"
            " schema_version, confirmed, confirmed_by FROM annotation WHERE document = ?1 ORDER BY annotator, number")),
        segments_(database.prepare("SELECT annotator, number, start, end, quote FROM segment WHERE document = ?1"
                                   " ORDER BY annotator, number, position"),
                  row),
        attributes_(database.prepare("SELECT annotator, number, attribute, value FROM attribute WHERE document = ?1"
                                     " ORDER BY annotator, number, attribute, position"),
                    row),
        arguments_(database.prepare("SELECT annotator, number, role, target_document, target_annotator, target_number"
                                    " FROM argument WHERE document = ?1 ORDER BY annotator, number, position"),
                   row) {
    annotations_.bind(row);
  }

  void read(const std::map<std::int64_t, SetKey>& sets) {
    while (annotations_.step()) {
      std::optional<Annotation> annotation = next();
      const auto set = sets.find(annotations_.integer(2));
      // What cannot be read is missing in its set, and the set's number tells.
      if (annotation && set != sets.end()) document_.set(set->second).put(*std::move(annotation));
    }
  }

 private:
  std::optional<Annotation> next() {
    const std::string_view annotator = annotations_.text(0);
    const std::int64_t number = annotations_.integer(1);
    const auto key = AnnotatorKey::parse(annotator);
    std::optional<Anchor> anchor = read_anchor(annotator, number);
    Attributes attributes;
    attributes_.take(annotator, number,
                     [&](const Statement& row) { attributes[std::string(row.text(2))].emplace_back(row.text(3)); });
    const auto method = parse_method(annotations_.text(8));
    if (!key || !anchor || !method) return std::nullopt;
    Annotation annotation{{*key, number},        std::string(annotations_.text(4)), *std::move(anchor),
                          std::move(attributes), std::string(annotations_.text(5)), {}};
    Provenance& provenance = annotation.provenance;
    provenance.created = Time(std::chrono::seconds(annotations_.integer(6)));
    provenance.modified = optional_time(annotations_, 7);
    provenance.method = *method;
    provenance.origin = annotations_.text(9);
    if (!annotations_.is_null(10)) provenance.confidence = annotations_.real(10);
    provenance.schema_version = annotations_.number<int>(11);
    provenance.confirmed = optional_time(annotations_, 12);
    provenance.confirmed_by = AnnotatorKey::parse(annotations_.text(13)).value_or(AnnotatorKey());
    return annotation;
  }

  std::optional<Anchor> read_anchor(std::string_view annotator, std::int64_t number) {
    const std::string_view kind = annotations_.text(3);
    if (kind == "document") return WholeDocument{};
    if (kind == "relation") {
      Relation relation;
      bool legible = true;
      arguments_.take(annotator, number, [&](const Statement& row) {
        const auto target = AnnotatorKey::parse(row.text(4));
        const auto document = DocumentKey::parse(row.text(3));
        legible = legible && target && (document || row.text(3).empty());
        if (!legible) return;
        relation.arguments.push_back(
            {std::string(row.text(2)), {document.value_or(DocumentKey()), {*target, row.integer(5)}}});
      });
      return legible && !relation.arguments.empty() ? std::optional<Anchor>(std::move(relation)) : std::nullopt;
    }
    if (kind != "span") return std::nullopt;
    std::vector<Span> segments;
    bool legible = true;
    segments_.take(annotator, number, [&](const Statement& row) {
      const std::int64_t start = row.integer(2);
      const std::int64_t end = row.integer(3);
      const Text& text = document_.document.text;
      if (start < 0 || start >= end || end > text.length()) {
        report(ProblemCode::SpanOutsideText,
               {std::to_string(start), std::to_string(end), std::to_string(text.length())}, annotator, number);
        legible = false;
        return;
      }
      const Span segment(static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end));
      if (text.slice(segment) != row.text(4)) {
        report(ProblemCode::QuoteDiffers, {std::string(row.text(4)), std::string(text.slice(segment))}, annotator,
               number);
      }
      segments.push_back(segment);
    });
    return legible && !segments.empty() ? std::optional<Anchor>(Spans(std::move(segments))) : std::nullopt;
  }

  void report(ProblemCode code, std::vector<std::string> details, std::string_view annotator, std::int64_t number) {
    Problem problem = damage_in(document_.document.info, code, std::move(details));
    problem.place.annotation = std::string(annotator) + "-" + std::to_string(number);
    damage_.push_back(std::move(problem));
  }

  AnnotatedDocument& document_;
  std::vector<Problem>& damage_;
  Statement annotations_;
  Followers segments_;
  Followers attributes_;
  Followers arguments_;
};

struct StoredSet {
  SetKey key;
  std::int64_t annotations = 0;
  std::uint64_t fingerprint = 0;
};

void read_sets(Database& database, std::int64_t row, AnnotatedDocument& document, std::vector<Problem>& damage) {
  std::map<std::int64_t, SetKey> keys;
  std::vector<StoredSet> stored;
  {
    Statement sets = database.prepare(
        "SELECT id, annotator, curated, state, annotations, fingerprint FROM annotation_set WHERE document = ?1");
    sets.bind(row);
    while (sets.step()) {
      const auto annotator = AnnotatorKey::parse(sets.text(1));
      const auto state = parse_set_state(sets.text(3));
      if (!annotator || !state) {
        damage.push_back(
            damage_in(document.document.info, ProblemCode::AnnotationsDiffer, {std::string(sets.text(1))}));
        continue;
      }
      const SetKey key{document.document.info.key, *annotator, sets.integer(2) != 0};
      keys.emplace(sets.integer(0), key);
      document.set(key).set_state(*state);
      stored.push_back({key, sets.integer(4), static_cast<std::uint64_t>(sets.integer(5))});
    }
  }
  AnnotationReader(database, row, document, damage).read(keys);
  for (const StoredSet& expected : stored) {
    const AnnotationSet& set = document.set(expected.key);
    if (static_cast<std::int64_t>(set.size()) != expected.annotations || set.fingerprint() != expected.fingerprint) {
      damage.push_back(
          damage_in(document.document.info, ProblemCode::AnnotationsDiffer, {expected.key.annotator.str()}));
    }
  }
}

void write_lists(Database& database, std::int64_t row, const DocumentInfo& info) {
  int position = 0;
  for (const auto& [key, value] : info.metadata) {
    database.prepare("INSERT INTO metadata VALUES (?1, ?2, ?3, ?4)").bind(row, position++, key, value).run();
  }
  position = 0;
  for (const Zone& zone : info.zones) {
    database.prepare("INSERT INTO zone VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(row, position++, to_string(zone.kind), zone.span.start.value(), zone.span.end.value())
        .run();
  }
  for (const Substitution& substitution : info.substitutions) {
    database.prepare("INSERT INTO substitution VALUES (?1, ?2, ?3)")
        .bind(row, substitution.offset.value(), substitution.original)
        .run();
  }
}

void insert_values(Database& database, std::int64_t row, const AnnotationId& id, const std::string& attribute,
                   const std::vector<std::string>& values) {
  int position = 0;
  for (const std::string& value : values) {
    database.prepare("INSERT INTO attribute VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(row, id.annotator.view(), id.number, attribute, position++, value)
        .run();
  }
}

}  // namespace

std::optional<std::int64_t> find_document_row(Database& database, const DocumentKey& key) {
  Statement found = database.prepare("SELECT id FROM document WHERE key = ?1");
  found.bind(key.view());
  if (!found.step()) return std::nullopt;
  return found.integer(0);
}

DocumentInfo read_document_info(Database& database, std::int64_t row, std::vector<Problem>& damage) {
  DocumentInfo info;
  std::int64_t stored_fingerprint = 0;
  {
    Statement document = database.prepare(
        "SELECT key, name, title, language, code_points, utf16_units, sha256, in_trash, origin_format, origin_file,"
        " origin_sha256, origin_encoding, origin_newlines, fingerprint FROM document WHERE id = ?1");
    document.bind(row);
    if (!document.step()) return info;
    info.key = DocumentKey::parse(document.text(0)).value_or(DocumentKey());
    info.name = document.text(1);
    info.title = document.text(2);
    info.language = document.text(3);
    info.code_points = document.number<std::uint32_t>(4);
    info.utf16_units = document.number<std::uint32_t>(5);
    info.sha256 = document.text(6);
    info.in_trash = document.integer(7) != 0;
    info.origin = {std::string(document.text(8)), std::string(document.text(9)), std::string(document.text(10)),
                   std::string(document.text(11)), std::string(document.text(12))};
    stored_fingerprint = document.integer(13);
  }
  {
    Statement metadata = database.prepare("SELECT key, value FROM metadata WHERE document = ?1 ORDER BY position");
    metadata.bind(row);
    while (metadata.step()) info.metadata.emplace_back(metadata.text(0), metadata.text(1));
  }
  {
    Statement zones = database.prepare("SELECT kind, start, end FROM zone WHERE document = ?1 ORDER BY position");
    zones.bind(row);
    while (zones.step()) {
      const auto kind = parse_zone_kind(zones.text(0));
      const auto start = zones.number<std::uint32_t>(1);
      const auto end = zones.number<std::uint32_t>(2);
      if (kind) info.zones.push_back({*kind, Span(start, end)});
    }
  }
  {
    Statement substitutions =
        database.prepare("SELECT start, original FROM substitution WHERE document = ?1 ORDER BY start");
    substitutions.bind(row);
    while (substitutions.step()) {
      info.substitutions.push_back(
          {TextPos(substitutions.number<std::uint32_t>(0)), std::string(substitutions.text(1))});
    }
  }
  if (fingerprint_of(info) != stored_fingerprint) {
    damage.push_back(damage_in(info, ProblemCode::DocumentDiffers, {info.name}));
  }
  return info;
}

Text read_text(Database& database, std::int64_t row) {
  Statement found = database.prepare(
      "SELECT t.utf8, d.sha256, d.name FROM document d JOIN document_text t ON t.document = d.id WHERE d.id = ?1");
  found.bind(row);
  if (!found.step()) throw Error(ErrorKind::Damaged, database.path(), "text");
  std::string utf8(found.text(0));
  if (sha256_hex(utf8) != found.text(1) || !is_valid_utf8(utf8)) {
    throw Error(ErrorKind::Damaged, database.path(),
                std::string(found.text(2)) + ": " + std::string(to_string(ProblemCode::TextDiffers)));
  }
  return Text(std::move(utf8));
}

AnnotatedDocument read_document(Database& database, std::int64_t row, std::vector<Problem>& damage) {
  AnnotatedDocument document;
  document.document.info = read_document_info(database, row, damage);
  const DocumentInfo& info = document.document.info;
  try {
    document.document.text = read_text(database, row);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Damaged) throw;
    damage.push_back(damage_in(info, ProblemCode::TextDiffers, {info.name}));
    return document;  // positions in another text mean nothing
  }
  if (document.document.text.length() != info.code_points ||
      document.document.text.utf16_length() != info.utf16_units) {
    damage.push_back(damage_in(info, ProblemCode::LengthDiffers,
                               {std::to_string(info.code_points), std::to_string(document.document.text.length())}));
  }
  read_sets(database, row, document, damage);
  read_refusals(database, row, document, damage);
  return document;
}

std::int64_t insert_document(Database& database, const Document& document) {
  const DocumentInfo& info = document.info;
  database
      .prepare(
          "INSERT INTO document (key, name, title, language, code_points, utf16_units, sha256, in_trash,"
          " origin_format, origin_file, origin_sha256, origin_encoding, origin_newlines, fingerprint)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")
      .bind(info.key.view(), info.name, info.title, info.language, info.code_points, info.utf16_units, info.sha256,
            info.in_trash, info.origin.format, info.origin.file, info.origin.sha256, info.origin.encoding,
            info.origin.newlines, fingerprint_of(info))
      .run();
  const std::int64_t row = database.last_row_id();
  database.prepare("INSERT INTO document_text VALUES (?1, ?2)").bind(row, document.text.utf8()).run();
  write_lists(database, row, info);
  return row;
}

void update_document_info(Database& database, std::int64_t row, const DocumentInfo& info) {
  database
      .prepare(
          "UPDATE document SET name = ?2, title = ?3, language = ?4, in_trash = ?5, fingerprint = ?6 WHERE id = ?1")
      .bind(row, info.name, info.title, info.language, info.in_trash, fingerprint_of(info))
      .run();
  database.prepare("DELETE FROM metadata WHERE document = ?1").bind(row).run();
  database.prepare("DELETE FROM zone WHERE document = ?1").bind(row).run();
  database.prepare("DELETE FROM substitution WHERE document = ?1").bind(row).run();
  write_lists(database, row, info);
}

std::int64_t set_row(Database& database, std::int64_t row, const SetKey& key) {
  {
    Statement found =
        database.prepare("SELECT id FROM annotation_set WHERE document = ?1 AND annotator = ?2 AND curated = ?3");
    found.bind(row, key.annotator.view(), key.curated);
    if (found.step()) return found.integer(0);
  }
  database
      .prepare(
          "INSERT INTO annotation_set (document, annotator, curated, state, annotations, fingerprint)"
          " VALUES (?1, ?2, ?3, ?4, 0, 0)")
      .bind(row, key.annotator.view(), key.curated, to_string(SetState::New))
      .run();
  return database.last_row_id();
}

void write_set_state(Database& database, std::int64_t set, SetState state) {
  database.prepare("UPDATE annotation_set SET state = ?2 WHERE id = ?1").bind(set, to_string(state)).run();
}

void count_annotations(Database& database, std::int64_t set, std::int64_t annotations, std::uint64_t fingerprint) {
  // SQLite's + turns to floating point where a sum leaves 64 bits, so the sum is made here.
  std::uint64_t sum = fingerprint;
  {
    Statement present = database.prepare("SELECT fingerprint FROM annotation_set WHERE id = ?1");
    present.bind(set);
    if (present.step()) sum += static_cast<std::uint64_t>(present.integer(0));
  }
  database.prepare("UPDATE annotation_set SET annotations = annotations + ?2, fingerprint = ?3 WHERE id = ?1")
      .bind(set, annotations, static_cast<std::int64_t>(sum))
      .run();
}

void insert_annotation(Database& database, std::int64_t row, std::int64_t set, const Annotation& annotation,
                       const Text& text) {
  const std::string_view annotator = annotation.id.annotator.view();
  const std::int64_t number = annotation.id.number;
  const Spans* const spans = annotation.spans();
  const Relation* const relation = annotation.relation();
  const char* const kind = spans != nullptr ? "span" : relation != nullptr ? "relation" : "document";
  const Provenance& provenance = annotation.provenance;
  database.prepare("INSERT INTO annotation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
      .bind(row, annotator, number, set, kind, annotation.label, annotation.note,
            static_cast<std::int64_t>(provenance.created.time_since_epoch().count()), seconds(provenance.modified),
            to_string(provenance.method), provenance.origin, provenance.confidence, provenance.schema_version,
            seconds(provenance.confirmed), provenance.confirmed_by.view())
      .run();
  if (spans != nullptr) {
    int position = 0;
    for (const Span& segment : spans->segments()) {
      database.prepare("INSERT INTO segment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
          .bind(row, annotator, number, position++, segment.start.value(), segment.end.value(), text.slice(segment))
          .run();
    }
  } else if (relation != nullptr) {
    int position = 0;
    for (const Argument& argument : relation->arguments) {
      database.prepare("INSERT INTO argument VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
          .bind(row, annotator, number, position++, argument.role, argument.target.document.view(),
                argument.target.id.annotator.view(), argument.target.id.number)
          .run();
    }
  }
  for (const auto& [id, values] : annotation.attributes) {
    insert_values(database, row, annotation.id, id, values);
  }
}

void update_tags(Database& database, std::int64_t row, const AnnotationId& id, const Tagging& tagging) {
  database.prepare("UPDATE annotation SET label = ?4 WHERE document = ?1 AND annotator = ?2 AND number = ?3")
      .bind(row, id.annotator.view(), id.number, tagging.label)
      .run();
  if (database.changes() != 1) throw Error(ErrorKind::Damaged, database.path(), to_string(id));
  for (const auto& [attribute, values] : tagging.attributes) {
    database.prepare("DELETE FROM attribute WHERE document = ?1 AND annotator = ?2 AND number = ?3 AND attribute = ?4")
        .bind(row, id.annotator.view(), id.number, attribute)
        .run();
    insert_values(database, row, id, attribute, values);
  }
}

void delete_annotations(Database& database, std::int64_t row, const AnnotatorKey& annotator,
                        const std::vector<std::int64_t>& numbers) {
  const std::string list = fmt::format("[{}]", fmt::join(numbers, ","));
  // The annotations last: foreign keys may be off.
  for (const std::string_view table : {"segment", "attribute", "argument", "annotation"}) {
    database
        .prepare(fmt::format("DELETE FROM {} WHERE document = ?1 AND annotator = ?2"
                             " AND number IN (SELECT value FROM json_each(?3))",
                             table))
        .bind(row, annotator.view(), list)
        .run();
  }
  // Whoever deletes has just read them: that one is not there means that memory and file have gone apart.
  if (database.changes() != static_cast<std::int64_t>(numbers.size())) {
    throw Error(ErrorKind::Damaged, database.path(), annotator.str());
  }
}

void raise_last_number(Database& database, std::int64_t row, const AnnotationId& id) {
  database
      .prepare(
          "INSERT INTO last_number VALUES (?1, ?2, ?3)"
          " ON CONFLICT DO UPDATE SET number = max(number, excluded.number)")
      .bind(row, id.annotator.view(), id.number)
      .run();
}

std::int64_t take_number(Database& database, std::int64_t row, const AnnotatorKey& annotator) {
  Statement next = database.prepare(
      "INSERT INTO last_number VALUES (?1, ?2, 1) ON CONFLICT DO UPDATE SET number = number + 1 RETURNING number");
  next.bind(row, annotator.view());
  next.step();
  const std::int64_t number = next.integer(0);
  next.run();
  return number;
}

}  // namespace mitjul
