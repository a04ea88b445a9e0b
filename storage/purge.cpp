#include "storage/purge.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/error.h"
#include "storage/document_rows.h"
#include "storage/edit_log.h"

namespace mitjul {
namespace {

class Purge {
 public:
  Purge(Database& database, const DocumentKey& key, std::int64_t row) : database_(database), key_(key), row_(row) {}

  PurgeReport run(LogEntry& entry) {
    const std::vector<EditNumber> edits = remove_changes();
    find_relations_elsewhere();
    for (const auto& [row, ids] : relations_) remove_relations(row, ids, entry);
    database_.prepare("DELETE FROM annotation WHERE document = ?1").bind(row_).run();
    database_.prepare("DELETE FROM document WHERE id = ?1").bind(row_).run();
    mend_log_after_purge(database_, edits);
    return report_;
  }

 private:
  /// Changes of the document, and of others where they name it. Keys are random: where the text of one stands in a
  /// change, it is meant.
  std::vector<EditNumber> remove_changes() {
    std::vector<EditNumber> edits;
    {
      Statement concerned = database_.prepare(
          "SELECT DISTINCT edit FROM change WHERE document = ?1 OR instr(coalesce(before, '') || coalesce(after, ''), "
          "?2)");
      concerned.bind(row_, key_.view());
      while (concerned.step()) edits.push_back(concerned.integer(0));
    }
    database_
        .prepare("DELETE FROM change WHERE document = ?1 OR instr(coalesce(before, '') || coalesce(after, ''), ?2)")
        .bind(row_, key_.view())
        .run();
    return edits;
  }

  struct Relation {
    std::int64_t row;
    DocumentKey document;
    AnnotationId id;
  };

  void find_relations_elsewhere() {
    std::vector<Relation> found =
        relations_from(database_
                           .prepare("SELECT DISTINCT d.id, d.key, a.annotator, a.number FROM argument a JOIN document "
                                    "d ON d.id = a.document"
                                    " WHERE a.target_document = ?1 AND a.target_document <> ''")
                           .bind(key_.view()));
    while (!found.empty()) {
      const Relation relation = found.back();
      found.pop_back();
      if (relation.row == row_ || !relations_[relation.row].insert(relation.id).second) continue;
      for (Relation& next : relations_from(
               database_
                   .prepare("SELECT DISTINCT d.id, d.key, a.annotator, a.number FROM argument a JOIN document d ON "
                            "d.id = a.document"
                            " WHERE a.target_annotator = ?1 AND a.target_number = ?2"
                            " AND (a.target_document = ?3 OR (a.target_document = '' AND a.document = ?4))")
                   .bind(relation.id.annotator.view(), relation.id.number, relation.document.view(), relation.row))) {
        found.push_back(next);
      }
    }
  }

  static std::vector<Relation> relations_from(Statement& rows) {
    std::vector<Relation> relations;
    while (rows.step()) {
      const auto document = DocumentKey::parse(rows.text(1));
      const auto annotator = AnnotatorKey::parse(rows.text(2));
      if (document && annotator) relations.push_back({rows.integer(0), *document, {*annotator, rows.integer(3)}});
    }
    return relations;
  }

  void remove_relations(std::int64_t row, const std::set<AnnotationId>& ids, LogEntry& entry) {
    std::vector<Problem> damage;
    const AnnotatedDocument document = read_document(database_, row, damage);
    for (const auto& [key, set] : document.sets) {
      for (const AnnotationId& id : ids) {
        const Annotation* const relation = set.find(id);
        if (relation == nullptr) continue;
        delete_annotation(database_, row, id);
        count_annotations(database_, set_row(database_, row, key), -1, 0 - fingerprint(*relation));
        entry.add(AnnotationChange{key, without_purged_ends(*relation), std::nullopt}, row);
        ++report_.relations_elsewhere;
      }
    }
  }

  Annotation without_purged_ends(Annotation relation) const {
    auto& arguments = std::get<mitjul::Relation>(relation.anchor).arguments;
    arguments.erase(std::remove_if(arguments.begin(), arguments.end(),
                                   [this](const Argument& argument) { return argument.target.document == key_; }),
                    arguments.end());
    return relation;
  }

  Database& database_;
  const DocumentKey& key_;
  const std::int64_t row_;
  std::map<std::int64_t, std::set<AnnotationId>> relations_;  // by the row of their document
  PurgeReport report_;
};

}  // namespace

PurgeReport purge_document(Database& database, const DocumentKey& key, const EditHeader& header) {
  // What is deleted is overwritten at once; VACUUM then builds the file anew without its free pages.
  database.execute("PRAGMA secure_delete = ON");
  PurgeReport report;
  {
    Transaction transaction(database, Transaction::Kind::Write);
    const auto row = find_document_row(database, key);
    if (!row) throw Error(ErrorKind::Damaged, database.path(), key.str());
    LogEntry entry(database, header);
    report = Purge(database, key, *row).run(entry);
    entry.finish();
    transaction.commit();
  }
  try {
    database.execute("VACUUM");
  } catch (const Error&) {
    report.compacted = false;  // no room for a second copy of the file; what was deleted is overwritten all the same
  }
  return report;
}

}  // namespace mitjul
